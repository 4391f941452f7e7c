package org.cervimark.report.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.ComparedFilms;
import org.cervimark.report.Identification;
import org.cervimark.report.ReportedMark;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;
import org.cervimark.terminology.Unit;

/**
 * One row for each image of each revision, and one for films measured together. Each measurement of
 * the catalogue has three columns: its value (or class) and half the width of the 95 % interval,
 * both with the unit in the header, and its status, which is the reason where there is no value and
 * empty where the protocol does not ask for one. Values that fit no column, of measurements or
 * units that the catalogue in force does not have and of what was drawn freely, stand together in
 * the last one, so that none is lost.
 */
public final class WideTable {

  /** Characters that a row takes. */
  private static final int ROOM = 1 << 11;

  private final DocumentColumns document;
  private final List<Measurement> measurements;

  /**
   * A table.
   *
   * @param catalogue decides on the columns
   * @param identification which identifying columns it has
   */
  public WideTable(Catalogue catalogue, Identification identification) {
    this.document = new DocumentColumns(identification);
    this.measurements = List.copyOf(catalogue.measurements());
  }

  /** The first line. */
  public String header() {
    CsvRows line = new CsvRows();
    document.header(line);
    for (Measurement measurement : measurements) {
      String unit = " [" + unit(measurement.unit()) + "]";
      line.text(measurement.id() + unit)
          .text(measurement.id() + " half width 95 %" + unit)
          .text(measurement.id() + " status");
    }
    return line.text("catalogue_version").text("others").end().toString();
  }

  /**
   * The rows of a revision.
   *
   * @param file where it lies
   */
  public String rows(Path file, ReportedStudy study) {
    CsvRows rows = new CsvRows(ROOM);
    for (ReportedStudy.Image image : study.images()) {
      String cells = document.cells(file, study.report(), image.reading());
      row(rows.fields(cells), image.values(), ReportedMark.of(image.reading()), study.report());
    }
    for (ComparedFilms films : study.compared()) {
      String cells = document.cells(file, study.report(), films);
      row(rows.fields(cells), films.values(), List.of(), study.report());
    }
    return rows.toString();
  }

  private void row(
      CsvRows line, List<ReportedValue> lines, List<ReportedMark> marks, StudyReport report) {
    Map<String, ValueFacts> values = new HashMap<>();
    List<String> others = new ArrayList<>();
    for (ReportedValue value : lines) {
      ValueFacts facts = ValueFacts.of(value);
      if (value.measurement().isPresent()
          && facts.unit().equals(value.measurement().get().unit())) {
        values.put(value.id(), facts);
      } else {
        others.add(other(value, facts));
      }
    }
    for (ReportedMark mark : marks) {
      others.add(
          mark.id()
              + "="
              + mark.number()
                  .map(n -> n + " " + mark.unit().orElse(""))
                  .or(mark::reason)
                  .orElse(""));
    }
    for (Measurement measurement : measurements) {
      ValueFacts facts = values.get(measurement.id());
      if (facts == null) {
        line.nothing().nothing().nothing();
      } else {
        if (facts.category().isPresent()) {
          line.text(facts.categoryId());
        } else {
          line.number(facts.number());
        }
        line.number(facts.halfWidth()).text(facts.reason().orElse("measured"));
      }
    }
    line.text(report.catalogueVersion()).text(String.join("; ", others)).end();
  }

  private static String unit(Optional<Unit> unit) {
    return unit.map(u -> u.code().value()).orElse("category");
  }

  private static String other(ReportedValue value, ValueFacts facts) {
    String number = facts.number().map(n -> Double.toString(n)).or(facts::categoryId).orElse("");
    String width = facts.halfWidth().map(h -> " +/- " + h).orElse("");
    return value.id() + "=" + number + width + " " + unit(facts.unit());
  }
}
