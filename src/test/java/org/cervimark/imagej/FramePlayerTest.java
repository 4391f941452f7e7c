package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.report.Wording;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frames of an XA run of 12 frames, 33 ms each, of somebody else's. */
class FramePlayerTest {

  static final String RUN =
      "nist-iheos-toolkit2/ImageCache/sim/ids-repository/"
          + "1.3.6.1.4.1.21367.201599.1.201604020955043/"
          + "1.3.6.1.4.1.21367.201599.2.201604020955044/"
          + "1.3.6.1.4.1.21367.201599.3.201604020955044.1/1.2.840.10008.1.2.4.70";
  private static final int FRAMES = 12;
  private static final double FRAME_TIME = 33;

  @TempDir private Path folder;

  private long now;
  private Optional<Runnable> tick = Optional.empty();
  private ViewerActions actions;
  private FramePlayer player;

  @BeforeEach
  void open() throws Exception {
    Files.copy(SharedFiles.get(RUN), folder.resolve("run.dcm"));
    actions = actions();
    player =
        new FramePlayer(
            actions,
            new FramePlayer.Ticker() {
              @Override
              public void start(Runnable ticking) {
                tick = Optional.of(ticking);
              }

              @Override
              public void stop() {
                tick = Optional.empty();
              }
            },
            () -> now,
            Runnable::run,
            Runnable::run);
  }

  @Test
  void stepsGoRoundAndEachFrameHasItsOwnMarks() {
    assertTrue(player.hasFrames());
    player.step(-1);
    assertEquals(FRAMES, frame());
    player.step(1);
    player.step(1);
    assertEquals(2, frame());
    actions.model().session().placeTarget(new ImagePoint(100, 120));
    player.step(1);
    assertTrue(actions.model().session().landmarks().isEmpty());
    player.step(-1);
    assertEquals(1, actions.model().session().done());
  }

  @Test
  void theChosenFrameIsSavedAndFoundAgain() throws Exception {
    player.step(1);
    player.step(1);
    actions.model().session().placeTarget(new ImagePoint(100, 120));
    assertTrue(actions.save());
    ViewerActions again = actions();
    assertTrue(again.model().session().landmarks().isEmpty());
    again.show(again.model().entry(), 3);
    assertEquals(actions.model().session().landmarks(), again.model().session().landmarks());
    assertFalse(again.model().session().isModified());
  }

  @Test
  void framesAreShownWhenTheyAreDue() {
    List<Integer> seen = new ArrayList<>();
    player.toggle();
    assertTrue(player.isPlaying());
    for (int i = 0; i <= FRAMES; i++) {
      at(FRAME_TIME * i + 1);
      seen.add(frame());
    }
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1), seen);
    at(FRAME_TIME * (FRAMES + 7) + 1);
    assertEquals(8, frame());
    player.toggle();
    assertFalse(player.isPlaying());
    assertTrue(tick.isEmpty());
  }

  @Test
  void markingAFrameStopsThere() {
    player.toggle();
    at(FRAME_TIME * 4 + 1);
    actions.model().session().placeTarget(new ImagePoint(100, 120));
    assertFalse(player.isPlaying());
    assertEquals(5, frame());
    assertEquals(1, actions.model().session().done());
  }

  @Test
  void aFilmTakesThePixelsOfAnotherFrameAndKeepsItsWindow() throws DicomException {
    Path file = actions.model().entry().file();
    Film film = new Film(DicomImages.read(file, 1), "run");
    film.grey().drag(film.grey().window(), 50, 20);
    double low = film.imp().getDisplayRangeMin();
    DicomImage fourth = DicomImages.read(file, 4);
    assertFalse(film.shows(fourth));
    assertTrue(film.take(fourth));
    assertTrue(film.shows(fourth));
    assertEquals(low, film.imp().getDisplayRangeMin());
    assertArrayEquals(fourth.pixels().words(), (short[]) film.imp().getProcessor().getPixels());
  }

  private void at(double milliseconds) {
    now = Math.round(milliseconds * 1e6);
    tick.orElseThrow().run();
  }

  private int frame() {
    return actions.model().radiograph().reference().frame();
  }

  private ViewerActions actions() throws DicomException {
    StudyFolder scanned = StudyFolder.scan(folder);
    ImageEntry entry = scanned.images().get(0);
    StudySessions study =
        new StudySessions(
            scanned, Readings.CATALOGUE, (file, catalogue) -> new FolderStore(folder, folder));
    return new ViewerActions(
        new ViewerModel(study, entry, DicomImages.read(entry.file(), 1)),
        new MacroDialogs(Wording.of(MacroDialogs.class, Locale.ENGLISH)),
        new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
        new StudyNote(() -> NoteChoice.in(Locale.ENGLISH)),
        Runnable::run,
        Runnable::run,
        Runnable::run);
  }
}
