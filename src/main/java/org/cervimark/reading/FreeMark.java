package org.cervimark.reading;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.terminology.Unit;

/**
 * Something that a reader drew on an image without a record in the catalogue: an angle, a distance,
 * a note. Its value is what the points say, without reference, sign or interval.
 *
 * @param uid by which revisions recognise it, a DICOM UID
 * @param kind what it is
 * @param points as many as the kind asks for, on the grid of 1/64 pixel
 * @param text what the reader wrote beside it; only a note must have some
 */
public record FreeMark(String uid, Kind kind, List<ImagePoint> points, String text) {

  /** What can be drawn. */
  public enum Kind {
    /** The angle at the second of three points, 0 to 180 degrees. */
    ANGLE(3),
    /** The smaller angle between the lines through the first and the last two of four points. */
    COBB(4),
    /** The distance of two points, in millimetres if the image has a scale, else in pixels. */
    DISTANCE(2),
    /** A text that points at one place. */
    NOTE(1);

    private final int points;

    Kind(int points) {
      this.points = points;
    }

    /** How many points it has. */
    public int points() {
      return points;
    }

    /** The name used in files, such as {@code cobb}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What the points say.
   *
   * @param value not negative
   * @param unit its unit
   */
  public record Value(double value, Unit unit) {}

  /** Snaps the points and strips the text; refuses a wrong number of points and an empty note. */
  public FreeMark {
    points = points.stream().map(ImagePoint::snapped).toList();
    text = text.strip();
    if (points.size() != kind.points()) {
      throw new IllegalArgumentException(
          kind.id() + " has " + kind.points() + " points, not " + points.size());
    }
    if (kind == Kind.NOTE && text.isEmpty()) {
      throw new IllegalArgumentException("a note says something");
    }
  }

  /** A new mark. */
  public static FreeMark of(Kind kind, List<ImagePoint> points, String text) {
    UUID random = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(random.getMostSignificantBits())
            .putLong(random.getLeastSignificantBits())
            .array();
    // The form of UIDs made from UUIDs, PS3.5 B.2.
    return new FreeMark("2.25." + new BigInteger(1, bytes), kind, points, text);
  }

  /** The same mark with one point elsewhere. */
  public FreeMark withPoint(int index, ImagePoint point) {
    List<ImagePoint> moved = new java.util.ArrayList<>(points);
    moved.set(index, point);
    return new FreeMark(uid, kind, moved, text);
  }

  /** The same mark with another text. */
  public FreeMark withText(String other) {
    return new FreeMark(uid, kind, points, other);
  }

  /** The value; empty for a note, and for an angle one of whose lines has no length. */
  public Optional<Value> value(Scale scale) {
    return switch (kind) {
      case DISTANCE -> Optional.of(new Value(length(0, 1, scale), scale.lengthUnit()));
      case ANGLE -> angle(1, 0, 1, 2, scale);
      case COBB ->
          angle(0, 1, 2, 3, scale)
              .map(a -> new Value(Math.min(a.value(), 180 - a.value()), a.unit()));
      case NOTE -> Optional.empty();
    };
  }

  /** What to draw: the lines of the mark; none for a note. */
  public List<Graphic> graphics() {
    return switch (kind) {
      case ANGLE -> List.of(segment(1, 0, Graphic.Role.ARM), segment(1, 2, Graphic.Role.ARM));
      case COBB -> List.of(segment(0, 1, Graphic.Role.ARM), segment(2, 3, Graphic.Role.ARM));
      case DISTANCE -> List.of(segment(0, 1, Graphic.Role.DISTANCE));
      case NOTE -> List.of();
    };
  }

  private Graphic segment(int from, int to, Graphic.Role role) {
    return Graphic.segment(points.get(from), points.get(to), role);
  }

  private Optional<Value> angle(int from, int to, int otherFrom, int otherTo, Scale scale) {
    double x1 = columns(from, to, scale);
    double y1 = rows(from, to, scale);
    double x2 = columns(otherFrom, otherTo, scale);
    double y2 = rows(otherFrom, otherTo, scale);
    if (Math.hypot(x1, y1) == 0 || Math.hypot(x2, y2) == 0) {
      return Optional.empty();
    }
    double angle = Math.toDegrees(Math.atan2(Math.abs(x1 * y2 - y1 * x2), x1 * x2 + y1 * y2));
    return Optional.of(new Value(angle, Unit.DEGREE));
  }

  private double length(int from, int to, Scale scale) {
    return Math.hypot(columns(from, to, scale), rows(from, to, scale));
  }

  private double columns(int from, int to, Scale scale) {
    return (points.get(to).column() - points.get(from).column()) * scale.columnSpacing();
  }

  private double rows(int from, int to, Scale scale) {
    return (points.get(to).row() - points.get(from).row()) * scale.rowSpacing();
  }
}
