package org.cervimark.report.table;

import java.nio.file.Path;
import org.cervimark.report.Identification;
import org.cervimark.report.ReportedPass;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;

/**
 * One row for each value that one of several blinded passes gives alone; nothing of images that
 * were read once. What all passes say together stands in the {@link TidyTable}.
 */
public final class PassTable {

  private final DocumentColumns document;

  /**
   * A table.
   *
   * @param identification which identifying columns it has
   */
  public PassTable(Identification identification) {
    this.document = new DocumentColumns(identification);
  }

  /** The first line. */
  public String header() {
    CsvRows line = new CsvRows();
    document.header(line);
    return line.text("pass")
        .text("measurement")
        .text("version")
        .text("status")
        .text("value")
        .text("unit")
        .text("category")
        .end()
        .toString();
  }

  /**
   * The rows of a revision.
   *
   * @param file where it lies
   */
  public String rows(Path file, ReportedStudy study) {
    CsvRows rows = new CsvRows();
    for (ReportedStudy.Image image : study.images()) {
      for (ReportedPass pass : image.passes()) {
        rows(rows, document.cells(file, study.report(), image.reading()), pass);
      }
    }
    return rows.toString();
  }

  private static void rows(CsvRows rows, String cells, ReportedPass pass) {
    for (ReportedValue value : pass.values()) {
      ValueFacts facts = ValueFacts.of(value);
      rows.fields(cells)
          .number(pass.number())
          .text(value.id())
          .text(value.version())
          .text(facts.reason().orElse("measured"))
          .number(facts.number())
          .text(facts.unit().map(u -> u.code().value()))
          .text(facts.categoryId())
          .end();
    }
  }
}
