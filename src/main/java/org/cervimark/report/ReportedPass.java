package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Subject;
import org.cervimark.reading.Reading;

/**
 * One of several blinded passes over an image, and what its landmarks alone say: from such values
 * studies of reliability compute how well a reader repeats a measurement. They are computed by the
 * catalogue in force, since reports hold the landmarks of passes and not their values.
 *
 * @param number from 1
 * @param landmarks as placed in it
 * @param values the measurements that the reading states
 */
public record ReportedPass(int number, LandmarkSet landmarks, List<ReportedValue> values) {

  /** Copies the list. */
  public ReportedPass {
    values = List.copyOf(values);
  }

  /**
   * The passes of a reading in their order; none if it was read once.
   *
   * @param lines what the reading states
   */
  static List<ReportedPass> of(Reading reading, List<ReportedValue> lines) {
    List<ReportedPass> passes = new ArrayList<>();
    for (LandmarkSet landmarks : reading.replicates()) {
      Subject subject = new Subject(landmarks, reading.scale(), reading.orientation());
      passes.add(
          new ReportedPass(
              passes.size() + 1,
              landmarks,
              lines.stream()
                  .flatMap(line -> line.measurement().stream())
                  .map(measurement -> value(measurement, subject))
                  .toList()));
    }
    return List.copyOf(passes);
  }

  private static ReportedValue value(Measurement measurement, Subject subject) {
    return new ReportedValue(
        measurement.id(),
        measurement.version(),
        Optional.of(measurement),
        measurement.evaluate(subject));
  }
}
