package org.cervimark.image;

/**
 * A window on modality values: Window Centre (0028,1050), Width (0028,1051) and VOI LUT Function
 * (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3.
 *
 * @param centre centre in modality values
 * @param width width, at least 1 if linear, above 0 otherwise
 * @param function how values within the window spread
 * @param explanation Window Center &amp; Width Explanation (0028,1055), possibly empty
 */
public record Window(double centre, double width, Function function, String explanation)
    implements Voi {

  /** Values of VOI LUT Function. */
  public enum Function {
    /** From centre - 0.5 - (width - 1) / 2 to centre - 0.5 + (width - 1) / 2. */
    LINEAR,
    /** From centre - width / 2 to centre + width / 2. */
    LINEAR_EXACT,
    /** Without ends: 1 / (1 + exp(-4 (x - centre) / width)). */
    SIGMOID
  }

  /** Refuses widths that the function does not allow. */
  public Window {
    if (!isUsable(centre, width, function)) {
      throw new IllegalArgumentException(
          function + " window must have a finite width of 1 or more: " + width);
    }
  }

  /** A window by the function LINEAR. */
  public Window(double centre, double width, String explanation) {
    this(centre, width, Function.LINEAR, explanation);
  }

  /** Whether a window can have these values. */
  public static boolean isUsable(double centre, double width, Function function) {
    return Double.isFinite(centre)
        && Double.isFinite(width)
        && (function == Function.LINEAR ? width >= 1 : width > 0);
  }

  @Override
  public double share(double x) {
    return switch (function) {
      case LINEAR -> ramp(x, low(), high(), width - 1);
      case LINEAR_EXACT -> ramp(x, low(), high(), width);
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - centre) / width));
    };
  }

  /** The highest modality value that is black; of a sigmoid, where its middle slope meets black. */
  public double low() {
    return function == Function.LINEAR ? centre - 0.5 - (width - 1) / 2 : centre - width / 2;
  }

  /** The lowest modality value that is white; of a sigmoid, where its middle slope meets white. */
  public double high() {
    return function == Function.LINEAR ? centre - 0.5 + (width - 1) / 2 : centre + width / 2;
  }

  private static double ramp(double x, double low, double high, double span) {
    if (x <= low) {
      return 0;
    }
    return x > high ? 1 : (x - (low + high) / 2) / span + 0.5;
  }
}
