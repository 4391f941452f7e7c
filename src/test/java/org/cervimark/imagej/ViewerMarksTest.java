package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader marks on a film, without a window: points, drawings, repeated readings. */
class ViewerMarksTest {

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private OneFilmStudy study;

  @BeforeEach
  void copyOnePhantom() throws IOException {
    study = new OneFilmStudy(folder, elsewhere);
  }

  @Test
  void aPointOfAnotherProgramBecomesTheNextLandmark() throws Exception {
    writeForeignPresentation(folder, "film.dcm");
    ViewerActions actions = study.open();
    LandmarkId target = actions.model().session().target().orElseThrow();

    actions.adopt(Optional.of(new ImagePoint(290, 410)));

    assertEquals(
        Optional.of(new ImagePoint(300, 400)), actions.model().session().landmarks().point(target));
    actions.adopt(Optional.of(new ImagePoint(490, 410)));
    assertEquals(2, actions.model().session().done());
    assertEquals(1, actions.model().session().marks().size());
    String whose = actions.model().session().marks().get(0).text();
    assertTrue(whose.contains("Somebody") && whose.contains("Doe"), whose);
    actions.undo();
    actions.undo();
    assertTrue(actions.model().session().landmarks().isEmpty());
  }

  /** A line from 300,400 to 500,420, as another program would draw it on the film. */
  static void writeForeignPresentation(Path folder, String film) throws DicomException {
    Attributes state = new Attributes();
    state.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.1");
    state.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3.4.5");
    state.setString(Tag.Manufacturer, VR.LO, "Somebody");
    state.setString(Tag.ContentCreatorName, VR.PN, "Doe^Jane");
    Attributes annotation = new Attributes();
    Attributes reference = new Attributes();
    reference.setString(
        Tag.ReferencedSOPInstanceUID,
        VR.UI,
        DicomImages.readHeader(folder.resolve(film)).reference().sopInstanceUid());
    annotation.newSequence(Tag.ReferencedImageSequence, 1).add(reference);
    Attributes graphic = new Attributes();
    graphic.setString(Tag.GraphicAnnotationUnits, VR.CS, "PIXEL");
    graphic.setString(Tag.GraphicType, VR.CS, "POLYLINE");
    graphic.setFloat(Tag.GraphicData, VR.FL, 300, 400, 500, 420);
    annotation.newSequence(Tag.GraphicObjectSequence, 1).add(graphic);
    state.newSequence(Tag.GraphicAnnotationSequence, 1).add(annotation);
    DataSetWriter.write(folder.resolve("foreign.dcm"), state);
  }

  @Test
  void anObjectOfKnownLengthSetsTheScaleAndIsUndoneLikeAnyStep() throws DicomException {
    ViewerModel model = study.open().model();
    double before = model.session().scale().columnSpacing();
    draw(model, PointerJob.CALIBRATE, new ImagePoint(100, 200), new ImagePoint(300, 200));
    assertEquals(0.125, model.session().scale().columnSpacing(), 1e-12);
    assertEquals("calibration.done", model.message().orElseThrow().key());
    assertEquals(PointerJob.CALIBRATE, model.job(), "the canvas gives the button back");
    model.session().undo();
    assertEquals(before, model.session().scale().columnSpacing());
    draw(model, PointerJob.CALIBRATE, new ImagePoint(100, 200), new ImagePoint(104, 200));
    assertEquals("calibration.flaw.TOO_SHORT", model.message().orElseThrow().key());
    assertEquals(before, model.session().scale().columnSpacing());
    draw(model, PointerJob.CALIBRATE, new ImagePoint(100, 200), new ImagePoint(200, 200));
    assertEquals("calibration.doubt.LARGER_THAN_SHADOW", model.message().orElseThrow().key());
  }

  @Test
  void aNoteHasTheWordsAskedFor() throws DicomException {
    ViewerModel model = study.open().model();
    draw(model, PointerJob.NOTE, new ImagePoint(100, 200));
    assertEquals("noted", model.session().marks().get(0).text());
    assertEquals(model.session().marks().get(0), model.drawing().selected().orElseThrow());
  }

  private static void draw(ViewerModel model, PointerJob job, ImagePoint... points) {
    if (model.job() != job) {
      model.toggle(job);
    }
    ViewTransform view = new ViewTransform(0, 0, 1);
    for (ImagePoint point : points) {
      model.drawing().press(view, (int) point.column(), (int) point.row());
      model.drawing().release(view, (int) point.column(), (int) point.row());
    }
  }

  @Test
  void aRepeatedReadingDoesNotSeeTheFirstAndTheMeanOfBothIsSaved() throws DicomException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 3);
    LandmarkSet first = actions.model().session().landmarks();
    actions.repeat();
    assertTrue(actions.model().session().landmarks().isEmpty());
    assertEquals(Optional.empty(), actions.model().expectedTarget());
    for (Placement placement : first.all()) {
      ImagePoint p = placement.point().orElseThrow();
      actions
          .model()
          .session()
          .place(placement.landmark(), new ImagePoint(p.column() + 2, p.row()));
    }
    actions.repeat();
    assertEquals("pass.revealed.mm", actions.model().message().orElseThrow().key());
    for (Placement placement : first.all()) {
      assertEquals(
          placement.point().orElseThrow().column() + 1,
          actions.model().session().landmarks().point(placement.landmark()).orElseThrow().column());
    }
    LandmarkSet mean = actions.model().session().landmarks();
    assertTrue(actions.save());
    assertEquals(mean, study.open().model().session().landmarks());
    actions.undo();
    assertTrue(actions.model().session().isBlinded(), "undone like any step");
  }

  @Test
  void undoAndRedoAreUnlimited() throws DicomException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 12);
    var placed = actions.model().session().landmarks();
    for (int i = 0; i < 12; i++) {
      actions.undo();
    }
    assertTrue(actions.model().session().landmarks().isEmpty());
    for (int i = 0; i < 12; i++) {
      actions.redo();
    }
    assertEquals(placed, actions.model().session().landmarks());
  }

  @Test
  void resultsFollowTheHighlight() throws DicomException, TableException {
    ViewerModel model = study.open().model();
    assertTrue(model.drawn().isEmpty());
    LandmarkTable.read(
            Path.of("test-images/hong/2026-01-14/lateral-neutral.landmarks.csv"),
            Readings.CATALOGUE.landmarks(),
            Locale.ENGLISH)
        .landmarks(model.entry().file(), model.radiograph(), true)
        .all()
        .forEach(p -> p.point().ifPresent(at -> model.session().place(p.landmark(), at)));
    assertEquals("c2-c7-cobb", model.drawn().orElseThrow().measurement().id());
    model.highlight("c2-slope");
    assertEquals("c2-slope", model.drawn().orElseThrow().measurement().id());
    model.highlight("c2-slope");
    assertEquals("c2-c7-cobb", model.drawn().orElseThrow().measurement().id());
  }
}
