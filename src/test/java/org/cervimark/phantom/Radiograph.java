package org.cervimark.phantom;

/**
 * One image of the collection: identity, header facts and file format.
 *
 * @param name path of the image below {@code test-images/} without suffix
 * @param digital true for a DX, false for a CR object
 * @param seriesUid Series Instance UID
 * @param sopUid SOP Instance UID
 * @param series Series Number
 * @param time DICOM time of acquisition
 */
record Radiograph(
    String name,
    Study study,
    boolean digital,
    String seriesUid,
    String sopUid,
    int series,
    String time,
    Projection projection,
    Calibration calibration,
    PartTen.Syntax syntax) {

  private static final String CR = "1.2.840.10008.5.1.4.1.1.1";
  private static final String DX = "1.2.840.10008.5.1.4.1.1.1.1";

  /** The complete DICOM file. */
  byte[] file(Picture picture, boolean bonesBright) {
    DataSet header = new RadiographHeader(this, picture.film(), bonesBright).build();
    Film film = picture.film();
    return PartTen.file(
        header, picture.pixels(), film.columns(), film.rows(), sopClass(), sopUid, syntax);
  }

  String sopClass() {
    return digital ? DX : CR;
  }
}
