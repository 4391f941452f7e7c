package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cervimark.image.PersonName;
import org.cervimark.peer.Peers;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real MONOCHROME1 film as the viewer shows it beside what DCMTK draws with the same window; both
 * are kept as {@code target/screenshots/35-monochrome1.png}.
 */
@Tag("window")
class MonochromeScreenTest {

  /** Screen pixels that are compared: a square in the middle, clear of text and loupe. */
  private static final int SIDE = 300;

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @AfterEach
  void close() {
    window.ifPresent(Display::close);
  }

  @Test
  void theFilmIsAsBrightAsDcmtkDrawsIt() throws Exception {
    Path film = folder.resolve("film.dcm");
    Files.copy(SharedFiles.get("nema-wg04-compsamples/IMAGES/REF/RG3_UNC"), film);
    Path drawn = folder.resolve("drawn.png");
    Peers.succeed("dcmtk", "dcm2pnm", "+Wi", "1", "+on", film.toString(), drawn.toString());
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(Locale.ENGLISH));
    window = opener.openTelling(film);
    Operator operator = new Operator(window.orElseThrow());
    assertEquals(
        "MONOCHROME1",
        window.get().actions().model().radiograph().pixelFormat().photometricInterpretation());
    ViewerCanvas canvas = operator.canvas();
    Point corner = Operator.onEventThread(canvas::getLocationOnScreen);
    Robot robot = new Robot();
    robot.mouseMove(0, 0);
    robot.waitForIdle();
    BufferedImage ours =
        robot.createScreenCapture(new Rectangle(corner, Operator.onEventThread(canvas::getSize)));
    BufferedImage theirs = asSeen(grey(drawn), canvas.view(), ours);
    keep(ours, theirs);
    double difference = 0;
    double contrast = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int column = ours.getWidth() / 2 - SIDE / 2 + x;
        int row = ours.getHeight() / 2 - SIDE / 2 + y;
        int our = ours.getRGB(column, row) & 0xFF;
        int their = theirs.getRGB(column, row) & 0xFF;
        difference += Math.abs(our - their);
        contrast += Math.abs(255 - our - their);
      }
    }
    assertTrue(difference / SIDE / SIDE < 3, "differ by " + difference / SIDE / SIDE);
    assertTrue(contrast > 5 * difference, "the inverse picture would not pass: " + contrast);
  }

  /**
   * A picture of the whole film as the view shows it, each screen pixel the mean of those below.
   */
  private static BufferedImage asSeen(BufferedImage film, ViewTransform view, BufferedImage like) {
    BufferedImage seen =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    AffineTransform toScreen = view.affine();
    Graphics2D g = seen.createGraphics();
    g.drawImage(
        film.getScaledInstance(
            (int) Math.round(film.getWidth() * toScreen.getScaleX()),
            (int) Math.round(film.getHeight() * toScreen.getScaleY()),
            BufferedImage.SCALE_AREA_AVERAGING),
        (int) Math.round(toScreen.getTranslateX()),
        (int) Math.round(toScreen.getTranslateY()),
        null);
    g.dispose();
    return seen;
  }

  /** The numbers of a grey picture as they stand in it: Java would take them for linear light. */
  private static BufferedImage grey(Path file) throws Exception {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    BufferedImage grey =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        grey.setRGB(x, y, raster.getSample(x, y, 0) * 0x010101);
      }
    }
    return grey;
  }

  private static void keep(BufferedImage ours, BufferedImage theirs) throws Exception {
    BufferedImage both =
        new BufferedImage(2 * ours.getWidth() + 8, ours.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = both.createGraphics();
    g.drawImage(ours, 0, 0, null);
    g.drawImage(theirs, ours.getWidth() + 8, 0, null);
    g.dispose();
    Path file = Path.of("target", "screenshots", "35-monochrome1.png");
    Files.createDirectories(file.getParent());
    ImageIO.write(both, "png", file.toFile());
  }
}
