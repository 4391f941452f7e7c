package org.cervimark.report.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.ComparedFilms;
import org.cervimark.report.Identification;
import org.cervimark.report.ImageJson;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.ReportedMark;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;

/**
 * One row for each value of each image of each revision, and one for each measurement of the
 * protocol that has no value, with its reason; what was drawn freely; then the same for films
 * measured together. A number always stands beside its unit (UCUM).
 */
public final class TidyTable {

  private static final List<String> COLUMNS =
      List.of(
          "measurement",
          "name",
          "version",
          "status",
          "value",
          "unit",
          "category",
          "also_possible",
          "half_width_95",
          "low_95",
          "high_95",
          "interval_basis",
          "meaning",
          "evidence",
          "flags",
          "screening",
          "explanation",
          "landmarks_concerned",
          "scale_source",
          "column_spacing",
          "row_spacing",
          "spacing_unit",
          "orientation",
          "orientation_source",
          "vertical",
          "catalogue_version");

  /** Characters that the rows of a small protocol take. */
  private static final int ROOM = 1 << 14;

  private final DocumentColumns document;
  private final OutcomeText outcomes;

  /**
   * A table in English.
   *
   * @param catalogue knows the measurements
   * @param identification which identifying columns it has
   */
  public TidyTable(Catalogue catalogue, Identification identification) {
    this.document = new DocumentColumns(identification);
    this.outcomes = new OutcomeText(Locale.ENGLISH, catalogue.landmarks());
  }

  /** The first line. */
  public String header() {
    CsvRows line = new CsvRows();
    document.header(line);
    COLUMNS.forEach(line::text);
    return line.end().toString();
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
      String circumstances = circumstances(image.reading(), study.report());
      for (ReportedValue value : image.values()) {
        rows.fields(cells);
        value(rows, value, image.reading().scale());
        rows.fields(circumstances).end();
      }
      for (ReportedMark mark : ReportedMark.of(image.reading())) {
        rows.fields(cells);
        mark(rows, mark);
        rows.fields(circumstances).end();
      }
    }
    for (ComparedFilms films : study.compared()) {
      String cells = document.cells(file, study.report(), films);
      String circumstances = circumstances(films, study.report());
      for (ReportedValue value : films.values()) {
        rows.fields(cells);
        value(rows, value, films.scale());
        rows.fields(circumstances).end();
      }
    }
    return rows.toString();
  }

  private void value(CsvRows line, ReportedValue value, Scale scale) {
    ValueFacts facts = ValueFacts.of(value);
    line.text(value.id())
        .text(value.measurement().map(m -> m.name(Locale.ENGLISH)))
        .text(value.version())
        .text(facts.reason().orElse("measured"))
        .number(facts.number())
        .text(facts.unit().map(u -> u.code().value()))
        .text(facts.categoryId())
        .text(facts.alsoPossible())
        .number(facts.halfWidth())
        .number(facts.low())
        .number(facts.high())
        .text(facts.basis())
        .text(
            value
                .measurement()
                .flatMap(Measurement::signWords)
                .flatMap(
                    words ->
                        facts
                            .number()
                            .flatMap(n -> facts.unit().map(u -> u.displayed(n)))
                            .map(n -> words.of(n, Locale.ENGLISH))))
        .text(value.measurement().map(m -> m.tier().name()))
        .text(facts.flagList())
        .text(screening(value, scale))
        .text(facts.reason().map(r -> outcomes.reason(value.outcome())))
        .text(facts.landmarkList());
  }

  /** A mark has no version, interval, sign or evidence; its text explains it. */
  private static void mark(CsvRows line, ReportedMark mark) {
    line.text(mark.id())
        .text(mark.name(Locale.ENGLISH) + ", drawn freely")
        .nothing()
        .text(mark.reason().orElse("measured"))
        .number(mark.number())
        .text(mark.unit());
    for (int i = COLUMNS.indexOf("unit") + 1; i < COLUMNS.indexOf("explanation"); i++) {
      line.nothing();
    }
    line.text(mark.mark().text()).nothing();
  }

  private String screening(ReportedValue value, Scale scale) {
    if (value.measurement().isEmpty() || !(value.outcome() instanceof Outcome.Value outcome)) {
      return "";
    }
    return value.measurement().get().exceeded(outcome, scale).stream()
        .map(outcomes::screening)
        .collect(Collectors.joining(" "));
  }

  private static String circumstances(Reading reading, StudyReport report) {
    return new CsvRows()
        .text(OutcomeText.id(reading.scale().source()))
        .number(reading.scale().columnSpacing())
        .number(reading.scale().rowSpacing())
        .text(reading.scale().lengthUnit().code().value())
        .text(orientation(reading))
        .text(orientationSource(reading))
        .text(vertical(reading))
        .text(report.catalogueVersion())
        .fields();
  }

  private static String circumstances(ComparedFilms films, StudyReport report) {
    return new CsvRows()
        .text(films.each(r -> OutcomeText.id(r.scale().source())))
        .text(films.each(r -> CsvRows.digits(r.scale().columnSpacing())))
        .text(films.each(r -> CsvRows.digits(r.scale().rowSpacing())))
        .text(films.each(r -> r.scale().lengthUnit().code().value()))
        .text(films.each(TidyTable::orientation))
        .text(films.each(TidyTable::orientationSource))
        .text(films.each(TidyTable::vertical))
        .text(report.catalogueVersion())
        .fields();
  }

  private static String orientation(Reading reading) {
    return reading.orientation().map(ImageJson::orientation).orElse("");
  }

  private static String orientationSource(Reading reading) {
    return reading.orientationSource().map(OutcomeText::id).orElse("");
  }

  private static String vertical(Reading reading) {
    return reading.subject().plumbLine().isPresent() ? "plumb" : "image";
  }
}
