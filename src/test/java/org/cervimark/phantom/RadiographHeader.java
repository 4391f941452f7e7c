package org.cervimark.phantom;

/** The data set of a CR or DX image without its pixels (PS3.3 A.2 and A.26). */
final class RadiographHeader {

  private final Radiograph image;
  private final Film film;
  private final boolean bonesBright;
  private final DataSet set = new DataSet();

  RadiographHeader(Radiograph image, Film film, boolean bonesBright) {
    this.image = image;
    this.film = film;
    this.bonesBright = bonesBright;
  }

  DataSet build() {
    patientAndStudy();
    seriesAndEquipment();
    generalImage();
    acquisition();
    pixels();
    spacing();
    if (image.digital()) {
      digital();
    } else {
      computed();
    }
    return set;
  }

  private void patientAndStudy() {
    Study study = image.study();
    Subject subject = study.subject();
    if (!subject.characterSet().isEmpty()) {
      set.text(0x00080005, "CS", subject.characterSet());
    }
    set.text(0x00080020, "DA", study.date());
    set.text(0x00080030, "TM", "101500");
    set.empty(0x00080050, "SH");
    set.empty(0x00080090, "PN");
    set.text(0x00081030, "LO", "C-spine");
    set.bytes(0x00100010, "PN", subject.name());
    set.text(0x00100020, "LO", subject.id());
    set.text(0x00100030, "DA", subject.birthDate());
    set.text(0x00100040, "CS", subject.sex());
    set.text(0x00104000, "LT", "Synthetic phantom, no patient");
    set.text(0x0020000D, "UI", study.uid());
    set.text(0x00200010, "SH", study.id());
  }

  private void seriesAndEquipment() {
    set.text(0x00080016, "UI", image.sopClass());
    set.text(0x00080018, "UI", image.sopUid());
    set.text(0x00080060, "CS", image.digital() ? "DX" : "CR");
    set.text(0x00080070, "LO", "CerviMark");
    set.text(0x00081090, "LO", "Cervical phantom");
    set.text(0x00181020, "LO", "1");
    set.text(0x0008103E, "LO", image.projection().description());
    set.text(0x00080021, "DA", image.study().date());
    set.text(0x00080031, "TM", image.time());
    set.text(0x0020000E, "UI", image.seriesUid());
    set.text(0x00200011, "IS", Integer.toString(image.series()));
  }

  private void generalImage() {
    set.text(0x00080008, "CS", "ORIGINAL", "PRIMARY");
    set.text(0x00080022, "DA", image.study().date());
    set.text(0x00080032, "TM", image.time());
    set.text(0x00080023, "DA", image.study().date());
    set.text(0x00080033, "TM", image.time());
    set.text(0x00200013, "IS", "1");
    set.text(0x00200020, "CS", image.projection().orientation());
    set.text(0x00280301, "CS", "NO");
    set.text(0x00282110, "CS", "00");
  }

  private void acquisition() {
    set.text(0x00180015, "CS", "CSPINE");
    set.text(0x00180060, "DS", "75");
    set.text(0x00181152, "IS", "16");
    set.text(0x00185101, "CS", image.projection().viewPosition());
    Calibration c = image.calibration();
    if (!c.sourceToDetector().isEmpty()) {
      set.text(0x00181110, "DS", c.sourceToDetector());
      set.text(0x00181111, "DS", c.sourceToPatient());
    }
    if (!c.magnification().isEmpty()) {
      set.text(0x00181114, "DS", c.magnification());
    }
  }

  private void pixels() {
    set.unsignedShort(0x00280002, 1);
    set.text(0x00280004, "CS", bonesBright ? "MONOCHROME2" : "MONOCHROME1");
    set.unsignedShort(0x00280010, film.rows());
    set.unsignedShort(0x00280011, film.columns());
    set.unsignedShort(0x00280100, 16);
    set.unsignedShort(0x00280101, 12);
    set.unsignedShort(0x00280102, 11);
    set.unsignedShort(0x00280103, 0);
    set.text(0x00281050, "DS", bonesBright ? "1900" : "2195");
    set.text(0x00281051, "DS", "3400");
    set.text(0x20500020, "CS", bonesBright ? "IDENTITY" : "INVERSE");
  }

  private void spacing() {
    Calibration c = image.calibration();
    set.text(0x00181164, "DS", c.imager());
    if (!c.patient().isEmpty()) {
      set.text(0x00280030, "DS", c.patient());
      set.text(0x00280A02, "CS", c.type());
      set.text(0x00280A04, "LO", c.description());
    }
  }

  private void computed() {
    set.code(0x00082218, "122494005", "SCT", "Cervical spine");
  }

  private void digital() {
    set.text(0x00080068, "CS", "FOR PRESENTATION");
    set.text(0x00200062, "CS", "U");
    set.code(0x00082218, "122494005", "SCT", "Cervical spine");
    set.text(0x00281040, "CS", "LOG");
    set.signedShort(0x00281041, bonesBright ? -1 : 1);
    set.text(0x00281052, "DS", "0");
    set.text(0x00281053, "DS", "1");
    set.text(0x00281054, "LO", "US");
    set.text(0x00187004, "CS", "SCINTILLATOR");
    set.text(0x00187001, "DS", "22");
    set.text(0x00187005, "CS", "AREA");
    set.text(0x00181508, "CS", "COLUMN");
    set.sequence(0x00400555);
    Projection view = image.projection();
    DataSet code = DataSet.codeItem(view.viewCode(), "SCT", view.viewMeaning());
    if (view.transoral()) {
      code.code(0x00540222, "118438002", "SCT", "transoral");
    }
    set.sequence(0x00540220, code);
  }
}
