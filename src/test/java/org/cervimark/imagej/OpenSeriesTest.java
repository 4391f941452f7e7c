package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.SeriesStack;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleSource;
import org.cervimark.testdata.ForkedJvm;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five CT slices of somebody else's, 2.5 mm apart, as a stack; their headers as DCMTK prints them,
 * their values as GDCM decodes them.
 */
class OpenSeriesTest {

  private static final String SERIES = "pydicom/test_files/dicomdirtests/98892001/CT5N/";

  /** From head to feet, by Image Position (Patient) 8.7625, 6.2625, 3.7625, 1.2625, -1.2375. */
  private static final List<String> DOWNWARD = List.of("2062", "2392", "2693", "3023", "3353");

  private static final double INTERCEPT = -1024;

  @TempDir private Path folder;

  private final StudyOpener opener =
      new StudyOpener(
          Readings.CATALOGUE, new MemoryReaderName(Optional.empty()), Settings.of(Locale.ENGLISH));
  private final SeriesOpener series = new SeriesOpener(opener);

  /** The names of the copies run against the order of the slices. */
  @BeforeEach
  void copyTheSlicesUnderOtherNames() throws Exception {
    for (int i = 0; i < DOWNWARD.size(); i++) {
      Files.copy(SharedFiles.get(SERIES + DOWNWARD.get(i)), folder.resolve(name(i)));
    }
    Files.writeString(folder.resolve("readme.txt"), "no slice");
  }

  private static String name(int slice) {
    return (char) ('e' - slice) + ".dcm";
  }

  @Test
  void slicesLieInOrderWithTheirSpacingAndHounsfieldUnits() throws Exception {
    SeriesStack found = find(folder);
    assertEquals(found, find(folder.resolve("c.dcm")));
    ImagePlus image = SeriesImages.of(found, "slices");

    assertEquals(5, image.getStackSize());
    Calibration calibration = image.getCalibration();
    assertEquals(0.488281, calibration.pixelWidth, 1e-9);
    assertEquals(0.488281, calibration.pixelHeight, 1e-9);
    assertEquals(2.5, calibration.pixelDepth, 1e-9);
    assertEquals("mm", calibration.getUnit());
    assertEquals("HU", calibration.getValueUnit());
    Map<String, String[]> oracle =
        Files.readAllLines(SharedFiles.get("pixels-gdcm.tsv")).stream()
            .filter(line -> line.startsWith(SERIES))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0].substring(SERIES.length()), c -> c));
    for (int i = 0; i < DOWNWARD.size(); i++) {
      assertTrue(image.getStack().getSliceLabel(i + 1).startsWith(name(i)), "slice " + i);
      String[] expected = oracle.get(DOWNWARD.get(i));
      double[] values = values(image.getStack().getProcessor(i + 1), calibration);
      assertEquals(Double.parseDouble(expected[5]) + INTERCEPT, values[0], "the least");
      assertEquals(Double.parseDouble(expected[6]) + INTERCEPT, values[1], "the greatest");
      assertEquals(Double.parseDouble(expected[7]) + INTERCEPT, values[2], 1e-4, "the mean");
    }
  }

  private static double[] values(ImageProcessor slice, Calibration calibration) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < slice.getPixelCount(); i++) {
      double value = calibration.getCValue(slice.get(i));
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      sum += value;
    }
    return new double[] {least, greatest, sum / slice.getPixelCount()};
  }

  @Test
  void whatIsNoStackIsRefusedWithOneSentence() throws Exception {
    Path film = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");
    DicomException none = assertThrows(DicomException.class, () -> find(film));
    assertTrue(none.getMessage().contains("holds no slices"), none.getMessage());
    SeriesStack stack = find(folder);
    DicomException outside =
        assertThrows(
            DicomException.class,
            () -> series.write(stack, Projection.LATERAL, OptionalDouble.of(500)));
    assertTrue(outside.getMessage().contains("500.0 mm"), outside.getMessage());
    for (int i = 1; i < DOWNWARD.size(); i++) {
      Files.delete(folder.resolve(name(i)));
    }
    SeriesStack single = find(folder);
    assertThrows(
        DicomException.class,
        () -> series.write(single, Projection.LATERAL, OptionalDouble.empty()));
  }

  @Test
  void aMacroOpensTheStackAndASagittalPlaneWithoutADisplay() throws Exception {
    Path macro = folder.resolve("macro.ijm");
    Files.writeString(
        macro,
        """
        run("CerviMark Open Series", "path=[%1$s]");
        getVoxelSize(width, height, depth, unit);
        found = "" + nSlices + " " + depth + " " + unit;
        run("CerviMark Open Series", "path=[%1$s] plane=sagittal position=-70");
        getPixelSize(unit, width, height);
        return found + " " + getHeight() + " " + unit;
        """
            .formatted(folder.toString().replace('\\', '/')));
    String output = ForkedJvm.run(HeadlessMacro.class, macro.toString());
    // From 8.7625 to -1.2375 mm, a row each 0.488281 mm.
    assertEquals("5 2.5 mm 21 mm", output.lines().reduce((a, b) -> b).orElseThrow(), output);
    List<Path> planes;
    try (var files = Files.list(folder)) {
      planes = files.filter(f -> f.getFileName().toString().contains("MPR")).toList();
    }
    Radiograph plane = DicomImages.readHeader(planes.get(0));
    assertEquals(ScaleSource.SLICE, plane.scale().source());
    assertEquals(-70, plane.plane().orElseThrow().position().x(), 1e-9);
    assertEquals(Projection.LATERAL, plane.orientation().orElseThrow().projection());
  }

  private SeriesStack find(Path asked) throws Exception {
    OpeningProgress progress = OpeningProgress.begin(asked, opener.wording());
    try {
      return series.find(asked, progress);
    } finally {
      progress.end();
    }
  }
}
