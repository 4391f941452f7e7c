package org.cervimark.phantom;

/**
 * How a film was taken, in DICOM terms.
 *
 * @param description Series Description
 * @param viewPosition View Position: LL, RL, AP or empty
 * @param viewCode SNOMED CT code of the view
 * @param viewMeaning its meaning
 * @param orientation Patient Orientation, directions of rows and columns
 * @param transoral true when the beam passes through the open mouth
 */
record Projection(
    String description,
    String viewPosition,
    String viewCode,
    String viewMeaning,
    String orientation,
    boolean transoral) {

  /** Left side at the detector, the patient faces image right. */
  static Projection leftLateral(String description) {
    return new Projection(description, "LL", "399173006", "left lateral", "A\\F", false);
  }

  /** Right side at the detector, the patient faces image left. */
  static Projection rightLateral(String description) {
    return new Projection(description, "RL", "399198007", "right lateral", "P\\F", false);
  }

  static Projection openMouth() {
    return new Projection(
        "C-spine open mouth AP", "AP", "399348003", "antero-posterior", "L\\F", true);
  }

  static Projection nasium() {
    return new Projection("Nasium AP", "AP", "399348003", "antero-posterior", "L\\F", false);
  }

  static Projection vertex() {
    return new Projection("Vertex", "", "399360002", "verticosubmental", "L\\P", false);
  }
}
