package org.cervimark.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/** How placements and free marks are written in a {@link Draft}; doubles in full. */
final class DraftText {

  private static final String NOWHERE = "-";
  private static final String FIELD = "\u001f";
  private static final Pattern NUMBER = Pattern.compile("[-+0-9.eE]{1,32}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  private DraftText() {}

  static String of(Placement placement) {
    return placement.point().map(DraftText::of).orElse(NOWHERE + " " + NOWHERE)
        + " "
        + placement.visibility().id()
        + " "
        + placement.origin().name().toLowerCase(Locale.ROOT);
  }

  static Optional<Placement> placement(String landmark, String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 4 || !LandmarkId.isValid(landmark)) {
      return Optional.empty();
    }
    Optional<ImagePoint> point = point(words[0], words[1]);
    Optional<Visibility> visibility = Visibility.withId(words[2]);
    Optional<Origin> origin = origin(words[3]);
    if (visibility.isEmpty()
        || origin.isEmpty()
        || point.isPresent() == (visibility.get() == Visibility.NOT_VISIBLE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Placement(new LandmarkId(landmark), point, visibility.get(), origin.get()));
  }

  static String of(FreeMark mark, int place) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%04d", place));
    text.append(' ').append(mark.kind().id());
    mark.points().forEach(p -> text.append(' ').append(of(p)));
    return text.append(' ').append(mark.text()).toString();
  }

  static Optional<FreeMark> mark(String uid, String text) {
    String[] words = text.split(" ", 3);
    Optional<FreeMark.Kind> kind = words.length == 3 ? kind(words[1]) : Optional.empty();
    if (kind.isEmpty() || !UID.matcher(uid).matches()) {
      return Optional.empty();
    }
    int coordinates = 2 * kind.get().points();
    String[] rest = words[2].split(" ", coordinates + 1);
    if (rest.length != coordinates + 1) {
      return Optional.empty();
    }
    List<ImagePoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates; i += 2) {
      point(rest[i], rest[i + 1]).ifPresent(points::add);
    }
    boolean sound =
        points.size() == kind.get().points()
            && !(kind.get() == FreeMark.Kind.NOTE && rest[coordinates].isBlank());
    return sound
        ? Optional.of(new FreeMark(uid, kind.get(), points, rest[coordinates]))
        : Optional.empty();
  }

  static String of(CalibrationObject object) {
    return String.join(
        FIELD,
        Double.toString(object.length()),
        object.uncertainty().map(u -> Double.toString(u)).orElse(""),
        object.description(),
        object.responsible().orElse(""),
        object.time().map(LocalDateTime::toString).orElse(""));
  }

  static Optional<CalibrationObject> calibration(String text) {
    String[] fields = text.split(FIELD, -1);
    if (fields.length != 5
        || !NUMBER.matcher(fields[0]).matches()
        || !(fields[1].isEmpty() || NUMBER.matcher(fields[1]).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CalibrationObject(
              Double.parseDouble(fields[0]),
              Optional.of(fields[1]).filter(u -> !u.isEmpty()).map(Double::valueOf),
              fields[2],
              Optional.of(fields[3]).filter(r -> !r.isEmpty()),
              Optional.of(fields[4]).filter(t -> !t.isEmpty()).map(LocalDateTime::parse)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A number from 0 to a limit; 0 for what is none. */
  static int count(String text, int most) {
    return COUNT.matcher(text).matches() ? Math.min(most, Integer.parseInt(text)) : 0;
  }

  private static String of(ImagePoint point) {
    return point.column() + " " + point.row();
  }

  private static Optional<ImagePoint> point(String column, String row) {
    if (!NUMBER.matcher(column).matches() || !NUMBER.matcher(row).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ImagePoint(Double.parseDouble(column), Double.parseDouble(row)).snapped());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Origin> origin(String word) {
    for (Origin origin : Origin.values()) {
      if (origin.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }

  private static Optional<FreeMark.Kind> kind(String word) {
    for (FreeMark.Kind kind : FreeMark.Kind.values()) {
      if (kind.id().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
