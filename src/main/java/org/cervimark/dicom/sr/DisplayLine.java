package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.graphic.Graphic;
import org.cervimark.graphic.Graphic.Role;
import org.cervimark.image.ImagePoint;
import org.cervimark.terminology.Unit;

/**
 * The one polyline that shows a whole construction, and the viewer's tool that may be named for it.
 * Viewers draw only the first coordinates of a group, and take an unnamed line of four or five
 * points for a rectangle.
 *
 * @param points the polyline, on the grid of 1/64 pixel and inside the image
 * @param tool the tool that computes the same value from it, if one does
 */
record DisplayLine(List<ImagePoint> points, Optional<CornerstoneTool> tool) {

  private static final double TOLERANCE = 0.05;

  DisplayLine {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a line needs two points: " + points);
    }
    if (tool.isEmpty() && (points.size() == 4 || points.size() == 5)) {
      throw new IllegalArgumentException("viewers take this for a rectangle: " + points);
    }
  }

  /**
   * The line of a construction.
   *
   * @param graphics what the construction draws, within the image
   * @param landmarks the landmarks it uses, at least one
   * @param value the value as it is stored
   * @param unit its unit
   * @param row row spacing the viewer uses
   * @param column column spacing the viewer uses
   * @param lengthsAgree whether the viewer's millimetres are those of the value
   */
  static DisplayLine of(
      List<Graphic> graphics,
      List<ImagePoint> landmarks,
      double value,
      Unit unit,
      double row,
      double column,
      boolean lengthsAgree) {
    for (Candidate candidate : candidates(graphics, unit, lengthsAgree)) {
      double recomputed = candidate.tool().recompute(candidate.points(), row, column);
      if (value >= 0 && Math.abs(recomputed - value) <= TOLERANCE) {
        return new DisplayLine(candidate.points(), Optional.of(candidate.tool()));
      }
    }
    return new DisplayLine(plain(graphics, landmarks), Optional.empty());
  }

  /** The line of a construction that no viewer's tool computes. */
  static DisplayLine plainOf(List<Graphic> graphics, List<ImagePoint> landmarks) {
    return new DisplayLine(plain(graphics, landmarks), Optional.empty());
  }

  private record Candidate(CornerstoneTool tool, List<ImagePoint> points) {}

  private static List<Candidate> candidates(
      List<Graphic> graphics, Unit unit, boolean lengthsAgree) {
    List<Candidate> candidates = new ArrayList<>();
    List<Graphic> arms = segments(graphics, Role.ARM);
    List<Graphic> distances = segments(graphics, Role.DISTANCE);
    if (unit == Unit.MILLIMETRE && lengthsAgree && distances.size() == 1) {
      candidates.add(new Candidate(CornerstoneTool.LENGTH, distances.get(0).points()));
    }
    if (unit == Unit.DEGREE && arms.size() == 2) {
      candidates.add(new Candidate(CornerstoneTool.COBB_ANGLE, ring(arms.get(0), arms.get(1))));
      corner(arms.get(0), arms.get(1))
          .ifPresent(points -> candidates.add(0, new Candidate(CornerstoneTool.ANGLE, points)));
    }
    if (unit == Unit.DEGREE && arms.size() == 1) {
      for (Graphic graphic : graphics) {
        if (graphic.role() != Role.ARM && graphic.points().size() == 2) {
          corner(arms.get(0), graphic)
              .ifPresent(points -> candidates.add(new Candidate(CornerstoneTool.ANGLE, points)));
        }
      }
    }
    return candidates;
  }

  private static List<Graphic> segments(List<Graphic> graphics, Role role) {
    List<Graphic> found = graphics.stream().filter(g -> g.role() == role).toList();
    return found.stream().allMatch(g -> g.points().size() == 2) ? found : List.of();
  }

  /** Both segments as a ring whose sides do not cross. */
  private static List<ImagePoint> ring(Graphic upper, Graphic lower) {
    ImagePoint a = upper.points().get(0);
    ImagePoint b = upper.points().get(1);
    ImagePoint c = lower.points().get(1);
    ImagePoint d = lower.points().get(0);
    boolean crosses = b.distanceTo(c) + a.distanceTo(d) > b.distanceTo(d) + a.distanceTo(c);
    return crosses ? List.of(a, b, d, c) : List.of(a, b, c, d);
  }

  /** Two segments with a common end, the vertex repeated between their other ends. */
  private static Optional<List<ImagePoint>> corner(Graphic one, Graphic other) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        ImagePoint vertex = one.points().get(i);
        if (vertex.equals(other.points().get(j))) {
          return Optional.of(
              List.of(one.points().get(1 - i), vertex, vertex, other.points().get(1 - j)));
        }
      }
    }
    return Optional.empty();
  }

  /** All lines one after the other, never four or five points. */
  private static List<ImagePoint> plain(List<Graphic> graphics, List<ImagePoint> landmarks) {
    List<ImagePoint> points = new ArrayList<>();
    graphics.forEach(g -> points.addAll(g.points()));
    if (points.isEmpty()) {
      points.addAll(landmarks);
    }
    List<ImagePoint> distinct = new ArrayList<>();
    for (ImagePoint point : points) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(point)) {
        distinct.add(point);
      }
    }
    if (distinct.size() == 1) {
      distinct.add(distinct.get(0));
    }
    if (distinct.size() == 4) {
      distinct.add(3, between(distinct.get(2), distinct.get(3)));
      distinct.add(1, between(distinct.get(0), distinct.get(1)));
    } else if (distinct.size() == 5) {
      distinct.add(1, between(distinct.get(0), distinct.get(1)));
    }
    return distinct;
  }

  private static ImagePoint between(ImagePoint p, ImagePoint q) {
    return ImagePoint.midpoint(p, q).snapped();
  }
}
