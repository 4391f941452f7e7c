package org.cervimark.dicom.module;

import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Patient, Patient Study and General Study modules (PS3.3 C.7.1.1, C.7.2), copied from the image.
 * Every string is decoded from the character set of the image and encoded anew in Unicode, in
 * nested items as well. Patient Comments stay with the image: they are free words of other people,
 * which may say anything, and identify nobody; dcentvfy warns that they are missing.
 */
public final class PatientStudyModules {

  private static final int[] REQUIRED = {
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.AccessionNumber,
    Tag.ReferringPhysicianName,
    Tag.PatientName,
    Tag.PatientID,
    Tag.PatientBirthDate,
    Tag.PatientSex,
    Tag.StudyInstanceUID,
    Tag.StudyID
  };

  private static final int[] OPTIONAL = {
    Tag.IssuerOfAccessionNumberSequence,
    Tag.StudyDescription,
    Tag.IssuerOfPatientID,
    Tag.IssuerOfPatientIDQualifiersSequence,
    Tag.OtherPatientIDsSequence,
    Tag.PatientAge,
    Tag.PatientSize,
    Tag.PatientWeight,
    Tag.TimezoneOffsetFromUTC
  };

  private static final Set<VR> STRINGS =
      Set.of(
          VR.AE, VR.AS, VR.CS, VR.DA, VR.DS, VR.DT, VR.IS, VR.LO, VR.LT, VR.PN, VR.SH, VR.ST, VR.TM,
          VR.UI, VR.UC, VR.UR, VR.UT);

  private PatientStudyModules() {}

  /**
   * Begins an object of the study that an image belongs to: sets its character set and copies what
   * identifies patient and study. Attributes that must be there are there, empty if the image lacks
   * them.
   *
   * @param image the header of the image
   */
  public static Attributes beginObject(Attributes image) {
    Attributes object = new Attributes();
    object.setSpecificCharacterSet("ISO_IR 192");
    for (int tag : REQUIRED) {
      if (image.containsValue(tag)) {
        copy(image, tag, object);
      } else {
        object.setNull(tag, image.contains(tag) ? image.getVR(tag) : vr(tag));
      }
    }
    for (int tag : OPTIONAL) {
      if (image.containsValue(tag)) {
        copy(image, tag, object);
      }
    }
    return object;
  }

  private static VR vr(int tag) {
    return switch (tag) {
      case Tag.StudyDate, Tag.PatientBirthDate -> VR.DA;
      case Tag.StudyTime -> VR.TM;
      case Tag.ReferringPhysicianName, Tag.PatientName -> VR.PN;
      case Tag.PatientID -> VR.LO;
      case Tag.PatientSex -> VR.CS;
      case Tag.StudyInstanceUID -> VR.UI;
      default -> VR.SH;
    };
  }

  private static void copy(Attributes from, int tag, Attributes to) {
    VR vr = from.getVR(tag);
    if (vr == VR.SQ) {
      Sequence items = from.getSequence(tag);
      Sequence copies = to.newSequence(tag, items.size());
      for (Attributes item : items) {
        Attributes copy = new Attributes(item.size());
        copies.add(copy);
        for (int nested : item.tags()) {
          if (nested != Tag.SpecificCharacterSet) {
            copy(item, nested, copy);
          }
        }
      }
    } else if (STRINGS.contains(vr)) {
      to.setString(tag, vr, from.getStrings(tag));
    }
  }
}
