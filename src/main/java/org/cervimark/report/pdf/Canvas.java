package org.cervimark.report.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.cervimark.report.Pen;

/**
 * A page to draw on, in points of 1/72 inch, from the top left corner with y downward. Colours are
 * opaque: PDF/A-1 knows no transparency.
 */
final class Canvas implements Pen, AutoCloseable {

  private static final float JPEG_QUALITY = 0.92f;
  private static final double ASCENT = 0.92;
  private static final double DESCENT = 0.23;
  private static final float BOLD = 0.028f;

  private final PDDocument document;
  private final NoteFont font;
  private final PDPageContentStream content;
  private final Map<BufferedImage, PDImageXObject> pictures;
  private final double height;

  /** Where the pen's units lie on the page. */
  private AffineTransform place = new AffineTransform();

  /**
   * A page.
   *
   * @param pictures those that the document has already, each of which it keeps once
   */
  Canvas(
      PDDocument document, PDPage page, NoteFont font, Map<BufferedImage, PDImageXObject> pictures)
      throws IOException {
    this.pictures = pictures;
    this.document = document;
    this.font = font;
    this.height = page.getMediaBox().getHeight();
    this.content = new PDPageContentStream(document, page);
  }

  /** From now on a unit of the pen is so many points across and down, and its origin lies there. */
  void place(double x, double y, double scaleX, double scaleY) {
    place = new AffineTransform(scaleX, 0, 0, scaleY, x, y);
  }

  /** The pen's units are points again, from the corner of the page. */
  void placeOnPage() {
    place = new AffineTransform();
  }

  /** Draws nothing outside a rectangle until {@link #unclip}. */
  void clip(double x, double y, double width, double boxHeight) {
    write(
        () -> {
          content.saveGraphicsState();
          content.addRect(
              (float) x, (float) (height - y - boxHeight), (float) width, (float) boxHeight);
          content.clip();
        });
  }

  void unclip() {
    write(content::restoreGraphicsState);
  }

  void picture(BufferedImage image, double x, double y, double width, double pictureHeight) {
    write(
        () -> {
          PDImageXObject kept = pictures.get(image);
          if (kept == null) {
            kept = JPEGFactory.createFromImage(document, image, JPEG_QUALITY);
            pictures.put(image, kept);
          }
          content.drawImage(
              kept,
              (float) x,
              (float) (height - y - pictureHeight),
              (float) width,
              (float) pictureHeight);
        });
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color colour) {
    double scale = place.getScaleX();
    write(
        () -> {
          content.setStrokingColor(opaque(colour));
          content.setLineWidth((float) (stroke.getLineWidth() * scale));
          content.setLineCapStyle(stroke.getEndCap());
          content.setLineJoinStyle(stroke.getLineJoin());
          float[] dashes = stroke.getDashArray();
          float[] scaled = new float[dashes == null ? 0 : dashes.length];
          for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (dashes[i] * scale);
          }
          content.setLineDashPattern(scaled, 0);
          path(shape);
          content.stroke();
        });
  }

  @Override
  public void fill(Shape shape, Color colour) {
    write(
        () -> {
          content.setNonStrokingColor(opaque(colour));
          path(shape);
          content.fill();
        });
  }

  void box(double x, double y, double width, double boxHeight, Color colour) {
    fill(new Rectangle2D.Double(x, y, width, boxHeight), colour);
  }

  void rule(double x1, double y1, double x2, double y2, double width, Color colour) {
    stroke(
        new java.awt.geom.Line2D.Double(x1, y1, x2, y2),
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER),
        colour);
  }

  @Override
  public void text(String text, double x, double y, double size, boolean bold, Color colour) {
    double scaled = size * place.getScaleX();
    String shown = font.shown(text);
    write(
        () -> {
          content.beginText();
          content.setFont(font.font(), (float) scaled);
          content.setNonStrokingColor(opaque(colour));
          if (bold) {
            content.setStrokingColor(opaque(colour));
            content.setLineWidth((float) scaled * BOLD);
            content.setLineDashPattern(new float[0], 0);
            content.setRenderingMode(RenderingMode.FILL_STROKE);
          } else {
            content.setRenderingMode(RenderingMode.FILL);
          }
          content.newLineAtOffset(
              (float) (place.getTranslateX() + x * place.getScaleX()),
              (float) (height - place.getTranslateY() - y * place.getScaleY()));
          content.showText(shown);
          content.endText();
        });
  }

  void textRight(String text, double right, double y, double size, boolean bold, Color colour) {
    text(text, right - width(text, size, bold), y, size, bold, colour);
  }

  @Override
  public double width(String text, double size, boolean bold) {
    return font.width(font.shown(text), size);
  }

  @Override
  public double ascent(double size) {
    return ASCENT * size;
  }

  @Override
  public double descent(double size) {
    return DESCENT * size;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void path(Shape shape) throws IOException {
    float[] c = new float[6];
    for (PathIterator i = shape.getPathIterator(place); !i.isDone(); i.next()) {
      switch (i.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(c[0], flip(c[1]));
        case PathIterator.SEG_LINETO -> content.lineTo(c[0], flip(c[1]));
        case PathIterator.SEG_CUBICTO ->
            content.curveTo(c[0], flip(c[1]), c[2], flip(c[3]), c[4], flip(c[5]));
        case PathIterator.SEG_CLOSE -> content.closePath();
        default -> throw new IllegalArgumentException("no quadratic curves are drawn here");
      }
    }
  }

  private float flip(float y) {
    return (float) (height - y);
  }

  private static Color opaque(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  /** What writes into the page's stream, which lies in memory. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
