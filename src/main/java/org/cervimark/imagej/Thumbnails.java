package org.cervimark.imagej;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;

/** Small pictures of the images of a study, made one after the other in the background. */
final class Thumbnails {

  private final Map<Path, Optional<BufferedImage>> pictures = new HashMap<>();
  private final int size;
  private final Executor background;
  private final Executor eventThread;
  private final Runnable changed;

  /**
   * Pictures of at most this width and height.
   *
   * @param changed run on the event thread whenever a picture has been made
   */
  Thumbnails(int size, Executor background, Executor eventThread, Runnable changed) {
    this.size = size;
    this.background = background;
    this.eventThread = eventThread;
    this.changed = changed;
  }

  /** The picture of a file; empty until it is made, and for files that cannot be decoded. */
  Optional<BufferedImage> of(Path file) {
    if (!pictures.containsKey(file)) {
      pictures.put(file, Optional.empty());
      background.execute(() -> make(file));
    }
    return pictures.getOrDefault(file, Optional.empty());
  }

  private void make(Path file) {
    try {
      DicomImage image = DicomImages.read(file, 1);
      ImageProcessor whole =
          new ByteProcessor(
              image.pixels().format().columns(),
              image.pixels().format().rows(),
              image.render(image.initialVoi(), image.cover()));
      double factor = size / (double) Math.max(whole.getWidth(), whole.getHeight());
      whole.setInterpolationMethod(ImageProcessor.BILINEAR);
      BufferedImage picture =
          whole
              .resize(
                  Math.max(1, (int) Math.round(whole.getWidth() * factor)),
                  Math.max(1, (int) Math.round(whole.getHeight() * factor)),
                  true)
              .getBufferedImage();
      eventThread.execute(
          () -> {
            pictures.put(file, Optional.of(picture));
            changed.run();
          });
    } catch (DicomException e) {
      // Opening the image says why; a list of pictures is not the place.
      eventThread.execute(changed);
    }
  }
}
