package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.cervimark.measurement.PlacedFilms.PlacedFilm;
import org.cervimark.measurement.expression.Expression;

/**
 * Divides the values of a formula into classes. The limits between them are formulas, too, since a
 * limit may be a landmark.
 *
 * @param bands the classes from the lowest values to the highest
 */
record Bands(List<Band> bands) {

  /**
   * A class.
   *
   * @param category its name
   * @param below its values lie below that of this formula and not below that of the class before;
   *     empty for the highest class
   */
  record Band(Category category, List<Expression> below) {
    Band {
      below = List.copyOf(below);
    }
  }

  /** Copies the list. */
  Bands {
    bands = List.copyOf(bands);
  }

  /** The formulas of the limits. */
  List<Expression> limits() {
    return bands.stream().flatMap(b -> b.below().stream()).toList();
  }

  /** The classes in their order. */
  List<Category> categories() {
    return bands.stream().map(Band::category).toList();
  }

  /**
   * The class in which films fall, with those that are as well possible within the error of placing
   * the landmarks.
   */
  Outcome.Classified classify(
      Expression position,
      Map<String, PlacedFilm> films,
      PlacementError placementError,
      Set<Outcome.Caveat> caveats) {
    int found = 0;
    while (found < bands.size() - 1 && distance(position, found, films).orElse(0) >= 0) {
      found++;
    }
    List<Category> possible = new ArrayList<>();
    for (int i = found - 1; i >= 0 && isUncertain(position, i, films, placementError); i--) {
      possible.add(0, bands.get(i).category());
    }
    for (int i = found;
        i < bands.size() - 1 && isUncertain(position, i, films, placementError);
        i++) {
      possible.add(bands.get(i + 1).category());
    }
    return new Outcome.Classified(bands.get(found).category(), possible, caveats);
  }

  /** How far the position lies above the upper limit of a class. */
  private OptionalDouble distance(Expression position, int band, Map<String, PlacedFilm> films) {
    OptionalDouble at = PlacedFilms.value(position, films);
    OptionalDouble limit = PlacedFilms.value(bands.get(band).below().get(0), films);
    return at.isPresent() && limit.isPresent()
        ? OptionalDouble.of(at.getAsDouble() - limit.getAsDouble())
        : OptionalDouble.empty();
  }

  private boolean isUncertain(
      Expression position, int band, Map<String, PlacedFilm> films, PlacementError placementError) {
    OptionalDouble distance = distance(position, band, films);
    return distance.isPresent()
        && placementError
            .interval(films, f -> distance(position, band, f), position.type())
            .filter(i -> Math.abs(distance.getAsDouble()) <= i.halfWidth())
            .isPresent();
  }
}
