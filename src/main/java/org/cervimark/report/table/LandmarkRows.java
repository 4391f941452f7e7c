package org.cervimark.report.table;

import java.nio.file.Path;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.OutcomeText;

/**
 * One row for each landmark, with DICOM coordinates in pixels: 0, 0 is the outer corner of the
 * first pixel. The table has the columns that {@link org.cervimark.report.LandmarkTable} reads, so
 * that the rows of one revision can be measured again.
 */
public final class LandmarkRows {

  /** Characters that the rows of a small protocol take. */
  private static final int ROOM = 1 << 14;

  private final DocumentColumns document;

  /**
   * A table.
   *
   * @param identification which identifying columns it has
   */
  public LandmarkRows(Identification identification) {
    this.document = new DocumentColumns(identification);
  }

  /** The first line. */
  public String header() {
    CsvRows line = new CsvRows();
    document.header(line);
    return line.text("landmark")
        .text("column")
        .text("row")
        .text("visibility")
        .text("origin")
        .end()
        .toString();
  }

  /**
   * The rows of a revision.
   *
   * @param file where it lies
   */
  public String rows(Path file, StudyReport report) {
    CsvRows rows = new CsvRows(ROOM);
    for (Reading reading : report.readings()) {
      String cells = document.cells(file, report, reading);
      for (Placement placement : reading.landmarks().all()) {
        rows.fields(cells)
            .text(placement.landmark().value())
            .number(placement.point().map(ImagePoint::column))
            .number(placement.point().map(ImagePoint::row))
            .text(placement.visibility().id())
            .text(OutcomeText.id(placement.origin()))
            .end();
      }
    }
    return rows.toString();
  }
}
