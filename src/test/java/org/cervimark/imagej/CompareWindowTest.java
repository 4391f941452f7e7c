package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two visits compared and the studies looked through, with mouse and keys on a screen. */
@Tag("window")
class CompareWindowTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");

  @TempDir private Path folder;

  private ViewerWindow window;
  private Operator operator;

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void openTheSampleStudy() throws Exception {
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
                Settings.of(Locale.ENGLISH))
            .openTelling(study)
            .orElseThrow();
    operator = new Operator(window);
  }

  @AfterEach
  void closeEverything() {
    Operator.onEventThread(
        () -> {
          for (Window open : Window.getWindows()) {
            if (open instanceof ComparisonWindow || open instanceof StudyBrowser) {
              open.dispose();
            }
          }
          Display.close(window);
          return true;
        });
  }

  @Test
  void twoVisitsAreMovedTogetherLaidOverEachOtherAndBlinked() throws Exception {
    mark("2026-01-14");
    mark("2026-02-25");
    operator.keys(KeyEvent.VK_C);
    ComparisonWindow compare = (ComparisonWindow) shown("compare");
    Comparison comparison = compare.comparison();
    Component view = part(compare, "comparison");
    assertEquals(Comparison.Layout.BESIDE, comparison.layout());
    assertEquals("2026-02-25", comparison.other().entry().file().getParent().getFileName() + "");
    operator.screenshot("30-compared");

    operator.click(view);
    double before = comparison.magnification();
    double other = comparison.otherMagnification();
    operator.wheel(3);
    operator.await("enlarged", () -> comparison.magnification() > 1.5 * before);
    assertEquals(
        comparison.magnification() / before,
        comparison.otherMagnification() / other,
        1e-9,
        "both films are enlarged together");

    operator.keys(KeyEvent.VK_2);
    operator.await("over", () -> comparison.layout() == Comparison.Layout.OVER);
    int[] first = operator.pixels(view);
    operator.screenshot("31-over");
    operator.keys(KeyEvent.VK_B);
    operator.await("the other film", comparison::isOtherFilmSeen);
    int[] second = operator.pixels(view);
    assertFalse(Arrays.equals(first, second), "another film is seen");
    operator.keys(KeyEvent.VK_B);
    operator.await("the first film", () -> !comparison.isOtherFilmSeen());
    assertArrayEquals(first, operator.pixels(view));

    String statement = ((JLabel) part(compare, "compare-statement")).getText();
    JComboBox<?> bones = (JComboBox<?>) part(compare, "compare-bone");
    assertTrue(bones.getItemCount() > 1, "C2 and C7 at least");
    Operator.onEventThread(
        () -> {
          bones.setSelectedIndex(0);
          return true;
        });
    assertFalse(statement.equals(((JLabel) part(compare, "compare-statement")).getText()));
    operator.keys(KeyEvent.VK_ESCAPE);
    operator.await("closed", () -> !compare.isShowing());
  }

  @Test
  void aPatientIsFoundAndAnImageOpenedFromTheBrowser() throws Exception {
    ViewerModel model = window.actions().model();
    ImageEntry first = model.entry();
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
    Window browser = shown("browse");
    JList<?> studies = (JList<?>) part(browser, "browse-studies");
    JTextField find = (JTextField) part(browser, "browse-find");
    assertEquals(2, studies.getModel().getSize());
    operator.screenshot("32-browser");
    operator.click(find);
    operator.keys(KeyEvent.VK_Z);
    operator.await("nobody of that name", () -> studies.getModel().getSize() == 0);
    operator.keys(KeyEvent.VK_BACK_SPACE);
    operator.keys(KeyEvent.VK_H);
    operator.keys(KeyEvent.VK_O);
    operator.await("found", () -> studies.getModel().getSize() == 2);
    JList<?> pictures = (JList<?>) part(browser, "browse-pictures");
    operator.clickCell(studies, 1);
    operator.clickCell(pictures, pictures.getModel().getSize() - 1);
    operator.keys(KeyEvent.VK_ENTER);
    operator.await("another image", () -> !model.entry().equals(first));
    operator.keys(KeyEvent.VK_ESCAPE);
    operator.await("closed", () -> !browser.isShowing());
  }

  /** Places the landmarks of the phantom of a day. */
  private void mark(String day) throws Exception {
    ViewerModel model = window.actions().model();
    for (ImageEntry entry : model.study().images()) {
      if (entry.file().endsWith(Path.of(day, "lateral-neutral.dcm"))) {
        Radiograph radiograph = DicomImages.read(entry.file(), 1).radiograph();
        LandmarkSet truth =
            LandmarkTable.read(
                    SAMPLE.resolve(day).resolve("lateral-neutral.landmarks.csv"),
                    Readings.CATALOGUE.landmarks(),
                    Locale.ENGLISH)
                .landmarks(entry.file(), radiograph, true);
        Operator.onEventThread(
            () -> {
              ReadingSession session = model.study().session(radiograph);
              session
                  .protocol()
                  .landmarks()
                  .forEach(
                      id -> {
                        ImagePoint at = truth.point(id).orElseThrow();
                        session.place(id, at);
                      });
              return true;
            });
      }
    }
  }

  private Window shown(String name) {
    AtomicReference<Optional<Window>> found = new AtomicReference<>(Optional.empty());
    operator.await(
        "the window " + name,
        () -> {
          for (Window open : Window.getWindows()) {
            if (name.equals(open.getName()) && open.isShowing()) {
              found.set(Optional.of(open));
            }
          }
          return found.get().isPresent();
        });
    return found.get().orElseThrow();
  }

  private static Component part(Window in, String name) {
    return Operator.find(in, name).orElseThrow(() -> new AssertionError("no component " + name));
  }
}
