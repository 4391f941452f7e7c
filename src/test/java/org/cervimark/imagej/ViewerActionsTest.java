package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the viewer does with a study on disk, without a window: saving, leaving, the note. */
class ViewerActionsTest {

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private OneFilmStudy study;

  @BeforeEach
  void copyOnePhantom() throws IOException {
    study = new OneFilmStudy(folder, elsewhere);
  }

  @Test
  void savedMarksAreThereWhenTheStudyIsOpenedAgain() throws DicomException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 3);
    actions.markNotVisible();
    assertTrue(actions.model().session().isModified());
    assertTrue(actions.save());
    assertFalse(actions.model().session().isModified());
    assertEquals(Optional.of(OneFilmStudy.LEE), study.readerName.get());

    ViewerModel again = study.open().model();
    assertEquals(actions.model().session().landmarks(), again.session().landmarks());
    assertEquals(actions.model().session().target(), again.session().target());
    assertEquals(1, again.study().newest(again.radiograph()).orElseThrow().revision());
    assertFalse(again.session().isModified());
    assertEquals(List.of("who reads?"), study.told);
  }

  @Test
  void marksOfAProgramThatEndedAreOfferedOnceAndPutBackWithoutSaving() throws Exception {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 3);
    study.endProgram();

    study.answeredLeftBehind = Dialogs.LeftBehind.LATER;
    ViewerActions later = study.open();
    later.offerLeftBehind();
    assertTrue(later.model().session().landmarks().isEmpty());
    study.answeredLeftBehind = Dialogs.LeftBehind.RESTORE;
    ViewerActions again = study.open();
    again.offerLeftBehind();
    assertEquals(actions.model().session().landmarks(), again.model().session().landmarks());
    assertTrue(again.model().session().isModified());
    again.offerLeftBehind();
    assertEquals(List.of("3 left on 1", "3 left on 1"), study.told);

    assertTrue(again.save());
    study.endProgram();
    study.told.clear();
    study.open().offerLeftBehind();
    assertEquals(List.of(), study.told);
  }

  @Test
  void marksThatWereGivenUpAreNotOfferedAgain() throws Exception {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 1);
    study.answeredUnsaved = Dialogs.Unsaved.DISCARD;
    assertTrue(actions.mayClose());
    study.endProgram();
    study.told.clear();
    study.open().offerLeftBehind();
    assertEquals(List.of(), study.told);
  }

  @Test
  void savingAgainMakesTheNextRevisionAndAsksNoMore() throws DicomException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 1);
    actions.save();
    OneFilmStudy.place(actions, 1);
    actions.save();
    ViewerModel again = study.open().model();
    assertEquals(2, again.study().newest(again.radiograph()).orElseThrow().revision());
    assertEquals(2, again.session().done());
    assertEquals(List.of("who reads?"), study.told);
  }

  @Test
  void withoutAReaderNothingIsSavedAndTheMarksStay() throws DicomException, IOException {
    study.answeredReader = Optional.empty();
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 2);
    assertFalse(actions.save());
    assertEquals(2, actions.model().session().done());
    assertTrue(actions.model().session().isModified());
    assertEquals(List.of("film.dcm"), study.files());
  }

  @Test
  void aStoreThatCannotWriteIsOneSentenceAndTheMarksStay() throws DicomException {
    ViewerActions actions = study.open(OneFilmStudy.failing());
    OneFilmStudy.place(actions, 2);
    assertFalse(actions.save());
    assertEquals(List.of("who reads?", "The disk is full; make room."), study.told);
    assertEquals(2, actions.model().session().done());
    assertTrue(actions.model().session().isModified());
  }

  @Test
  void whatIsChangedWhileFilesAreWrittenIsNotTakenForSaved() throws DicomException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 2);
    study.saver =
        task -> {
          assertTrue(actions.model().isSaving());
          assertFalse(actions.save(), "not twice at once");
          assertFalse(actions.mayClose(), "not before it is written");
          OneFilmStudy.place(actions, 1);
          task.run();
        };
    assertTrue(actions.save());
    assertFalse(actions.model().isSaving());
    assertTrue(actions.model().session().isModified());
    assertEquals(2, study.open().model().session().done());
  }

  @Test
  void closingAsksOnlyAboutUnsavedMarks() throws DicomException, IOException {
    ViewerActions actions = study.open();
    assertTrue(actions.mayClose());
    assertEquals(List.of(), study.told);
    OneFilmStudy.place(actions, 1);
    assertFalse(actions.mayClose());
    assertEquals(List.of("unsaved on 1"), study.told);
    study.answeredUnsaved = Dialogs.Unsaved.DISCARD;
    assertTrue(actions.mayClose());
    assertEquals(List.of("film.dcm"), study.files());
    study.answeredUnsaved = Dialogs.Unsaved.SAVE;
    assertTrue(actions.mayClose());
    assertFalse(actions.model().session().isModified());
    assertTrue(study.files().size() > 1);
  }

  @Test
  void aFailedSaveKeepsTheWindowOpen() throws DicomException {
    ViewerActions actions = study.open(OneFilmStudy.failing());
    OneFilmStudy.place(actions, 1);
    study.answeredUnsaved = Dialogs.Unsaved.SAVE;
    assertFalse(actions.mayClose());
  }

  @Test
  void theNoteOfUnsavedMarksSaysSoAndIsWrittenWhole() throws DicomException, IOException {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 12);
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
    assertEquals("unwritable", study.told.get(study.told.size() - 1));
  }
}
