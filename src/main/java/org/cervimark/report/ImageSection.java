package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;

/** The part of a note that tells of one image. */
final class ImageSection implements NoteSection {

  private final Catalogue catalogue;
  private final Wording wording;
  private final Locale locale;
  private final OutcomeText outcomes;
  private final Reading reading;
  private final ValueSection values;

  ImageSection(Catalogue catalogue, Wording wording, Reading reading, List<ReportedValue> values) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.locale = wording.locale();
    this.outcomes = new OutcomeText(locale, catalogue.landmarks());
    this.reading = reading;
    this.values = new ValueSection(catalogue, wording, values, reading.scale(), reading.view());
  }

  @Override
  public ValueSection values() {
    return values;
  }

  /** View and modality. */
  @Override
  public String heading() {
    return PlainText.capitalised(reading.view().name(locale))
        + " ("
        + PlainText.harmless(reading.modality())
        + ")";
  }

  /** Identity, scale, orientation. */
  @Override
  public TextTable facts() {
    return new ImageFacts(catalogue, wording, reading).table();
  }

  /** What the protocol says of its evidence. */
  @Override
  public Optional<String> preface() {
    return catalogue
        .protocol(reading.protocol())
        .map(p -> p.evidenceNote().in(locale))
        .filter(note -> !note.isEmpty());
  }

  @Override
  public List<String> marks() {
    return reading.marks().stream().map(this::mark).toList();
  }

  private String mark(FreeMark mark) {
    String kind = wording.get("note.mark." + mark.kind().id());
    String value =
        mark.value(reading.scale())
            .map(v -> " " + ValueSection.shown(v.value(), v.unit()))
            .orElse("");
    String text = mark.text().isEmpty() ? "" : ": " + PlainText.harmless(mark.text());
    return kind + value + text;
  }

  @Override
  public List<String> uncertainLandmarks() {
    List<String> items = new ArrayList<>();
    for (Visibility visibility : List.of(Visibility.UNCERTAIN, Visibility.ESTIMATED)) {
      List<LandmarkId> ids =
          reading.landmarks().all().stream()
              .filter(p -> p.visibility() == visibility)
              .map(Placement::landmark)
              .toList();
      if (!ids.isEmpty()) {
        items.add(wording.get("note.uncertain." + visibility.id()) + ": " + outcomes.names(ids));
      }
    }
    return items;
  }
}
