package org.cervimark.anatomy;

import java.util.Locale;
import java.util.Optional;

/** The views of the neck that the catalogue knows. */
public enum View {
  /** Lateral, upright, neutral posture. */
  LATERAL_NEUTRAL(Projection.LATERAL, "lateral, neutral", "측면 중립위"),
  /** Lateral in maximal flexion. */
  LATERAL_FLEXION(Projection.LATERAL, "lateral, flexion", "측면 굴곡위"),
  /** Lateral in maximal extension. */
  LATERAL_EXTENSION(Projection.LATERAL, "lateral, extension", "측면 신전위"),
  /** Antero-posterior of the lower neck. */
  AP(Projection.FRONTAL, "antero-posterior", "전후면"),
  /** Antero-posterior through the open mouth. */
  AP_OPEN_MOUTH(Projection.FRONTAL, "antero-posterior, open mouth", "개구위 전후면"),
  /** Antero-posterior along the plane of the atlas, skull included. */
  NASIUM(Projection.FRONTAL, "nasium", "나지움"),
  /** Along the axis of the neck, from above. */
  VERTEX(Projection.TRANSVERSE, "vertex", "두정위"),
  /** Along the axis of the neck, from below. */
  BASE_POSTERIOR(Projection.TRANSVERSE, "base posterior", "두개저 후방위"),
  /** Oblique along one atlanto-occipital joint (Blair). */
  PROTRACTO(Projection.FRONTAL, "protracto", "프로트랙토");

  private final Projection projection;
  private final String english;
  private final String korean;

  View(Projection projection, String english, String korean) {
    this.projection = projection;
    this.english = english;
    this.korean = korean;
  }

  /** The plane that this view shows. */
  public Projection projection() {
    return projection;
  }

  /** The name shown to people. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ko") ? korean : english;
  }

  /** The id used in catalogue files and on the command line, such as {@code lateral-neutral}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The view with this id, if there is one. */
  public static Optional<View> withId(String id) {
    for (View view : values()) {
      if (view.id().equals(id)) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }
}
