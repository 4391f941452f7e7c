package org.cervimark.report.pdf;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.cervimark.reading.Reading;
import org.cervimark.report.Annotations;

/**
 * The picture of an image with its annotations as lines over it: as a whole, and where the values
 * are more than one picture has room for, enlarged in parts.
 */
final class Figure {

  private static final double WIDTH_SHARE = 0.6;
  private static final double MOST_HEIGHT = 380;
  private static final double LEAST_HEIGHT = 300;

  /** The height of letters beside lines, on paper. */
  private static final double LETTERS = 7.5;

  /** The gap between the picture and the column beside it. */
  static final double BESIDE = 14;

  private static final double GAP = 12;
  private static final double PART_HEIGHT = 238;
  private static final double CAPTION = 7.5;
  private static final double ABOVE_CAPTION = 4;

  /** How much of the image a part shows at least, and how much beyond its lines. */
  private static final double LEAST_SHARE = 0.16;

  private static final double BEYOND = 0.14;

  private final Reading reading;
  private final Annotations annotations;
  private final Optional<BufferedImage> picture;

  /**
   * A figure.
   *
   * @param picture the image as it is to be seen, if it is at hand; without it nothing is drawn
   */
  Figure(Reading reading, Annotations annotations, Optional<BufferedImage> picture) {
    this.reading = reading;
    this.annotations = annotations;
    this.picture = picture;
  }

  /** Whether there is a picture to draw. */
  boolean isSeen() {
    return picture.isPresent();
  }

  /** The colours of all values, in their order. */
  List<Color> colours() {
    return annotations.colours();
  }

  /** How much room the whole picture wants at least, with a column beside it. */
  static double wanted(PageFlow flow, BesidePicture column) {
    double narrowest = flow.width() * (1 - WIDTH_SHARE) - BESIDE;
    return Math.max(LEAST_HEIGHT, column.height(narrowest));
  }

  /**
   * Draws the whole picture at the left, where the flow is; the flow stays there.
   *
   * @return what it covers of the page
   */
  Rectangle2D whole(PageFlow flow) {
    double scale =
        Math.min(
            flow.width() * WIDTH_SHARE / reading.columns(),
            Math.min(MOST_HEIGHT, flow.room() - 10) / (reading.rows() * aspect()));
    Rectangle2D place =
        new Rectangle2D.Double(
            flow.left(), flow.y(), reading.columns() * scale, reading.rows() * scale * aspect());
    draw(
        flow.canvas(),
        annotations.overview(),
        new Rectangle2D.Double(0, 0, reading.columns(), reading.rows()),
        place);
    return place;
  }

  /** The values whose lines the whole picture shows. */
  List<String> numbers() {
    return annotations.overview().numbers();
  }

  /** Whether lines are left for {@link #parts}. */
  boolean hasParts() {
    return isSeen() && !annotations.details(least()).isEmpty();
  }

  /** How high the first row of {@link #parts} is. */
  double rowHeight(PageFlow flow) {
    List<Annotations> parts = annotations.details(least());
    return rowHeight(flow, parts.subList(0, Math.min(2, parts.size())));
  }

  private static double rowHeight(PageFlow flow, List<Annotations> row) {
    double width = (flow.width() - GAP) / 2;
    double caption =
        row.stream()
            .mapToDouble(part -> flow.height(part.caption(), width, CAPTION))
            .max()
            .orElse(0);
    return PART_HEIGHT + ABOVE_CAPTION + caption;
  }

  /** Draws what the whole picture leaves out, two parts side by side, each with its numbers. */
  void parts(PageFlow flow) throws IOException {
    double width = (flow.width() - GAP) / 2;
    List<Annotations> parts = annotations.details(least());
    for (int i = 0; i < parts.size(); i += 2) {
      List<Annotations> row = parts.subList(i, Math.min(i + 2, parts.size()));
      double height = rowHeight(flow, row);
      flow.need(height);
      double top = flow.y();
      for (int column = 0; column < row.size(); column++) {
        double x = flow.left() + column * (width + GAP);
        Rectangle2D place = new Rectangle2D.Double(x, top, width, PART_HEIGHT);
        Annotations part = row.get(column);
        draw(flow.canvas(), part, part(part.extent(), width / PART_HEIGHT), place);
        flow.moveTo(top + PART_HEIGHT + ABOVE_CAPTION);
        flow.paragraph(part.caption(), x, width, CAPTION, PageFlow.INK);
      }
      flow.moveTo(top + height + GAP);
    }
  }

  /** Draws a part of the image, in its pixels, onto a place of the page. */
  private void draw(Canvas canvas, Annotations drawn, Rectangle2D part, Rectangle2D place) {
    double scaleX = place.getWidth() / part.getWidth();
    double scaleY = place.getHeight() / part.getHeight();
    double left = place.getX() - part.getX() * scaleX;
    double top = place.getY() - part.getY() * scaleY;
    canvas.clip(place.getX(), place.getY(), place.getWidth(), place.getHeight());
    canvas.box(place.getX(), place.getY(), place.getWidth(), place.getHeight(), Color.BLACK);
    canvas.picture(
        picture.orElseThrow(), left, top, reading.columns() * scaleX, reading.rows() * scaleY);
    canvas.place(left, top, scaleX, scaleY);
    drawn.within(part, LETTERS / scaleX).draw(canvas);
    canvas.placeOnPage();
    canvas.unclip();
  }

  /**
   * What of the image is shown so that its lines have room, within the image as far as can be.
   *
   * @param extent what the lines cover
   * @param shape width by height of what is shown on paper
   */
  private Rectangle2D part(Rectangle2D extent, double shape) {
    double width = Math.max(least(), extent.getWidth() * (1 + 2 * BEYOND));
    double height = Math.max(least(), extent.getHeight() * aspect() * (1 + 2 * BEYOND));
    width = Math.max(width, height * shape);
    height = width / shape / aspect();
    double x = inside(extent.getCenterX() - width / 2, width, reading.columns());
    double y = inside(extent.getCenterY() - height / 2, height, reading.rows());
    return new Rectangle2D.Double(x, y, width, height);
  }

  private double least() {
    return LEAST_SHARE * Math.min(reading.columns(), reading.rows() * aspect());
  }

  private static double inside(double from, double length, double most) {
    return length >= most ? (most - length) / 2 : Math.max(0, Math.min(from, most - length));
  }

  /** Rows may lie closer or wider than columns. */
  private double aspect() {
    return reading.scale().rowSpacing() / reading.scale().columnSpacing();
  }
}
