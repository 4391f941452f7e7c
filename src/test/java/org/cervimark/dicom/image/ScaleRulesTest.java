package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleRulesTest {

  private static final String NONE = "-";

  private final List<String> notices = new ArrayList<>();

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  /**
   * Pixel Spacing, its type, Imager Pixel Spacing, magnification, film; then what comes of them.
   */
  @ParameterizedTest
  @CsvSource({
    "0.12, FIDUCIAL, 0.15, -,    -,   FIDUCIAL, 0.12, 0",
    "0.12, GEOMETRY, 0.15, 1.25, -,   GEOMETRY, 0.12, 0",
    "0.12, FIDUCIAL, -,    -,    -,   FIDUCIAL, 0.12, 0",
    "-,    -,        0.15, 1.25, -,   GEOMETRY, 0.12, 0",
    "0.15, -,        0.15, 1.25, -,   GEOMETRY, 0.12, 0",
    "0.13, -,        0.15, 1.25, -,   GEOMETRY, 0.12, 1",
    "0.12, -,        0.15, -,    -,   HEADER,   0.12, 1",
    "0.15, -,        0.15, -,    -,   DETECTOR, 0.15, 0",
    "0.15, -,        -,    -,    -,   DETECTOR, 0.15, 0",
    "-,    -,        0.15, -,    -,   DETECTOR, 0.15, 0",
    "-,    -,        -,    -,    0.1, FILM,     0.1,  0",
    "0.1,  -,        -,    -,    0.1, FILM,     0.1,  0",
    "0.2,  -,        -,    -,    0.1, HEADER,   0.2,  1",
    "-,    -,        -,    -,    -,   NONE,     1,    0",
    "0.18, FIDUCIAL, 0.15, -,    -,   FIDUCIAL, 0.18, 1",
    "0.15, GUESSED,  0.15, -,    -,   DETECTOR, 0.15, 1",
    "-,    -,        0.15, 1,    -,   DETECTOR, 0.15, 1",
    "-,    -,        0.15, 0,    -,   DETECTOR, 0.15, 1",
    "-,    -,        0.15, about, -,  DETECTOR, 0.15, 1",
  })
  void theFirstRuleThatAppliesDecides(
      String pixel,
      String type,
      String imager,
      String magnification,
      String film,
      ScaleSource source,
      double spacing,
      int noticeCount) {
    Attributes header = ImageFiles.header();
    put(header, Tag.PixelSpacing, VR.DS, pixel, pixel);
    put(header, Tag.PixelSpacingCalibrationType, VR.CS, type);
    put(header, Tag.ImagerPixelSpacing, VR.DS, imager, imager);
    put(header, Tag.EstimatedRadiographicMagnificationFactor, VR.DS, magnification);
    put(header, Tag.NominalScannedPixelSpacing, VR.DS, film, film);
    Scale scale = scale(header);
    assertEquals(source, scale.source());
    assertEquals(spacing, scale.columnSpacing(), 1e-12);
    assertEquals(spacing, scale.rowSpacing(), 1e-12);
    assertEquals(noticeCount, notices.size(), notices::toString);
  }

  /** PS3.3 10.7.1.3: the first value is the distance between rows. */
  @Test
  void rowsComeFirst() {
    Attributes header = ImageFiles.header();
    put(header, Tag.ImagerPixelSpacing, VR.DS, "0.16", "0.14");
    assertEquals(0.16, scale(header).rowSpacing());
    assertEquals(0.14, scale(header).columnSpacing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\\0", "0.1\\0.1\\0.1", "-0.1\\0.1", "0.1", "0,1\\0,1", "1e9\\1e9", "x"})
  void absurdSpacingsAreNoScale(String value) {
    Attributes header = ImageFiles.header();
    put(header, Tag.PixelSpacing, VR.DS, value.split("\\\\"));
    assertEquals(Scale.unknown(1), scale(header));
    assertEquals(1, notices.size());
    assertTrue(notices.get(0).startsWith("Pixel Spacing in the header is unusable"));
  }

  /** PS3.3 C.7.6.3.1.7: vertical size, then horizontal size. */
  @Test
  void aspectRatioServesWhereThereIsNoScale() {
    Attributes header = ImageFiles.header();
    header.setString(Tag.PixelAspectRatio, VR.IS, "6", "5");
    assertEquals(1.2, scale(header).rowSpacing(), 1e-12);
    header.setString(Tag.PixelAspectRatio, VR.IS, "0", "5");
    assertEquals(1, scale(header).rowSpacing(), 1e-12);
    assertEquals(1, notices.size());
  }

  @Test
  void otherModalitiesDoNotClaimADetector() {
    Attributes header = ImageFiles.header();
    header.setString(Tag.Modality, VR.CS, "OT");
    put(header, Tag.PixelSpacing, VR.DS, "0.2", "0.2");
    assertEquals(ScaleSource.HEADER, scale(header).source());
  }

  @Test
  void magnificationThatItsDistancesContradictIsNoted() {
    Attributes header = ImageFiles.header();
    put(header, Tag.ImagerPixelSpacing, VR.DS, "0.15", "0.15");
    put(header, Tag.EstimatedRadiographicMagnificationFactor, VR.DS, "1.1");
    put(header, Tag.DistanceSourceToDetector, VR.DS, "1800");
    put(header, Tag.DistanceSourceToPatient, VR.DS, "1500");
    scale(header);
    assertEquals(1, notices.size());
    put(header, Tag.EstimatedRadiographicMagnificationFactor, VR.DS, "1.2");
    notices.clear();
    scale(header);
    assertEquals(List.of(), notices);
  }

  /** Clunie's test images say in their pixels how long their lines are meant to measure. */
  @ParameterizedTest
  @CsvSource({
    "CRIMAGEA, FIDUCIAL, 0.25",
    "DXIMAGEA, FIDUCIAL, 0.25",
    "DXIMAGEI, GEOMETRY, 0.333333333333"
  })
  void otherPeoplesFilesGetTheirScale(String name, ScaleSource source, double spacing)
      throws Exception {
    Scale scale =
        DicomImages.readHeader(SharedFiles.get("clunie-pixelspacing/DISCIMG/IMAGES/" + name))
            .scale();
    assertEquals(source, scale.source());
    assertEquals(spacing, scale.columnSpacing(), 1e-9);
  }

  private Scale scale(Attributes header) {
    return ScaleRules.scale(new Elements(header), notices);
  }

  private static void put(Attributes header, int tag, VR vr, String... values) {
    if (!values[0].equals(NONE)) {
      header.setString(tag, vr, values);
    }
  }
}
