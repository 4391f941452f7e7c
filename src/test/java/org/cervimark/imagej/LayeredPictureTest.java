package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Window;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn in parts, a picture looks as if it had been drawn at once. */
class LayeredPictureTest {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 500;

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private ViewerModel model;
  private MarksPainter marks;

  @Test
  void marksAreDrawnAgainWhereTheyHaveChanged() throws Exception {
    model = new OneFilmStudy(folder, elsewhere).open().model();
    marks =
        new MarksPainter(
            model, new ResultText(Settings.of(Locale.ENGLISH), Readings.CATALOGUE::landmarks));
    for (double scale : new double[] {1, 1.5}) {
      BufferedImage film = new BufferedImage((int) (WIDTH * scale), (int) (HEIGHT * scale), 1);
      LayeredPicture inParts = new LayeredPicture();
      inParts.draw(Ground.of(film), true, scene(), scale);
      Random random = new Random(20260114);
      for (int step = 0; step < 80; step++) {
        change(random);
        BufferedImage before = copy(inParts.picture());
        Scene scene = scene();
        List<Rectangle> areas = inParts.draw(Ground.of(film), false, scene, scale);
        LayeredPicture atOnce = new LayeredPicture();
        atOnce.draw(Ground.of(film), true, scene, scale);
        assertSame(atOnce.picture(), inParts.picture(), "step " + step);
        areas.forEach(a -> before.createGraphics().drawImage(part(inParts, a), a.x, a.y, null));
        assertSame(inParts.picture(), before, "what goes to the screen in step " + step);
      }
    }
    assertTrue(model.session().done() > 3, "marks enough to lie over one another");
  }

  @Test
  void whatHasNotChangedIsNotDrawn() throws Exception {
    model = new OneFilmStudy(folder, elsewhere).open().model();
    marks =
        new MarksPainter(
            model, new ResultText(Settings.of(Locale.ENGLISH), Readings.CATALOGUE::landmarks));
    BufferedImage film = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    LayeredPicture picture = new LayeredPicture();
    picture.draw(Ground.of(film), true, scene(), 1);
    assertEquals(List.of(), picture.draw(Ground.of(film), false, scene(), 1));
    model.session().placeTarget(new ImagePoint(100, 100));
    List<Rectangle> areas = picture.draw(Ground.of(film), false, scene(), 1);
    assertEquals(1, areas.size());
    assertTrue(areas.get(0).contains(100, 100));
    assertTrue(areas.get(0).width < WIDTH / 2, areas.toString());
  }

  private void change(Random random) {
    ReadingSession session = model.session();
    List<LandmarkId> all = session.protocol().landmarks();
    LandmarkId id = all.get(random.nextInt(all.size()));
    ImagePoint at = new ImagePoint(random.nextInt(WIDTH), random.nextInt(HEIGHT));
    ImagePoint other = new ImagePoint(random.nextInt(WIDTH), random.nextInt(HEIGHT));
    switch (random.nextInt(9)) {
      case 0 -> session.undo();
      case 1 -> model.choose(id);
      case 2 -> session.remove(id);
      case 3 -> model.drawing().put(FreeMark.of(FreeMark.Kind.DISTANCE, List.of(at, other), ""));
      case 4 -> model.marking().toggle(Visibility.ESTIMATED);
      case 5 -> model.tell("pass.begun", "2");
      default -> session.place(id, at);
    }
  }

  private Scene scene() {
    Graphics2D g = Look.smooth(new BufferedImage(1, 1, 1).createGraphics());
    return marks.scene(
        g, new ViewTransform(0, 0, 1), new Dimension(WIDTH, HEIGHT), new Window(2048, 4096, ""));
  }

  private static BufferedImage part(LayeredPicture picture, Rectangle a) {
    return picture.picture().getSubimage(a.x, a.y, a.width, a.height);
  }

  private static BufferedImage copy(BufferedImage image) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    copy.createGraphics().drawImage(image, 0, 0, null);
    return copy;
  }

  private static void assertSame(BufferedImage expected, BufferedImage actual, String what) {
    assertEquals(new Rectangle(), FrameDifference.between(expected, actual), what);
  }
}
