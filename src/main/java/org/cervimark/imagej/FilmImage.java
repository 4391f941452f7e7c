package org.cervimark.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ImageProcessor;
import java.awt.Image;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image of ImageJ whose picture is drawn by {@link FilmPicture}. ImageJ makes an 8-bit picture
 * of all pixels whenever something changes; here it does so only when somebody asks for it.
 */
final class FilmImage extends ImagePlus {

  private Optional<InFront> inFront = Optional.empty();
  private boolean withoutPicture;
  private boolean onlyGreys;

  FilmImage(String title, ImageProcessor processor) {
    super(title, processor);
  }

  /** The study of this image for macros without a display; empty in a viewer. */
  Optional<InFront> inFront() {
    return inFront;
  }

  /** Makes this image the current one of ImageJ without a window, for macros. */
  void showToMacros(InFront study) {
    inFront = Optional.of(study);
    WindowManager.setTempCurrentImage(this);
  }

  /** Lets ImageJ paint what it has to paint except the picture: selections and overlays. */
  void withoutPicture(Runnable painting) {
    withoutPicture = true;
    try {
      painting.run();
    } finally {
      withoutPicture = false;
    }
  }

  /** Draws the same pixels with the display range and look-up table that have just been set. */
  void drawInOtherGreys() {
    onlyGreys = true;
    try {
      updateAndDraw();
    } finally {
      onlyGreys = false;
    }
  }

  /** Whether what is being drawn are the same pixels as before. */
  boolean hasOnlyOtherGreys() {
    return onlyGreys;
  }

  /** Forgets the 8-bit picture of all pixels: they or their colours have changed. */
  void pictureOutdated() {
    img = null;
  }

  /** The 8-bit picture of all pixels; none while selections and overlays are painted. */
  @Override
  public @Nullable Image getImage() {
    return withoutPicture ? null : super.getImage();
  }

  @Override
  public void updateImage() {
    if (!withoutPicture) {
      super.updateImage();
    }
  }
}
