package org.cervimark.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** Does with each attribute of a data set, nested ones included, what the table says. */
final class ObjectCleaner {

  static final String NAME = "Anonymous";
  private static final String DUMMY_DATE = "19000101";
  private static final String DUMMY_TIME = "000000";

  /** Sequences with a dummy action that are cleaned inside, because the object needs them. */
  private static final Set<Integer> CLEANED_INSIDE =
      Set.of(Tag.ContentSequence, Tag.GraphicAnnotationSequence, Tag.VerifyingObserverSequence);

  /** Removed by the table, and of type 1 in presentation states. */
  private static final Set<Integer> NEEDED =
      Set.of(Tag.PresentationCreationDate, Tag.PresentationCreationTime);

  /** Dates that belong to the person and not to the course of events. */
  private static final Set<Integer> OF_THE_PERSON =
      Set.of(Tag.PatientBirthDate, Tag.PatientBirthTime, Tag.LastMenstrualDate);

  private static final Set<VR> TEMPORAL = Set.of(VR.DA, VR.TM, VR.DT);
  private static final Set<VR> BULK = Set.of(VR.OB, VR.OW, VR.OF, VR.OD, VR.OL, VR.UN);

  private final ActionTable table;
  private final UidMap uids;
  private final DateRule dates;
  private final String patient;
  private final Removals removals;

  /**
   * A cleaner of one object.
   *
   * @param patient what stands for the Patient ID
   */
  ObjectCleaner(ActionTable table, UidMap uids, DateRule dates, String patient, Removals removals) {
    this.table = table;
    this.uids = uids;
    this.dates = dates;
    this.patient = patient;
    this.removals = removals;
  }

  /** Cleans an object and says in it how. */
  void clean(Attributes object) {
    new ContentCleaner(dates, removals).clean(object);
    cleanLevel(object);
    object.setString(Tag.PatientName, VR.PN, NAME + "^" + patient);
    object.setString(Tag.PatientID, VR.LO, patient);
    declare(object);
  }

  private void cleanLevel(Attributes level) {
    for (int tag : level.tags()) {
      if (isPrivate(tag)) {
        level.remove(tag);
        removals.add("private attributes of group " + group(tag));
      } else if (isCurveOrOverlay(tag)) {
        level.remove(tag);
        removals.add("curves and overlays");
      } else {
        cleanAttribute(level, tag);
      }
    }
  }

  private void cleanAttribute(Attributes level, int tag) {
    Optional<ActionTable.Row> row = table.row(tag);
    VR vr = level.getVR(tag);
    String code = row.map(ActionTable.Row::code).orElse("K");
    if (TEMPORAL.contains(vr)
        && !OF_THE_PERSON.contains(tag)
        && dates.kind() != DateRule.Kind.REMOVE) {
      longitudinal(level, tag, vr, row);
      return;
    }
    if (row.isEmpty()) {
      unlisted(level, tag, vr);
      return;
    }
    String name = row.get().name();
    if (NEEDED.contains(tag)) {
      dummy(level, tag, vr, name);
    } else {
      switch (code) {
        case "U" -> replaceUids(level, tag);
        case "Z", "X/Z" -> empty(level, tag, vr, name);
        case "Z/D", "D" -> dummy(level, tag, vr, name);
        case "X/Z/U*" -> descend(level, tag);
        case "X/Z/D" -> {
          if (vr == VR.SQ) {
            empty(level, tag, vr, name);
          } else {
            remove(level, tag, name);
          }
        }
        default -> remove(level, tag, name);
      }
    }
  }

  private void unlisted(Attributes level, int tag, VR vr) {
    if (vr == VR.SQ) {
      descend(level, tag);
    } else if (vr == VR.PN) {
      empty(level, tag, vr, group(tag) + " person name");
    } else if (TEMPORAL.contains(vr)) {
      remove(level, tag, group(tag) + " date or time");
    } else if (vr == VR.UN) {
      remove(level, tag, group(tag) + " unknown attribute");
    }
  }

  private void longitudinal(Attributes level, int tag, VR vr, Optional<ActionTable.Row> row) {
    if (dates.kind() == DateRule.Kind.KEEP || vr == VR.TM || !level.containsValue(tag)) {
      return;
    }
    List<String> shifted = new ArrayList<>();
    String[] values = level.getStrings(tag);
    for (String value : values == null ? new String[0] : values) {
      dates.shifted(String.valueOf(value)).ifPresent(shifted::add);
    }
    if (shifted.isEmpty()) {
      level.setNull(tag, vr);
    } else {
      level.setString(tag, vr, shifted.toArray(String[]::new));
    }
    removals.add(row.map(ActionTable.Row::name).orElse(group(tag)) + " (shifted)");
  }

  private void replaceUids(Attributes level, int tag) {
    String[] values = level.getStrings(tag);
    if (values != null && values.length > 0) {
      String[] replaced = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        replaced[i] = uids.replacement(String.valueOf(values[i]));
      }
      level.setString(tag, VR.UI, replaced);
    }
  }

  private void dummy(Attributes level, int tag, VR vr, String name) {
    if (vr == VR.SQ) {
      if (CLEANED_INSIDE.contains(tag)) {
        descend(level, tag);
      } else {
        remove(level, tag, name);
      }
    } else if (BULK.contains(vr)) {
      remove(level, tag, name);
    } else {
      level.setString(tag, vr, dummy(vr));
      removals.add(name);
    }
  }

  private static String dummy(VR vr) {
    if (vr == VR.DA) {
      return DUMMY_DATE;
    }
    if (vr == VR.TM) {
      return DUMMY_TIME;
    }
    if (vr == VR.DT) {
      return DUMMY_DATE + DUMMY_TIME;
    }
    if (vr == VR.PN) {
      return NAME + "^";
    }
    return vr == VR.AS ? "000Y" : ContentCleaner.REMOVED;
  }

  private void empty(Attributes level, int tag, VR vr, String name) {
    if (level.containsValue(tag)) {
      removals.add(name);
    }
    level.setNull(tag, vr);
  }

  private void remove(Attributes level, int tag, String name) {
    level.remove(tag);
    removals.add(name);
  }

  private void descend(Attributes level, int tag) {
    Sequence sequence = level.getSequence(tag);
    if (sequence != null) {
      sequence.forEach(this::cleanLevel);
    }
  }

  private void declare(Attributes object) {
    object.setString(Tag.PatientIdentityRemoved, VR.CS, "YES");
    object.setString(
        Tag.DeidentificationMethod,
        VR.LO,
        "PS3.15 Basic Profile",
        "Clean Graphics",
        "Clean Structured Content");
    Sequence methods = object.newSequence(Tag.DeidentificationMethodCodeSequence, 4);
    methods.add(method("113100", "Basic Application Confidentiality Profile"));
    methods.add(method("113103", "Clean Graphics Option"));
    methods.add(method("113104", "Clean Structured Content Option"));
    String temporal =
        switch (dates.kind()) {
          case REMOVE -> "REMOVED";
          case KEEP -> {
            methods.add(
                method("113106", "Retain Longitudinal Temporal Information Full Dates Option"));
            yield "UNMODIFIED";
          }
          case SHIFT, SHIFT_EACH -> {
            methods.add(
                method("113107", "Retain Longitudinal Temporal Information Modified Dates Option"));
            yield "MODIFIED";
          }
        };
    object.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, temporal);
  }

  private static Attributes method(String value, String meaning) {
    Attributes code = new Attributes();
    code.setString(Tag.CodeValue, VR.SH, value);
    code.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
    code.setString(Tag.CodeMeaning, VR.LO, meaning);
    return code;
  }

  private static boolean isPrivate(int tag) {
    return (tag >>> 16) % 2 == 1;
  }

  private static boolean isCurveOrOverlay(int tag) {
    int group = tag >>> 24;
    return group == 0x50 || group == 0x60;
  }

  private static String group(int tag) {
    return String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
  }
}
