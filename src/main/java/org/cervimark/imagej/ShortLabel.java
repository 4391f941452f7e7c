package org.cervimark.imagej;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cervimark.anatomy.LandmarkId;

/** Short labels for the image: {@code C4} for the corners of a body, {@code C2 dens tip} else. */
final class ShortLabel {

  private static final Pattern VERTEBRA = Pattern.compile("([ct][0-9]+)-(.+)");
  private static final Pattern CORNER =
      Pattern.compile(
          "(superior-endplate|inferior-endplate|body-superior|body-inferior)"
              + "-(anterior|posterior)");

  /** Vertebrae, and the external auditory meatus. */
  private static final Pattern CAPITALS = Pattern.compile("\\b([ct][0-9]+|eam)\\b");

  private ShortLabel() {}

  /** The vertebra of whose body this is a corner. */
  static Optional<String> body(LandmarkId id) {
    Matcher matcher = VERTEBRA.matcher(id.value());
    return matcher.matches() && CORNER.matcher(matcher.group(2)).matches()
        ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The id in a form that fits beside its landmark. */
  static String of(LandmarkId id) {
    return CAPITALS
        .matcher(id.value().replace('-', ' '))
        .replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
  }
}
