package org.cervimark.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cervimark.measurement.Catalogue;

/** The part of a note that tells of films that are measured together. */
final class FilmsSection implements NoteSection {

  private final Wording wording;
  private final OutcomeText outcomes;
  private final ComparedFilms films;
  private final ValueSection values;

  FilmsSection(Catalogue catalogue, Wording wording, ComparedFilms films) {
    this.wording = wording;
    this.outcomes = new OutcomeText(wording.locale(), catalogue.landmarks());
    this.films = films;
    this.values =
        new ValueSection(
            catalogue, wording, films.values(), films.scale(), films.roles().first().view());
  }

  /** Which films. */
  @Override
  public String heading() {
    String names = films.roles().stream().map(outcomes::film).collect(Collectors.joining(" + "));
    return PlainText.capitalised(wording.get("films.heading", names));
  }

  /** The image of each film. */
  @Override
  public TextTable facts() {
    TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);
    films
        .readings()
        .forEach(
            (role, reading) -> table.row(outcomes.film(role), reading.image().sopInstanceUid()));
    return table;
  }

  /** That a film was read more than once. */
  @Override
  public Optional<String> preface() {
    return films.ambiguous().isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.get(
                "films.ambiguous",
                films.ambiguous().stream().map(outcomes::film).collect(Collectors.joining("; "))));
  }

  @Override
  public ValueSection values() {
    return values;
  }

  /** Nothing is drawn across films. */
  @Override
  public List<String> marks() {
    return List.of();
  }

  /** Said with each image. */
  @Override
  public List<String> uncertainLandmarks() {
    return List.of();
  }
}
