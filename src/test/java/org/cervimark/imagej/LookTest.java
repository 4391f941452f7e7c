package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The colours on the image as people see them whose cones differ: simulated after Machado, Oliveira
 * and Fernandes, IEEE Trans Vis Comput Graph 2009;15(6):1291-1298, at full severity.
 */
class LookTest {

  private static final List<Color> ON_IMAGE =
      List.of(Look.LANDMARK, Look.SELECTED, Look.EXPECTED, Look.LINE, Look.FREE);

  /** CIE 1976 differences of 10 and more are seen at a glance. */
  private static final double APART = 20;

  enum Vision {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final double[] matrix;

    Vision(double... matrix) {
      this.matrix = matrix;
    }

    /** Red, green and blue, linear, as seen. */
    double[] see(Color colour) {
      double[] rgb = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
      double[] seen = new double[3];
      for (int i = 0; i < 3; i++) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
          sum += matrix[3 * i + j] * rgb[j];
        }
        seen[i] = Math.max(0, Math.min(1, sum));
      }
      return seen;
    }
  }

  @ParameterizedTest
  @EnumSource
  void coloursOnTheImageStayApart(Vision vision) {
    List<String> tooClose = new ArrayList<>();
    for (int i = 0; i < ON_IMAGE.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = lab(vision.see(ON_IMAGE.get(i)));
        double[] b = lab(vision.see(ON_IMAGE.get(j)));
        double distance = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        if (distance < APART) {
          tooClose.add(ON_IMAGE.get(i) + " and " + ON_IMAGE.get(j) + ": " + distance);
        }
      }
    }
    assertTrue(tooClose.isEmpty(), tooClose::toString);
  }

  @ParameterizedTest
  @EnumSource
  void coloursOnTheImageAreReadOnDarkGround(Vision vision) {
    for (Color colour : ON_IMAGE) {
      double[] seen = vision.see(colour);
      double luminance = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
      // Contrast of WCAG 2.1; 4.5 is asked for text of this size.
      assertTrue((luminance + 0.05) / 0.05 >= 4.5, colour + " " + luminance);
    }
  }

  private static double linear(int value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double[] lab(double[] rgb) {
    double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }
}
