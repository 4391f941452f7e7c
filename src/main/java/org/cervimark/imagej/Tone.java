package org.cervimark.imagej;

import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.IndexColorModel;
import java.util.List;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Window;

/**
 * How pixel values are coloured: a table with an entry for each value. Display range and look-up
 * table are those that the image has in ImageJ at the moment, whoever has set them.
 */
@FunctionalInterface
interface Tone {

  /** Number of values of a 16-bit pixel. */
  int VALUES = 1 << 16;

  /**
   * The colours, 0xRRGGBB: of each value of an 8- or 16-bit pixel, and for 32-bit pixels of 256
   * steps of the display range.
   */
  int[] table(ImageProcessor processor);

  /** The colours that ImageJ itself shows. */
  static Tone ofImageJ() {
    return processor -> {
      IndexColorModel colours = colours(processor);
      if (!(processor instanceof ShortProcessor)) {
        return rgb(colours);
      }
      int low = (int) processor.getMin();
      double scale = 256.0 / ((int) processor.getMax() - low + 1);
      int[] palette = rgb(colours);
      int[] table = new int[VALUES];
      for (int value = 0; value < VALUES; value++) {
        table[value] = palette[Math.min(255, (int) (Math.max(0, value - low) * scale + 0.5))];
      }
      return table;
    };
  }

  /**
   * The colours by the grey-scale pipeline of DICOM: the display range is a window of the LINEAR
   * function, so that the screen shows what every other output of the program shows.
   */
  static Tone ofDicom(DicomImage image) {
    PixelFormat format = image.pixels().format();
    StoredLevels levels = StoredLevels.of(image);
    return processor ->
        processor instanceof ShortProcessor
            ? linear(processor, format, levels)
            : ofImageJ().table(processor);
  }

  private static int[] linear(ImageProcessor processor, PixelFormat format, StoredLevels levels) {
    Window window = levels.window(processor.getMin(), processor.getMax());
    int offset = format.signed() ? StoredLevels.SIGNED_OFFSET : 0;
    GreyScale rising =
        new GreyScale(
            levels.slope(),
            levels.intercept() + levels.slope() * offset,
            List.of(),
            levels.slope() < 0);
    byte[] greys = GreyRenderer.table(format, rising, window);
    int first = GreyRenderer.lowest(format) + offset;
    int[] palette = rgb(colours(processor));
    int[] table = new int[VALUES];
    for (int value = 0; value < VALUES; value++) {
      int at = Math.max(0, Math.min(greys.length - 1, value - first));
      table[value] = palette[greys[at] & 0xFF];
    }
    return table;
  }

  private static IndexColorModel colours(ImageProcessor processor) {
    return (IndexColorModel) processor.getCurrentColorModel();
  }

  private static int[] rgb(IndexColorModel colours) {
    int[] palette = new int[256];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = colours.getRGB(i) & 0xFFFFFF;
    }
    return palette;
  }
}
