package org.cervimark.imagej;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyCover;
import org.cervimark.image.ImageReference;

/** Draws what the header lays over the greys: overlay planes and the shutter. */
final class CoverPainter {

  private Optional<Drawn> drawn = Optional.empty();

  /** The cover of one frame, transparent where the image is seen. */
  private record Drawn(ImageReference image, BufferedImage cover) {}

  /** Whether a header lays anything over the greys. */
  static boolean covers(DicomImage image) {
    return !image.cover().overlays().isEmpty() || image.cover().shutter().isPresent();
  }

  /** Adds to a scene what a header lays over an image, if anything. */
  void addTo(Scene scene, DicomImage image, ViewTransform view) {
    if (covers(image)) {
      Cover cover = new Cover(image.radiograph().reference(), view);
      scene.add(cover, Scene.EVERYWHERE, 0, g -> paint(g, image, view.affine()));
    }
  }

  private record Cover(ImageReference image, ViewTransform view) {}

  /** Draws what a header lays over an image, if anything. */
  void paint(Graphics2D g, DicomImage image, AffineTransform toScreen) {
    if (!covers(image)) {
      return;
    }
    Graphics2D own = (Graphics2D) g.create();
    own.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    own.drawImage(of(image), toScreen, null);
    own.dispose();
  }

  private BufferedImage of(DicomImage image) {
    ImageReference reference = image.radiograph().reference();
    Optional<Drawn> known = drawn.filter(d -> d.image().equals(reference));
    if (known.isPresent()) {
      return known.get().cover();
    }
    BufferedImage cover =
        picture(image.cover(), image.radiograph().columns(), image.radiograph().rows());
    drawn = Optional.of(new Drawn(reference, cover));
    return cover;
  }

  /** The cover in its own greys. What stays as it is over black and over white is not covered. */
  static BufferedImage picture(GreyCover cover, int columns, int rows) {
    byte[] overBlack = new byte[columns * rows];
    byte[] overWhite = new byte[columns * rows];
    Arrays.fill(overWhite, (byte) 255);
    cover.draw(overBlack, columns, rows);
    cover.draw(overWhite, columns, rows);
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      if (overBlack[i] == overWhite[i]) {
        pixels[i] = 0xFF000000 | (overBlack[i] & 0xFF) * 0x010101;
      }
    }
    return picture;
  }
}
