package org.cervimark.dicom.image;

import java.nio.file.Path;
import java.util.Optional;
import org.cervimark.image.ColourPicture;
import org.cervimark.image.GreyCover;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.GreyScale;
import org.cervimark.image.Radiograph;
import org.cervimark.image.StoredPixels;
import org.cervimark.image.Voi;

/**
 * One frame of an image file with its pixels.
 *
 * @param file where it was read from
 * @param radiograph what the header says
 * @param pixels the stored pixel values, to measure on
 * @param greyScale how they become grey
 * @param cover what lies over the greys: overlays and the shutter
 * @param colour the picture in colour, if it has any; the pixels are its brightness then
 */
public record DicomImage(
    Path file,
    Radiograph radiograph,
    StoredPixels pixels,
    GreyScale greyScale,
    GreyCover cover,
    Optional<ColourPicture> colour) {

  /** Of greys, with nothing over them. */
  public DicomImage(Path file, Radiograph radiograph, StoredPixels pixels, GreyScale greyScale) {
    this(file, radiograph, pixels, greyScale, GreyCover.NONE, Optional.empty());
  }

  /**
   * The picture that is shown, 0 black to 255 white, row by row.
   *
   * @param voi the window or table to show it with
   * @param over what to put over the greys, usually {@link #cover()}
   */
  public byte[] render(Voi voi, GreyCover over) {
    byte[] grey = GreyRenderer.render(pixels, greyScale, voi);
    over.draw(grey, pixels.format().columns(), pixels.format().rows());
    return grey;
  }

  /** The window or table that it is shown with first. */
  public Voi initialVoi() {
    return GreyRenderer.initialVoi(pixels, greyScale);
  }
}
