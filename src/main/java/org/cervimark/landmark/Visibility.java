package org.cervimark.landmark;

/** How well the reader saw a landmark. */
public enum Visibility {
  /** The edge is clearly seen. */
  CLEAR,
  /** The edge is seen, its exact position is not. */
  UNCERTAIN,
  /** The edge is not seen; the position is inferred from its neighbourhood. */
  ESTIMATED,
  /** No position can be given. */
  NOT_VISIBLE;

  private final String id = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

  /** The name used in files, such as {@code not-visible}. */
  public String id() {
    return id;
  }

  /** The visibility with this id, if there is one. */
  public static java.util.Optional<Visibility> withId(String id) {
    for (Visibility visibility : values()) {
      if (visibility.id().equals(id)) {
        return java.util.Optional.of(visibility);
      }
    }
    return java.util.Optional.empty();
  }
}
