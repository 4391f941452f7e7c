package org.cervimark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/** The rows of one image in a landmark table, packed: a table may hold those of many thousands. */
final class PackedRows {

  private static final int ROOM = 16;

  private int[] lines = new int[ROOM];
  private LandmarkId[] landmarks = new LandmarkId[ROOM];
  private Visibility[] visibilities = new Visibility[ROOM];
  private double[] coordinates = new double[2 * ROOM];
  private int size;

  /** Adds a row. */
  void add(LandmarkTable.Row row) {
    if (size == lines.length) {
      resize(2 * size);
    }
    lines[size] = row.line();
    landmarks[size] = row.placement().landmark();
    visibilities[size] = row.placement().visibility();
    if (row.placement().point().isPresent()) {
      coordinates[2 * size] = row.placement().point().get().column();
      coordinates[2 * size + 1] = row.placement().point().get().row();
    }
    size++;
  }

  /** Gives back the room that is left. */
  void trim() {
    resize(size);
  }

  private void resize(int room) {
    lines = Arrays.copyOf(lines, room);
    landmarks = Arrays.copyOf(landmarks, room);
    visibilities = Arrays.copyOf(visibilities, room);
    coordinates = Arrays.copyOf(coordinates, 2 * room);
  }

  /**
   * The rows in their order.
   *
   * @param image the image as the table names it
   */
  List<LandmarkTable.Row> of(String image) {
    List<LandmarkTable.Row> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(new LandmarkTable.Row(lines[i], image, placement(i)));
    }
    return rows;
  }

  private Placement placement(int i) {
    return visibilities[i] == Visibility.NOT_VISIBLE
        ? Placement.notVisible(landmarks[i])
        : Placement.at(
            landmarks[i],
            new ImagePoint(coordinates[2 * i], coordinates[2 * i + 1]),
            visibilities[i]);
  }
}
