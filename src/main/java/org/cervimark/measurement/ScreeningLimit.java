package org.cervimark.measurement;

import java.util.Optional;
import java.util.Set;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.terminology.BilingualText;

/**
 * A published limit beyond which a film is shown to a radiologist. Never a diagnosis, and never
 * compared with a value of another space.
 *
 * @param above values above this exceed the limit
 * @param below values below this exceed the limit
 * @param categories ids of the categories that exceed the limit, for a measurement that names a
 *     class
 * @param space the lengths for which the limit was published
 * @param statement the limit with its population and context, as shown to people
 * @param source the key of the publication in the catalogue's source list
 */
public record ScreeningLimit(
    Optional<Double> above,
    Optional<Double> below,
    Set<String> categories,
    Space space,
    BilingualText statement,
    String source) {

  /** What lengths a limit speaks of. */
  public enum Space {
    /** Lengths on the film or at the detector, as magnified as the film is. */
    FILM,
    /** Lengths in the patient: of cadavers, CT, or a film whose magnification is corrected. */
    TRUE,
    /** Angles, ratios, percentages and classes, in which magnification cancels. */
    ANY;

    /** Whether values measured with a scale may be compared with a limit of this space. */
    public boolean fits(Scale scale) {
      return switch (this) {
        case ANY -> true;
        case FILM -> scale.source() == ScaleSource.DETECTOR || scale.source() == ScaleSource.FILM;
        case TRUE -> scale.isCalibrated() && !scale.source().magnified();
      };
    }
  }

  /** Copies the set; a limit limits something. */
  public ScreeningLimit {
    categories = Set.copyOf(categories);
    if (above.isEmpty() && below.isEmpty() && categories.isEmpty()) {
      throw new IllegalArgumentException("a limit of nothing: " + statement.english());
    }
  }

  /** Whether a value lies beyond the limit, whatever its space. */
  boolean isExceededBy(Outcome.Value value) {
    if (value instanceof Outcome.Measured measured) {
      return above.filter(limit -> measured.value() > limit).isPresent()
          || below.filter(limit -> measured.value() < limit).isPresent();
    }
    return categories.contains(((Outcome.Classified) value).category().id());
  }
}
