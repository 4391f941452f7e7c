package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.Scale;
import org.cervimark.image.Window;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/** Outcomes in words: a value with its interval, or the reason why there is none. */
final class ResultText {

  private static final String NO_VALUE = "–";

  private final Settings settings;
  private final Supplier<LandmarkDictionary> landmarks;
  private final Map<LandmarkId, String> labels = new HashMap<>();

  /** With the landmark names of the dictionary in force. */
  ResultText(Settings settings, Supplier<LandmarkDictionary> landmarks) {
    this.settings = settings;
    this.landmarks = landmarks;
  }

  private Wording wording() {
    return settings.wording();
  }

  /** The language of the words. */
  Locale locale() {
    return wording().locale();
  }

  /** The value with its interval and unit, such as {@code 24.9 ± 3.6°}; a dash without one. */
  String value(Result result) {
    if (result.outcome() instanceof Outcome.Classified classified) {
      return classified.category().name(locale());
    }
    if (!(result.outcome() instanceof Outcome.Measured measured)) {
      return NO_VALUE;
    }
    String number = measured.unit().format(measured.value()).replace('-', '−');
    String interval =
        measured.interval().map(i -> " ± " + measured.unit().format(i.halfWidth())).orElse("");
    return number + interval + measured.unit().suffix();
  }

  /** What stands below the value: the sign in words with its caveats, or the reason. */
  String remark(Result result) {
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Measured measured) {
      return measured(result.measurement(), measured);
    }
    if (outcome instanceof Outcome.Classified classified) {
      return classified(classified);
    }
    if (outcome instanceof Outcome.OnFilm onFilm) {
      return wording().get("film." + onFilm.film().id())
          + ": "
          + remark(new Result(result.measurement(), onFilm.reason()));
    }
    if (outcome instanceof Outcome.MissingFilm missing) {
      return wording()
          .get(
              "outcome.missingFilm",
              missing.films().stream()
                  .map(role -> wording().get("film." + role.id()))
                  .collect(Collectors.joining(", ")));
    }
    if (outcome instanceof Outcome.MissingLandmarks missing) {
      return wording().get("outcome.missing", names(missing.landmarks()));
    }
    if (outcome instanceof Outcome.NotVisible hidden) {
      return wording().get("outcome.notVisible", names(hidden.landmarks()));
    }
    if (outcome instanceof Outcome.Degenerate degenerate) {
      return wording()
          .get(
              "outcome.degenerate." + degenerate.reason().name().toLowerCase(Locale.ROOT),
              names(degenerate.landmarks()));
    }
    if (outcome instanceof Outcome.NotComparable) {
      return wording().get("outcome.notComparable");
    }
    return wording()
        .get(
            outcome instanceof Outcome.NotCalibrated
                ? "outcome.notCalibrated"
                : "outcome.notOriented");
  }

  /** A short label for a landmark on the image. */
  String label(LandmarkId id) {
    return locale().getLanguage().equals("ko")
        ? name(landmarks.get(), id, locale())
        : labels.computeIfAbsent(id, ShortLabel::of);
  }

  /** The value of a mark that is drawn freely, and what is written beside it. */
  String free(FreeMark mark, Scale scale) {
    String value =
        mark.value(scale)
            .map(v -> v.unit().format(v.value()) + v.unit().suffix())
            .orElse(mark.kind() == FreeMark.Kind.NOTE ? "" : NO_VALUE);
    if (mark.text().isEmpty()) {
      return value;
    }
    String words = PlainText.harmless(mark.text());
    return value.isEmpty() ? words : value + "  " + words;
  }

  /** That a published limit is exceeded, in short; never a diagnosis. */
  String beyondLimit() {
    return wording().get("result.limit");
  }

  /** A message in words. */
  String message(ViewerModel.Message message) {
    return wording().get(message.key(), message.values().toArray(String[]::new));
  }

  /**
   * How an image is shown: its window, whatever else was done to its greys, and that it does not
   * lie as stored.
   */
  String shown(Window window, Optional<GreyState> greys, Turn turn) {
    String words = GreyPresets.numbers(window, wording());
    if (greys.isPresent() && greys.get().gamma() != 1) {
      words += " · γ " + String.format(Locale.ROOT, "%.2f", greys.get().gamma());
    }
    if (greys.isPresent() && greys.get().exchanged()) {
      words += " · " + wording().get("shown.inverted");
    }
    if (greys.isPresent() && greys.get().enhanced()) {
      words += " · " + wording().get("shown.enhanced");
    }
    if (turn.mirrored()) {
      words += " · " + wording().get("shown.mirrored");
    }
    if (turn.quarters() != 0) {
      words += " · " + wording().get("shown.turned", Integer.toString(90 * turn.quarters()));
    }
    return words;
  }

  private String measured(Measurement measurement, Outcome.Measured measured) {
    List<String> parts = new ArrayList<>();
    double displayed = measured.unit().displayed(measured.value());
    measurement
        .signWords()
        .map(words -> words.of(displayed, wording().locale()))
        .filter(word -> !word.isEmpty())
        .ifPresent(parts::add);
    addCaveats(parts, measured);
    return String.join(" · ", parts);
  }

  private String classified(Outcome.Classified classified) {
    List<String> parts = new ArrayList<>();
    if (!classified.alsoPossible().isEmpty()) {
      parts.add(
          wording()
              .get(
                  "outcome.alsoPossible",
                  classified.alsoPossible().stream()
                      .map(c -> c.name(locale()))
                      .collect(Collectors.joining(", "))));
    }
    addCaveats(parts, classified);
    return String.join(" · ", parts);
  }

  private void addCaveats(List<String> parts, Outcome.Value value) {
    for (Outcome.Caveat caveat : Outcome.Caveat.values()) {
      if (value.caveats().contains(caveat)) {
        parts.add(wording().get("caveat." + caveat.id()));
      }
    }
  }

  private String names(SortedSet<LandmarkId> ids) {
    String first =
        ids.stream()
            .findFirst()
            .map(id -> name(landmarks.get(), id, wording().locale()))
            .orElse("");
    return ids.size() > 1
        ? wording().get("outcome.andMore", first, Integer.toString(ids.size() - 1))
        : first;
  }

  /** The name of a landmark; its id if the dictionary does not have it. */
  static String name(LandmarkDictionary landmarks, LandmarkId id, Locale locale) {
    return landmarks.find(id).map((Landmark l) -> l.name(locale)).orElse(id.value());
  }
}
