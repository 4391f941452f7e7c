package org.cervimark.phantom;

/**
 * A study with fixed identifiers.
 *
 * @param subject whose study it is
 * @param uid Study Instance UID
 * @param date DICOM date
 * @param id Study ID
 */
record Study(Subject subject, String uid, String date, String id) {

  static Study hongFirst() {
    return new Study(
        Subject.hong(), "2.25.26501876429814106252686078589149856934", "20260114", "CSP0114");
  }

  static Study hongFollowUp() {
    return new Study(
        Subject.hong(), "2.25.225830431333135233201231589746701174800", "20260225", "CSP0225");
  }

  static Study bravo() {
    return new Study(
        Subject.bravo(), "2.25.248936875445721017626411491784914517530", "20260203", "CSP0203");
  }

  static Study charlie() {
    return new Study(
        Subject.charlie(), "2.25.272073653378121023798718287041463069433", "20260210", "CSP0210");
  }
}
