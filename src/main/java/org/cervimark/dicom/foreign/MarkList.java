package org.cervimark.dicom.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.ForeignMark;

/** The marks found so far, within limits. */
final class MarkList {

  static final int MOST_MARKS = 20_000;
  static final int MOST_POINTS = 10_000;
  static final int LONGEST_TEXT = 1_000;

  private final List<ForeignMark> marks = new ArrayList<>();
  private int leftOut;

  void add(ForeignMark mark) {
    if (marks.size() < MOST_MARKS) {
      marks.add(mark);
    } else {
      leftOut++;
    }
  }

  void leaveOut() {
    leftOut++;
  }

  List<ForeignMark> marks() {
    return List.copyOf(marks);
  }

  int leftOut() {
    return leftOut;
  }

  /** Graphic Data (0070,0022); empty if it is missing, too long, odd or not finite. */
  static Optional<List<ImagePoint>> points(Elements item) {
    float[] data = item.dataSet().getFloats(Tag.GraphicData);
    if (data == null || data.length < 2 || data.length % 2 != 0 || data.length > 2 * MOST_POINTS) {
      return Optional.empty();
    }
    List<ImagePoint> points = new ArrayList<>(data.length / 2);
    for (int i = 0; i < data.length; i += 2) {
      if (!Float.isFinite(data[i]) || !Float.isFinite(data[i + 1])) {
        return Optional.empty();
      }
      points.add(new ImagePoint(data[i], data[i + 1]));
    }
    return Optional.of(points);
  }

  /** A text as far as it can be shown. */
  static String text(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** What a Graphic Type (0070,0023) of so many points means; empty if they do not fit it. */
  static Optional<ForeignMark.Shape> shape(String type, int points) {
    return switch (type) {
      case "POINT", "MULTIPOINT" -> Optional.of(ForeignMark.Shape.POINTS);
      case "POLYLINE", "INTERPOLATED" ->
          points < 2 ? Optional.empty() : Optional.of(ForeignMark.Shape.POLYLINE);
      case "CIRCLE" -> points == 2 ? Optional.of(ForeignMark.Shape.CIRCLE) : Optional.empty();
      case "ELLIPSE" -> points == 4 ? Optional.of(ForeignMark.Shape.ELLIPSE) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
