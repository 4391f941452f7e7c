package org.cervimark.imagej;

import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Rescale;
import org.cervimark.image.Window;

/**
 * From the values that ImageJ keeps to modality values and back. ImageJ keeps what is stored,
 * signed values with 32768 added.
 *
 * @param slope modality values for each value in ImageJ, not 0
 * @param intercept modality value of 0 in ImageJ
 */
record StoredLevels(double slope, double intercept) {

  /** ImageJ keeps signed 16-bit values with this added. */
  static final int SIGNED_OFFSET = 32768;

  /**
   * The levels of an image. Of a Modality LUT it is the straight line through its ends, which is
   * good enough to move a window on.
   */
  static StoredLevels of(DicomImage image) {
    PixelFormat format = image.pixels().format();
    GreyScale grey = image.greyScale();
    if (grey.modality() instanceof Rescale rescale) {
      return of(rescale.slope(), rescale.intercept(), format);
    }
    int lowest = GreyRenderer.lowest(format);
    int highest = lowest + (1 << format.bitsStored()) - 1;
    double first = grey.modalityValue(lowest);
    double rise = (grey.modalityValue(highest) - first) / (highest - lowest);
    double slope = rise == 0 ? 1 : rise;
    return of(slope, first - slope * lowest, format);
  }

  private static StoredLevels of(double slope, double intercept, PixelFormat format) {
    return new StoredLevels(slope, intercept - slope * offset(format));
  }

  /** What is added to a stored value. */
  static int offset(PixelFormat format) {
    return format.signed() ? SIGNED_OFFSET : 0;
  }

  /** The modality value of a value in ImageJ. */
  double modality(double raw) {
    return slope * raw + intercept;
  }

  /** The value in ImageJ of a modality value. */
  double raw(double modality) {
    return (modality - intercept) / slope;
  }

  /** The window in modality values that a range of values in ImageJ stands for. */
  Window window(double low, double high) {
    double a = modality(low);
    double b = modality(high);
    return new Window((a + b) / 2 + 0.5, Math.abs(b - a) + 1, "");
  }
}
