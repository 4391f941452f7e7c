package org.cervimark.report;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;

/** Says in words and in ids what came of a measurement. */
public final class OutcomeText {

  private final Wording wording;
  private final LandmarkDictionary landmarks;

  /** In the given language, with the landmark names of a dictionary. */
  public OutcomeText(Locale locale, LandmarkDictionary landmarks) {
    this.wording = Wording.of(OutcomeText.class, locale);
    this.landmarks = landmarks;
  }

  /**
   * Why there is no value, as a phrase that names the landmarks concerned.
   *
   * @throws IllegalArgumentException for a measured value
   */
  public String reason(Outcome outcome) {
    if (outcome instanceof Outcome.OnFilm onFilm) {
      return film(onFilm.film()) + ": " + reason(onFilm.reason());
    }
    if (outcome instanceof Outcome.MissingFilm missing) {
      return wording.get(
          "reason.missing-film",
          missing.films().stream().map(this::film).collect(Collectors.joining("; ")));
    }
    Set<LandmarkId> concerned = landmarks(outcome);
    String phrase = wording.get("reason." + reasonId(outcome));
    return concerned.isEmpty() ? phrase : phrase + ": " + names(concerned);
  }

  /** A film of a role, as a phrase. */
  public String film(FilmRole role) {
    return wording.get("film." + role.id());
  }

  /**
   * A class with those that are as well possible within the error of placing, such as {@code II (I
   * possible)}.
   */
  public String category(Outcome.Classified classified) {
    String name = classified.category().name(wording.locale());
    return classified.alsoPossible().isEmpty()
        ? name
        : wording.get(
            "category.uncertain",
            name,
            classified.alsoPossible().stream()
                .map(c -> c.name(wording.locale()))
                .collect(Collectors.joining(", ")));
  }

  /** What a reader must know of a value, as a sentence. */
  public String caveat(Outcome.Caveat caveat) {
    return wording.get("caveat." + caveat.id());
  }

  /** What follows from a value beyond a published limit: that somebody looks, and no diagnosis. */
  public String screening(ScreeningLimit limit) {
    return wording.get(
        "screening",
        limit.statement().in(wording.locale()),
        wording.get("screening.space." + id(limit.space())),
        limit.source());
  }

  /** What an interval accounts for, as a sentence. */
  public String basis(Outcome.Interval.Basis basis) {
    return wording.get("basis." + id(basis));
  }

  /** What to say of intervals that account for the error of the scale, as a sentence. */
  public String scaleIncluded() {
    return wording.get("basis.scale");
  }

  /** The names of landmarks, in the order given; unknown ones are named by their id. */
  public String names(Collection<LandmarkId> ids) {
    return ids.stream()
        .map(id -> landmarks.find(id).map(l -> l.name(wording.locale())).orElse(id.value()))
        .collect(Collectors.joining("; "));
  }

  /** The name of a landmark; an unknown one is named by its id. */
  public String name(LandmarkId id) {
    return names(List.of(id));
  }

  /**
   * The id of a reason in files, such as {@code missing-landmarks}.
   *
   * @throws IllegalArgumentException for a measured value
   */
  public static String reasonId(Outcome outcome) {
    if (outcome instanceof Outcome.MissingLandmarks) {
      return "missing-landmarks";
    } else if (outcome instanceof Outcome.NotVisible) {
      return "not-visible";
    } else if (outcome instanceof Outcome.NotCalibrated) {
      return "not-calibrated";
    } else if (outcome instanceof Outcome.NotOriented) {
      return "not-oriented";
    } else if (outcome instanceof Outcome.Degenerate degenerate) {
      return id(degenerate.reason());
    } else if (outcome instanceof Outcome.MissingFilm) {
      return "missing-film";
    } else if (outcome instanceof Outcome.NotComparable) {
      return "not-comparable";
    } else if (outcome instanceof Outcome.OnFilm onFilm) {
      return onFilm.film().id() + "-" + reasonId(onFilm.reason());
    }
    throw new IllegalArgumentException("a measured value has no reason: " + outcome);
  }

  /** The landmarks that a reason concerns; none for a measured value. */
  public static SortedSet<LandmarkId> landmarks(Outcome outcome) {
    if (outcome instanceof Outcome.MissingLandmarks missing) {
      return missing.landmarks();
    } else if (outcome instanceof Outcome.NotVisible notVisible) {
      return notVisible.landmarks();
    } else if (outcome instanceof Outcome.Degenerate degenerate) {
      return degenerate.landmarks();
    } else if (outcome instanceof Outcome.OnFilm onFilm) {
      return landmarks(onFilm.reason());
    }
    return Collections.emptySortedSet();
  }

  /** The id of an enum constant in files: lower case with hyphens. */
  public static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
