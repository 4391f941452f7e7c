package org.cervimark.imagej;

import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;

/**
 * How the grey values of an image are shown: its window, the brightness of the middle greys and
 * whether black and white are exchanged. Only the display range and the lookup table of the ImageJ
 * image change, never a pixel; ImageJ's own contrast dialog works on the same range.
 */
final class GreyView {

  /** Screen pixels of a drag that double the width of the window. */
  private static final double DOUBLING = 160;

  /** Screen pixels of a drag that move the window by its own width. */
  private static final double SHIFT = 320;

  private static final double GAMMA_STEP = 1.25;
  private static final double MAX_GAMMA = 4;

  private final FilmImage imp;
  private final StoredLevels levels;
  private final GreyScale grey;
  private final Window first;
  private final PixelFormat format;
  private final Optional<VoiCurve> firstCurve;
  private final Voi initial;
  private Optional<VoiCurve> curve = Optional.empty();
  private Optional<Voi> curved = Optional.empty();
  private Runnable listener = () -> {};
  private boolean exchanged;
  private double gamma = 1;
  private Optional<ShortProcessor> enhanced = Optional.empty();

  /** The view of an image that shows the first window of its header, or an automatic one. */
  GreyView(FilmImage imp, DicomImage image) {
    this.imp = imp;
    this.levels = StoredLevels.of(image);
    this.grey = image.greyScale();
    this.format = image.pixels().format();
    this.firstCurve = VoiCurve.of(image);
    this.initial = image.initialVoi();
    this.first = grey.windows().isEmpty() ? automatic(0.005, 0.995) : grey.windows().get(0);
    reset();
  }

  /** The window in force, in modality values; ImageJ may have changed it. */
  Window window() {
    return levels.window(imp.getProcessor().getMin(), imp.getProcessor().getMax());
  }

  /** Whom to tell when the greys have changed and do not go on changing, as in a drag. */
  void onSettled(Runnable newListener) {
    listener = newListener;
  }

  /** Ends a drag. */
  void settle() {
    listener.run();
  }

  /** How the greys are shown now. */
  GreyState state() {
    Window now = window();
    int voi = curved.map(v -> grey.vois().indexOf(v)).orElse(-1);
    return new GreyState(
        now.centre(),
        now.width(),
        voi < 0 ? OptionalInt.empty() : OptionalInt.of(voi + 1),
        gamma,
        exchanged,
        isEnhanced());
  }

  /** How many windows and tables the header offers. */
  int vois() {
    return grey.vois().size();
  }

  /** Shows the greys as they were once. */
  void show(GreyState state) {
    exchanged = state.exchanged();
    gamma = Math.max(1 / MAX_GAMMA, Math.min(MAX_GAMMA, state.gamma()));
    if (state.voi().isPresent()) {
      show(grey.vois().get(state.voi().getAsInt() - 1));
    } else {
      show(new Window(state.centre(), state.width(), ""));
    }
    table();
    enhanced = Optional.empty();
    if (state.enhanced()) {
      toggleEnhanced();
    }
    imp.drawInOtherGreys();
    settle();
  }

  /** Shows a window of modality values. */
  void show(Window window) {
    narrow(window);
    settle();
  }

  private void narrow(Window window) {
    double a = levels.raw(window.low());
    double b = levels.raw(window.high());
    if (curve.isPresent()) {
      curve = Optional.empty();
      table();
    }
    curved = Optional.empty();
    imp.getProcessor().setMinAndMax(Math.min(a, b), Math.max(a, b));
    imp.drawInOtherGreys();
  }

  /** Shows a window of modality values or a table, as the grey-scale pipeline wants it. */
  void show(Voi voi) {
    Optional<VoiCurve> bent = VoiCurve.of(format, grey, voi);
    if (bent.isPresent()) {
      bend(bent.get());
      curved = Optional.of(voi);
      settle();
    } else if (voi instanceof Window window) {
      show(window);
    }
  }

  private void bend(VoiCurve bent) {
    curve = Optional.of(bent);
    table();
    imp.getProcessor().setMinAndMax(bent.low(), bent.high());
    imp.drawInOtherGreys();
  }

  /**
   * Changes the window as a drag does.
   *
   * @param begun the window when the drag began
   * @param right screen pixels to the right: wider, softer
   * @param up screen pixels upward: brighter
   */
  void drag(Window begun, double right, double up) {
    double width = Math.max(1, begun.width() * Math.pow(2, right / DOUBLING));
    double direction = (isInverted() ? 1 : -1) * Math.signum(levels.slope());
    narrow(new Window(begun.centre() + direction * up * begun.width() / SHIFT, width, ""));
  }

  /** Shows the image as on opening. */
  void reset() {
    exchanged = false;
    enhanced = Optional.empty();
    gamma = 1;
    narrow(first);
    table();
    imp.drawInOtherGreys();
    firstCurve.ifPresent(this::bend);
    curved = firstCurve.map(c -> initial);
    settle();
  }

  /** A window over most grey values of a part of the image, given in pixels. */
  void fit(Rectangle part) {
    show(new Quantiles(imp.getProcessor(), part).window(levels, 0.005, 0.995));
  }

  /** A window over a share of the brightness that the image has, 0 darkest to 1 brightest. */
  Window automatic(double darkest, double brightest) {
    Quantiles all =
        new Quantiles(imp.getProcessor(), new Rectangle(imp.getWidth(), imp.getHeight()));
    boolean lowIsBright = isInverted();
    return lowIsBright
        ? all.window(levels, 1 - brightest, 1 - darkest)
        : all.window(levels, darkest, brightest);
  }

  /** Whether faint detail can be made to stand out: on images of up to 16 bits. */
  boolean canEnhance() {
    return imp.getProcessor() instanceof ShortProcessor;
  }

  /** Whether faint detail is made to stand out. */
  boolean isEnhanced() {
    return enhanced.isPresent();
  }

  /** Makes faint detail stand out from its surroundings, within the window in force; or not. */
  void toggleEnhanced() {
    enhanced =
        enhanced.isEmpty() && imp.getProcessor() instanceof ShortProcessor image
            ? Optional.of(new LocalContrast(image, image.getMin(), image.getMax()).enhanced())
            : Optional.empty();
    imp.drawInOtherGreys();
    settle();
  }

  /** Takes note that the image has other pixels now. */
  void pixelsChanged() {
    if (isEnhanced() && imp.getProcessor() instanceof ShortProcessor image) {
      enhanced = Optional.of(new LocalContrast(image, image.getMin(), image.getMax()).enhanced());
    }
  }

  /** The pixels to show: those of the image, or a copy in which faint detail stands out. */
  ImageProcessor pixels() {
    ImageProcessor image = imp.getProcessor();
    if (enhanced.isEmpty()) {
      return image;
    }
    ShortProcessor copy = enhanced.get();
    copy.setColorModel(image.getCurrentColorModel());
    copy.setMinAndMax(image.getMin(), image.getMax());
    return copy;
  }

  /** Exchanges black and white. */
  void invert() {
    exchanged = !exchanged;
    table();
    imp.drawInOtherGreys();
    settle();
  }

  /** Whether the reader exchanged black and white. */
  boolean isExchanged() {
    return exchanged;
  }

  /** Makes the middle greys lighter (1) or darker (-1) by a step; black and white stay. */
  void lighten(int steps) {
    gamma = Math.max(1 / MAX_GAMMA, Math.min(MAX_GAMMA, gamma * Math.pow(GAMMA_STEP, steps)));
    table();
    imp.drawInOtherGreys();
    settle();
  }

  /** Above 1 the middle greys are lighter than in the image, below 1 darker. */
  double gamma() {
    return gamma;
  }

  /** Whether low raw values are shown white. */
  private boolean isInverted() {
    // A negative slope turns the grey scale around once more.
    return (grey.inverted() != levels.slope() < 0) != exchanged;
  }

  /** The grey, 0 to 255, at an index of the lookup table before it is made lighter. */
  private int level(int index) {
    if (curve.isPresent()) {
      int level = curve.get().greys()[index] & 0xFF;
      return exchanged ? 255 - level : level;
    }
    return isInverted() ? 255 - index : index;
  }

  private void table() {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      double level = level(i) / 255.0;
      table[i] = (byte) Math.round(255 * Math.pow(level, 1 / gamma));
    }
    ImageProcessor processor = imp.getProcessor();
    processor.setLut(new LUT(table, table, table));
  }
}
