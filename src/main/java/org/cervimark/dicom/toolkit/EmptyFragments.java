package org.cervimark.dicom.toolkit;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.Value;

/**
 * The republished toolkit reads an empty fragment, as the Basic Offset Table usually is, as an
 * empty text, and throws when that is written again.
 */
final class EmptyFragments {

  private EmptyFragments() {}

  /** Puts the toolkit's own empty value in place of such texts, in nested items too. */
  static void repair(Attributes dataSet) {
    for (int tag : dataSet.tags()) {
      Object value = dataSet.getValue(tag);
      if (value instanceof Fragments fragments) {
        fragments.replaceAll(fragment -> "".equals(fragment) ? Value.NULL : fragment);
      } else if (value instanceof Sequence sequence) {
        sequence.forEach(EmptyFragments::repair);
      }
    }
  }
}
