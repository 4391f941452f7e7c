package org.cervimark.dicom.pr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;

/**
 * Finds room for texts: inside the image, over no landmark and over no other text as long as there
 * is room at all. Viewers choose the font, so that the size of a text is an estimate, in proportion
 * to the width of the image.
 */
final class LabelLayout {

  private static final double CHARACTER = 8.5;
  private static final double LINE = 18;
  private static final double PADDING = 4;
  private static final double GAP = 8;
  private static final double REFERENCE_COLUMNS = 1000;
  private static final int RINGS = 5;

  private final Box image;
  private final double unit;
  private final List<ImagePoint> landmarks;
  private final List<Box> taken = new ArrayList<>();

  LabelLayout(int columns, int rows, Collection<ImagePoint> landmarks) {
    this.image = new Box(0, 0, columns, rows);
    this.unit = columns / REFERENCE_COLUMNS;
    this.landmarks = List.copyOf(landmarks);
  }

  /**
   * A text close to a point, on any side of it that is free, or a little further with a line to it;
   * empty where there is no room. A picture with fewer names can be read, one with all of them over
   * each other cannot.
   */
  Optional<Label> near(String text, ImagePoint point) {
    Box size = size(text);
    for (int ring = 1; ring <= RINGS; ring++) {
      for (Box side : around(point, size, ring * GAP * unit)) {
        if (isFree(side)) {
          return Optional.of(take(new Label(text, side, point, ring > 1)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Texts one below the other in the margins beside the landmarks, the wider one first, without
   * lines to what they mean; what finds no room there stands wherever there is some.
   */
  List<Label> listed(List<String> texts) {
    List<Label> labels = new ArrayList<>();
    double left = landmarks.stream().mapToDouble(ImagePoint::column).min().orElse(0);
    double right = landmarks.stream().mapToDouble(ImagePoint::column).max().orElse(image.width());
    boolean leftFirst = left > image.width() - right;
    double[] widths = texts.stream().mapToDouble(t -> size(t).width()).sorted().toArray();
    // One long text does not push all others over the anatomy; it alone begins further left.
    double usual = widths.length == 0 ? 0 : widths[widths.length * 4 / 5];
    double atRight = image.width() - usual - PADDING * unit;
    double atLeft = PADDING * unit;
    double[] columns = leftFirst ? new double[] {atLeft, atRight} : new double[] {atRight, atLeft};
    for (String text : texts) {
      Box size = size(text);
      Optional<Label> label = Optional.empty();
      for (int i = 0; i < columns.length && label.isEmpty(); i++) {
        double room = image.width() - size.width() - PADDING * unit;
        label = inColumn(text, size, Math.max(0, Math.min(columns[i], room)));
      }
      ImagePoint nowhere = new ImagePoint(0, 0);
      label.or(() -> anywhere(text, size, nowhere, false)).ifPresent(labels::add);
    }
    return labels;
  }

  private Optional<Label> inColumn(String text, Box size, double column) {
    for (double top = PADDING * unit;
        top + size.height() <= image.height();
        top += size.height() / 2) {
      Box box = new Box(column, top, size.width(), size.height());
      if (isFree(box)) {
        return Optional.of(take(new Label(text, box, box.topLeft(), false)));
      }
    }
    return Optional.empty();
  }

  /**
   * A text in the wider of the margins beside the landmarks, as near to its anchor's height as
   * there is room, with a line to the anchor; empty where the image is full.
   */
  Optional<Label> beside(String text, ImagePoint anchor) {
    Box size = size(text);
    double left = landmarks.stream().mapToDouble(ImagePoint::column).min().orElse(0);
    double right = landmarks.stream().mapToDouble(ImagePoint::column).max().orElse(image.width());
    double atLeft = Math.max(0, (left - size.width()) / 2);
    double atRight =
        Math.min(image.width(), (right + image.width() + size.width()) / 2) - size.width();
    double[] columns =
        left > image.width() - right
            ? new double[] {atLeft, atRight}
            : new double[] {atRight, atLeft};
    for (double column : columns) {
      Box start =
          new Box(column, anchor.row() - size.height() / 2, size.width(), size.height())
              .movedInto(image);
      for (double shift = 0; shift <= image.height(); shift += size.height()) {
        for (double sign : new double[] {1, -1}) {
          Box box = new Box(start.left(), start.top() + sign * shift, size.width(), size.height());
          if (isFree(box)) {
            return Optional.of(take(new Label(text, box, anchor, true)));
          }
        }
      }
    }
    return anywhere(text, size, anchor, true);
  }

  private Optional<Label> anywhere(String text, Box size, ImagePoint anchor, boolean joined) {
    for (double top = 0; top + size.height() <= image.height(); top += size.height() / 2) {
      for (double left = 0; left + size.width() <= image.width(); left += size.width() / 4) {
        Box box = new Box(left, top, size.width(), size.height());
        if (isFree(box)) {
          return Optional.of(take(new Label(text, box, anchor, joined)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Box> around(ImagePoint point, Box size, double gap) {
    double w = size.width();
    double h = size.height();
    double before = point.column() - gap - w;
    double behind = point.column() + gap;
    double above = point.row() - gap - h;
    double below = point.row() + gap;
    double middle = point.row() - h / 2;
    double centre = point.column() - w / 2;
    return List.of(
        new Box(behind, above, w, h),
        new Box(behind, below, w, h),
        new Box(before, above, w, h),
        new Box(before, below, w, h),
        new Box(behind, middle, w, h),
        new Box(before, middle, w, h),
        new Box(centre, above, w, h),
        new Box(centre, below, w, h));
  }

  private Box size(String text) {
    int longest = 0;
    String[] lines = text.split("\r\n", -1);
    for (String line : lines) {
      int cells = line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
      longest = Math.max(longest, cells);
    }
    return new Box(
        0,
        0,
        Math.min(image.width(), (CHARACTER * longest + PADDING) * unit),
        Math.min(image.height(), LINE * lines.length * unit));
  }

  private boolean isFree(Box box) {
    return box.isWithin(image)
        && taken.stream().noneMatch(box::overlaps)
        && landmarks.stream().noneMatch(box::contains);
  }

  private Label take(Label label) {
    taken.add(label.box());
    return label;
  }
}
