package org.cervimark.imagej;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.reading.FreeMark;

/**
 * Steps through the frames of an image and plays them at their own speed. Frames are read in the
 * background; where that is slower than the film runs, frames are left out. A reader who begins to
 * mark a frame stays on it. Lives on the event thread.
 */
final class FramePlayer {

  private static final double NANOSECONDS = 1e6;

  /** What calls regularly, often enough for the fastest film. */
  interface Ticker {
    /** Begins to call on the event thread. */
    void start(Runnable tick);

    /** Ends to call. */
    void stop();
  }

  private final ViewerActions actions;
  private final ViewerModel model;
  private final Ticker ticker;
  private final LongSupplier nanoseconds;
  private final Executor background;
  private final Executor eventThread;
  private boolean playing;
  private ImageEntry played;
  private int requested;
  private ImageReference shown;
  private LandmarkSet landmarks;
  private List<FreeMark> marks;

  /**
   * A player that stands still.
   *
   * @param nanoseconds the time, as {@link System#nanoTime} tells it
   * @param background where headers are read
   * @param eventThread where widgets live
   */
  FramePlayer(
      ViewerActions actions,
      Ticker ticker,
      LongSupplier nanoseconds,
      Executor background,
      Executor eventThread) {
    this.actions = actions;
    this.model = actions.model();
    this.ticker = ticker;
    this.nanoseconds = nanoseconds;
    this.background = background;
    this.eventThread = eventThread;
    this.played = model.entry();
    this.shown = model.radiograph().reference();
    this.landmarks = model.session().landmarks();
    this.marks = model.session().marks();
    model.addListener(this::changed);
  }

  /** Whether the image shown has several frames. */
  boolean hasFrames() {
    return count() > 1;
  }

  /** Whether the frames run. */
  boolean isPlaying() {
    return playing;
  }

  /** Stands still and shows the next (1) or previous (-1) frame; after the last comes the first. */
  void step(int direction) {
    stop();
    if (hasFrames()) {
      actions.show(model.entry(), 1 + Math.floorMod(number() - 1 + direction, count()));
    }
  }

  /** Plays from the frame shown on, or stands still. */
  void toggle() {
    if (playing) {
      stop();
    } else if (hasFrames()) {
      play();
    }
  }

  private void play() {
    playing = true;
    played = model.entry();
    requested = number();
    remember();
    ImageEntry film = played;
    int frames = count();
    background.execute(
        () -> {
          try {
            FrameClock clock = FrameClock.of(DicomImages.readFrameTimes(film.file()), frames);
            eventThread.execute(() -> run(film, clock));
          } catch (DicomException e) {
            eventThread.execute(
                () -> {
                  stop();
                  actions.problem(e);
                });
          }
        });
  }

  private void run(ImageEntry film, FrameClock clock) {
    if (!playing || !film.equals(model.entry())) {
      return;
    }
    int begun = number();
    long start = nanoseconds.getAsLong();
    ticker.start(() -> tick(clock, begun, (nanoseconds.getAsLong() - start) / NANOSECONDS));
  }

  private void tick(FrameClock clock, int begun, double elapsed) {
    if (!playing || actions.isReading()) {
      return;
    }
    if (number() != requested) {
      // It could not be read, and the reader was told why.
      stop();
      return;
    }
    int due = clock.due(begun, elapsed);
    if (due != number()) {
      requested = due;
      actions.show(model.entry(), due);
    }
  }

  private void stop() {
    playing = false;
    ticker.stop();
  }

  private void changed() {
    if (!playing) {
      return;
    }
    if (!model.radiograph().reference().equals(shown)) {
      if (!model.entry().equals(played)) {
        stop();
      }
      remember();
    } else if (model.marking().dragged().isPresent() || isMarked()) {
      stop();
    }
  }

  private boolean isMarked() {
    return !model.session().landmarks().equals(landmarks) || !model.session().marks().equals(marks);
  }

  private void remember() {
    shown = model.radiograph().reference();
    landmarks = model.session().landmarks();
    marks = model.session().marks();
  }

  private int number() {
    return model.radiograph().reference().frame();
  }

  private int count() {
    return model.radiograph().pixelFormat().frames();
  }
}
