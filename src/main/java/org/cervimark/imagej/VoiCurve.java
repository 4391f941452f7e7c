package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Rescale;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;

/**
 * Greys that no straight line between black and white gives: those of VOI, Modality and
 * Presentation LUTs and of sigmoid windows, as 256 greys over the range in which they change.
 *
 * @param low the value in ImageJ from which on greys change
 * @param high the value in ImageJ up to which greys change
 * @param greys 256 greys from low to high
 */
@SuppressWarnings("ArrayRecordComponent")
record VoiCurve(int low, int high, byte[] greys) {

  private static final int GREYS = 256;

  /** The curve of an image as its header wants it; empty if a straight line does. */
  static Optional<VoiCurve> of(DicomImage image) {
    return of(image.pixels().format(), image.greyScale(), image.initialVoi());
  }

  /** The curve of a window or table; empty if a straight line is the same. */
  static Optional<VoiCurve> of(PixelFormat format, GreyScale grey, Voi voi) {
    boolean straight =
        voi instanceof Window window
            && window.function() != Window.Function.SIGMOID
            && grey.modality() instanceof Rescale
            && grey.presentation().isEmpty();
    return straight
        ? Optional.empty()
        : Optional.of(of(format, GreyRenderer.table(format, grey.withoutPadding(), voi)));
  }

  private static VoiCurve of(PixelFormat format, byte[] table) {
    int first = 0;
    while (first < table.length - 2 && near(table[first + 1], table[0])) {
      first++;
    }
    int last = table.length - 1;
    while (last > first + 1 && near(table[last - 1], table[table.length - 1])) {
      last--;
    }
    byte[] greys = new byte[GREYS];
    for (int i = 0; i < GREYS; i++) {
      // The inverse of how ShortProcessor makes 8 bits of its values.
      greys[i] = table[first + Math.min(last - first, i * (last - first + 1) / GREYS)];
    }
    int lowest = GreyRenderer.lowest(format) + StoredLevels.offset(format);
    return new VoiCurve(lowest + first, lowest + last, greys);
  }

  /** Whether two greys cannot be told apart. */
  private static boolean near(byte grey, byte other) {
    return Math.abs((grey & 0xFF) - (other & 0xFF)) <= 1;
  }
}
