package org.cervimark.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.media.PatientTraces;

/**
 * What the originals call people: the names of all persons in all their groups, the numbers of the
 * patient and the date of birth; and whether a text that is to be kept holds one of them.
 */
final class Identifiers {

  private static final Set<Integer> NUMBERS =
      Set.of(Tag.PatientID, Tag.OtherPatientIDs, Tag.AccessionNumber, Tag.AdmissionID);

  /** Free texts and labels; codes and their meanings are no place for names. */
  private static final Set<VR> TEXTS = Set.of(VR.LO, VR.LT, VR.SH, VR.ST, VR.UC, VR.UT, VR.PN);

  private static final Set<Integer> NO_TEXTS =
      Set.of(
          Tag.CodeMeaning,
          Tag.CodeValue,
          Tag.CodingSchemeDesignator,
          Tag.PatientName,
          Tag.PatientID,
          Tag.DeidentificationMethod);

  private final SortedSet<String> names = new TreeSet<>();
  private final SortedSet<String> numbers = new TreeSet<>();
  private final SortedSet<String> births = new TreeSet<>();

  /** Adds those of an original. */
  void add(Attributes original) {
    for (int tag : original.tags()) {
      VR vr = original.getVR(tag);
      if (vr == VR.SQ) {
        Sequence sequence = original.getSequence(tag);
        if (sequence != null) {
          sequence.forEach(this::add);
        }
      } else if (vr == VR.PN) {
        add(names, original, tag);
      } else if (NUMBERS.contains(tag)) {
        add(numbers, original, tag);
      } else if (tag == Tag.PatientBirthDate) {
        add(births, original, tag);
      }
    }
  }

  /** How many there are. */
  int count() {
    return names.size() + numbers.size() + births.size();
  }

  /** Where a cleaned object still holds one of them: attributes, not values. */
  List<String> foundIn(Attributes cleaned) {
    List<String> found = new ArrayList<>();
    find(traces(), cleaned, "", found);
    return found;
  }

  private PatientTraces traces() {
    Attributes all = new Attributes();
    all.setSpecificCharacterSet("ISO_IR 192");
    all.setString(Tag.OtherPatientNames, VR.PN, names.toArray(String[]::new));
    all.setString(Tag.OtherPatientIDs, VR.LO, numbers.toArray(String[]::new));
    if (!births.isEmpty()) {
      all.setString(Tag.PatientBirthDate, VR.DA, births.toArray(String[]::new));
    }
    return new PatientTraces(all);
  }

  private static void find(
      PatientTraces traces, Attributes level, String path, List<String> found) {
    for (int tag : level.tags()) {
      VR vr = level.getVR(tag);
      String here = path + String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
      if (vr == VR.SQ) {
        Sequence sequence = level.getSequence(tag);
        if (sequence != null) {
          for (Attributes item : sequence) {
            find(traces, item, here + " > ", found);
          }
        }
      } else if (TEXTS.contains(vr) && !NO_TEXTS.contains(tag)) {
        String[] values = level.getStrings(tag);
        for (String value : values == null ? new String[0] : values) {
          if (value != null && traces.areIn(value)) {
            found.add(here);
          }
        }
      }
    }
  }

  private static void add(Set<String> to, Attributes original, int tag) {
    String[] values = original.getStrings(tag);
    for (String value : values == null ? new String[0] : values) {
      if (value != null && !value.isBlank()) {
        to.add(value.strip());
      }
    }
  }
}
