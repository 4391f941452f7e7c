package org.cervimark.report;

import java.util.List;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;

/**
 * A saved revision with the lines of its readings. What is not measured is evaluated to find the
 * reason, so the lines are made once for all the tables that state them.
 *
 * @param report the revision
 * @param images its readings with their lines, in its order
 * @param compared what its films tell together
 */
public record ReportedStudy(StudyReport report, List<Image> images, List<ComparedFilms> compared) {

  /**
   * A reading with its lines.
   *
   * @param reading the reading
   * @param values its {@link ReportedValue#of lines}
   * @param passes its blinded passes; none if it was read once
   */
  public record Image(Reading reading, List<ReportedValue> values, List<ReportedPass> passes) {

    /** Copies the lists. */
    public Image {
      values = List.copyOf(values);
      passes = List.copyOf(passes);
    }

    private static Image of(Reading reading, Catalogue catalogue) {
      List<ReportedValue> values = ReportedValue.of(reading, catalogue);
      return new Image(reading, values, ReportedPass.of(reading, values));
    }
  }

  /** Copies the lists. */
  public ReportedStudy {
    images = List.copyOf(images);
    compared = List.copyOf(compared);
  }

  /** A revision with its lines. */
  public static ReportedStudy of(StudyReport report, Catalogue catalogue) {
    return new ReportedStudy(
        report,
        report.readings().stream().map(reading -> Image.of(reading, catalogue)).toList(),
        ComparedFilms.of(report.readings(), report.filmValues(), catalogue));
  }
}
