package org.cervimark.dicom.image;

import java.awt.image.BufferedImage;
import org.cervimark.image.ColourPicture;
import org.cervimark.image.GreyCover;
import org.cervimark.image.Voi;

/** Images as they are to be seen, as pictures of the JDK that others draw over. */
public final class DisplayedPicture {

  private DisplayedPicture() {}

  /** An image as its header wants it to be seen. */
  public static BufferedImage of(DicomImage image) {
    return of(image, image.initialVoi(), image.cover());
  }

  /**
   * An image as it is to be seen; colours stay as they are.
   *
   * @param voi which values become which greys
   * @param cover what lies over them
   */
  public static BufferedImage of(DicomImage image, Voi voi, GreyCover cover) {
    if (image.colour().isPresent()) {
      return colour(image.colour().get());
    }
    byte[] grey = image.render(voi, cover);
    int columns = image.pixels().format().columns();
    int rows = image.pixels().format().rows();
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, columns, rows, grey);
    return picture;
  }

  private static BufferedImage colour(ColourPicture colour) {
    int columns = colour.columns();
    int rows = colour.rows();
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    byte[] rgb = colour.rgb();
    int[] pixels = new int[columns * rows];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          ((rgb[3 * i] & 0xFF) << 16) | ((rgb[3 * i + 1] & 0xFF) << 8) | (rgb[3 * i + 2] & 0xFF);
    }
    picture.setRGB(0, 0, columns, rows, pixels, 0, columns);
    return picture;
  }
}
