package org.cervimark.imagej;

import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Scale;

/**
 * Makes ImageJ images of DICOM images. Pixels of up to 16 bits are kept as stored and calibrated to
 * modality values, so that ImageJ's Measure prints those; deeper ones become modality values in
 * 32-bit floats.
 */
final class ImagePluses {

  private ImagePluses() {}

  /** The ImageJ image of a DICOM image, calibrated; {@link GreyView} gives it a window. */
  static FilmImage of(DicomImage image, String title) {
    boolean deep = StoredLevels.isDeep(image.pixels().format());
    FilmImage result = new FilmImage(title, deep ? modalityValues(image) : storedValues(image));
    result.setCalibration(calibration(image.radiograph().scale(), StoredLevels.of(image)));
    result.changes = false;
    return result;
  }

  private static ImageProcessor storedValues(DicomImage image) {
    int[] values = image.pixels().values();
    int offset = image.pixels().format().signed() ? StoredLevels.SIGNED_OFFSET : 0;
    short[] pixels = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (short) (values[i] + offset);
    }
    PixelFormat format = image.pixels().format();
    return new ShortProcessor(format.columns(), format.rows(), pixels, null);
  }

  private static ImageProcessor modalityValues(DicomImage image) {
    int[] values = image.pixels().values();
    float[] pixels = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (float) image.greyScale().modalityValue(values[i]);
    }
    PixelFormat format = image.pixels().format();
    return new FloatProcessor(format.columns(), format.rows(), pixels);
  }

  private static Calibration calibration(Scale scale, StoredLevels levels) {
    Calibration calibration = new Calibration();
    calibration.pixelWidth = scale.columnSpacing();
    calibration.pixelHeight = scale.rowSpacing();
    calibration.setUnit(scale.isCalibrated() ? "mm" : "pixel");
    if (levels.slope() != 1 || levels.intercept() != 0) {
      calibration.setFunction(
          Calibration.STRAIGHT_LINE,
          new double[] {levels.intercept(), levels.slope()},
          "Gray Value");
    }
    return calibration;
  }
}
