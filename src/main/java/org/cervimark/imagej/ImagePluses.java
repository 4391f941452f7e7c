package org.cervimark.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyScale;
import org.cervimark.image.Rescale;
import org.cervimark.image.StoredPixels;

/**
 * Makes ImageJ images of DICOM images. Pixels are kept as stored and calibrated to modality values,
 * so that ImageJ's Measure and Plot Profile give those.
 */
final class ImagePluses {

  private ImagePluses() {}

  /** The ImageJ image of a DICOM image, calibrated; {@link GreyView} gives it a window. */
  static FilmImage of(DicomImage image, String title) {
    FilmImage result = new FilmImage(title, storedValues(image.pixels()));
    result.setCalibration(calibration(result, image));
    result.changes = false;
    return result;
  }

  /** Puts the pixels of another frame in the place of those of an image. */
  static void exchange(FilmImage imp, DicomImage frame) {
    imp.getProcessor().setPixels(storedValues(frame.pixels()).getPixels());
  }

  /** The pixels as ImageJ keeps them. */
  static ImageProcessor storedValues(StoredPixels stored) {
    short[] words = stored.words();
    int offset = StoredLevels.offset(stored.format());
    short[] pixels = new short[words.length];
    for (int i = 0; i < words.length; i++) {
      pixels[i] = (short) (words[i] + offset);
    }
    return new ShortProcessor(stored.format().columns(), stored.format().rows(), pixels, null);
  }

  /** Spacing and modality values of an image. */
  static Calibration calibration(ImagePlus imp, DicomImage image) {
    Calibration calibration = new Calibration(imp);
    calibration.pixelWidth = image.radiograph().scale().columnSpacing();
    calibration.pixelHeight = image.radiograph().scale().rowSpacing();
    calibration.setUnit(image.radiograph().scale().isCalibrated() ? "mm" : "pixel");
    GreyScale grey = image.greyScale();
    String unit = grey.modalityUnit().isEmpty() ? "Gray Value" : grey.modalityUnit();
    StoredLevels levels = StoredLevels.of(image);
    if (!(grey.modality() instanceof Rescale)) {
      float[] table = new float[1 << Short.SIZE];
      for (int i = 0; i < table.length; i++) {
        table[i] = (float) grey.modalityValue(i - StoredLevels.offset(image.pixels().format()));
      }
      calibration.setCTable(table, unit);
    } else if (levels.slope() != 1 || levels.intercept() != 0) {
      calibration.setFunction(
          Calibration.STRAIGHT_LINE, new double[] {levels.intercept(), levels.slope()}, unit);
    }
    return calibration;
  }
}
