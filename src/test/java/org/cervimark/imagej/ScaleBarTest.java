package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.module.ScaleChoicesFile;
import org.cervimark.image.PersonName;
import org.cervimark.image.ScaleSource;
import org.cervimark.peer.Peers;
import org.cervimark.reading.Journal;
import org.cervimark.reading.ReadingSession;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A film of the Clunie set from which DCMTK has taken the calibration type and the magnification
 * factor, as many systems leave them out: Pixel Spacing 0.25 mm and Imager Pixel Spacing 0.5 mm
 * contradict each other then.
 */
@Tag("window")
class ScaleBarTest {

  @TempDir private Path folder;

  private Path film;
  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void makeTheHeaderContradictItself() throws Exception {
    film = folder.resolve("films").resolve("film.dcm");
    Files.createDirectories(film.getParent());
    Files.copy(SharedFiles.get("clunie-pixelspacing/DISCIMG/IMAGES/CRIMAGEA"), film);
    Peers.succeed(
        "dcmtk", "dcmodify", "-nb", "-e", "0028,0a02", "-e", "0018,1114", film.toString());
  }

  @AfterEach
  void close() {
    window.ifPresent(Display::close);
  }

  @Test
  void theQuestionIsAskedOnceAndTheAnswerRemembered() throws Exception {
    Operator operator = open(Locale.ENGLISH);
    assertEquals(0.25, session().scale().columnSpacing(), "what holds until there is an answer");
    assertTrue(operator.named("scale-question").isShowing());
    assertTrue(
        ((WrappedText) operator.named("scale-contradiction"))
            .getText()
            .startsWith("Pixel Spacing (0.25 mm) differs from the detector's (0.5 mm)"));
    operator.screenshot("33-scale-question");
    operator.click(operator.named("scale-imager-spacing"));
    operator.await("an answer", () -> session().scaleQuestion().isEmpty());
    assertFalse(operator.named("scale-question").isVisible());
    assertEquals(0.5, session().scale().columnSpacing());
    assertEquals(ScaleSource.DETECTOR, session().scale().source());
    close();

    Operator again = open(Locale.KOREAN);
    assertFalse(again.named("scale-question").isVisible(), "asked once");
    assertEquals(0.5, session().scale().columnSpacing());
    assertFalse(session().isModified(), "an answer given before is no change");
  }

  @Test
  void theSameInKorean() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.KOREAN);
    try {
      Operator operator = open(Locale.KOREAN);
      assertTrue(operator.named("scale-question").isShowing());
      operator.screenshot("34-scale-question-korean");
    } finally {
      Locale.setDefault(before);
    }
  }

  private ReadingSession session() {
    return window.orElseThrow().actions().model().session();
  }

  private Operator open(Locale locale) throws Exception {
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(locale),
            Journal.none(),
            new ResultsFolder(ResultsFolder.nowhere(), Optional::empty),
            Optional.of(ScaleChoicesFile.beside(folder.resolve("settings").resolve("me"))));
    window = opener.openTelling(film);
    return new Operator(window.orElseThrow());
  }
}
