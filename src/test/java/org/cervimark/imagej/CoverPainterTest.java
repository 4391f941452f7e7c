package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.GreyCover;
import org.cervimark.image.OverlayPlane;
import org.cervimark.image.Shutter;
import org.junit.jupiter.api.Test;

/** An overlay and a shutter by hand, on the screen, in the loupe and beside another film. */
class CoverPainterTest {

  private static final Path FOLDER = Path.of("test-images/hong/2026-01-14");
  private static final int GREEN = 0xFF00FF00;
  private static final int WHITE = 0xFFFFFFFF;

  /** A single pixel at column 12, row 7, in a shutter open from 11, 6 to 20, 15, counted from 0. */
  private static GreyCover cover() {
    BitSet bit = new BitSet();
    bit.set(0);
    return new GreyCover(
        List.of(new OverlayPlane(12, 7, 1, 1, bit, false, "")),
        Optional.of(new Shutter(List.of(new Shutter.Rectangle(12, 21, 7, 16)), 0x8080)));
  }

  @Test
  void overlayAndShutterLieWhereTheImageHasThemUntilTheyArePutAway() throws DicomException {
    StudyFolder folder = StudyFolder.scan(FOLDER);
    ImageEntry entry = folder.images().get(0);
    DicomImage film = DicomImages.read(entry.file(), 1);
    ViewerModel model =
        new ViewerModel(
            new StudySessions(
                folder, Readings.CATALOGUE, (f, c) -> new FolderStore(FOLDER, FOLDER)),
            entry,
            covered(film));
    MarksPainter painter =
        new MarksPainter(
            model,
            new ResultText(Settings.of(Locale.ENGLISH), () -> Readings.CATALOGUE.landmarks()));
    // From column 10, row 5, each pixel of the image as 3 x 3 of the screen.
    ViewTransform view = new ViewTransform(10, 5, 3);

    BufferedImage screen = painted(painter, view);
    assertEquals(0xFF808080, screen.getRGB(1, 30), "left of the shutter");
    assertEquals(0xFF808080, screen.getRGB(34, 10), "right of the shutter");
    assertEquals(GREEN, screen.getRGB(4, 4), "in the open part");
    assertEquals(GREEN, screen.getRGB(31, 31), "in the other corner of the open part");
    assertEquals(WHITE, screen.getRGB(7, 7), "the overlay");
    assertEquals(GREEN, screen.getRGB(10, 7), "beside the overlay");

    model.toggleCover();
    screen = painted(painter, view);
    assertEquals(GREEN, screen.getRGB(1, 30));
    assertEquals(GREEN, screen.getRGB(7, 7));
  }

  @Test
  void filmsThatAreComparedKeepTheirs() throws DicomException {
    StudyFolder folder = StudyFolder.scan(FOLDER);
    StudySessions study =
        new StudySessions(folder, Readings.CATALOGUE, (f, c) -> new FolderStore(FOLDER, FOLDER));
    Comparison comparison = new Comparison(side(study, 0), side(study, 1));
    ComparisonView view =
        new ComparisonView(comparison, new StudyWords(Settings.of(Locale.ENGLISH).wording()));
    view.setSize(802, 400);
    BufferedImage screen = new BufferedImage(802, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = screen.createGraphics();
    view.paint(g);
    g.dispose();
    // All but 10 x 10 pixels of each film is behind its shutter.
    assertEquals(0xFF808080, screen.getRGB(200, 200), "the left film");
    assertEquals(0xFF808080, screen.getRGB(602, 200), "the right film");
  }

  private static Comparison.Side side(StudySessions study, int index) throws DicomException {
    ImageEntry entry = study.images().get(index);
    return Comparison.Side.of(study, entry, covered(DicomImages.read(entry.file(), 1)));
  }

  private static DicomImage covered(DicomImage film) {
    return new DicomImage(
        film.file(), film.radiograph(), film.pixels(), film.greyScale(), cover(), Optional.empty());
  }

  private static BufferedImage painted(MarksPainter painter, ViewTransform view) {
    BufferedImage screen = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = screen.createGraphics();
    g.setColor(Color.GREEN);
    g.fillRect(0, 0, 40, 40);
    painter.plain(view).draw(g, new Rectangle(40, 40));
    g.dispose();
    return screen;
  }
}
