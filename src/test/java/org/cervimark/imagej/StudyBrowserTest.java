package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JList;
import org.cervimark.image.PersonName;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study browser on a screen, with phantoms and with CT slices of other people. */
@Tag("window")
class StudyBrowserTest {

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @AfterEach
  void closeEverything() {
    Operator.onEventThread(
        () -> {
          for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
            ImagePlus image = WindowManager.getImage(id);
            image.changes = false;
            image.close();
          }
          for (Window open : Window.getWindows()) {
            if (open instanceof StudyBrowser) {
              open.dispose();
            }
          }
          return true;
        });
  }

  @Test
  void aSeriesOfSlicesIsOpenedAsAStack() throws Exception {
    gather();
    Operator operator = browse(Locale.ENGLISH);
    JList<?> studies = list("browse-studies");
    assertEquals(5, studies.getModel().getSize());
    Component stack = component("browse-stack");
    select(operator, "Hong^Gildong");
    assertFalse(stack.isVisible(), "films are no slices");
    operator.screenshot("30-browser");
    select(operator, "Doe^Peter");
    operator.await("the offer of a stack", stack::isVisible);
    assertEquals("Open 5 slices as ImageJ stack", ((FlatButton) stack).getText());
    operator.screenshot("31-browser-slices");
    operator.click(stack);
    operator.await(
        "a stack of the slices",
        () ->
            WindowManager.getCurrentImage() != null
                && WindowManager.getCurrentImage().getStackSize() == 5);
    ImagePlus image = WindowManager.getCurrentImage();
    assertEquals(2.5, image.getCalibration().pixelDepth, 1e-6);
    assertEquals("HU", image.getCalibration().getValueUnit());
  }

  @Test
  void theSameInKorean() throws Exception {
    gather();
    Operator operator = browse(Locale.KOREAN);
    select(operator, "Hong^Gildong");
    operator.screenshot("32-browser-korean");
    assertEquals("영상 열기", ((FlatButton) component("browse-image")).getText());
  }

  /** The phantoms, of whose patients one has two studies, and a CT. */
  private void gather() throws IOException {
    Path slices = SharedFiles.get("pydicom/test_files/dicomdirtests/98892001/CT5N");
    try (Stream<Path> files = Files.list(slices)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path films = Path.of("test-images");
    try (Stream<Path> files = Files.walk(films)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).toList()) {
        Path copy = folder.resolve(films.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Operator browse(Locale locale) throws Exception {
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(locale));
    window = opener.openTelling(folder);
    Operator operator = new Operator(window.orElseThrow());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
    operator.await("the browser", () -> browser().isPresent());
    return operator;
  }

  /** Chooses the earliest study of a patient, and waits until its pictures are drawn. */
  private static void select(Operator operator, String patient) {
    JList<?> studies = list("browse-studies");
    boolean found =
        Operator.onEventThread(
            () -> {
              for (int i = studies.getModel().getSize() - 1; i >= 0; i--) {
                if (studies.getModel().getElementAt(i) instanceof StudyBrowserModel.Row row
                    && row.patient().name().toDicom().startsWith(patient)) {
                  studies.setSelectedIndex(i);
                  return true;
                }
              }
              return false;
            });
    assertTrue(found, patient);
    StudyBrowser shown = (StudyBrowser) browser().orElseThrow();
    operator.await("pictures", shown::isDrawn);
  }

  private static Optional<Window> browser() {
    return Stream.of(Window.getWindows())
        .filter(w -> w instanceof StudyBrowser && w.isShowing())
        .findFirst();
  }

  private static Component component(String name) {
    return Operator.find(browser().orElseThrow(), name)
        .orElseThrow(() -> new AssertionError("no component " + name));
  }

  private static JList<?> list(String name) {
    return (JList<?>) component(name);
  }
}
