package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.Direction;
import org.cervimark.image.Facing;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewRulesTest {

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @ParameterizedTest
  @CsvSource({
    "LL, , lateral-neutral",
    "RL, C-spine lateral, lateral-neutral",
    "LATERAL, , lateral-neutral",
    "AP, , ap",
    "PA, , ap",
    "LL, C-Spine lat. Flexion, lateral-flexion",
    "LL, HWS lateral hyperextension, lateral-extension",
    "LL, 경추 측면 굴곡, lateral-flexion",
    "LL, flexion and extension, ''",
    "LL, reflexion study, lateral-neutral",
    "LL, open mouth, lateral-neutral",
    "AP, open-mouth, ap-open-mouth",
    "AP, flexion, ap",
    "AP, Nasium, nasium",
    "LLO, , ''",
    "RAO, , ''",
    ", lateral flexion, ''",
  })
  void positionDecidesAndWordsNarrow(String position, String description, String view) {
    Attributes header = new Attributes();
    header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    header.setString(Tag.ViewPosition, VR.CS, position);
    header.setString(Tag.SeriesDescription, VR.LO, description);
    assertEquals(view, ViewRules.view(new Elements(header)).view().map(View::id).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "399067008, SCT, lateral-neutral",
    "399173006, SCT, lateral-neutral",
    "399198007, SCT, lateral-neutral",
    "399348003, SCT, ap",
    "272479007, SCT, ap",
    "R-10236, SRT, lateral-neutral",
    "R-10206, SNM3, ap",
    "399348003, 99LOCAL, ''",
    "399255003, SCT, ''",
  })
  void codesServeWherePositionIsSilent(String value, String scheme, String view) {
    assertEquals(
        view, ViewRules.view(new Elements(coded(value, scheme))).view().map(View::id).orElse(""));
  }

  @Test
  void postureOfTheCodeNarrowsToo() {
    Attributes header = coded("399067008", "SCT");
    Attributes modifier = new Attributes();
    modifier.setString(Tag.CodeValue, VR.SH, "24154002");
    modifier.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
    header
        .getNestedDataset(Tag.ViewCodeSequence)
        .newSequence(Tag.ViewModifierCodeSequence, 1)
        .add(modifier);
    ViewRules.Stated stated = ViewRules.view(new Elements(header));
    assertEquals(Optional.of(View.LATERAL_EXTENSION), stated.view());
    assertEquals("as coded", stated.description());
  }

  @ParameterizedTest
  @CsvSource({"A, F, ANTERIOR, FOOT", "PF, FA, POSTERIOR, FOOT", "L, F, LEFT, FOOT"})
  void principalLettersCount(String row, String column, Direction first, Direction second) {
    List<String> notices = new ArrayList<>();
    assertEquals(
        Optional.of(new PatientOrientation(first, second)),
        orientation(notices, Optional.empty(), row, column));
    assertEquals(List.of(), notices);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\\P", "L\\L", "A", "A\\F\\L", "X\\Y", "\\F"})
  void nonsenseIsNoOrientation(String value) {
    List<String> notices = new ArrayList<>();
    assertEquals(Optional.empty(), orientation(notices, Optional.empty(), value.split("\\\\", -1)));
    assertEquals(1, notices.size());
  }

  @Test
  void absenceIsNoContradiction() {
    List<String> notices = new ArrayList<>();
    assertEquals(
        Optional.empty(),
        OrientationRules.orientation(
            new Elements(new Attributes()),
            Optional.empty(),
            Optional.of(Projection.LATERAL),
            notices));
    assertEquals(List.of(), notices);
  }

  /**
   * Patient Orientation describes the pixels as they are stored: flips and rotations that the
   * detector has recorded (0018,7032 and 7034) were made before, and which side was imaged
   * (0020,0060 and 0062) says nothing of how it lies on the film.
   */
  @Test
  void flipsAreNotAppliedTwiceAndLateralityTurnsNothing() {
    Attributes header = new Attributes();
    header.setString(Tag.PatientOrientation, VR.CS, "P", "F");
    header.setString(Tag.FieldOfViewHorizontalFlip, VR.CS, "YES");
    header.setString(Tag.FieldOfViewRotation, VR.DS, "180");
    header.setString(Tag.Laterality, VR.CS, "R");
    header.setString(Tag.ImageLaterality, VR.CS, "R");
    List<String> notices = new ArrayList<>();
    assertEquals(
        Optional.of(PatientOrientation.lateral(Facing.LEFT)),
        OrientationRules.orientation(
            new Elements(header), Optional.empty(), Optional.of(Projection.LATERAL), notices));
    assertEquals(List.of(), notices);
    header.remove(Tag.PatientOrientation);
    assertEquals(
        Optional.empty(),
        OrientationRules.orientation(
            new Elements(header), Optional.empty(), Optional.of(Projection.LATERAL), notices));
  }

  /** Slices say exactly how they lie; sagittal ones are read as lateral films are. */
  @ParameterizedTest
  @CsvSource({
    "0\\1\\0\\0\\0\\-1, POSTERIOR, FOOT",
    "1\\0\\0\\0\\0\\-1, LEFT, FOOT",
    "1\\0\\0\\0\\1\\0, LEFT, POSTERIOR",
    "0.1\\0.994987\\0\\0\\0\\-1, POSTERIOR, FOOT"
  })
  void slicesAreOrientedByTheirPlane(String directions, Direction row, Direction column) {
    Attributes header = ImageFiles.header();
    header.setString(Tag.ImagePositionPatient, VR.DS, "0", "0", "0");
    header.setString(Tag.ImageOrientationPatient, VR.DS, directions.split("\\\\"));
    header.setString(Tag.PixelSpacing, VR.DS, "1", "1");
    List<String> notices = new ArrayList<>();
    assertEquals(
        Optional.of(new PatientOrientation(row, column)),
        OrientationRules.orientation(
            new Elements(header),
            PlaneRules.plane(new Elements(header), 1, notices),
            Optional.empty(),
            notices));
    assertEquals(List.of(), notices);
  }

  /** A real lateral whose system writes the orientation of a frontal film. */
  @Test
  void contradictionsAreNoted() throws Exception {
    Radiograph radiograph =
        DicomImages.readHeader(
            SharedFiles.get("pydicom/test_files/dicomdirtests/77654033/CR1/6154"));
    assertEquals(Optional.of(View.LATERAL_NEUTRAL), radiograph.view());
    assertEquals(
        Optional.of(Projection.FRONTAL),
        radiograph.orientation().map(PatientOrientation::projection));
    assertEquals(1, radiograph.notices().size());
    assertTrue(
        radiograph
            .notices()
            .get(0)
            .startsWith("Patient Orientation (L\\F) in the header is that of a frontal image"),
        radiograph.notices().get(0));
  }

  private static Optional<PatientOrientation> orientation(
      List<String> notices, Optional<Projection> projection, String... values) {
    Attributes header = new Attributes();
    header.setString(Tag.PatientOrientation, VR.CS, values);
    return OrientationRules.orientation(
        new Elements(header), Optional.empty(), projection, notices);
  }

  private static Attributes coded(String value, String scheme) {
    Attributes code = new Attributes();
    code.setString(Tag.CodeValue, VR.SH, value);
    code.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
    code.setString(Tag.CodeMeaning, VR.LO, "as coded");
    Attributes header = new Attributes();
    header.newSequence(Tag.ViewCodeSequence, 1).add(code);
    return header;
  }
}
