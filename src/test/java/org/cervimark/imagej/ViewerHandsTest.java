package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Window;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything at the reader's hand beside placing, worked with mouse and keys on a screen. */
@Tag("window")
class ViewerHandsTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @AfterEach
  void closeTheWindow() {
    window.ifPresent(
        w ->
            Operator.onEventThread(
                () -> {
                  ThemedColour.setDark(false);
                  w.dispose();
                  WindowManager.removeWindow(w);
                  return true;
                }));
  }

  @Test
  void theProtocolIsPlacedOnAMirroredFilmWithOneInputForEachLandmark() throws Exception {
    Operator operator = open();
    ReadingSession session = model().session();
    short[] stored = ((short[]) window.get().getImagePlus().getProcessor().getPixels()).clone();
    Window opened = grey().window();
    operator.dragRight(new ImagePoint(500, 900), new ImagePoint(700, 700));
    operator.await("a wider window", () -> grey().window().width() > 1.2 * opened.width());
    assertTrue(session.landmarks().isEmpty(), "the right button places nothing");
    operator.choose("menu.window", "enhance");
    operator.await("local contrast", () -> grey().isEnhanced());
    operator.keys(KeyEvent.VK_I);
    operator.await("inverted", () -> grey().isExchanged());
    operator.keys(KeyEvent.VK_H);
    operator.await("mirrored", () -> model().turn().mirrored());
    LandmarkSet truth = truth();
    int inputs = 0;
    for (LandmarkId id : session.protocol().landmarks()) {
      operator.click(truth.point(id).orElseThrow());
      inputs++;
    }
    int placed = inputs;
    operator.await("all placed", () -> session.done() == placed);
    System.out.printf(
        Locale.ROOT,
        "CerviMark: %d inputs for %d landmarks, %.2f each%n",
        inputs,
        session.done(),
        inputs / (double) session.done());
    double tolerance = 0.5 / operator.canvas().view().magnification() + 1.0 / 64;
    for (LandmarkId id : session.protocol().landmarks()) {
      ImagePoint wanted = truth.point(id).orElseThrow();
      ImagePoint got = session.landmarks().point(id).orElseThrow();
      assertEquals(wanted.column(), got.column(), tolerance, id.value());
      assertEquals(wanted.row(), got.row(), tolerance, id.value());
    }
    assertEquals(12, inputs);
    operator.screenshot("20-mirrored-inverted-enhanced");
    assertArrayEquals(
        stored, (short[]) window.get().getImagePlus().getProcessor().getPixels(), "no pixel moved");
  }

  @Test
  void marksBesideTheProtocolAreDrawnCalibratedAndFoundAgain() throws Exception {
    Operator operator = open();
    ReadingSession session = model().session();
    operator.keys(KeyEvent.VK_D);
    operator.await("drawing", () -> model().job() == PointerJob.DISTANCE);
    operator.click(new ImagePoint(500, 1300));
    operator.click(new ImagePoint(700, 1300));
    operator.await("a distance", () -> session.marks().size() == 1);
    assertEquals(PointerJob.LANDMARKS, model().job(), "the button places landmarks again");
    double spacing = session.scale().columnSpacing();
    double half = 1 / operator.canvas().view().magnification();
    assertEquals(
        200 * spacing,
        session.marks().get(0).value(session.scale()).orElseThrow().value(),
        2 * half * spacing);
    operator.choose("menu.draw", "cobb");
    for (ImagePoint p :
        List.of(
            new ImagePoint(600, 1000),
            new ImagePoint(800, 1000),
            new ImagePoint(600, 1100),
            new ImagePoint(800, 1300))) {
      operator.click(p);
    }
    operator.await("an angle", () -> session.marks().size() == 2);
    assertEquals(45, session.marks().get(1).value(session.scale()).orElseThrow().value(), 1.5);
    FreeMark before = session.marks().get(0);
    operator.drag(before.points().get(1), new ImagePoint(900, 1300), () -> {});
    operator.await("moved", () -> session.marks().get(0).points().get(1).column() > 890);
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    operator.await("undone as one step", () -> session.marks().get(0).equals(before));
    operator.screenshot("21-drawn");
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    operator.await("saved", () -> !session.isModified() && !model().isSaving());
    List<FreeMark> saved = session.marks();
    assertTrue(Operator.onEventThread(window.get()::close));
    open();
    assertEquals(saved, model().session().marks());
  }

  @Test
  void aLandmarkIsSnappedAReadingRepeatedAndWhatStandsBehindAValueOpened() throws Exception {
    Operator operator = open();
    ReadingSession session = model().session();
    LandmarkSet truth = truth();
    for (LandmarkId id : session.protocol().landmarks()) {
      operator.click(truth.point(id).orElseThrow());
    }
    operator.await("all placed", () -> session.done() == 12);
    LandmarkSet first = session.landmarks();
    operator.keys(KeyEvent.VK_S);
    operator.await("an answer", () -> model().message().isPresent());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    operator.click(operator.named("tab-landmarks"));
    operator.click(operator.named("tab-history"));
    operator.click(operator.named("tab-results"));
    operator.click(operator.named("result-c2-c7-cobb"));
    operator.await(
        "what stands behind it",
        () -> Operator.find(window.get(), "details-c2-c7-cobb").isPresent());
    assertTrue(Operator.find(window.get(), "deviation-c2-c7-cobb").isPresent(), "the plot");
    operator.screenshot("22-sources");

    operator.keys(KeyEvent.VK_R);
    operator.await("blinded", session::isBlinded);
    assertTrue(session.landmarks().isEmpty());
    operator.screenshot("23-blinded");
    for (LandmarkId id : session.protocol().landmarks()) {
      ImagePoint p = truth.point(id).orElseThrow();
      operator.click(new ImagePoint(p.column() + 12, p.row()));
    }
    operator.await("all placed again", () -> session.done() == 12);
    operator.keys(KeyEvent.VK_R);
    operator.await("revealed", () -> !session.isBlinded());
    LandmarkId corner = session.protocol().landmarks().get(8);
    double step = 1 / operator.canvas().view().magnification();
    assertEquals(
        first.point(corner).orElseThrow().column() + 6,
        session.landmarks().point(corner).orElseThrow().column(),
        step);
    operator.choose("menu.settings", "korean");
    operator.await(
        "Korean panels",
        () ->
            Operator.find(window.get(), "save").filter(c -> isKorean((FlatButton) c)).isPresent());
    operator.choose("menu.settings", "dark");
    operator.await("dark", ThemedColour::isDark);
    // Buttons in another language may need a row less, which gives the film a little more room.
    assertEquals(1, step * operator.canvas().view().magnification(), 0.1, "the film stays in view");
    operator.screenshot("24-korean-dark");
    assertEquals(12, session.done());
    assertFalse(model().study().modified().isEmpty());
  }

  private static boolean isKorean(FlatButton button) {
    return button.isShowing() && button.getText().equals("저장");
  }

  private Operator open() throws Exception {
    Path study = folder.resolve("study");
    if (window.isEmpty()) {
      SampleStudy.workingCopy(SAMPLE, study);
    }
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(Locale.ENGLISH));
    window = opener.openTelling(study);
    return new Operator(window.orElseThrow());
  }

  private ViewerModel model() {
    return window.orElseThrow().actions().model();
  }

  private GreyView grey() {
    return ((ViewerCanvas) window.orElseThrow().getCanvas()).film().grey();
  }

  private LandmarkSet truth() throws Exception {
    return LandmarkTable.read(
            SAMPLE.resolve("2026-01-14/lateral-neutral.landmarks.csv"),
            Readings.CATALOGUE.landmarks(),
            Locale.ENGLISH)
        .landmarks(model().entry().file(), model().radiograph(), true);
  }
}
