package org.cervimark.reading;

import java.util.List;
import java.util.OptionalInt;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;

/**
 * Something that another program has marked on an image, as it was written: to be shown, never to
 * be changed.
 *
 * @param image SOP Instance UID of the image; empty if the object does not say
 * @param frame the frame, if the object names one
 * @param shape what the points mean
 * @param points in image coordinates; none for values without a place
 * @param label what the other program calls it, possibly empty
 * @param values what it measured there
 */
public record ForeignMark(
    String image,
    OptionalInt frame,
    Shape shape,
    List<ImagePoint> points,
    String label,
    List<Value> values) {

  /** What the points of a mark mean. */
  public enum Shape {
    /** No place on the image: a value of a whole image or of a segmentation. */
    NONE,
    /** One or more single points. */
    POINTS,
    /** A line through all points. */
    POLYLINE,
    /** Its centre and a point on it. */
    CIRCLE,
    /** Both ends of its long axis and both ends of its short axis. */
    ELLIPSE,
    /** The place of a text. */
    TEXT
  }

  /**
   * A measured value as it was written.
   *
   * @param name what was measured
   * @param value the number
   * @param unit its unit, for people
   */
  public record Value(String name, double value, String unit) {}

  /** Copies the lists. */
  public ForeignMark {
    points = List.copyOf(points);
    values = List.copyOf(values);
  }

  /** Whether it lies on an image. */
  public boolean isOn(ImageReference reference) {
    return image.equals(reference.sopInstanceUid())
        && (frame.isEmpty() || frame.getAsInt() == reference.frame());
  }
}
