package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.Toolbar;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer worked with mouse and keys on a screen. */
@Tag("window")
class ViewerWindowTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");

  @TempDir private Path folder;

  private Path study;
  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void copyTheSampleStudy() throws IOException {
    study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
  }

  @AfterEach
  void closeEverything() {
    for (Window open : Window.getWindows()) {
      if (open instanceof JDialog || open instanceof NoteWindow) {
        open.dispose();
      }
    }
    window.ifPresent(Display::close);
  }

  @Test
  void theQuickProtocolIsPlacedByClicksSavedAndFoundAgain() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    ReadingSession session = session();
    LandmarkSet truth = truth(SAMPLE.resolve("2026-01-14/lateral-neutral"));
    operator.screenshot("1-opened");
    double magnification = operator.canvas().view().magnification();
    int inputs = 0;
    for (LandmarkId id : session.protocol().landmarks()) {
      assertEquals(Optional.of(id), session.target());
      operator.click(truth.point(id).orElseThrow());
      inputs++;
      if (inputs == 9) {
        operator.pointAt(truth.point(session.target().orElseThrow()).orElseThrow());
        operator.screenshot("2-guided");
      }
    }
    assertEquals(12, session.done());
    assertEquals(12, inputs);
    for (LandmarkId id : session.protocol().landmarks()) {
      ImagePoint clicked = truth.point(id).orElseThrow();
      ImagePoint placed = session.landmarks().point(id).orElseThrow();
      double tolerance = 0.5 / magnification + 1.0 / 64;
      assertEquals(clicked.column(), placed.column(), tolerance, id.value());
      assertEquals(clicked.row(), placed.row(), tolerance, id.value());
    }
    assertEquals(17.99, value("c2-c7-cobb"), 1.5);

    LandmarkSet all = session.landmarks();
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    assertEquals(10, session.done());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
    operator.click(operator.named("redo"));
    assertEquals(all, session.landmarks());
    operator.screenshot("3-measured");

    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    operator.await("saved", () -> !session.isModified());
    assertEquals("saved with the study · revision 1", ((JLabel) operator.named("saved")).getText());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_P);
    operator.await("the note", () -> noteWindow().isPresent());
    operator.screenshot("4-note");
    noteWindow().get().dispose();
    assertTrue(Operator.onEventThread(window.get()::close));

    Operator again = open(study, Locale.KOREAN);
    assertEquals(all, session().landmarks());
    assertFalse(session().isModified());
    again.pointAt(new ImagePoint(900, 900));
    again.screenshot("5-reopened-korean");
  }

  @Test
  void landmarksAreMovedNudgedHiddenEstimatedAndTakenAway() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    ReadingSession session = session();
    LandmarkSet truth = truth(SAMPLE.resolve("2026-01-14/lateral-neutral"));
    List<LandmarkId> order = session.protocol().landmarks();
    for (LandmarkId id : order) {
      operator.click(truth.point(id).orElseThrow());
    }
    double before = value("c2-slope");
    LandmarkId corner = new LandmarkId("c2-inferior-endplate-anterior");
    ImagePoint from = session.landmarks().point(corner).orElseThrow();
    ImagePoint to = new ImagePoint(from.column(), from.row() + 40);
    double[] live = {before};
    operator.drag(from, to, () -> live[0] = value("c2-slope"));
    assertTrue(Math.abs(live[0] - before) > 5, "the value follows the drag: " + live[0]);
    ImagePoint moved = session.landmarks().point(corner).orElseThrow();
    double half = 0.5 / operator.canvas().view().magnification();
    assertEquals(to.row(), moved.row(), 2 * half + 0.1);

    operator.keys(KeyEvent.VK_RIGHT);
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_UP);
    ImagePoint nudged = session.landmarks().point(corner).orElseThrow();
    assertEquals(moved.column() + 1, nudged.column());
    assertEquals(moved.row() - 0.1, nudged.row(), 1 / 128.0);

    operator.keys(KeyEvent.VK_E);
    assertEquals(Visibility.ESTIMATED, session.landmarks().find(corner).get().visibility());
    operator.keys(KeyEvent.VK_BACK_SPACE);
    assertEquals(Optional.of(corner), session.target());
    assertEquals(11, session.done());
    operator.keys(KeyEvent.VK_N);
    assertEquals(
        Optional.of(Visibility.NOT_VISIBLE),
        session.landmarks().find(corner).map(Placement::visibility));
    assertTrue(
        result("c2-slope") instanceof Outcome.NotVisible, "the reason is that it is not visible");
    operator.screenshot("6-not-visible");
  }

  @Test
  void clicksStayExactWhenEnlarged() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    ReadingSession session = session();
    LandmarkSet truth = truth(SAMPLE.resolve("2026-01-14/lateral-neutral"));
    List<LandmarkId> order = session.protocol().landmarks();
    for (LandmarkId id : order.subList(0, 7)) {
      operator.click(truth.point(id).orElseThrow());
    }
    ImagePoint next = truth.point(order.get(7)).orElseThrow();
    operator.keys(KeyEvent.VK_Z);
    operator.pointAt(next);
    operator.wheel(4);
    double magnification = operator.canvas().view().magnification();
    assertTrue(magnification > 2, "enlarged: " + magnification);
    operator.click(next);
    ImagePoint placed = session.landmarks().point(order.get(7)).orElseThrow();
    assertTrue(placed.distanceTo(next) <= Math.hypot(0.5, 0.5) / magnification + 1.0 / 64);
    operator.screenshot("7-enlarged");
    operator.keys(KeyEvent.VK_F);
    assertTrue(operator.canvas().view().magnification() < 1);
  }

  @Test
  void otherToolsOfImageJWorkAndOursStepsBack() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    Operator.onEventThread(
        () -> {
          Toolbar.getInstance().setTool(Toolbar.RECTANGLE);
          return true;
        });
    FlatButton button = (FlatButton) operator.named("landmark");
    operator.await("our tool steps back", () -> !button.isPrimary());
    operator.drag(new ImagePoint(400, 400), new ImagePoint(800, 900), () -> {});
    Roi roi = window.get().getImagePlus().getRoi();
    assertEquals(Roi.RECTANGLE, roi.getType());
    assertEquals(400, roi.getBounds().width, 6);
    assertTrue(session().landmarks().isEmpty());
    operator.keys(KeyEvent.VK_F2);
    operator.await("our tool is in use again", button::isPrimary);
    operator.click(new ImagePoint(600, 600));
    assertEquals(1, session().done());
  }

  @Test
  void theSideOfAFrontalFilmIsAskedAndNothingIsMeasuredBefore() throws Exception {
    Operator operator = open(study.resolve("2026-01-14/open-mouth.dcm"), Locale.ENGLISH);
    ReadingSession session = session();
    LandmarkSet truth = truth(SAMPLE.resolve("2026-01-14/open-mouth"));
    for (LandmarkId id : session.protocol().landmarks()) {
      if (truth.point(id).isPresent()) {
        operator.click(truth.point(id).get());
      } else {
        operator.keys(KeyEvent.VK_N);
      }
    }
    assertTrue(operator.named("orientation").isVisible());
    assertTrue(
        session.results().stream().allMatch(r -> r.outcome() instanceof Outcome.NotOriented));
    operator.screenshot("8-orientation");
    FlatButton proposed = (FlatButton) operator.named("orientation-left");
    assertTrue(proposed.isPrimary());
    operator.click(proposed);
    assertFalse(operator.named("orientation").isVisible());
    assertTrue(session.results().stream().anyMatch(r -> r.outcome() instanceof Outcome.Measured));
    operator.screenshot("9-frontal");
  }

  @Test
  void closingAsksAboutUnsavedMarks() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    operator.click(new ImagePoint(700, 700));
    ImagePlus image = window.get().getImagePlus();
    Thread closing = new Thread(image::close);
    closing.start();
    operator.answer("Cancel");
    closing.join();
    assertFalse(window.get().isClosed());
    Thread discarding = new Thread(image::close);
    discarding.start();
    operator.answer("Discard");
    discarding.join();
    assertTrue(window.get().isClosed());
    try (var files = Files.walk(study)) {
      assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith("CerviMark")));
    }
  }

  @Test
  void anotherImageOfTheStudyKeepsItsOwnMarks() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    operator.click(new ImagePoint(700, 700));
    ImageEntry first = window.get().actions().model().entry();
    operator.keys(KeyEvent.VK_PAGE_DOWN);
    operator.await("the next image", () -> !model().entry().equals(first));
    assertTrue(session().landmarks().isEmpty());
    assertEquals(
        model().entry().file().getFileName().toString(),
        window.get().getImagePlus().getTitle().replaceFirst("-\\d+(?=\\.dcm$)", ""));
    assertEquals(window.get().getImagePlus(), WindowManager.getCurrentImage());
    operator.screenshot("10-next-image");
    operator.keys(KeyEvent.VK_PAGE_UP);
    operator.await("the first image", () -> model().entry().equals(first));
    assertEquals(1, session().done());
  }

  @Test
  void filesThatCannotBeReadAreListedAndTheOthersOpen() throws Exception {
    byte[] whole = Files.readAllBytes(study.resolve("2026-02-25/lateral-neutral.dcm"));
    Files.write(study.resolve("2026-01-14/lateral-flexion.dcm"), Arrays.copyOf(whole, 600));
    Operator operator = open(study, Locale.ENGLISH);
    assertEquals(4, model().study().images().size());
    operator.await("the list of problems", () -> dialog("problems").isPresent());
    String listed =
        ((JTextArea) Operator.find(dialog("problems").get(), "sentences").orElseThrow()).getText();
    assertTrue(listed.contains("lateral-flexion.dcm"), listed);
    operator.screenshot("11-problem");
    operator.click(new ImagePoint(300, 1700));
    assertEquals(1, session().done(), "the list stands in nobody's way");
  }

  @Test
  void anImageWhosePixelsAreTruncatedIsToldInOneSentenceAndTheOtherStays() throws Exception {
    Path cut = study.resolve("2026-01-14/lateral-flexion.dcm");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 3));
    Operator operator = open(study, Locale.ENGLISH);
    ImageEntry first = model().entry();
    operator.click(operator.named("image-lateral-flexion.dcm"));
    operator.answer("OK");
    assertEquals(first, model().entry());
    operator.click(new ImagePoint(700, 700));
    assertEquals(1, session().done());
  }

  @Test
  void aSmallWindowHidesNothing() throws Exception {
    Operator operator = open(study, Locale.ENGLISH);
    ImageEntry first = model().entry();
    Operator.onEventThread(
        () -> {
          window.get().setSize(1000, 640);
          window.get().validate();
          return true;
        });
    operator.await(
        "one row of buttons, some of them in a menu", () -> !operator.named("browse").isVisible());
    operator.screenshot("12-small");
    for (String name : List.of("open", "save", "note", "help", "saved", "next", "progress")) {
      JComponent component = (JComponent) operator.named(name);
      assertEquals(
          new Rectangle(component.getSize()),
          Operator.onEventThread(component::getVisibleRect),
          name);
    }
    assertTrue(operator.canvas().getWidth() > 150);
    operator.choose("menu.more", "nextImage");
    operator.await("what has no button is in the menu", () -> !model().entry().equals(first));
  }

  private Operator open(Path root, Locale locale) throws Exception {
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(locale));
    window = opener.openTelling(root);
    return new Operator(window.orElseThrow());
  }

  private ViewerModel model() {
    return window.orElseThrow().actions().model();
  }

  private ReadingSession session() {
    return model().session();
  }

  private Outcome result(String measurement) {
    return session().results().stream()
        .filter(r -> r.measurement().id().equals(measurement))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private double value(String measurement) {
    return ((Outcome.Measured) result(measurement)).value();
  }

  private static Optional<JDialog> dialog(String name) {
    for (Window open : Window.getWindows()) {
      if (open instanceof JDialog dialog && dialog.isShowing() && name.equals(open.getName())) {
        return Optional.of(dialog);
      }
    }
    return Optional.empty();
  }

  private static Optional<Window> noteWindow() {
    for (Window open : Window.getWindows()) {
      if (open instanceof NoteWindow && open.isShowing()) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  /** The landmarks of a phantom from the table beside it. */
  private LandmarkSet truth(Path stem) throws TableException {
    Radiograph radiograph = model().radiograph();
    return LandmarkTable.read(
            Path.of(stem + ".landmarks.csv"), Readings.CATALOGUE.landmarks(), Locale.ENGLISH)
        .landmarks(model().entry().file(), radiograph, true);
  }
}
