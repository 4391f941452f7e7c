package org.cervimark.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;

/** A radiograph with its {@link Annotations} and a legend that explains them with their values. */
public final class AnnotatedPicture {

  private AnnotatedPicture() {}

  /**
   * Draws a reading on its image.
   *
   * @param grey the image as it is to be seen; it is not changed
   * @param locale the language of the legend
   * @throws IllegalArgumentException if the image has not the size of the reading's
   */
  public static BufferedImage draw(
      BufferedImage grey, Reading reading, Catalogue catalogue, Locale locale) {
    if (grey.getWidth() != reading.columns() || grey.getHeight() != reading.rows()) {
      throw new IllegalArgumentException(
          grey.getWidth() + " x " + grey.getHeight() + " is not the size of the image read");
    }
    Annotations annotations = new Annotations(reading, catalogue, locale).overview();
    BufferedImage picture =
        new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.drawImage(grey, 0, 0, null);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      PicturePen pen = new PicturePen(g);
      annotations.draw(pen);
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(annotations.letters()));
      new Legend(legend(annotations, locale), g, font)
          .paint(g, picture.getWidth(), picture.getHeight(), annotations.drawn());
      // Where very many values leave no free place, the legend lies over the drawing.
      annotations.landmarks(pen);
    } finally {
      g.dispose();
    }
    return picture;
  }

  private static List<Legend.Line> legend(Annotations annotations, Locale locale) {
    List<Legend.Line> lines = new ArrayList<>(annotations.legend());
    if (annotations.omitted() > 0) {
      Wording words = Wording.of(AnnotatedPicture.class, locale);
      lines.add(
          new Legend.Line("+" + annotations.omitted(), Color.WHITE, words.get("picture.more"), ""));
    }
    return lines;
  }
}
