package org.cervimark.imagej;

import ij.Prefs;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The film as it lies on the screen below the marks: its grey picture, turned as the reader wants
 * it, with the selections and overlays of ImageJ; or whatever ImageJ shows in its own colours.
 */
final class FilmLayer {

  /** What ImageJ draws on the canvas, all of it before turning and in square pixels. */
  interface ImageJ {
    /** Whether the image is grey and ImageJ shows nothing in its colours, as a threshold. */
    boolean isPlain();

    /** Whether there are selections or overlays. */
    boolean hasSelections();

    /** Draws the image with everything. */
    void paintAll(Graphics2D g);

    /** Draws only selections and overlays. */
    void paintSelections(Graphics2D g);
  }

  private final ImageJ imagej;
  private final FilmPicture picture = new FilmPicture(Look.STAGE.getRGB() & 0xFFFFFF);
  private @Nullable BufferedImage own;
  private Optional<Shown> shown = Optional.empty();
  private boolean changed = true;

  private record Shown(int version, Turn turn) {}

  FilmLayer(ImageJ imagej) {
    this.imagej = imagej;
  }

  /** Forgets what it knows of the pixels: they may have changed. */
  void pixelsChanged() {
    picture.pixelsChanged();
  }

  /** Whether the ground given last looks different from the one before. */
  boolean hasChanged() {
    return changed;
  }

  /**
   * The film as seen.
   *
   * @param scale pixels of the screen for each unit of the view
   */
  Ground ground(Film film, ViewTransform view, double scale) {
    if (!imagej.isPlain()) {
      shown = Optional.empty();
      changed = true;
      return Ground.of(drawn(view, scale, stretched(view, imagej::paintAll)));
    }
    Dimension size = scaled(view.canvas(), scale);
    ViewTransform unturned =
        new ViewTransform(
            view.x(), view.y(), view.magnification() * scale, view.aspect(), Turn.AS_STORED, size);
    picture.show(
        film.grey().pixels(),
        film.tone(),
        unturned,
        size.width,
        size.height,
        Prefs.interpolateScaledImages);
    if (imagej.hasSelections()) {
      shown = Optional.empty();
      changed = true;
      return Ground.of(
          drawn(
              view,
              scale,
              g -> {
                paint(picture.image(), g, scale);
                stretched(view, imagej::paintSelections).accept(g);
              }));
    }
    Optional<Shown> now = Optional.of(new Shown(picture.version(), view.turn()));
    changed = !now.equals(shown);
    shown = now;
    if (view.turn().equals(Turn.AS_STORED)) {
      return picture;
    }
    return Ground.of(
        changed || own == null ? drawn(view, scale, g -> paint(picture.image(), g, scale)) : own);
  }

  /** What ImageJ paints in square pixels, as high as the pixels are. */
  private static Consumer<Graphics2D> stretched(ViewTransform view, Consumer<Graphics2D> painting) {
    return g -> {
      Graphics2D high = (Graphics2D) g.create();
      high.scale(1, view.aspect());
      painting.accept(high);
      high.dispose();
    };
  }

  private static void paint(BufferedImage plain, Graphics2D g, double scale) {
    Graphics2D device = (Graphics2D) g.create();
    device.scale(1 / scale, 1 / scale);
    device.drawImage(plain, 0, 0, null);
    device.dispose();
  }

  /** Draws into an image of our own, turned. */
  private BufferedImage drawn(ViewTransform view, double scale, Consumer<Graphics2D> painting) {
    Dimension size = scaled(view.turn().turned(view.canvas()), scale);
    BufferedImage target = own;
    if (target == null || target.getWidth() != size.width || target.getHeight() != size.height) {
      target = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
      own = target;
    }
    Graphics2D g = target.createGraphics();
    g.setColor(Look.STAGE);
    g.fillRect(0, 0, size.width, size.height);
    g.scale(scale, scale);
    g.transform(view.turn().transform(view.canvas()));
    painting.accept(g);
    g.dispose();
    return target;
  }

  private static Dimension scaled(Dimension size, double scale) {
    return new Dimension((int) Math.ceil(size.width * scale), (int) Math.ceil(size.height * scale));
  }
}
