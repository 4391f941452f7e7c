package org.cervimark.imagej;

import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Window;

/**
 * From the values that ImageJ keeps to modality values and back. Up to 16 bits ImageJ keeps what is
 * stored, signed values with 32768 added; deeper ones it keeps as modality values.
 *
 * @param slope modality values for each value in ImageJ, not 0
 * @param intercept modality value of 0 in ImageJ
 */
record StoredLevels(double slope, double intercept) {

  /** ImageJ keeps signed 16-bit values with this added. */
  static final int SIGNED_OFFSET = 32768;

  /** The levels of an image. */
  static StoredLevels of(DicomImage image) {
    PixelFormat format = image.pixels().format();
    if (isDeep(format)) {
      return new StoredLevels(1, 0);
    }
    double slope = image.greyScale().slope();
    return new StoredLevels(
        slope, image.greyScale().intercept() - (format.signed() ? slope * SIGNED_OFFSET : 0));
  }

  /** Whether ImageJ keeps modality values. */
  static boolean isDeep(PixelFormat format) {
    return format.bitsStored() > 16;
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
