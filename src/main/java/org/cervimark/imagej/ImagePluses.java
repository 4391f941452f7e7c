package org.cervimark.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Scale;
import org.cervimark.image.Window;

/**
 * Makes ImageJ images of DICOM images. Pixels of up to 16 bits are kept as stored and calibrated to
 * modality values, so that ImageJ's Measure prints those; deeper ones become modality values in
 * 32-bit floats.
 */
final class ImagePluses {

  /** ImageJ keeps signed 16-bit values with this added. */
  private static final int SIGNED_OFFSET = 32768;

  /** Share of the pixels that an automatic window leaves below black and above white. */
  private static final double SATURATED = 0.004;

  private ImagePluses() {}

  /** The ImageJ image of a DICOM image, windowed and calibrated. */
  static ImagePlus of(DicomImage image, String title) {
    PixelFormat format = image.pixels().format();
    GreyScale grey = image.greyScale();
    boolean deep = format.bitsStored() > 16;
    ImageProcessor processor = deep ? modalityValues(image) : storedValues(image);
    double offset = !deep && format.signed() ? SIGNED_OFFSET : 0;
    double slope = deep ? 1 : grey.slope();
    double intercept = deep ? 0 : grey.intercept();

    ImagePlus result = new ImagePlus(title, processor);
    result.setCalibration(calibration(image.radiograph().scale(), slope, intercept, offset));
    if (grey.windows().isEmpty()) {
      autoWindow(processor);
    } else {
      Window window = grey.windows().get(0);
      double low = window.centre() - 0.5 - (window.width() - 1) / 2;
      double high = window.centre() - 0.5 + (window.width() - 1) / 2;
      double a = (low - intercept) / slope + offset;
      double b = (high - intercept) / slope + offset;
      processor.setMinAndMax(Math.min(a, b), Math.max(a, b));
    }
    // A negative slope turns the grey scale around once more.
    if (grey.inverted() != slope < 0) {
      processor.invertLut();
    }
    result.changes = false;
    return result;
  }

  private static ImageProcessor storedValues(DicomImage image) {
    int[] values = image.pixels().values();
    int offset = image.pixels().format().signed() ? SIGNED_OFFSET : 0;
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

  private static Calibration calibration(
      Scale scale, double slope, double intercept, double offset) {
    Calibration calibration = new Calibration();
    calibration.pixelWidth = scale.columnSpacing();
    calibration.pixelHeight = scale.rowSpacing();
    calibration.setUnit(scale.isCalibrated() ? "mm" : "pixel");
    if (slope != 1 || intercept != 0 || offset != 0) {
      calibration.setFunction(
          Calibration.STRAIGHT_LINE,
          new double[] {intercept - slope * offset, slope},
          "Gray Value");
    }
    return calibration;
  }

  private static void autoWindow(ImageProcessor processor) {
    processor.resetMinAndMax();
    if (processor instanceof ShortProcessor) {
      int[] histogram = processor.getHistogram();
      double limit = SATURATED * processor.getPixelCount();
      int low = quantile(histogram, limit, 0, 1);
      int high = quantile(histogram, limit, histogram.length - 1, -1);
      if (low < high) {
        processor.setMinAndMax(low, high);
      }
    }
  }

  private static int quantile(int[] histogram, double limit, int start, int step) {
    long sum = histogram[start];
    int i = start;
    while (sum <= limit && i + step >= 0 && i + step < histogram.length) {
      i += step;
      sum += histogram[i];
    }
    return i;
  }
}
