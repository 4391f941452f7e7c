package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Toolbar;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes only how a film is seen, worked with mouse and keys on a screen. */
@Tag("window")
class SeeingWindowTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");
  private static final double MILLIMETRES_PER_INCH = 25.4;

  @TempDir private Path folder;

  private ViewerWindow window;
  private Operator operator;

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void openTheSampleStudy() throws Exception {
    window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
                Settings.of(Locale.ENGLISH))
            .openTelling(SampleStudy.workingCopy(SAMPLE, folder.resolve("study")))
            .orElseThrow();
    operator = new Operator(window);
  }

  @AfterEach
  void closeTheWindow() {
    Display.close(window);
  }

  @Test
  void theWindowFitsWhatIsSelectedAndPresetsAndTheOpenedOneAreAKeyAway() throws Exception {
    Window opened = grey().window();
    Window shoulder = fittedTo(new ImagePoint(430, 1560), new ImagePoint(640, 1800));
    operator.screenshot("35-window-of-the-shoulder");
    Window neck = fittedTo(new ImagePoint(310, 900), new ImagePoint(440, 1040));
    operator.screenshot("36-window-of-the-neck");
    assertTrue(
        shoulder.centre() > neck.centre() + 500,
        () -> "dense and thin parts have windows of their own: " + shoulder + ", " + neck);
    List<GreyPresets.Preset> presets =
        GreyPresets.of(model().image(), grey(), Settings.of(Locale.ENGLISH).wording());
    assertTrue(presets.size() >= 4, "the header's, automatic, bone and soft tissue");
    for (int i = 0; i < 4; i++) {
      Voi preset = presets.get(i).voi();
      operator.keys(KeyEvent.VK_1 + i);
      operator.await("preset " + (i + 1), () -> grey().window().equals(preset));
      operator.screenshot("37-preset-" + (i + 1));
    }
    operator.keys(KeyEvent.VK_0);
    operator.await("as opened", () -> grey().window().equals(opened));
  }

  /** Draws a rectangle with ImageJ's tool and fits the window to it. */
  private Window fittedTo(ImagePoint from, ImagePoint to) {
    Window before = grey().window();
    Operator.onEventThread(
        () -> {
          Toolbar.getInstance().setTool(Toolbar.RECTANGLE);
          return true;
        });
    operator.drag(from, to, () -> {});
    operator.keys(KeyEvent.VK_F2);
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_W);
    operator.await("another window", () -> !grey().window().equals(before));
    Rectangle part = window.getImagePlus().getRoi().getBounds();
    Operator.onEventThread(
        () -> {
          window.getImagePlus().killRoi();
          return true;
        });
    double[] values = values(part);
    Window fitted = grey().window();
    double low = fitted.centre() - fitted.width() / 2;
    double high = fitted.centre() + fitted.width() / 2;
    long inside = Arrays.stream(values).filter(v -> v >= low - 1 && v <= high + 1).count();
    assertTrue(
        inside >= 0.98 * values.length,
        () -> inside + " of " + values.length + " are neither black nor white in " + fitted);
    assertTrue(low >= values[0] - 2 && high <= values[values.length - 1] + 2, "no grey is wasted");
    return fitted;
  }

  /** The modality values of a part of the image, sorted. */
  private double[] values(Rectangle part) {
    ImageProcessor pixels = window.getImagePlus().getProcessor();
    double[] values = new double[part.width * part.height];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          model()
              .image()
              .greyScale()
              .modalityValue(pixels.get(part.x + i % part.width, part.y + i / part.width));
    }
    Arrays.sort(values);
    return values;
  }

  @Test
  void aMillimetreOfTheFilmIsAMillimetreOnTheScreenOrAPixelAPixel() throws Exception {
    int perInch = Toolkit.getDefaultToolkit().getScreenResolution();
    double spacing = model().session().scale().columnSpacing();
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_T);
    double fiftyMillimetres = 50 / spacing;
    assertEquals(50 * perInch / MILLIMETRES_PER_INCH, shownLength(fiftyMillimetres), 1.5);
    operator.screenshot("38-true-size");
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_F);
    assertEquals(300, shownLength(300), 1);
    operator.screenshot("39-one-to-one");
    operator.keys(KeyEvent.VK_F);
    assertTrue(operator.canvas().getHeight() <= operator.canvas().getParent().getHeight());
    assertEquals(1984, Operator.onEventThread(() -> operator.canvas().getSrcRect().height));
  }

  /** How many pixels of the screen a length in image pixels takes. */
  private double shownLength(double pixels) {
    Point from = operator.pixel(new ImagePoint(600, 900));
    Point to = operator.pixel(new ImagePoint(600 + pixels, 900));
    return from.distance(to);
  }

  @Test
  void aTurnedFilmIsMarkedAndNudgedAsItIsSeenAndComesBack() throws Exception {
    int[] asOpened = operator.pixels(operator.canvas());
    operator.keys(KeyEvent.VK_O);
    operator.await("turned", () -> model().turn().quarters() == 1);
    int[] turned = operator.pixels(operator.canvas());
    assertFalse(Arrays.equals(asOpened, turned));
    operator.keys(KeyEvent.VK_H);
    operator.await("mirrored", () -> model().turn().mirrored());
    ReadingSession session = model().session();
    LandmarkId first = session.protocol().landmarks().get(0);
    ImagePoint clicked = new ImagePoint(640.5, 830.5);
    operator.click(clicked);
    ImagePoint placed = session.landmarks().point(first).orElseThrow();
    double step = 1 / operator.canvas().view().magnification();
    assertTrue(placed.distanceTo(clicked) <= step, placed.toString());
    operator.screenshot("40-turned-and-mirrored");
    nudged(first, KeyEvent.VK_RIGHT, 1, 0);
    nudged(first, KeyEvent.VK_DOWN, 0, 1);
    nudged(first, KeyEvent.VK_LEFT, -1, 0);
    nudged(first, KeyEvent.VK_UP, 0, -1);
    assertEquals(placed, session.landmarks().point(first).orElseThrow());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    for (int i = 0; i < 4; i++) {
      operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    }
    operator.await("nothing placed", () -> session.landmarks().isEmpty());
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_O);
    operator.await("upside down", () -> model().turn().equals(new Turn(true, 2)));
    operator.keys(KeyEvent.VK_SHIFT, KeyEvent.VK_H);
    operator.await("as stored", () -> model().turn().equals(Turn.AS_STORED));
    operator.pointAt(new ImagePoint(0.5, 0.5));
    operator.click(operator.named("tab-landmarks"));
    operator.click(operator.named("tab-results"));
    assertArrayEquals(asOpened, operator.pixels(operator.canvas()), "the film lies as opened");
  }

  /** An arrow key moves a landmark on the screen the way it points. */
  private void nudged(LandmarkId landmark, int key, int right, int down) {
    ReadingSession session = model().session();
    ViewTransform view = Operator.onEventThread(() -> operator.canvas().view());
    var before = view.toScreen(session.landmarks().point(landmark).orElseThrow());
    operator.keys(key);
    var after = view.toScreen(session.landmarks().point(landmark).orElseThrow());
    assertEquals(right * view.magnification(), after.x - before.x, 0.1);
    assertEquals(down * view.magnification(), after.y - before.y, 0.1);
  }

  private ViewerModel model() {
    return window.actions().model();
  }

  private GreyView grey() {
    return operator.canvas().film().grey();
  }
}
