package org.cervimark.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/**
 * Points of another program's marks, chosen to become landmarks. The marks themselves stay as they
 * are; one note says whose they were.
 *
 * @param points where the landmarks lie, as the other program has it
 * @param origin whether a person or an algorithm placed them there
 * @param whose the other program, its user and the date, without patient data; may be empty
 */
public record Adoption(SortedMap<LandmarkId, ImagePoint> points, Origin origin, String whose) {

  /** Copies the map. */
  public Adoption {
    points = new TreeMap<>(points);
  }

  /** Points of a layer. */
  public static Adoption of(Map<LandmarkId, ImagePoint> points, ForeignLayer layer) {
    return new Adoption(new TreeMap<>(points), Origin.MANUAL, layer.whose());
  }

  /**
   * Makes them landmarks of a session, as one step to undo; does nothing without points.
   *
   * @throws IllegalArgumentException if a point lies outside the image; nothing has changed then
   */
  public void into(ReadingSession session) {
    if (points.isEmpty()) {
      return;
    }
    SessionState next = session.state();
    for (Map.Entry<LandmarkId, ImagePoint> point : points.entrySet()) {
      ImagePoint snapped = point.getValue().snapped();
      if (!snapped.isWithin(session.radiograph().columns(), session.radiograph().rows())) {
        throw new IllegalArgumentException("outside the image: " + point.getKey());
      }
      next =
          next.with(new Placement(point.getKey(), Optional.of(snapped), Visibility.CLEAR, origin));
    }
    boolean noted = next.marks().stream().anyMatch(mark -> mark.text().equals(whose.strip()));
    if (!whose.isBlank() && !noted) {
      ImagePoint first = points.get(points.firstKey());
      next = next.withMark(FreeMark.of(FreeMark.Kind.NOTE, List.of(first), whose));
    }
    session.restore(next.onToNextOpen());
  }
}
