package org.cervimark.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.media.SeriesStack;
import org.cervimark.geometry.Vector3;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.Rescale;
import org.cervimark.image.Slice;
import org.cervimark.image.Window;

/**
 * Makes an ImageJ stack of the slices of a series, in the order of their positions, with voxels in
 * millimetres and modality values as calibrated values. Values are kept as stored; where slices are
 * rescaled differently, the stack holds the modality values themselves in 32 bits.
 */
final class SeriesImages {

  private SeriesImages() {}

  /**
   * The stack of a series.
   *
   * @throws DicomException if the pixels of a slice cannot be read
   */
  static ImagePlus of(SeriesStack series, String title) throws DicomException {
    DicomImage middle = series.image(series.files().size() / 2);
    Optional<ImageStack> stored = stored(series, middle);
    ImagePlus image = new ImagePlus(title, stored.isPresent() ? stored.get() : values(series));
    image.setCalibration(calibration(image, series, middle, stored.isPresent()));
    image.setSlice(1 + series.files().size() / 2);
    Optional<Window> window =
        middle.greyScale().windows().stream().filter(w -> w.width() >= 1).findFirst();
    if (window.isPresent()) {
      StoredLevels levels = stored.isPresent() ? StoredLevels.of(middle) : new StoredLevels(1, 0);
      double a = levels.raw(window.get().low());
      double b = levels.raw(window.get().high());
      image.setDisplayRange(Math.min(a, b), Math.max(a, b));
    } else {
      image.resetDisplayRange();
    }
    if (middle.greyScale().inverted()) {
      image.getProcessor().invertLut();
    }
    image.changes = false;
    return image;
  }

  /** The stored values; empty if they do not mean the same in all slices. */
  private static Optional<ImageStack> stored(SeriesStack series, DicomImage like)
      throws DicomException {
    if (!(like.greyScale().modality() instanceof Rescale)) {
      return Optional.empty();
    }
    ImageStack stack = empty(series);
    for (int i = 0; i < series.files().size(); i++) {
      DicomImage slice = series.image(i);
      if (!slice.greyScale().modality().equals(like.greyScale().modality())
          || slice.pixels().format().signed() != like.pixels().format().signed()) {
        return Optional.empty();
      }
      stack.addSlice(label(series, i), ImagePluses.storedValues(slice.pixels()));
    }
    return Optional.of(stack);
  }

  private static ImageStack values(SeriesStack series) throws DicomException {
    ImageStack stack = empty(series);
    for (int i = 0; i < series.files().size(); i++) {
      stack.addSlice(
          label(series, i),
          new FloatProcessor(stack.getWidth(), stack.getHeight(), series.values(i)));
    }
    return stack;
  }

  private static ImageStack empty(SeriesStack series) {
    Slice first = series.stack().slices().get(0);
    return new ImageStack(first.columns(), first.rows());
  }

  /** The file and where its first pixel lies in the patient. */
  private static String label(SeriesStack series, int index) {
    Vector3 position = series.stack().slices().get(index).plane().position();
    return String.format(
        Locale.ROOT,
        "%s (%.2f, %.2f, %.2f) mm",
        series.files().get(index).getFileName(),
        position.x(),
        position.y(),
        position.z());
  }

  private static Calibration calibration(
      ImagePlus image, SeriesStack series, DicomImage middle, boolean stored) {
    Calibration calibration =
        stored ? ImagePluses.calibration(image, middle) : new Calibration(image);
    ImagePlane plane = series.stack().slices().get(0).plane();
    calibration.pixelWidth = plane.columnSpacing();
    calibration.pixelHeight = plane.rowSpacing();
    calibration.pixelDepth = series.stack().distance() > 0 ? series.stack().distance() : 1;
    calibration.setUnit("mm");
    String unit = middle.greyScale().modalityUnit();
    if (unit.isEmpty() && middle.radiograph().modality().equals("CT")) {
      unit = "HU";
    }
    if (!unit.isEmpty()) {
      calibration.setValueUnit(unit);
    }
    return calibration;
  }
}
