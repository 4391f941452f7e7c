package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.ProfilePlot;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyScale;
import org.cervimark.image.LookupTable;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Radiographs;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.image.StoredPixels;
import org.junit.jupiter.api.Test;

class ImagePlusesTest {

  private static final GreyScale PLAIN = new GreyScale(1, 0, List.of(), false);

  @Test
  void storedValuesAreWhatImageJMeasuresWhereThereIsNoRescale() {
    ImagePlus image = ImagePluses.of(image(false, 12, PLAIN, 0, 5, 4095, 65535), "");
    assertEquals(4095, image.getProcessor().getPixelValue(0, 1));
    assertEquals(65535, image.getProcessor().getPixelValue(1, 1));
    assertFalse(image.getCalibration().calibrated());
  }

  @Test
  void negativeStoredValuesAreMeasuredAsSuch() {
    ImagePlus image = ImagePluses.of(image(true, 16, PLAIN, -32768, -1, 0, 32767), "");
    assertEquals(-32768, measured(image, 0, 0));
    assertEquals(-1, measured(image, 1, 0));
    assertEquals(32767, measured(image, 1, 1));
  }

  @Test
  void measuredValuesAreModalityValues() {
    GreyScale rescaled = new GreyScale(2.5, -1024, List.of(), false);
    ImagePlus image = ImagePluses.of(image(true, 12, rescaled, -8, 0, 100, 7), "");
    assertEquals(2.5 * -8 - 1024, measured(image, 0, 0), 1e-9);
    assertEquals(2.5 * 100 - 1024, measured(image, 0, 1), 1e-9);
  }

  @Test
  void measureAndPlotProfileGiveModalityValuesOfATable() {
    int[] entries = {100, 400, 900, 1600};
    GreyScale tabled =
        new GreyScale(
            new LookupTable(-2, entries, 12),
            "HU",
            List.of(),
            Optional.empty(),
            false,
            Optional.empty());
    ImagePlus image = ImagePluses.of(image(true, 12, tabled, -8, -1, 0, 7), "");
    assertEquals(400, measured(image, 1, 0));
    image.setRoi(new Roi(0, 0, 2, 2));
    assertEquals((100 + 400 + 900 + 1600) / 4.0, image.getStatistics().mean, 1e-3);
    image.setRoi(new Line(0, 1, 1, 1));
    double[] profile = new ProfilePlot(image).getProfile();
    assertEquals(900, profile[0], 1e-3);
    assertEquals(1600, profile[1], 1e-3);
    assertEquals("HU", image.getCalibration().getValueUnit());
  }

  @Test
  void theScaleIsThatOfTheRadiograph() {
    Calibration calibration =
        ImagePluses.of(image(false, 12, PLAIN, 0, 1, 2, 3), "").getCalibration();
    assertEquals(0.15, calibration.pixelWidth);
    assertEquals(0.2, calibration.pixelHeight);
    assertEquals("mm", calibration.getUnit());
  }

  @Test
  void withoutAScaleNothingIsInMillimetres() {
    Radiograph unscaled = Radiographs.with(Scale.unknown(1.25), Optional.empty(), Optional.empty());
    ImagePlus image =
        ImagePluses.of(
            new DicomImage(
                Path.of("x"),
                unscaled,
                new StoredPixels(format(1, 1, false, 12), new int[] {1}),
                PLAIN),
            "");
    assertEquals("pixel", image.getCalibration().getUnit());
    assertEquals(1.25, image.getCalibration().pixelHeight);
    assertFalse(image.changes);
  }

  private static double measured(ImagePlus image, int column, int row) {
    assertTrue(image.getCalibration().calibrated());
    return image.getCalibration().getCValue(image.getProcessor().get(column, row));
  }

  private static DicomImage image(boolean signed, int bits, GreyScale grey, int... values) {
    return new DicomImage(
        Path.of("x"), radiograph(), new StoredPixels(format(2, 2, signed, bits), values), grey);
  }

  private static Radiograph radiograph() {
    return Radiographs.with(
        Scale.millimetres(0.15, 0.2, ScaleSource.FIDUCIAL), Optional.empty(), Optional.empty());
  }

  private static PixelFormat format(int columns, int rows, boolean signed, int bits) {
    return new PixelFormat(
        columns, rows, 1, 1, 16, bits, bits - 1, signed, "MONOCHROME2", "1.2.840.10008.1.2.1");
  }
}
