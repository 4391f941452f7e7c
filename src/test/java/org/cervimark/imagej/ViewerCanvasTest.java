package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the canvas draws, without a window around it. */
class ViewerCanvasTest {

  private static final Path FOLDER = Path.of("test-images/hong/2026-01-14");
  private static final int WIDTH = 300;
  private static final int HEIGHT = 260;

  private ImagePlus imp;
  private ViewerModel model;
  private ViewerCanvas canvas;

  @TempDir private Path elsewhere;

  @BeforeEach
  void showTheMiddleOfAFilm() throws DicomException {
    show(FOLDER);
  }

  private void show(Path root) throws DicomException {
    StudyFolder folder = StudyFolder.scan(root);
    ImageEntry entry = folder.images().get(0);
    StudySessions study =
        new StudySessions(folder, Readings.CATALOGUE, (f, c) -> new FolderStore(root, root));
    model = new ViewerModel(study, entry, DicomImages.read(entry.file(), 1));
    Film film = new Film(model.image(), "");
    imp = film.imp();
    canvas =
        new ViewerCanvas(
            film,
            model,
            new NoTool(),
            new ResultText(Settings.of(Locale.ENGLISH), Readings.CATALOGUE::landmarks));
    canvas.setSize(WIDTH, HEIGHT);
    canvas.setSourceRect(new Rectangle(600, 700, WIDTH, HEIGHT));
  }

  @Test
  void selectionsAndOverlaysOfImageJLieOnThePicture() {
    // Selections ask the window for the magnification; without one they take it for 1 : 1 from (0,
    // 0).
    canvas.setSourceRect(new Rectangle(0, 0, WIDTH, HEIGHT));
    BufferedImage before = drawn();
    imp.setRoi(new Roi(50, 50, 40, 30));
    Overlay overlay = new Overlay(new Line(100, 100, 180, 100));
    overlay.get(0).setStrokeColor(Color.GREEN);
    imp.setOverlay(overlay);
    BufferedImage after = drawn();
    assertEquals(Roi.getColor().getRGB() & 0xFFFFFF, rgb(after, 62, 50), "the selection");
    assertEquals(0x00FF00, rgb(after, 120, 100), "the overlay");
    assertEquals(rgb(before, 70, 65), rgb(after, 70, 65), "inside the selection");
    assertEquals(rgb(before, 250, 30), rgb(after, 250, 30), "elsewhere");
    imp.setHideOverlay(true);
    imp.deleteRoi();
    assertSamePixels(before, drawn());
  }

  @Test
  void whatImageJDrawsIsAsHighAsThePixelsAre() throws DicomException {
    new SampleCr()
        .set(Tag.PixelSpacing, VR.DS, "0.24", "0.12")
        .writeTo(elsewhere.resolve("high.dcm"));
    show(elsewhere);
    canvas.setSourceRect(new Rectangle(0, 0, WIDTH, HEIGHT / 2));
    imp.setRoi(new Roi(50, 50, 40, 30));
    BufferedImage drawn = drawn();
    int yellow = Roi.getColor().getRGB() & 0xFFFFFF;
    assertEquals(yellow, rgb(drawn, 62, 100), "the upper edge");
    assertEquals(yellow, rgb(drawn, 62, 160), "the lower edge");
    assertNotEquals(yellow, rgb(drawn, 62, 80));
    imp.deleteRoi();
    imp.getProcessor().setThreshold(0, 65535, ImageProcessor.RED_LUT);
    canvas.setImageUpdated();
    assertEquals(0xFF0000, rgb(drawn(), 62, HEIGHT - 1), "a threshold reaches the last row");
  }

  @Test
  void aDisplayRangeSetByImageJIsSeen() {
    BufferedImage before = drawn();
    imp.setDisplayRange(imp.getDisplayRangeMin() + 300, imp.getDisplayRangeMax() - 300);
    BufferedImage contrasted = drawn();
    assertNotEquals(rgb(before, 220, 200), rgb(contrasted, 220, 200));
    canvas.film().grey().show(new Window(2048, 4096, ""));
    assertEquals(0, imp.getProcessor().getMin());
    ImageProcessor wide = imp.getProcessor();
    assertEquals(4095, wide.getMax());
    int value = wide.get(820, 900);
    assertEquals(value * 255 / 4095.0, rgb(drawn(), 220, 200) & 0xFF, 1);
  }

  @Test
  void pixelsChangedByImageJAreSeenAlsoInItsOwnPicture() {
    drawn();
    imp.getImage();
    imp.getProcessor().setValue(0);
    imp.getProcessor().setRoi(800, 880, 50, 50);
    imp.getProcessor().fill();
    canvas.setImageUpdated();
    assertEquals(0, rgb(drawn(), 220, 200));
    assertEquals(0, new ColorProcessor(imp.getImage()).get(820, 900) & 0xFFFFFF);
  }

  @Test
  void aThresholdIsRedAsInImageJ() {
    imp.getProcessor().setThreshold(0, 65535, ImageProcessor.RED_LUT);
    canvas.setImageUpdated();
    assertEquals(0xFF0000, rgb(drawn(), 100, 100));
  }

  @Test
  void onlyWhatHasChangedGoesToTheScreen() {
    model.session().placeTarget(new ImagePoint(700, 800));
    BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    paint(screen, false);
    BufferedImage whole = drawn();
    assertSamePixels(whole, screen);
    model.session().placeTarget(new ImagePoint(760, 850));
    BufferedImage blank = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    paint(blank, true);
    assertEquals(0, rgb(blank, 220, 200), "what stayed the same is not sent again");
    assertNotEquals(0, rgb(blank, 165, 150));
    Rectangle changed = FrameDifference.between(whole, drawn());
    assertTrue(new Rectangle(90, 80, 200, 90).contains(changed), changed.toString());
    paint(blank, false);
    assertSamePixels(drawn(), blank);
  }

  @Test
  void spritesLookLikeWhatTheyStandFor() {
    Sprites sprites = new Sprites();
    for (double x : new double[] {20, 20.25, 20.5, 20.75}) {
      BufferedImage direct = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = Look.smooth(direct.createGraphics());
      g.translate(x, 17.5);
      ring(g);
      BufferedImage copied = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      Graphics2D h = Look.smooth(copied.createGraphics());
      sprites.draw(h, "ring", new Point2D.Double(x, 17.5), 9, ViewerCanvasTest::ring);
      for (int i = 0; i < 1600; i++) {
        int a = rgb(direct, i % 40, i / 40) & 0xFF;
        int b = rgb(copied, i % 40, i / 40) & 0xFF;
        assertEquals(a, b, 2, "at " + i + ", x = " + x);
      }
    }
  }

  private static void ring(Graphics2D g) {
    g.setColor(Color.CYAN);
    g.fill(new Ellipse2D.Double(-6, -6, 12, 12));
  }

  private BufferedImage drawn() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    paint(image, false);
    return image;
  }

  private void paint(BufferedImage image, boolean onlyChanges) {
    Graphics2D g = image.createGraphics();
    if (onlyChanges) {
      canvas.update(g);
    } else {
      canvas.paint(g);
    }
    g.dispose();
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  private static void assertSamePixels(BufferedImage expected, BufferedImage actual) {
    assertEquals(new Rectangle(), FrameDifference.between(expected, actual));
  }

  /** No landmark tool, so that no loupe. */
  private static final class NoTool implements ToolState {

    @Override
    public boolean isActive() {
      return false;
    }

    @Override
    public void activate() {}

    @Override
    public void deactivate() {}

    @Override
    public Runnable onChange(Runnable listener) {
      return () -> {};
    }
  }
}
