package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.text.JTextComponent;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.SavedWords;
import org.cervimark.testdata.ForkedJvm;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ImageJ's recorder writes while a reader works in the window, replayed without a display and
 * in a window. The films, what was saved and the macro stay in {@code target/macros}, where {@code
 * RecordedMacroIT} runs the macro with the jar that is shipped.
 */
@Tag("window")
class MacroWindowTest {

  private static final Path FILMS = Path.of("test-images/hong/2026-01-14");
  private static final Path KEPT = Path.of("target/macros").toAbsolutePath();
  private static final List<String> PREFERENCES =
      List.of("cervimark.language", "cervimark.dark", "cervimark.keyObjects", "cervimark.reader");

  @TempDir private Path folder;

  private final Map<String, String> preferences = new HashMap<>();
  private Optional<ViewerWindow> window = Optional.empty();
  private Optional<Recorder> recorder = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void rememberPreferences() {
    PREFERENCES.forEach(key -> preferences.put(key, Prefs.get(key, null)));
  }

  @AfterEach
  void closeEverything() {
    Operator.onEventThread(
        () -> {
          recorder.ifPresent(Recorder::close);
          for (Window open : Window.getWindows()) {
            if (open instanceof ComparisonWindow || open instanceof NoteWindow) {
              open.dispose();
            } else if (open instanceof ViewerWindow viewer) {
              Display.close(viewer);
            }
          }
          for (ImagePlus image : images()) {
            image.changes = false;
            image.close();
          }
          ThemedColour.setDark(false);
          return true;
        });
    preferences.forEach(Prefs::set);
    Prefs.savePreferences();
    System.clearProperty(DicomMessages.LANGUAGE);
  }

  @Test
  void aSessionWithMouseAndKeysIsTheSameAfterItsMacroHasRun() throws Exception {
    Path here = copied(KEPT.resolve("by-hand"));
    Path there = copied(folder.resolve("there"));
    Path again = copied(folder.resolve("again"));
    Operator operator = open(here);
    work(operator);
    operator.await("the recorder has the last line", () -> text().contains("keyobject=off"));
    String macro = text();
    Files.writeString(KEPT.resolve("session.ijm"), macro);
    ViewerWindow viewer = window.orElseThrow();
    String range = range(viewer);
    String value = value(viewer);

    Path file = folder.resolve("recorded.ijm");
    Files.writeString(
        file,
        macro.replace(here.toString(), there.toString())
            + "getMinAndMax(low, high);\n"
            + "value = call(\"org.cervimark.imagej.MacroCommand.value\", \"mcgregor-slope\");\n"
            + "return \"\" + low + \" \" + high + \" \" + value;\n");
    String output = ForkedJvm.run(HeadlessMacro.class, file.toString());
    assertEquals(saved(here), saved(there), macro + output);
    String[] replayed = output.lines().reduce((a, b) -> b).orElseThrow().split(" ", -1);
    assertEquals(range, Double.parseDouble(replayed[0]) + " " + Double.parseDouble(replayed[1]));
    assertEquals(Double.parseDouble(value), Double.parseDouble(replayed[2]));
    assertTrue(Double.isFinite(Double.parseDouble(value)), value);

    HeadlessMacro.addCommands();
    Interpreter interpreter = new Interpreter();
    // An error becomes ours instead of a dialog that nobody answers.
    interpreter.setIgnoreErrors(true);
    interpreter.run(macro.replace(here.toString(), again.toString()), "");
    assertFalse(interpreter.wasError(), interpreter.getErrorMessage());
    ViewerWindow other = (ViewerWindow) WindowManager.getCurrentWindow();
    assertNotSame(viewer, other);
    assertEquals(saved(here), saved(again), macro);
    assertEquals(macro, text(), "what a macro does is not recorded again");
    assertEquals(look(viewer), look(other));
    assertEquals(range, range(other));
    everythingIsInIt(macro);
  }

  @Test
  void slicesAndPlanesThroughThemAreRecordedAsOpenSeriesTestReplaysThem() throws Exception {
    Path slices = SharedFiles.get("pydicom/test_files/dicomdirtests/98892001/CT5N");
    Path ct = Files.createDirectories(folder.resolve("ct"));
    try (Stream<Path> files = Files.list(slices)) {
      for (Path file : files.toList()) {
        Files.copy(file, ct.resolve(file.getFileName()));
      }
    }
    Operator operator = open(ct);
    Radiograph slice = window.orElseThrow().actions().model().radiograph();
    ImagePoint place = new ImagePoint(slice.columns() * 0.3, slice.rows() * 0.6);
    for (String plane : List.of("sagittal", "coronal")) {
      Operator.onEventThread(
          () -> {
            // As the key does with the pointer there; a window that opens takes the keys along.
            Point2D at = operator.canvas().view().toScreen(place);
            operator.canvas().pointer = Optional.of(new Point((int) at.getX(), (int) at.getY()));
            window.orElseThrow().command(plane).action().run();
            return true;
          });
      operator.await("a plane", () -> opened().isPresent());
      closeWhatWasOpened();
    }
    operator.choose("menu.view", "stack");
    operator.await("a stack", () -> opened().filter(i -> i.getStackSize() == 5).isPresent());
    closeWhatWasOpened();
    List<String> lines = text().lines().filter(l -> l.contains("Open Series")).toList();
    assertEquals(3, lines.size(), text());
    assertTrue(lines.get(0).matches(".*plane=sagittal position=-?[0-9.]+\"\\);"), lines.get(0));
    assertTrue(lines.get(1).matches(".*plane=coronal position=-?[0-9.]+\"\\);"), lines.get(1));
    assertTrue(lines.get(2).startsWith("run(\"CerviMark Open Series\", \"path=["), lines.get(2));
    assertEquals(1, text().lines().filter(l -> l.contains("Open Folder")).count(), text());
  }

  private Operator open(Path films) throws Exception {
    recorder = Optional.of(Operator.onEventThread(() -> new Recorder()));
    window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
                Settings.of(Locale.ENGLISH))
            .openTelling(films);
    return new Operator(window.orElseThrow());
  }

  /** The image that was opened besides that of the viewer. */
  private Optional<ImagePlus> opened() {
    ImagePlus ours = window.orElseThrow().getImagePlus();
    return images().stream().filter(i -> i != ours).findFirst();
  }

  private void closeWhatWasOpened() {
    Operator.onEventThread(
        () -> {
          Display.close(opened().orElseThrow().getWindow());
          return true;
        });
  }

  private String text() {
    return recorder.orElseThrow().getText();
  }

  private static List<ImagePlus> images() {
    return Arrays.stream(Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]))
        .mapToObj(WindowManager::getImage)
        .toList();
  }

  /** The macro tells all of what was done, and nothing of it was lost on the way. */
  private static void everythingIsInIt(String macro) {
    for (String command :
        List.of(
            "Open Folder",
            "Window",
            "Turn",
            "View",
            "Display",
            "Place",
            "Not Visible",
            "Draw",
            "Calibrate",
            "Repeat",
            "Save",
            "Remarks",
            "Sign",
            "Compare",
            "Comparison",
            "Close Comparison",
            "Show",
            "Note",
            "Settings")) {
      assertTrue(macro.contains("run(\"CerviMark " + command + "\""), command + " in\n" + macro);
    }
  }

  /** What a reader does: looks, places, moves, draws, calibrates, reads once more, saves. */
  private void work(Operator operator) throws Exception {
    ViewerModel model = window.orElseThrow().actions().model();
    ReadingSession session = model.session();
    operator.dragRight(new ImagePoint(500, 900), new ImagePoint(650, 800));
    operator.keys(KeyEvent.VK_I);
    operator.keys(KeyEvent.VK_H);
    operator.wheel(3);
    operator.await("a part of the image", () -> model.part().isPresent());
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_W);
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_T);
    operator.await(
        "a pause in which the true size is told",
        () -> text().contains("magnification=" + model.part().orElseThrow().magnification()));
    operator.keys(KeyEvent.VK_F);
    operator.await("the whole image", () -> model.part().isEmpty());
    List<LandmarkId> order = session.protocol().landmarks();
    List<ImagePoint> spots =
        List.of(
            new ImagePoint(800, 400),
            new ImagePoint(500, 430),
            new ImagePoint(600, 600),
            new ImagePoint(850, 560));
    for (ImagePoint spot : spots) {
      operator.click(spot);
    }
    operator.keys(KeyEvent.VK_E);
    operator.keys(KeyEvent.VK_RIGHT);
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_UP);
    operator.keys(KeyEvent.VK_N);
    operator.drag(session.landmarks().point(order.get(1)).orElseThrow(), spots.get(2), () -> {});
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    operator.keys(KeyEvent.VK_D);
    operator.click(new ImagePoint(500, 1300));
    operator.click(new ImagePoint(700, 1310));
    operator.await("a distance", () -> session.marks().size() == 1);
    operator.keys(KeyEvent.VK_A);
    operator.click(new ImagePoint(900, 1300));
    operator.click(new ImagePoint(1000, 1310));
    operator.click(new ImagePoint(1000, 1500));
    operator.await("an angle", () -> session.marks().size() == 2);
    operator.keys(KeyEvent.VK_T);
    operator.click(new ImagePoint(300, 1500));
    enter(operator, "words", "C5 [left] = \"worse\" \\u005d 통증");
    operator.answer("OK");
    operator.await("a note", () -> session.marks().size() == 3);
    operator.keys(KeyEvent.VK_K);
    operator.click(new ImagePoint(300, 1700));
    operator.click(new ImagePoint(520, 1700));
    enter(operator, "object-length", "25");
    operator.answer("OK");
    operator.await("calibrated", () -> session.calibrationObject().isPresent());
    operator.keys(KeyEvent.VK_L);
    operator.keys(KeyEvent.VK_R);
    operator.await("blinded", session::isBlinded);
    for (ImagePoint spot : spots) {
      operator.click(new ImagePoint(spot.column() + 8, spot.row() - 8));
    }
    operator.keys(KeyEvent.VK_R);
    operator.await("both passes", () -> !session.isBlinded());
    operator.choose("menu.settings", "keyObjects");
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    operator.await("saved", () -> !session.isModified() && !model.isSaving());
    operator.keys(KeyEvent.VK_F6);
    enter(operator, "remarks-findings", "Kyphosis [C4–C6]\nplan = \"film again\"\n목의 통증");
    enter(operator, "remarks-time", "six weeks ]");
    operator.answer("Save");
    operator.await("remarks", () -> revision(model) == 2);
    operator.keys(KeyEvent.VK_F4);
    enter(operator, "sign-organization", "Clinic [A] = 병원");
    operator.answer("Sign");
    operator.await("signed", () -> revision(model) == 3);
    compare(operator);
    operator.keys(KeyEvent.VK_PAGE_DOWN);
    operator.await("the other film", () -> model.session() != session);
    for (ImagePoint spot : spots) {
      operator.click(spot);
    }
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    operator.await("saved as well", () -> revision(model) == 4 && !model.isSaving());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_P);
    operator.await("a note", () -> shown("note").isPresent());
    Operator.onEventThread(
        () -> {
          shown("note").orElseThrow().dispose();
          return true;
        });
    backToTheViewer(operator);
    operator.keys(KeyEvent.VK_PAGE_UP);
    operator.await("the first film", () -> model.session() == session);
    operator.choose("menu.settings", "dark");
    operator.choose("menu.settings", "korean");
    operator.choose("menu.settings", "english");
    operator.choose("menu.settings", "keyObjects");
  }

  private void compare(Operator operator) {
    Comparisons comparisons = window.orElseThrow().actions().comparisons();
    operator.keys(KeyEvent.VK_C);
    operator.await("a comparison", () -> shown("compare").filter(Window::isFocused).isPresent());
    operator.keys(KeyEvent.VK_2);
    operator.await(
        "films over each other",
        () -> comparisons.open().get(0).layout() == Comparison.Layout.OVER);
    operator.keys(KeyEvent.VK_ESCAPE);
    operator.await("no comparison", () -> comparisons.open().isEmpty());
    backToTheViewer(operator);
  }

  /** Brings the viewer to the front, where keys reach it. */
  private void backToTheViewer(Operator operator) {
    Component canvas = window.orElseThrow().getCanvas();
    Operator.onEventThread(
        () -> {
          window.orElseThrow().toFront();
          canvas.requestFocus();
          return true;
        });
    operator.await("the viewer is in front", canvas::isFocusOwner);
  }

  private static int revision(ViewerModel model) {
    return model.study().newest(model.radiograph()).map(StudyReport::revision).orElse(0);
  }

  private static void enter(Operator operator, String field, String text) {
    operator.await("a field " + field, () -> field(field).isPresent());
    Operator.onEventThread(
        () -> {
          field(field).orElseThrow().setText(text);
          return true;
        });
  }

  private static Optional<JTextComponent> field(String name) {
    for (Window open : Window.getWindows()) {
      Optional<Component> field = Operator.find(open, name);
      if (open.isShowing() && field.isPresent()) {
        return field.map(JTextComponent.class::cast);
      }
    }
    return Optional.empty();
  }

  private static Optional<Window> shown(String name) {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w.isShowing() && name.equals(w.getName()))
        .findFirst();
  }

  private static String range(ViewerWindow viewer) {
    ImageProcessor shown = viewer.getImagePlus().getProcessor();
    return shown.getMin() + " " + shown.getMax();
  }

  private static String value(ViewerWindow viewer) {
    return Operator.onEventThread(
        () -> {
          try {
            return new MacroScript(viewer.inFront()).value("mcgregor-slope", MacroTape.english());
          } catch (MacroException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static String look(ViewerWindow viewer) {
    return Operator.onEventThread(
        () -> {
          MacroLook look = MacroLook.of(viewer.actions().model());
          return look.turn() + " " + look.part() + " " + look.loupe() + " " + look.highlighted();
        });
  }

  private static Path copied(Path copy) throws IOException {
    if (Files.isDirectory(copy)) {
      try (Stream<Path> files = Files.list(copy)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(copy);
    Files.copy(FILMS.resolve("lateral-neutral.dcm"), copy.resolve("film.dcm"));
    Files.copy(FILMS.resolve("lateral-flexion.dcm"), copy.resolve("other.dcm"));
    return copy;
  }

  private static String saved(Path root) throws Exception {
    return SavedWords.of(root);
  }
}
