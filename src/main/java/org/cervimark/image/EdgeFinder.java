package org.cervimark.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the edge that lies nearest to where a reader pointed: the place of the steepest change of
 * grey along straight profiles through the point, to a fraction of a pixel.
 *
 * <p>Profiles run through the point in {@value #DIRECTIONS} directions. Each is the mean of a
 * narrow strip, smoothed, and its steepest place is refined by a parabola through the three largest
 * differences. The steepest profile wins, near places counting more than far ones. It counts as an
 * edge only if it stands out of the changes elsewhere and of the noise of the image, so that noise
 * moves no landmark.
 */
public final class EdgeFinder {

  private static final int DIRECTIONS = 32;

  /** Distance between samples along a profile, in pixels. */
  private static final double STEP = 0.5;

  /** Distance in pixels over which a difference is taken, as the deviation of a Gaussian. */
  private static final double SMOOTHING = 1.2;

  /** Half the width of the strip that makes a profile, in pixels. */
  private static final int STRIP = 2;

  /** An edge at the end of the profile must be steeper by this factor than one at the point. */
  private static final double FAR = 6;

  /** How many times steeper than the neighbourhood on average an edge must be. */
  private static final double DISTINCT = 2;

  /** How many times steeper than what noise does to a profile an edge must be. */
  private static final double ABOVE_NOISE = 5.5;

  /** Deviation of the normal distribution for each unit of its median absolute deviation. */
  private static final double DEVIATION_PER_MEDIAN = 1.4826;

  /** Gain of the second difference in both directions for independent pixels (Immerkaer 1996). */
  private static final double LAPLACIAN_GAIN = 6;

  private final StoredPixels pixels;

  /**
   * An edge.
   *
   * @param point where it lies
   * @param distance how far from the point asked for, in pixels, 0 or more
   */
  public record Edge(ImagePoint point, double distance) {}

  private record Peak(double offset, double steepness, double worth) {}

  /** A finder in an image. */
  public EdgeFinder(StoredPixels pixels) {
    this.pixels = pixels;
  }

  /**
   * The edge at a point.
   *
   * @param radius how far to look, in pixels, at least 2
   * @return empty if there is no distinct edge within the radius, or the image ends there
   */
  public Optional<Edge> near(ImagePoint point, double radius) {
    if (!(radius >= 2)) {
      throw new IllegalArgumentException("radius must be 2 pixels or more: " + radius);
    }
    int reach = (int) Math.ceil(radius / STEP);
    Optional<Peak> best = Optional.empty();
    double bestAngle = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double angle = Math.PI * i / DIRECTIONS;
      Optional<double[]> slopes = slopes(point, angle, reach);
      if (slopes.isEmpty()) {
        continue;
      }
      for (double slope : slopes.get()) {
        squares += slope * slope;
        count++;
      }
      Peak peak = peak(slopes.get(), reach);
      if (best.isEmpty() || peak.worth() > best.get().worth()) {
        best = Optional.of(peak);
        bestAngle = angle;
      }
    }
    if (best.isEmpty() || best.get().steepness() == 0) {
      return Optional.empty();
    }
    Peak peak = best.get();
    if (peak.steepness() < DISTINCT * Math.sqrt(squares / count)
        || peak.steepness() < ABOVE_NOISE * noiseOfSlopes(point, reach)
        || Math.abs(peak.offset()) > radius) {
      return Optional.empty();
    }
    ImagePoint edge =
        new ImagePoint(
            point.column() + peak.offset() * Math.cos(bestAngle),
            point.row() + peak.offset() * Math.sin(bestAngle));
    return Optional.of(new Edge(edge, Math.abs(peak.offset())));
  }

  /**
   * The deviation that the noise of the neighbourhood gives to a slope: that of the pixels, from
   * the second differences that straight edges do not have, through the weights of {@link #slopes}.
   */
  private double noiseOfSlopes(ImagePoint point, int reach) {
    int half = (int) (reach * STEP) + 2;
    int left = Math.max(1, (int) point.column() - half);
    int top = Math.max(1, (int) point.row() - half);
    int right = Math.min(pixels.format().columns() - 2, (int) point.column() + half);
    int bottom = Math.min(pixels.format().rows() - 2, (int) point.row() + half);
    double[] responses = new double[(right - left + 1) * (bottom - top + 1)];
    int n = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        responses[n++] =
            Math.abs(
                secondDifference(x, y - 1)
                    - 2 * secondDifference(x, y)
                    + secondDifference(x, y + 1));
      }
    }
    Arrays.sort(responses);
    double ofPixels = DEVIATION_PER_MEDIAN * responses[n / 2] / LAPLACIAN_GAIN;
    // Integral of the squared weights; samples closer than a pixel are not independent.
    double gain = Math.sqrt(Math.PI) / 2 * SMOOTHING / (STEP * STEP) / (2 * STRIP + 1);
    return ofPixels * Math.sqrt(gain);
  }

  private double secondDifference(int x, int y) {
    return pixels.value(x - 1, y) - 2.0 * pixels.value(x, y) + pixels.value(x + 1, y);
  }

  private Peak peak(double[] slopes, int reach) {
    int best = 1;
    double bestWorth = -1;
    for (int i = 1; i < slopes.length - 1; i++) {
      double away = Math.abs(i - reach) / (double) reach;
      double worth = Math.abs(slopes[i]) / (1 + (FAR - 1) * away * away);
      if (worth > bestWorth && isTop(slopes, i)) {
        bestWorth = worth;
        best = i;
      }
    }
    double before = Math.abs(slopes[best - 1]);
    double at = Math.abs(slopes[best]);
    double after = Math.abs(slopes[best + 1]);
    double curvature = before - 2 * at + after;
    double shift = curvature < 0 ? 0.5 * (before - after) / curvature : 0;
    return new Peak((best - reach + shift) * STEP, at, Math.max(0, bestWorth));
  }

  private static boolean isTop(double[] slopes, int i) {
    double at = Math.abs(slopes[i]);
    return at >= Math.abs(slopes[i - 1]) && at >= Math.abs(slopes[i + 1]);
  }

  /** The smoothed derivative along a profile; empty if the image ends within it. */
  private Optional<double[]> slopes(ImagePoint point, double angle, int reach) {
    int margin = (int) Math.ceil(3 * SMOOTHING / STEP);
    double[] samples = new double[2 * (reach + margin) + 1];
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int i = 0; i < samples.length; i++) {
      double along = (i - reach - margin) * STEP;
      double sum = 0;
      for (int across = -STRIP; across <= STRIP; across++) {
        double column = point.column() + along * c - across * s;
        double row = point.row() + along * s + across * c;
        double value = between(column - 0.5, row - 0.5);
        if (Double.isNaN(value)) {
          return Optional.empty();
        }
        sum += value;
      }
      samples[i] = sum / (2 * STRIP + 1);
    }
    double[] slopes = new double[2 * reach + 1];
    for (int i = 0; i < slopes.length; i++) {
      double sum = 0;
      for (int k = -margin; k <= margin; k++) {
        double x = k * STEP / SMOOTHING;
        sum += x * Math.exp(-x * x / 2) * samples[i + margin + k];
      }
      slopes[i] = sum;
    }
    return Optional.of(slopes);
  }

  /** The value between four pixels, given by their indices; NaN outside the image. */
  private double between(double column, double row) {
    int x = (int) Math.floor(column);
    int y = (int) Math.floor(row);
    if (x < 0 || y < 0 || x + 1 >= pixels.format().columns() || y + 1 >= pixels.format().rows()) {
      return Double.NaN;
    }
    double right = column - x;
    double down = row - y;
    double above = pixels.value(x, y) * (1 - right) + pixels.value(x + 1, y) * right;
    double below = pixels.value(x, y + 1) * (1 - right) + pixels.value(x + 1, y + 1) * right;
    return above * (1 - down) + below * down;
  }
}
