package org.cervimark.measurement;

import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.View;

/** The part that a film plays in a measurement over several films of a study. */
public enum FilmRole {
  /** Lateral in the posture the patient holds. */
  NEUTRAL(View.LATERAL_NEUTRAL),
  /** Lateral in maximal flexion. */
  FLEXION(View.LATERAL_FLEXION),
  /** Lateral in maximal extension. */
  EXTENSION(View.LATERAL_EXTENSION);

  private final View view;

  FilmRole(View view) {
    this.view = view;
  }

  /** The view as which a film of this role is read. */
  public View view() {
    return view;
  }

  /** The id used in formulas and files, such as {@code flexion}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a film read as this view, if it can have one. */
  public static Optional<FilmRole> of(View view) {
    for (FilmRole role : values()) {
      if (role.view == view) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** The role with this id, if there is one. */
  public static Optional<FilmRole> withId(String id) {
    for (FilmRole role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
