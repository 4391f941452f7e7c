package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JTextField;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ImageJ's recorder writes while a reader works in the window, replayed without a display. */
@Tag("window")
class MacroWindowTest {

  private static final Path FILM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();
  private Optional<Recorder> recorder = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @AfterEach
  void closeEverything() {
    Operator.onEventThread(
        () -> {
          recorder.ifPresent(Recorder::close);
          window.ifPresent(Display::close);
          return true;
        });
  }

  @Test
  void aSessionWithMouseAndKeysIsTheSameAfterItsMacroHasRun() throws Exception {
    Path here = copied("here");
    Path there = copied("there");
    Recorder written = Operator.onEventThread(() -> new Recorder());
    recorder = Optional.of(written);
    window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
                Settings.of(Locale.ENGLISH))
            .openTelling(here);
    Operator operator = new Operator(window.orElseThrow());
    work(operator);
    ImageProcessor shown = window.get().getImagePlus().getProcessor();
    String range = shown.getMin() + " " + shown.getMax();
    String value =
        Operator.onEventThread(
            () -> {
              try {
                return new MacroScript(window.get().inFront())
                    .value("mcgregor-slope", MacroTape.english());
              } catch (MacroException e) {
                throw new AssertionError(e);
              }
            });

    String macro = written.getText().replace(here.toString(), there.toString());
    Path file = folder.resolve("recorded.ijm");
    Files.writeString(
        file,
        macro
            + "getMinAndMax(low, high);\n"
            + "value = call(\"org.cervimark.imagej.MacroCommand.value\", \"mcgregor-slope\");\n"
            + "return \"\" + low + \" \" + high + \" \" + value;\n");
    String output = ForkedJvm.run(HeadlessMacro.class, file.toString());

    Reading first = saved(here, macro);
    Reading second = saved(there, macro + output);
    assertEquals(first.landmarks(), second.landmarks(), macro);
    assertEquals(first.values(), second.values(), macro);
    assertEquals(first.scale(), second.scale(), macro);
    assertEquals(first.replicates(), second.replicates(), macro);
    assertEquals(2, first.replicates().size(), macro);
    assertEquals(plain(first.marks()), plain(second.marks()), macro);
    assertEquals(2, first.marks().size(), macro);
    String[] replayed = output.lines().reduce((a, b) -> b).orElseThrow().split(" ", -1);
    assertEquals(range, Double.parseDouble(replayed[0]) + " " + Double.parseDouble(replayed[1]));
    assertEquals(Double.parseDouble(value), Double.parseDouble(replayed[2]));
    assertTrue(Double.isFinite(Double.parseDouble(value)), value);
  }

  /** What a reader does: looks, places, moves, draws, calibrates, reads once more, saves. */
  private void work(Operator operator) throws Exception {
    ReadingSession session = window.orElseThrow().actions().model().session();
    operator.dragRight(new ImagePoint(500, 900), new ImagePoint(650, 800));
    operator.keys(KeyEvent.VK_I);
    operator.keys(KeyEvent.VK_H);
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
    operator.keys(KeyEvent.VK_K);
    operator.click(new ImagePoint(300, 1700));
    operator.click(new ImagePoint(520, 1700));
    operator.await("the question how long it is", () -> lengthField().isPresent());
    Operator.onEventThread(
        () -> {
          lengthField().orElseThrow().setText("25");
          return true;
        });
    operator.answer("OK");
    operator.await("calibrated", () -> session.calibrationObject().isPresent());
    operator.keys(KeyEvent.VK_R);
    operator.await("blinded", session::isBlinded);
    for (ImagePoint spot : spots) {
      operator.click(new ImagePoint(spot.column() + 8, spot.row() - 8));
    }
    operator.keys(KeyEvent.VK_R);
    operator.await("both passes", () -> !session.isBlinded());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    operator.await("saved", () -> !session.isModified());
  }

  private static Optional<JTextField> lengthField() {
    for (Window open : Window.getWindows()) {
      Optional<Component> field = Operator.find(open, "object-length");
      if (open.isShowing() && field.isPresent()) {
        return field.map(JTextField.class::cast);
      }
    }
    return Optional.empty();
  }

  private Path copied(String name) throws Exception {
    Path copy = Files.createDirectories(folder.resolve(name));
    Files.copy(FILM, copy.resolve("film.dcm"));
    return copy;
  }

  private static Reading saved(Path root, String told) throws DicomException {
    StudyFolder study = StudyFolder.scan(root);
    assertEquals(1, study.reports().size(), told);
    return study.reports().get(0).report().readings().get(0);
  }

  /** Marks without their UIDs, which are new ones each time. */
  private static List<String> plain(List<FreeMark> marks) {
    return marks.stream().map(m -> m.kind() + " " + m.points() + " " + m.text()).toList();
  }
}
