package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.journal.FolderJournal;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the viewer does with a study on disk, without a window. */
class ViewerActionsTest {

  private static final PersonName LEE = PersonName.parse("Lee^Younghee");
  private static final Path PHANTOM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private final List<String> told = new ArrayList<>();
  private Executor saver = Runnable::run;
  private Optional<PersonName> answeredReader = Optional.of(LEE);
  private Dialogs.LeftBehind answeredLeftBehind = Dialogs.LeftBehind.LATER;
  private Dialogs.Unsaved answeredUnsaved = Dialogs.Unsaved.CANCEL;
  private final MemoryReaderName readerName = new MemoryReaderName(Optional.empty());

  @BeforeEach
  void copyOnePhantom() throws IOException {
    Files.copy(PHANTOM, folder.resolve("film.dcm"));
  }

  @Test
  void savedMarksAreThereWhenTheStudyIsOpenedAgain() throws DicomException {
    ViewerActions actions = open();
    place(actions, 3);
    actions.markNotVisible();
    assertTrue(actions.model().session().isModified());
    assertTrue(actions.save());
    assertFalse(actions.model().session().isModified());
    assertEquals(Optional.of(LEE), readerName.get());

    ViewerModel again = open().model();
    assertEquals(actions.model().session().landmarks(), again.session().landmarks());
    assertEquals(actions.model().session().target(), again.session().target());
    assertEquals(1, again.study().newest(again.radiograph()).orElseThrow().revision());
    assertFalse(again.session().isModified());
    assertEquals(List.of("who reads?"), told);
  }

  @Test
  void marksOfAProgramThatEndedAreOfferedOnceAndPutBackWithoutSaving() throws Exception {
    ViewerActions actions = open();
    place(actions, 3);
    endProgram();

    answeredLeftBehind = Dialogs.LeftBehind.LATER;
    ViewerActions later = open();
    later.offerLeftBehind();
    assertTrue(later.model().session().landmarks().isEmpty());
    answeredLeftBehind = Dialogs.LeftBehind.RESTORE;
    ViewerActions again = open();
    again.offerLeftBehind();
    assertEquals(actions.model().session().landmarks(), again.model().session().landmarks());
    assertTrue(again.model().session().isModified());
    again.offerLeftBehind();
    assertEquals(List.of("3 left on 1", "3 left on 1"), told);

    assertTrue(again.save());
    endProgram();
    told.clear();
    open().offerLeftBehind();
    assertEquals(List.of(), told);
  }

  @Test
  void aPointOfAnotherProgramBecomesTheNextLandmark() throws Exception {
    writeForeignPresentation();
    ViewerActions actions = open();
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
  private void writeForeignPresentation() throws DicomException {
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
        DicomImages.readHeader(folder.resolve("film.dcm")).reference().sopInstanceUid());
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
  void marksThatWereGivenUpAreNotOfferedAgain() throws Exception {
    ViewerActions actions = open();
    place(actions, 1);
    answeredUnsaved = Dialogs.Unsaved.DISCARD;
    assertTrue(actions.mayClose());
    endProgram();
    told.clear();
    open().offerLeftBehind();
    assertEquals(List.of(), told);
  }

  @Test
  void savingAgainMakesTheNextRevisionAndAsksNoMore() throws DicomException {
    ViewerActions actions = open();
    place(actions, 1);
    actions.save();
    place(actions, 1);
    actions.save();
    ViewerModel again = open().model();
    assertEquals(2, again.study().newest(again.radiograph()).orElseThrow().revision());
    assertEquals(2, again.session().done());
    assertEquals(List.of("who reads?"), told);
  }

  @Test
  void withoutAReaderNothingIsSavedAndTheMarksStay() throws DicomException, IOException {
    answeredReader = Optional.empty();
    ViewerActions actions = open();
    place(actions, 2);
    assertFalse(actions.save());
    assertEquals(2, actions.model().session().done());
    assertTrue(actions.model().session().isModified());
    assertEquals(List.of("film.dcm"), files());
  }

  @Test
  void aStoreThatCannotWriteIsOneSentenceAndTheMarksStay() throws DicomException {
    ViewerActions actions = open(failing());
    place(actions, 2);
    assertFalse(actions.save());
    assertEquals(List.of("who reads?", "The disk is full; make room."), told);
    assertEquals(2, actions.model().session().done());
    assertTrue(actions.model().session().isModified());
  }

  @Test
  void anObjectOfKnownLengthSetsTheScaleAndIsUndoneLikeAnyStep() throws DicomException {
    ViewerModel model = open().model();
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
    ViewerModel model = open().model();
    draw(model, PointerJob.NOTE, new ImagePoint(100, 200));
    assertEquals("noted", model.session().marks().get(0).text());
    assertEquals(model.session().marks().get(0), model.drawing().selected().orElseThrow());
  }

  @Test
  void whatIsChangedWhileFilesAreWrittenIsNotTakenForSaved() throws DicomException {
    ViewerActions actions = open();
    place(actions, 2);
    saver =
        task -> {
          assertTrue(actions.model().isSaving());
          assertFalse(actions.save(), "not twice at once");
          assertFalse(actions.mayClose(), "not before it is written");
          place(actions, 1);
          task.run();
        };
    assertTrue(actions.save());
    assertFalse(actions.model().isSaving());
    assertTrue(actions.model().session().isModified());
    assertEquals(2, open().model().session().done());
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
    ViewerActions actions = open();
    place(actions, 3);
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
    assertEquals(mean, open().model().session().landmarks());
    actions.undo();
    assertTrue(actions.model().session().isBlinded(), "undone like any step");
  }

  @Test
  void closingAsksOnlyAboutUnsavedMarks() throws DicomException, IOException {
    ViewerActions actions = open();
    assertTrue(actions.mayClose());
    assertEquals(List.of(), told);
    place(actions, 1);
    assertFalse(actions.mayClose());
    assertEquals(List.of("unsaved on 1"), told);
    answeredUnsaved = Dialogs.Unsaved.DISCARD;
    assertTrue(actions.mayClose());
    assertEquals(List.of("film.dcm"), files());
    answeredUnsaved = Dialogs.Unsaved.SAVE;
    assertTrue(actions.mayClose());
    assertFalse(actions.model().session().isModified());
    assertTrue(files().size() > 1);
  }

  @Test
  void aFailedSaveKeepsTheWindowOpen() throws DicomException {
    ViewerActions actions = open(failing());
    place(actions, 1);
    answeredUnsaved = Dialogs.Unsaved.SAVE;
    assertFalse(actions.mayClose());
  }

  @Test
  void undoAndRedoAreUnlimited() throws DicomException {
    ViewerActions actions = open();
    place(actions, 12);
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
  void theNoteOfUnsavedMarksSaysSoAndIsWrittenWhole() throws DicomException, IOException {
    ViewerActions actions = open();
    place(actions, 12);
    Path file = folder.resolve("note.txt");
    Files.writeString(file, "old");
    actions.writeNote(file);
    String note = Files.readString(file);
    assertTrue(note.contains("not saved yet"), note);
    assertTrue(note.contains("Hong Gildong"), note);
    actions.save();
    actions.writeNote(file);
    assertTrue(Files.readString(file).contains("revision 1"));
    actions.writeNote(folder.resolve("absent").resolve("note.txt"));
    assertEquals("unwritable", told.get(told.size() - 1));
  }

  @Test
  void resultsFollowTheHighlight() throws DicomException, TableException {
    ViewerModel model = open().model();
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

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static void place(ViewerActions actions, int count) {
    for (int i = 0; i < count; i++) {
      // A spiral: no two landmarks coincide, and lines are long enough to measure.
      double turn = actions.model().session().done() * 0.9;
      actions
          .model()
          .session()
          .placeTarget(
              new ImagePoint(800 + 500 * Math.cos(turn), 900 + 400 * Math.sin(1.3 * turn)));
    }
  }

  private ViewerActions open() throws DicomException {
    return open(new FolderStore(folder, folder));
  }

  private ViewerActions open(StudyStore store) throws DicomException {
    StudyFolder scanned = StudyFolder.scan(folder);
    ImageEntry entry = scanned.images().get(0);
    StudySessions study =
        new StudySessions(
            scanned,
            Readings.CATALOGUE,
            (file, catalogue) -> store,
            new FolderJournal(journal(), Clock.systemUTC()),
            e -> told.add("trouble"));
    ViewerModel model = new ViewerModel(study, entry, DicomImages.read(entry.file(), 1));
    return new ViewerActions(
        model,
        new Told(),
        readerName,
        new StudyNote(() -> Locale.ENGLISH),
        Runnable::run,
        Runnable::run,
        task -> saver.execute(task));
  }

  private Path journal() {
    return elsewhere.resolve("journal");
  }

  /** Gives the journal's files the names that those of another process have. */
  private void endProgram() throws IOException {
    if (Files.isDirectory(journal())) {
      try (Stream<Path> files = Files.list(journal())) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          Path ended = file.resolveSibling("0" + name.substring(name.indexOf('-')));
          if (!file.equals(ended)) {
            Files.copy(file, ended);
            Files.delete(file);
          }
        }
      }
    }
  }

  private static StudyStore failing() {
    return new StudyStore() {
      @Override
      public List<StudyReport> revisions(String studyInstanceUid) {
        return List.of();
      }

      @Override
      public StudyReport save(RevisionDraft draft, PersonName reader) throws StoreException {
        throw new StoreException("The disk is full; make room.");
      }

      @Override
      public StudyReport sign(String studyInstanceUid, PersonName observer, String organization) {
        throw new AssertionError("nobody signs here");
      }

      @Override
      public StudyReport merge(
          RevisionMerge merge,
          Map<RevisionMerge.Subject, RevisionMerge.Side> choices,
          PersonName reader) {
        throw new AssertionError("nobody merges here");
      }
    };
  }

  /** Answers as the test says and keeps what it was told. */
  private final class Told implements Dialogs {

    @Override
    public Optional<CalibrationObject> object() {
      return Optional.of(CalibrationObject.of(25, "steel ball"));
    }

    @Override
    public Optional<String> words() {
      return Optional.of("noted");
    }

    @Override
    public Unsaved unsaved(int images) {
      told.add("unsaved on " + images);
      return answeredUnsaved;
    }

    @Override
    public LeftBehind leftBehind(int marks, int images, Instant changedAt) {
      told.add(marks + " left on " + images);
      return answeredLeftBehind;
    }

    @Override
    public Optional<PersonName> reader() {
      told.add("who reads?");
      return answeredReader;
    }

    @Override
    public void problem(String sentence) {
      told.add(sentence);
    }

    @Override
    public void unwritable(Path file) {
      told.add("unwritable");
    }

    @Override
    public void note(String text) {
      told.add(Objects.requireNonNull(text));
    }

    @Override
    public void help() {
      told.add("help");
    }
  }
}
