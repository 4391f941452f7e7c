package org.cervimark.phantom;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Turns path lengths into stored pixel values: Beer-Lambert, scatter, blur, noise, log response.
 */
final class Exposure {

  /** Largest stored value, 12 bits. */
  static final int MAXIMUM = 4095;

  private static final int COARSE = 8;
  private static final double SCATTER_RADIUS = 22;
  private static final double EQUALISATION_RADIUS = 13;
  private static final double UNSHARPNESS = 0.13;

  private final Shadow shadow;
  private final Technique technique;
  private final Film film;
  private final int columns;
  private final int rows;

  Exposure(Shadow shadow, Technique technique) {
    this.shadow = shadow;
    this.technique = technique;
    this.film = shadow.film();
    this.columns = film.columns();
    this.rows = film.rows();
  }

  /** The stored pixel values, row by row. */
  short[] develop() {
    float[] field = field();
    float[] dose = primary(field);
    addScatter(dose, field);
    smooth(dose, UNSHARPNESS);
    addNoise(dose);
    float[] density = logarithm(dose);
    equalise(density);
    return store(density, field);
  }

  /** Open part of the beam: 1 inside the collimator, 0 outside, with a narrow penumbra. */
  private float[] field() {
    double[] b = technique.border();
    float[] open = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      double top = (row + 0.5) * film.rowSpacing() - b[1];
      double bottom = film.height() - (row + 0.5) * film.rowSpacing() - b[3];
      for (int column = 0; column < columns; column++) {
        double left = (column + 0.5) * film.columnSpacing() - b[0];
        double right = film.width() - (column + 0.5) * film.columnSpacing() - b[2];
        double depth = Math.min(Math.min(top, bottom), Math.min(left, right));
        open[row * columns + column] = (float) Math.max(0, Math.min(1, depth / 0.5 + 0.5));
      }
    }
    return open;
  }

  private float[] primary(float[] field) {
    float[] soft = shadow.soft();
    float[] bone = shadow.bone();
    float[] dose = new float[soft.length];
    eachRow(
        row -> {
          double heel = 1 - technique.heel() * (1 - (row + 0.5) / rows);
          for (int i = row * columns; i < (row + 1) * columns; i++) {
            double attenuation =
                technique.softAttenuation() * soft[i] + technique.boneAttenuation() * bone[i];
            dose[i] = (float) (heel * field[i] * StrictMath.exp(-attenuation));
          }
        });
    return dose;
  }

  private void addScatter(float[] dose, float[] field) {
    float[] behind = new float[dose.length];
    float[] soft = shadow.soft();
    for (int i = 0; i < dose.length; i++) {
      behind[i] = soft[i] > 20 ? dose[i] : 0.15f * dose[i];
    }
    Coarse scattered = new Coarse(behind, columns, rows, SCATTER_RADIUS / film.rowSpacing());
    eachRow(
        row -> {
          for (int column = 0; column < columns; column++) {
            int i = row * columns + column;
            double s = technique.scatter() * scattered.at(column, row);
            dose[i] += (float) (s * (0.15 + 0.85 * field[i]) + 1e-4);
          }
        });
  }

  /** Gaussian unsharpness of focal spot and detector; sigma in mm. */
  private void smooth(float[] image, double sigma) {
    float[] across = new float[image.length];
    double[] horizontal = kernel(sigma / film.columnSpacing());
    double[] vertical = kernel(sigma / film.rowSpacing());
    int radius = horizontal.length / 2;
    eachRow(
        row -> {
          for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
              int c = Math.max(0, Math.min(columns - 1, column + k));
              sum += horizontal[k + radius] * image[row * columns + c];
            }
            across[row * columns + column] = (float) sum;
          }
        });
    int height = vertical.length / 2;
    eachRow(
        row -> {
          for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int k = -height; k <= height; k++) {
              int r = Math.max(0, Math.min(rows - 1, row + k));
              sum += vertical[k + height] * across[r * columns + column];
            }
            image[row * columns + column] = (float) sum;
          }
        });
  }

  private static double[] kernel(double sigma) {
    int radius = (int) Math.max(1, Math.ceil(2.5 * sigma));
    double[] k = new double[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      k[i + radius] = StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += k[i + radius];
    }
    for (int i = 0; i < k.length; i++) {
      k[i] /= sum;
    }
    return k;
  }

  /** Quantum noise: standard deviation is the root of the number of quanta; slightly correlated. */
  private void addNoise(float[] dose) {
    SplittableRandom random = new SplittableRandom(technique.seed());
    float[] noise = new float[dose.length];
    for (int i = 0; i < noise.length; i++) {
      long bits = random.nextLong();
      long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
      noise[i] = (float) ((sum / 65536.0 - 2) * Math.sqrt(3));
    }
    smooth(noise, 0.55 * film.columnSpacing());
    for (int i = 0; i < dose.length; i++) {
      double sigma = 1.9 * Math.sqrt(dose[i] / technique.photons());
      dose[i] = (float) Math.max(1e-5, dose[i] + sigma * noise[i]);
    }
  }

  private float[] logarithm(float[] dose) {
    float[] density = new float[dose.length];
    eachRow(
        row -> {
          for (int i = row * columns; i < (row + 1) * columns; i++) {
            density[i] = (float) -StrictMath.log(dose[i]);
          }
        });
    return density;
  }

  /** Removes part of the broad density differences, as the processing of a digital system does. */
  private void equalise(float[] density) {
    float[] clamped = new float[density.length];
    for (int i = 0; i < density.length; i++) {
      clamped[i] = Math.max((float) technique.low(), Math.min(5.2f, density[i]));
    }
    Coarse broad = new Coarse(clamped, columns, rows, EQUALISATION_RADIUS / film.rowSpacing());
    double middle = (technique.low() + technique.high()) / 2;
    eachRow(
        row -> {
          for (int column = 0; column < columns; column++) {
            int i = row * columns + column;
            if (density[i] > technique.low()) {
              double correction = technique.equalisation() * (broad.at(column, row) - middle);
              double onset = Math.min(1, (density[i] - technique.low()) / 0.5);
              density[i] -= (float) (correction * onset);
            }
          }
        });
  }

  private short[] store(float[] density, float[] field) {
    short[] pixels = new short[density.length];
    double gain = MAXIMUM / (technique.high() - technique.low());
    for (int i = 0; i < pixels.length; i++) {
      double value = (density[i] - technique.low()) * gain;
      if (technique.shutter()) {
        value *= Math.max(0, 2 * field[i] - 1);
      } else if (field[i] == 0) {
        value = MAXIMUM;
      }
      int bright = (int) Math.max(0, Math.min(MAXIMUM, StrictMath.rint(value)));
      pixels[i] = (short) (technique.bonesBright() ? bright : MAXIMUM - bright);
    }
    return pixels;
  }

  private void eachRow(IntConsumer work) {
    IntStream.range(0, rows).parallel().forEach(work);
  }

  /** A broad blur, computed on a coarse grid and read back by bilinear interpolation. */
  private static final class Coarse {
    private final int width;
    private final int height;
    private final double[] cells;

    Coarse(float[] image, int columns, int rows, double sigmaPixels) {
      width = (columns + COARSE - 1) / COARSE;
      height = (rows + COARSE - 1) / COARSE;
      cells = new double[width * height];
      double[] count = new double[cells.length];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int cell = row / COARSE * width + column / COARSE;
          cells[cell] += image[row * columns + column];
          count[cell]++;
        }
      }
      for (int i = 0; i < cells.length; i++) {
        cells[i] /= count[i];
      }
      int box = (int) Math.max(1, StrictMath.rint(sigmaPixels / COARSE));
      for (int pass = 0; pass < 3; pass++) {
        box(cells, width, height, 1, width, box);
        box(cells, height, width, width, 1, box);
      }
    }

    /** Running mean over 2 r + 1 cells along lines of length n. */
    private static void box(double[] a, int n, int lines, int step, int lineStep, int r) {
      double[] line = new double[n];
      for (int l = 0; l < lines; l++) {
        for (int i = 0; i < n; i++) {
          line[i] = a[l * lineStep + i * step];
        }
        for (int i = 0; i < n; i++) {
          double sum = 0;
          for (int k = -r; k <= r; k++) {
            sum += line[Math.max(0, Math.min(n - 1, i + k))];
          }
          a[l * lineStep + i * step] = sum / (2 * r + 1);
        }
      }
    }

    double at(int column, int row) {
      double u = Math.max(0, Math.min(width - 1, (column + 0.5) / COARSE - 0.5));
      double v = Math.max(0, Math.min(height - 1, (row + 0.5) / COARSE - 0.5));
      int i = (int) Math.min(width - 2, u);
      int j = (int) Math.min(height - 2, v);
      double s = u - i;
      double t = v - j;
      double top = cells[j * width + i] * (1 - s) + cells[j * width + i + 1] * s;
      double low = cells[(j + 1) * width + i] * (1 - s) + cells[(j + 1) * width + i + 1] * s;
      return top * (1 - t) + low * t;
    }
  }
}
