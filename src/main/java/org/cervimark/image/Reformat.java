package org.cervimark.image;

import java.util.Arrays;
import java.util.Locale;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Vector3;

/**
 * A plane through a stack of slices, laid out as an image of its own: how it is resampled, and
 * where each of its pixels lies in the patient. Pixels are square, lengths true millimetres.
 *
 * @param projection which plane
 * @param plane where its pixels lie; in the frame of reference of the stack
 * @param columns columns of its pixel matrix
 * @param rows rows of its pixel matrix
 */
public record Reformat(Projection projection, ImagePlane plane, int columns, int rows) {

  /** More than any stack of slices needs. */
  private static final int MOST_PIXELS = 1 << 24;

  private static final Vector3 LEFT = new Vector3(1, 0, 0);
  private static final Vector3 BACK = new Vector3(0, 1, 0);
  private static final Vector3 FEET = new Vector3(0, 0, -1);

  /** What reads one slice: its modality values row by row. Called once for each slice, in order. */
  @FunctionalInterface
  public interface SliceReader<E extends Exception> {
    /** The values of a slice of the stack, counted from 0. */
    float[] read(int index) throws E;
  }

  /**
   * The plane through the middle of a stack.
   *
   * @param projection LATERAL for a sagittal plane, FRONTAL for a coronal, TRANSVERSE for an axial
   */
  public static Reformat through(SliceStack stack, Projection projection) {
    double[] x = range(stack, across(projection));
    return through(stack, projection, (x[0] + x[1]) / 2);
  }

  /**
   * A plane through a stack.
   *
   * @param projection LATERAL for a sagittal plane, FRONTAL for a coronal, TRANSVERSE for an axial
   * @param position where it cuts the patient's axis, in patient coordinates: x of a sagittal, y of
   *     a coronal, z of an axial plane, millimetres
   */
  public static Reformat through(SliceStack stack, Projection projection, double position) {
    Vector3 row = projection == Projection.LATERAL ? BACK : LEFT;
    Vector3 column = projection == Projection.TRANSVERSE ? BACK : FEET;
    double[] horizontal = range(stack, row);
    double[] vertical = range(stack, column);
    ImagePlane first = stack.slices().get(0).plane();
    double spacing = Math.min(first.columnSpacing(), first.rowSpacing());
    double width = horizontal[1] - horizontal[0];
    double height = vertical[1] - vertical[0];
    spacing = Math.max(spacing, Math.sqrt(width * height / MOST_PIXELS));
    Vector3 origin =
        across(projection)
            .times(position)
            .plus(row.times(horizontal[0]))
            .plus(column.times(vertical[0]));
    return new Reformat(
        projection,
        new ImagePlane(first.frameOfReferenceUid(), origin, row, column, spacing, spacing),
        1 + (int) Math.floor(width / spacing + 1e-6),
        1 + (int) Math.floor(height / spacing + 1e-6));
  }

  /** The least position at which such a plane cuts the stack, millimetres. */
  public static double lowest(SliceStack stack, Projection projection) {
    return range(stack, across(projection))[0];
  }

  /** The greatest position at which such a plane cuts the stack, millimetres. */
  public static double highest(SliceStack stack, Projection projection) {
    return range(stack, across(projection))[1];
  }

  /** Where it cuts the patient's axis, millimetres. */
  public double position() {
    return plane.position().dot(across(projection));
  }

  /** A name that tells it from other planes of the stack, such as {@code sagittal x=-3.50 mm}. */
  public String name() {
    return switch (projection) {
      case LATERAL -> String.format(Locale.ROOT, "sagittal x=%.2f mm", position());
      case FRONTAL -> String.format(Locale.ROOT, "coronal y=%.2f mm", position());
      case TRANSVERSE -> String.format(Locale.ROOT, "axial z=%.2f mm", position());
    };
  }

  /** Lengths on it are those in the patient. */
  public Scale scale() {
    return Scale.millimetres(plane.columnSpacing(), plane.rowSpacing(), ScaleSource.SLICE);
  }

  /**
   * The values on the plane, row by row: linear between the two slices next to each point and
   * bilinear within them. No more than two slices are held at a time. Slices may be unevenly spaced
   * or shifted against each other, since each is asked at its own position.
   *
   * @param outside the value of points that lie in no slice and between no two
   */
  public <E extends Exception> float[] sample(
      SliceStack stack, SliceReader<E> reader, float outside) throws E {
    float[] result = new float[columns * rows];
    Arrays.fill(result, outside);
    int[] slab = slabs(stack);
    int[] order = sortedBySlab(slab, stack.slices().size());
    int next = 0;
    float[] above = new float[0];
    for (int i = 0; i < stack.slices().size(); i++) {
      float[] below = reader.read(i);
      if (i > 0 || stack.slices().size() == 1) {
        int wanted = Math.max(0, i - 1);
        float[] first = stack.slices().size() == 1 ? below : above;
        while (next < order.length && slab[order[next]] == wanted) {
          int pixel = order[next++];
          result[pixel] = value(stack, wanted, i, first, below, pixel, outside);
        }
      }
      above = below;
    }
    return result;
  }

  private float value(
      SliceStack stack,
      int upper,
      int lower,
      float[] above,
      float[] below,
      int pixel,
      float outside) {
    Vector3 patient = patient(pixel);
    double from = stack.depth(upper);
    double to = stack.depth(lower);
    double share = to > from ? (patient.dot(stack.direction()) - from) / (to - from) : 0;
    double one = within(stack.slices().get(upper), above, patient);
    double other = within(stack.slices().get(lower), below, patient);
    double value = (1 - share) * one + share * other;
    return Double.isNaN(value) ? outside : (float) value;
  }

  /** The value of a slice at the foot of a point, NaN beside it. */
  private static double within(Slice slice, float[] values, Vector3 patient) {
    ImagePoint foot = slice.plane().toImage(patient);
    double x = foot.column() - 0.5;
    double y = foot.row() - 0.5;
    if (x < -0.5 || y < -0.5 || x > slice.columns() - 0.5 || y > slice.rows() - 0.5) {
      return Double.NaN;
    }
    double column = Math.min(Math.max(x, 0), slice.columns() - 1.0);
    double row = Math.min(Math.max(y, 0), slice.rows() - 1.0);
    int left = Math.min((int) column, Math.max(0, slice.columns() - 2));
    int top = Math.min((int) row, Math.max(0, slice.rows() - 2));
    int right = Math.min(left + 1, slice.columns() - 1);
    int bottom = Math.min(top + 1, slice.rows() - 1);
    double across = column - left;
    double down = row - top;
    int width = slice.columns();
    return (1 - down)
            * ((1 - across) * values[top * width + left] + across * values[top * width + right])
        + down
            * ((1 - across) * values[bottom * width + left]
                + across * values[bottom * width + right]);
  }

  /** For each pixel the slice above it in the stack; -1 where it lies beyond the stack. */
  private int[] slabs(SliceStack stack) {
    int count = stack.slices().size();
    double[] depths = new double[count];
    for (int i = 0; i < count; i++) {
      depths[i] = stack.depth(i);
    }
    double margin = Math.max(1e-6, stack.distance() * 1e-6);
    int[] slabs = new int[columns * rows];
    Vector3 direction = stack.direction();
    for (int pixel = 0; pixel < slabs.length; pixel++) {
      double depth = patient(pixel).dot(direction);
      if (depth < depths[0] - margin || depth > depths[count - 1] + margin) {
        slabs[pixel] = -1;
      } else {
        int found = Arrays.binarySearch(depths, depth);
        int slab = found >= 0 ? found : -found - 2;
        slabs[pixel] = Math.max(0, Math.min(slab, count - 2));
      }
    }
    return slabs;
  }

  /** The pixels that lie in a slab, slab by slab. */
  private static int[] sortedBySlab(int[] slabs, int count) {
    int[] starts = new int[count + 1];
    for (int slab : slabs) {
      if (slab >= 0) {
        starts[slab + 1]++;
      }
    }
    for (int i = 1; i <= count; i++) {
      starts[i] += starts[i - 1];
    }
    int[] order = new int[starts[count]];
    for (int pixel = 0; pixel < slabs.length; pixel++) {
      if (slabs[pixel] >= 0) {
        order[starts[slabs[pixel]]++] = pixel;
      }
    }
    return order;
  }

  private Vector3 patient(int pixel) {
    return plane.toPatient(
        new ImagePoint(pixel % columns + 0.5, Math.floorDiv(pixel, columns) + 0.5));
  }

  private static Vector3 across(Projection projection) {
    return switch (projection) {
      case LATERAL -> LEFT;
      case FRONTAL -> BACK;
      case TRANSVERSE -> FEET.times(-1);
    };
  }

  /** From where to where the centres of the stack's outermost pixels reach along a direction. */
  private static double[] range(SliceStack stack, Vector3 direction) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Slice slice : stack.slices()) {
      for (double column : new double[] {0.5, slice.columns() - 0.5}) {
        for (double row : new double[] {0.5, slice.rows() - 0.5}) {
          double at = slice.plane().toPatient(new ImagePoint(column, row)).dot(direction);
          least = Math.min(least, at);
          most = Math.max(most, at);
        }
      }
    }
    return new double[] {least, most};
  }
}
