package org.cervimark.phantom;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The landmarks of one film; every point is moved to the pixel grid before anything is drawn. */
final class LandmarkTable {

  private record Entry(double column, double row, Vec point, Visibility visibility) {}

  private final Film film;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  LandmarkTable(Film film) {
    this.film = film;
  }

  /** Records a landmark and returns the grid point through which the anatomy must be drawn. */
  Vec put(String id, Vec wanted, Visibility visibility) {
    double column = film.snappedColumn(wanted);
    double row = film.snappedRow(wanted);
    Vec point = film.patient(column, row);
    if (entries.put(id, new Entry(column, row, point, visibility)) != null) {
      throw new IllegalStateException("landmark placed twice: " + id);
    }
    return point;
  }

  Vec put(String id, Vec wanted) {
    return put(id, wanted, Visibility.CLEAR);
  }

  Vec get(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("no such landmark: " + id);
    }
    return entry.point();
  }

  /** All points in the patient frame, mm, by landmark id. */
  Map<String, Vec> points() {
    Map<String, Vec> points = new LinkedHashMap<>();
    entries.forEach((id, entry) -> points.put(id, entry.point()));
    return points;
  }

  /** The landmark file: one line per landmark in DICOM image coordinates. */
  String csv(String sopInstanceUid) {
    StringBuilder text = new StringBuilder("image,landmark,column,row,visibility\n");
    entries.forEach(
        (id, entry) ->
            text.append(sopInstanceUid)
                .append(',')
                .append(id)
                .append(',')
                .append(new BigDecimal(entry.column()).toPlainString())
                .append(',')
                .append(new BigDecimal(entry.row()).toPlainString())
                .append(',')
                .append(entry.visibility().text())
                .append('\n'));
    return text.toString();
  }

  /** Fails when a landmark lies closer than {@code margin} pixels to the edge of the film. */
  void requireInside(double margin) {
    entries.forEach(
        (id, e) -> {
          if (e.column() < margin
              || e.row() < margin
              || e.column() > film.columns() - margin
              || e.row() > film.rows() - margin) {
            throw new IllegalStateException(
                "landmark outside the film: " + id + " " + e.column() + " " + e.row());
          }
        });
  }
}
