package org.cervimark.imagej;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;

/**
 * Small pictures of images, made one after the other in the background: the one asked for last
 * comes first, and what was asked for long ago, because it has been scrolled away, is not made
 * until it is asked for again. Lives on the event thread.
 */
final class Thumbnails {

  /** How many pictures wait at most; more than a screen shows. */
  static final int PENDING = 64;

  private static final int KEPT = 600;

  private final Map<Path, Optional<BufferedImage>> pictures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<BufferedImage>> eldest) {
          return size() > KEPT;
        }
      };
  private final Deque<Path> pending = new ArrayDeque<>();
  private final Set<Path> asked = new HashSet<>();
  private final Function<Path, Optional<BufferedImage>> maker;
  private final Executor background;
  private final Executor eventThread;
  private final Runnable changed;
  private boolean busy;

  /**
   * Pictures of DICOM files of at most this width and height.
   *
   * @param changed run on the event thread whenever a picture has been made
   */
  Thumbnails(int size, Executor background, Executor eventThread, Runnable changed) {
    this(file -> make(file, size), background, eventThread, changed);
  }

  /** Pictures made in another way. */
  Thumbnails(
      Function<Path, Optional<BufferedImage>> maker,
      Executor background,
      Executor eventThread,
      Runnable changed) {
    this.maker = maker;
    this.background = background;
    this.eventThread = eventThread;
    this.changed = changed;
  }

  /** The picture of a file; empty until it is made, and for files that cannot be decoded. */
  Optional<BufferedImage> of(Path file) {
    Optional<BufferedImage> known = pictures.get(file);
    if (known != null) {
      return known;
    }
    if (asked.add(file)) {
      pending.push(file);
      if (pending.size() > PENDING) {
        asked.remove(pending.removeLast());
      }
      next();
    }
    return Optional.empty();
  }

  /** Whether no picture waits or is being made. */
  boolean isIdle() {
    return !busy && pending.isEmpty();
  }

  private void next() {
    if (busy || pending.isEmpty()) {
      return;
    }
    busy = true;
    Path file = pending.pop();
    background.execute(
        () -> {
          Optional<BufferedImage> picture = maker.apply(file);
          eventThread.execute(
              () -> {
                pictures.put(file, picture);
                asked.remove(file);
                busy = false;
                changed.run();
                next();
              });
        });
  }

  private static Optional<BufferedImage> make(Path file, int size) {
    try {
      DicomImage image = DicomImages.read(file, 1);
      ImageProcessor whole =
          new ByteProcessor(
              image.pixels().format().columns(),
              image.pixels().format().rows(),
              image.render(image.initialVoi(), image.cover()));
      double height = whole.getHeight() * image.radiograph().scale().aspect();
      double factor = size / Math.max(whole.getWidth(), height);
      whole.setInterpolationMethod(ImageProcessor.BILINEAR);
      return Optional.of(
          whole
              .resize(
                  Math.max(1, (int) Math.round(whole.getWidth() * factor)),
                  Math.max(1, (int) Math.round(height * factor)),
                  true)
              .getBufferedImage());
    } catch (DicomException e) {
      // Opening the image says why; a list of pictures is not the place.
      return Optional.empty();
    }
  }
}
