package org.cervimark.dicom.deidentify;

import java.util.HashMap;
import java.util.Map;
import org.cervimark.dicom.toolkit.Uids;

/**
 * The new UIDs of one export: the same one for the same old one, in all objects. They are random,
 * and the map ends with the export, so that nobody finds the way back.
 */
final class UidMap {

  /** UIDs of classes, syntaxes and well-known objects. */
  private static final String STANDARD = "1.2.840.10008.";

  private final Map<String, String> replacements = new HashMap<>();

  /** What stands for a UID. */
  String replacement(String uid) {
    String old = uid.strip();
    return old.startsWith(STANDARD) || old.isEmpty()
        ? old
        : replacements.computeIfAbsent(old, u -> Uids.random());
  }

  /** Whether a UID is one that was replaced. */
  boolean replaced(String uid) {
    return replacements.containsKey(uid.strip());
  }

  /** How many UIDs were replaced. */
  int size() {
    return replacements.size();
  }
}
