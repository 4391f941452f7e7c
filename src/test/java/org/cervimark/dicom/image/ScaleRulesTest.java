package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;
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
  @ValueSource(
      strings = {
        "0\\0",
        "0.1\\0.1\\0.1",
        "-0.1\\0.1",
        "0.1",
        "0,1\\0,1",
        "1e9\\1e9",
        "x",
        "NaN\\NaN"
      })
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
    "CRIMAGEA, FIDUCIAL, 50",
    "CRIMAGEI, GEOMETRY, 67",
    "DXIMAGEA, FIDUCIAL, 50",
    "DXIMAGEI, GEOMETRY, 67",
    "MGIMAGEA, FIDUCIAL, 50",
    "MGIMAGEI, GEOMETRY, 67",
    "XAIMAGEA, FIDUCIAL, 50",
    "XAIMAGEI, GEOMETRY, 67"
  })
  void theBarOf200PixelsIsAsLongAsThePictureSays(String name, ScaleSource source, int printed)
      throws Exception {
    Radiograph image =
        DicomImages.readHeader(SharedFiles.get("clunie-pixelspacing/DISCIMG/IMAGES/" + name));
    assertEquals(source, image.scale().source());
    assertEquals(printed, Math.round(200 * image.scale().columnSpacing()));
    assertEquals(printed, Math.round(200 * image.scale().rowSpacing()));
    assertEquals(Optional.empty(), image.scaleQuestion());
  }

  /** Other people's radiographs, with what dcmdump shows of their headers. */
  @ParameterizedTest
  @CsvSource({
    "pydicom/test_files/dicomdirtests/77654033/CR1/6154, DETECTOR, 0.1, 0.1",
    "highdicom/dx_image.dcm, DETECTOR, 1.2, 1.201199999999",
    "nema-wg04-compsamples/IMAGES/REF/RG3_UNC, NONE, 1, 1",
    "pydicom/test_files/CT_small.dcm, SLICE, 0.661468, 0.661468",
    "pydicom/test_files/MR_small.dcm, SLICE, 0.3125, 0.3125",
    "cornerstone-wado/no-pixel-spacing.dcm, NONE, 1, 1"
  })
  void otherPeoplesFilesGetTheirScale(
      String name, ScaleSource source, double rowSpacing, double columnSpacing) throws Exception {
    Scale scale = DicomImages.readHeader(SharedFiles.get(name)).scale();
    assertEquals(source, scale.source());
    assertEquals(rowSpacing, scale.rowSpacing(), 1e-9);
    assertEquals(columnSpacing, scale.columnSpacing(), 1e-9);
  }

  /** Pixel Spacing, its type, Imager Pixel Spacing, magnification, distances, film, aspect. */
  @ParameterizedTest
  @CsvSource({
    "0.12, -,        0.15, -,    -,         -,   -,    untyped-pixel-spacing, HEADER 0.12; DETECTOR"
        + " 0.15",
    "0.13, -,        0.15, 1.25, -,         -,   -,    pixel-spacing-against-magnification,"
        + " GEOMETRY 0.12; DETECTOR 0.15; HEADER 0.13",
    "-,    -,        0.15, 1.25, 1800/1200, -,   -,    magnification-against-distances, GEOMETRY"
        + " 0.12; GEOMETRY 0.1; DETECTOR 0.15",
    "0.2,  -,        -,    -,    -,         0.1, -,    pixel-spacing-against-film, HEADER 0.2; FILM"
        + " 0.1",
    "0.18, FIDUCIAL, 0.15, -,    -,         -,   -,    enlarged-calibration, FIDUCIAL 0.18;"
        + " DETECTOR 0.15",
    "0.15, -,        -,    -,    -,         -,   2/1,  aspect-ratio-against-spacing, DETECTOR 0.15;"
        + " DETECTOR 0.3",
    "0.12, FIDUCIAL, 0.15, -,    1800/1200, -,   1/1,  none, ''",
    "-,    -,        0.15, 1.25, 1800/1440, -,   -,    none, ''",
    "-,    -,        0.15, 1.25, 1800/0,    -,   -,    none, ''",
    "-,    -,        0.15, 1.25, 1000/1200, -,   -,    none, ''",
    "-,    -,        -,    -,    -,         -,   2/1,  none, ''"
  })
  void contradictionsBecomeQuestions(
      String pixel,
      String type,
      String imager,
      String magnification,
      String distances,
      String film,
      String aspect,
      String kind,
      String answers) {
    Attributes header = ImageFiles.header();
    put(header, Tag.PixelSpacing, VR.DS, pixel, pixel);
    put(header, Tag.PixelSpacingCalibrationType, VR.CS, type);
    put(header, Tag.ImagerPixelSpacing, VR.DS, imager, imager);
    put(header, Tag.EstimatedRadiographicMagnificationFactor, VR.DS, magnification);
    put(header, Tag.NominalScannedPixelSpacing, VR.DS, film, film);
    put(header, Tag.PixelAspectRatio, VR.IS, aspect.split("/"));
    put(header, Tag.DistanceSourceToDetector, VR.DS, distances.replaceAll("/.*", ""));
    put(header, Tag.DistanceSourceToPatient, VR.DS, distances.replaceAll(".*/", ""));
    put(header, Tag.Manufacturer, VR.LO, "Maker");
    put(header, Tag.DeviceSerialNumber, VR.LO, "17");
    put(header, Tag.PatientName, VR.PN, "Hong^Gildong");
    ScaleRules.Decision decision = decide(header);
    if (kind.equals("none")) {
      assertEquals(Optional.empty(), decision.question());
      return;
    }
    ScaleQuestion question = decision.question().orElseThrow();
    assertEquals(kind, question.kind());
    assertEquals("Maker | 17", question.device());
    assertTrue(notices.contains(question.sentence()), notices::toString);
    assertEquals(
        answers,
        question.answers().stream()
            .map(ScaleQuestion.Answer::scale)
            .map(s -> s.source() + " " + Math.round(1000 * s.rowSpacing()) / 1000.0)
            .collect(Collectors.joining("; ")));
    ScaleQuestion.Answer first = question.answers().get(0);
    assertEquals("as-found", first.id());
    assertEquals(decision.scale().columnSpacing(), first.scale().columnSpacing());
    assertTrue(first.scale().note().orElseThrow().contains("chosen by the reader"));
    assertEquals(
        question.answers().size(),
        question.answers().stream().map(ScaleQuestion.Answer::id).distinct().count());
  }

  /** (0018,1111) is usually the distance to the table: alone it makes no scale. */
  @Test
  void distancesAloneMakeNoScale() {
    Attributes header = ImageFiles.header();
    put(header, Tag.ImagerPixelSpacing, VR.DS, "0.15", "0.15");
    put(header, Tag.DistanceSourceToDetector, VR.DS, "1800");
    put(header, Tag.DistanceSourceToPatient, VR.DS, "1500");
    assertEquals(Scale.millimetres(0.15, 0.15, ScaleSource.DETECTOR), scale(header));
    header.remove(Tag.ImagerPixelSpacing);
    assertEquals(Scale.unknown(1), scale(header));
  }

  /** A CT scout is a shadow; the slices beside it are not. */
  @Test
  void slicesAreTrueAndScoutsAreNot() {
    Attributes header = ImageFiles.header();
    header.setString(Tag.Modality, VR.CS, "CT");
    put(header, Tag.PixelSpacing, VR.DS, "0.4", "0.5");
    put(header, Tag.ImagePositionPatient, VR.DS, "1", "2", "3");
    put(header, Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
    assertEquals(Scale.millimetres(0.5, 0.4, ScaleSource.SLICE), scale(header));
    put(header, Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "LOCALIZER");
    assertEquals(ScaleSource.HEADER, scale(header).source());
  }

  /** A plane that no image can have is said; the spacing is then of unstated origin. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\\0\\0\\1\\0\\0",
        "0\\0\\0\\0\\0\\0",
        "1\\0\\0\\0\\1",
        "2\\0\\0\\0\\1\\0",
        "x\\0\\0\\0\\1\\0"
      })
  void absurdPlanesAreNone(String orientation) {
    Attributes header = ImageFiles.header();
    header.setString(Tag.Modality, VR.CS, "CT");
    put(header, Tag.PixelSpacing, VR.DS, "0.4", "0.5");
    put(header, Tag.ImagePositionPatient, VR.DS, "1", "2", "3");
    put(header, Tag.ImageOrientationPatient, VR.DS, orientation.split("\\\\"));
    assertEquals(ScaleSource.HEADER, scale(header).source());
    assertEquals(1, notices.size(), notices::toString);
  }

  private Scale scale(Attributes header) {
    return decide(header).scale();
  }

  private ScaleRules.Decision decide(Attributes header) {
    Elements elements = new Elements(header);
    return ScaleRules.decide(elements, 1, PlaneRules.plane(elements, 1, notices), notices);
  }

  private static void put(Attributes header, int tag, VR vr, String... values) {
    if (!values[0].equals(NONE)) {
      header.setString(tag, vr, values);
    }
  }
}
