package org.cervimark.image;

import java.util.Arrays;
import java.util.List;

/**
 * A display shutter (PS3.3 C.7.6.11): what lies outside any of its shapes is covered.
 *
 * @param shapes its shapes, at least one
 * @param presentationValue Shutter Presentation Value (0018,1622), 0 black to 65535 white
 */
public record Shutter(List<Shape> shapes, int presentationValue) {

  /** The opening of a shutter. Columns and rows are pixel numbers that count from 1. */
  public sealed interface Shape permits Rectangle, Circle, Polygon {

    /** Marks the columns of a row, both from 0, that the shape covers. */
    void close(int row, boolean[] closed);
  }

  /** A rectangular shutter; the edges themselves are open. */
  public record Rectangle(int left, int right, int upper, int lower) implements Shape {

    @Override
    public void close(int row, boolean[] closed) {
      boolean outside = row + 1 < upper || row + 1 > lower;
      closeOutside(closed, outside ? Integer.MAX_VALUE : left - 1, right - 1);
    }
  }

  /** A circular shutter; pixels whose centre lies on the circle are open. */
  public record Circle(int centreColumn, int centreRow, int radius) implements Shape {

    @Override
    public void close(int row, boolean[] closed) {
      double distance = row + 1.0 - centreRow;
      double half = Math.sqrt((double) radius * radius - distance * distance);
      if (Double.isNaN(half)) {
        Arrays.fill(closed, true);
      } else {
        int reach = (int) half;
        closeOutside(closed, centreColumn - 1 - reach, centreColumn - 1 + reach);
      }
    }
  }

  /**
   * A polygonal shutter by the even-odd rule; pixels whose centre lies on an edge are open.
   *
   * @param columns columns of the vertices; the array is shared and must not be changed
   * @param rows rows of the vertices
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Polygon(int[] columns, int[] rows) implements Shape {

    private static final double ROUNDING = 1e-9;

    /** Refuses less than a triangle. */
    public Polygon {
      if (columns.length != rows.length || columns.length < 3) {
        throw new IllegalArgumentException(columns.length + " x " + rows.length + " vertices");
      }
    }

    @Override
    public void close(int row, boolean[] closed) {
      boolean[] open = new boolean[closed.length];
      openInside(row + 1, open);
      openEdges(row + 1, open);
      for (int i = 0; i < closed.length; i++) {
        closed[i] |= !open[i];
      }
    }

    /** Opens what lies between every other crossing of the row with an edge. */
    private void openInside(int y, boolean[] open) {
      double[] crossings = new double[columns.length];
      int count = 0;
      for (int i = 0, j = columns.length - 1; i < columns.length; j = i++) {
        if ((rows[i] <= y) != (rows[j] <= y)) {
          double share = (double) (y - rows[i]) / ((double) rows[j] - rows[i]);
          crossings[count++] = columns[i] + share * ((double) columns[j] - columns[i]);
        }
      }
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int from = (int) Math.max(0, Math.ceil(crossings[i] - ROUNDING) - 1);
        int to = (int) Math.min(open.length, Math.floor(crossings[i + 1] + ROUNDING));
        if (from < to) {
          Arrays.fill(open, from, to, true);
        }
      }
    }

    /** Opens vertices, and edges along the row, which its crossings pass over. */
    private void openEdges(int y, boolean[] open) {
      for (int i = 0, j = columns.length - 1; i < columns.length; j = i++) {
        if (rows[i] == y) {
          int other = rows[j] == y ? columns[j] : columns[i];
          int from = Math.max(0, Math.min(columns[i], other) - 1);
          int to = Math.min(open.length, Math.max(columns[i], other));
          if (from < to) {
            Arrays.fill(open, from, to, true);
          }
        }
      }
    }
  }

  /** Copies the list and refuses an empty one. */
  public Shutter {
    shapes = List.copyOf(shapes);
    if (shapes.isEmpty() || presentationValue < 0 || presentationValue > 0xFFFF) {
      throw new IllegalArgumentException(shapes.size() + " shapes in " + presentationValue);
    }
  }

  /** Covers the pixels of a grey picture that lie outside. */
  public void cover(byte[] grey, int width, int height) {
    byte colour = (byte) ((presentationValue + 128) / 257);
    boolean[] closed = new boolean[width];
    for (int row = 0; row < height; row++) {
      Arrays.fill(closed, false);
      for (Shape shape : shapes) {
        shape.close(row, closed);
      }
      for (int column = 0; column < width; column++) {
        if (closed[column]) {
          grey[row * width + column] = colour;
        }
      }
    }
  }

  private static void closeOutside(boolean[] closed, int first, int last) {
    for (int i = 0; i < closed.length; i++) {
      closed[i] |= i < first || i > last;
    }
  }
}
