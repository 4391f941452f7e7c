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
   * Fills in the colours, 0xRRGGBB: of each value of an 8- or 16-bit pixel, and for 32-bit pixels
   * of 256 steps of the display range. A frame allocates no table: fresh memory costs more time
   * than filling it.
   *
   * @param table at least {@link #VALUES} entries; those that no pixel can name stay as they are
   */
  void colour(ImageProcessor processor, int[] table);

  /** The colours that ImageJ itself shows. */
  static Tone ofImageJ() {
    return (processor, table) -> {
      int[] palette = palette(processor);
      if (!(processor instanceof ShortProcessor)) {
        System.arraycopy(palette, 0, table, 0, palette.length);
        return;
      }
      int low = (int) processor.getMin();
      double scale = 256.0 / ((int) processor.getMax() - low + 1);
      for (int value = 0; value < VALUES; value++) {
        table[value] = palette[Math.min(255, (int) (Math.max(0, value - low) * scale + 0.5))];
      }
    };
  }

  /**
   * The colours by the grey-scale pipeline of DICOM: the display range is a window of the LINEAR
   * function, so that the screen shows what every other output of the program shows.
   */
  static Tone ofDicom(DicomImage image) {
    PixelFormat format = image.pixels().format();
    StoredLevels levels = StoredLevels.of(image);
    return (processor, table) -> {
      if (processor instanceof ShortProcessor) {
        linear(processor, format, levels, table);
      } else {
        ofImageJ().colour(processor, table);
      }
    };
  }

  private static void linear(
      ImageProcessor processor, PixelFormat format, StoredLevels levels, int[] table) {
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
    int[] palette = palette(processor);
    for (int value = 0; value < VALUES; value++) {
      int at = Math.max(0, Math.min(greys.length - 1, value - first));
      table[value] = palette[greys[at] & 0xFF];
    }
  }

  private static int[] palette(ImageProcessor processor) {
    IndexColorModel colours = (IndexColorModel) processor.getCurrentColorModel();
    int[] palette = new int[256];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = colours.getRGB(i) & 0xFFFFFF;
    }
    return palette;
  }
}
