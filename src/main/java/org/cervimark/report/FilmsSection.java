package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;
import org.cervimark.report.TextTable.Align;
import org.cervimark.terminology.Unit;

/** The part of a note that tells of measurements over several films of a study. */
public final class FilmsSection {

  private final Catalogue catalogue;
  private final Wording wording;
  private final OutcomeText outcomes;

  /** Sections in a language. */
  public FilmsSection(Catalogue catalogue, Wording wording) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.outcomes = new OutcomeText(wording.locale(), catalogue.landmarks());
  }

  /** The lines; none if no value over several films is told by these readings. */
  public List<String> lines(List<Reading> readings) {
    StudyFilms films = StudyFilms.of(readings);
    List<String> lines = new ArrayList<>();
    List<StudyFilms.Result> values = films.values(catalogue);
    if (!values.isEmpty()) {
      lines.add(wording.get("films.title"));
      TextTable table =
          new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
      table.row(wording.get("films.columns").split("\\|", -1));
      values.forEach(v -> row(table, v.measurement(), (Outcome.Value) v.outcome()));
      table.lines().forEach(line -> lines.add("  " + line));
      values.forEach(v -> screening(lines, v, films));
    }
    for (FilmRole role : films.ambiguous()) {
      lines.add(wording.get("films.ambiguous", outcomes.film(role)));
    }
    return lines;
  }

  private void row(TextTable table, Measurement measurement, Outcome.Value value) {
    Optional<Outcome.Measured> number =
        value instanceof Outcome.Measured measured ? Optional.of(measured) : Optional.empty();
    table.row(
        measurement.name(wording.locale()),
        number.map(n -> shown(n.value(), n.unit())).orElse(""),
        number
            .flatMap(n -> n.interval().map(i -> "± " + shown(i.halfWidth(), n.unit())))
            .orElse(""),
        measurement
            .signWords()
            .flatMap(
                words -> number.map(n -> words.of(n.unit().displayed(n.value()), wording.locale())))
            .orElse(""),
        measurement.tier().name(),
        value.caveats().contains(Outcome.Caveat.MAGNIFIED) ? wording.get("films.magnified") : "");
  }

  private void screening(List<String> lines, StudyFilms.Result result, StudyFilms films) {
    Reading first = films.reading(films.readings().firstKey());
    for (ScreeningLimit limit :
        result.measurement().exceeded((Outcome.Value) result.outcome(), first.scale())) {
      TextNote.addItem(
          lines,
          "   ",
          "-",
          result.measurement().name(wording.locale()) + ": " + outcomes.screening(limit),
          TextNote.WIDTH);
    }
  }

  private static String shown(double value, Unit unit) {
    return unit.format(value) + unit.suffix();
  }
}
