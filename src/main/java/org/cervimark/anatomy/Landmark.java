package org.cervimark.anatomy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.geometry.Point2;
import org.cervimark.terminology.Code;

/**
 * One entry of the landmark dictionary.
 *
 * @param id stable name
 * @param code the private code; its meaning is the English name
 * @param koreanName the Korean name
 * @param definition where exactly the point lies, in English
 * @param koreanDefinition the same in Korean
 * @param site the bone or organ it belongs to (SNOMED CT)
 * @param side for paired landmarks, the patient's side
 * @param placementSigma standard deviation of placing it once on a clear film, in millimetres per
 *     axis: an engineering placeholder, not a published figure
 * @param templates where it lies in a schematic neck, for each plane in which it is seen:
 *     millimetres in the patient frame; used to draw the schematic and never to measure
 */
public record Landmark(
    LandmarkId id,
    Code code,
    String koreanName,
    String definition,
    String koreanDefinition,
    Code site,
    Optional<Side> side,
    double placementSigma,
    Map<Projection, Point2> templates) {

  /** Refuses a standard deviation that is not positive, and a landmark seen in no plane. */
  public Landmark {
    if (!(placementSigma > 0)) {
      throw new IllegalArgumentException("placement sigma must be positive: " + placementSigma);
    }
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("seen in no plane: " + id);
    }
    templates = Map.copyOf(templates);
  }

  /** The planes in which it is seen. */
  public Set<Projection> projections() {
    return templates.keySet();
  }

  /** The name shown to people. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ko") ? koreanName : code.meaning();
  }

  /** The definition shown to people. */
  public String definition(Locale locale) {
    return locale.getLanguage().equals("ko") ? koreanDefinition : definition;
  }
}
