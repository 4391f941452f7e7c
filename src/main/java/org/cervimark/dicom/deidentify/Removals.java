package org.cervimark.dicom.deidentify;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was removed or replaced, by name and without its value, and how often. */
final class Removals {

  private final SortedMap<String, Integer> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  SortedMap<String, Integer> counts() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
