package org.cervimark.dicom.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.ForeignMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects built as the standard describes them, and such as nobody should build. */
class ForeignObjectsTest {

  private static final String IMAGE = "1.2.3.4";

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    Toolkit.start();
  }

  /** PS3.3 C.10.5: circles by centre and edge, texts by anchor, both units. */
  @Test
  void presentationStateOfAnotherProgram() throws Exception {
    Attributes state = presentation();
    Attributes annotation = annotation(state);
    graphic(annotation, "POLYLINE", "PIXEL", 10, 20, 30, 40, 50, 60);
    graphic(annotation, "CIRCLE", "PIXEL", 100, 100, 100, 150);
    graphic(annotation, "POINT", "DISPLAY", 0.5f, 0.25f);
    graphic(annotation, "NURBS", "PIXEL", 1, 1, 2, 2);
    Attributes text = new Attributes();
    text.setFloat(Tag.AnchorPoint, VR.FL, 7, 8);
    text.setString(Tag.AnchorPointAnnotationUnits, VR.CS, "PIXEL");
    text.setString(Tag.UnformattedTextValue, VR.ST, "42°");
    annotation.newSequence(Tag.TextObjectSequence, 1).add(text);

    ForeignLayer layer = read(state).orElseThrow();

    assertEquals(ForeignLayer.Kind.PRESENTATION, layer.kind());
    assertEquals(
        List.of(
            "LAYER1 POLYLINE 10,20 30,40 50,60 |",
            "LAYER1 CIRCLE 100,100 100,150 |",
            // The displayed area begins at pixel 101\\51 and shows 200 by 100 pixels.
            "LAYER1 POINTS 200,75 |",
            "42° TEXT 7,8 |"),
        ForeignFilesTest.lines(layer));
    assertEquals(1, layer.leftOut());
    assertTrue(layer.marks().stream().allMatch(m -> m.image().equals(IMAGE)));
  }

  /** The layout that OHIF writes: annotation-objects.md section 11.4. */
  @Test
  void ohifMeasurements() throws Exception {
    Attributes report = report();
    Sequence content = report.getSequence(Tag.ContentSequence);
    content.add(ohif("CobbAngle", "C2-C7", "Cobb angle", 24.99, "°", 1, 2, 3, 4, 5, 6, 7, 8));
    content.add(ohif("Length", "ADI", "Length", 2.5, "mm", 10, 10, 12, 10));
    ForeignLayer layer = read(report).orElseThrow();
    assertEquals(
        List.of(
            "C2-C7 POLYLINE 1,2 3,4 5,6 7,8 | Cobb angle 24.99 °",
            "ADI POLYLINE 10,10 12,10 | Length 2.5 mm"),
        ForeignFilesTest.lines(layer));
  }

  @Test
  void numbersThatAreNoneAreLeftOut() throws Exception {
    Attributes report = report();
    Sequence content = report.getSequence(Tag.ContentSequence);
    content.add(coordinates("POINT", Float.NaN, 1));
    content.add(coordinates("POINT", 1, Float.POSITIVE_INFINITY));
    content.add(coordinates("POLYLINE", 1, 2, 3));
    content.add(coordinates("CIRCLE", 1, 2));
    content.add(coordinates("POINT", 5, 6));
    ForeignLayer layer = read(report).orElseThrow();
    assertEquals(List.of(new ImagePoint(5, 6)), layer.marks().get(0).points());
    assertEquals(1, layer.marks().size());
    assertEquals(4, layer.leftOut());
  }

  @Test
  void depthAndLengthHaveLimits() throws Exception {
    Attributes report = report();
    Attributes level = report;
    for (int i = 0; i < 5_000; i++) {
      Attributes container = new Attributes();
      container.setString(Tag.ValueType, VR.CS, "CONTAINER");
      Sequence below =
          level.contains(Tag.ContentSequence)
              ? level.getSequence(Tag.ContentSequence)
              : level.newSequence(Tag.ContentSequence, 1);
      below.add(container);
      level = container;
    }
    level.newSequence(Tag.ContentSequence, 1).add(coordinates("POINT", 1, 1));
    assertEquals(List.of(), read(report).orElseThrow().marks());

    Attributes wide = report();
    for (int i = 0; i < 25_000; i++) {
      wide.getSequence(Tag.ContentSequence).add(coordinates("POINT", i, 1));
    }
    assertEquals(20_000, read(wide).orElseThrow().marks().size());

    Attributes wordy = report();
    Attributes text = new Attributes();
    text.setString(Tag.ValueType, VR.CS, "TEXT");
    text.setString(Tag.TextValue, VR.UT, "x".repeat(1 << 20));
    text.newSequence(Tag.ContentSequence, 1).add(coordinates("POINT", 1, 1));
    wordy.getSequence(Tag.ContentSequence).add(text);
    ForeignMark mark = read(wordy).orElseThrow().marks().get(0);
    assertEquals(MarkList.LONGEST_TEXT, mark.label().length());
  }

  @Test
  void ourOwnObjectsAreNotForeign() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    fixture.write(image, "film.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    assertEquals(List.of(), StudyFolder.scan(folder).foreign());
  }

  private static Optional<ForeignLayer> read(Attributes object) throws DicomException {
    return ForeignObjects.read(new DicomFile(Path.of("object.dcm"), "", object, Optional.empty()));
  }

  private static Attributes report() {
    Attributes report = new Attributes();
    report.setSpecificCharacterSet("ISO_IR 192");
    report.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.88.22");
    report.setString(Tag.Manufacturer, VR.LO, "Somebody");
    report.setString(Tag.ValueType, VR.CS, "CONTAINER");
    report.newSequence(Tag.ContentSequence, 4);
    return report;
  }

  private static Attributes coordinates(String type, float... data) {
    Attributes item = new Attributes();
    item.setString(Tag.ValueType, VR.CS, "SCOORD");
    item.setString(Tag.GraphicType, VR.CS, type);
    item.setFloat(Tag.GraphicData, VR.FL, data);
    Attributes image = new Attributes();
    image.setString(Tag.ValueType, VR.CS, "IMAGE");
    Attributes reference = new Attributes();
    reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, IMAGE);
    image.newSequence(Tag.ReferencedSOPSequence, 1).add(reference);
    item.newSequence(Tag.ContentSequence, 1).add(image);
    return item;
  }

  private static Attributes ohif(
      String tool, String comment, String name, double value, String unit, float... data) {
    Attributes group = item("CONTAINER", "125007", "DCM", "Measurement Group");
    Sequence content = group.newSequence(Tag.ContentSequence, 4);
    Attributes tracking = item("TEXT", "112039", "DCM", "Tracking Identifier");
    tracking.setString(Tag.TextValue, VR.UT, "Cornerstone3DTools@^0.1.0:" + tool);
    content.add(tracking);
    Attributes label = item("TEXT", "121106", "DCM", "Comment");
    label.setString(Tag.TextValue, VR.UT, comment);
    content.add(label);
    Attributes number = item("NUM", "285285000", "SCT", name);
    Attributes measured = new Attributes();
    measured.setString(Tag.NumericValue, VR.DS, Double.toString(value));
    measured.newSequence(Tag.MeasurementUnitsCodeSequence, 1).add(code("deg", "UCUM", unit));
    number.newSequence(Tag.MeasuredValueSequence, 1).add(measured);
    number.newSequence(Tag.ContentSequence, 1).add(coordinates("POLYLINE", data));
    content.add(number);
    Attributes screen = coordinates("POINT", 900, 900);
    screen
        .newSequence(Tag.ConceptNameCodeSequence, 1)
        .add(code("CornerstoneText", "99CS3D", "Text position"));
    content.add(screen);
    return group;
  }

  private static Attributes item(String type, String value, String scheme, String meaning) {
    Attributes item = new Attributes();
    item.setString(Tag.ValueType, VR.CS, type);
    item.newSequence(Tag.ConceptNameCodeSequence, 1).add(code(value, scheme, meaning));
    return item;
  }

  private static Attributes code(String value, String scheme, String meaning) {
    Attributes code = new Attributes();
    code.setString(Tag.CodeValue, VR.SH, value);
    code.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
    code.setString(Tag.CodeMeaning, VR.LO, meaning);
    return code;
  }

  private static Attributes presentation() {
    Attributes state = new Attributes();
    state.setSpecificCharacterSet("ISO_IR 192");
    state.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.1");
    state.setString(Tag.Manufacturer, VR.LO, "Somebody");
    state.setString(Tag.ContentCreatorName, VR.PN, "Doe^Jane");
    Attributes series = new Attributes();
    Attributes reference = new Attributes();
    reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, IMAGE);
    series.newSequence(Tag.ReferencedImageSequence, 1).add(reference);
    state.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
    Attributes area = new Attributes();
    area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, 101, 51);
    area.setInt(Tag.DisplayedAreaBottomRightHandCorner, VR.SL, 300, 150);
    state.newSequence(Tag.DisplayedAreaSelectionSequence, 1).add(area);
    return state;
  }

  private static Attributes annotation(Attributes state) {
    Attributes annotation = new Attributes();
    annotation.setString(Tag.GraphicLayer, VR.CS, "LAYER1");
    annotation.newSequence(Tag.GraphicObjectSequence, 4);
    state.newSequence(Tag.GraphicAnnotationSequence, 1).add(annotation);
    return annotation;
  }

  private static void graphic(Attributes annotation, String type, String units, float... data) {
    Attributes graphic = new Attributes();
    graphic.setString(Tag.GraphicAnnotationUnits, VR.CS, units);
    graphic.setString(Tag.GraphicType, VR.CS, type);
    graphic.setFloat(Tag.GraphicData, VR.FL, data);
    annotation.getSequence(Tag.GraphicObjectSequence).add(graphic);
  }
}
