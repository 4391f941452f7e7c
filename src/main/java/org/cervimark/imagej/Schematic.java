package org.cervimark.imagej;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;

/** The schematic neck of a projection, made of the template positions of the dictionary. */
final class Schematic {

  /**
   * The outline of a bone.
   *
   * @param name such as {@code C4}
   * @param outline its corners in the patient frame, in order
   * @param closed whether the last corner is joined to the first
   */
  record Bone(String name, List<Point2> outline, boolean closed) {
    Bone {
      outline = List.copyOf(outline);
    }
  }

  private static final int VERTEBRAE = 8;

  /** Millimetres left free around the outermost points. */
  private static final double BORDER = 6;

  private final LandmarkDictionary dictionary;
  private final Projection projection;

  Schematic(LandmarkDictionary dictionary, Projection projection) {
    this.dictionary = dictionary;
    this.projection = projection;
  }

  /** The outlines that can be drawn from the dictionary. */
  List<Bone> bones() {
    return switch (projection) {
      case LATERAL -> lateral();
      case FRONTAL -> frontal();
      case TRANSVERSE -> transverse();
    };
  }

  private List<Bone> frontal() {
    List<Bone> bones = new ArrayList<>();
    addClosed(
        bones,
        "C2",
        "c2-superior-facet-lateral-right",
        "c2-dens-lateral-right",
        "c2-dens-lateral-left",
        "c2-superior-facet-lateral-left",
        "c2-spinous-centre");
    for (String side : List.of("right", "left")) {
      addClosed(
          bones,
          "C1",
          "c1-lateral-mass-medial-" + side,
          "c1-superior-facet-lateral-" + side,
          "c1-lateral-mass-lateral-" + side);
    }
    return bones;
  }

  private List<Bone> transverse() {
    List<Bone> bones = new ArrayList<>();
    addLine(bones, "", "skull-axis-posterior", "skull-axis-anterior");
    addLine(bones, "C1", "c1-tp-right", "c1-tp-left");
    addLine(bones, "", "condyle-posterior-right", "condyle-anterior-right");
    addLine(bones, "", "condyle-posterior-left", "condyle-anterior-left");
    return bones;
  }

  private List<Bone> lateral() {
    List<Bone> bones = new ArrayList<>();
    for (int i = 1; i <= VERTEBRAE; i++) {
      String vertebra = i == VERTEBRAE ? "t1" : "c" + i;
      List<Point2> body =
          points(
              i == 2
                  ? Stream.of(
                      "c2-body-superior-posterior",
                      "c2-dens-posterior-at-c1",
                      "c2-dens-tip",
                      "c2-dens-anterior-at-c1",
                      "c2-body-superior-anterior",
                      "c2-inferior-endplate-anterior",
                      "c2-inferior-endplate-posterior")
                  : Stream.of(
                          "-superior-endplate-posterior",
                          "-superior-endplate-anterior",
                          "-inferior-endplate-anterior",
                          "-inferior-endplate-posterior")
                      .map(vertebra::concat));
      if (body.size() > 1) {
        bones.add(new Bone(vertebra.toUpperCase(Locale.ROOT), body, body.size() > 2));
      }
      List<Point2> process =
          points(Stream.of(vertebra + "-spinolaminar", vertebra + "-spinous-tip"));
      if (process.size() > 1) {
        bones.add(new Bone("", process, false));
      }
    }
    addLine(bones, "C1", "c1-anterior-arch-centre", "c1-posterior-arch-centre");
    addLine(bones, "", "hard-palate-posterior", "occiput-inferior");
    addLine(bones, "", "basion", "clivus-superior");
    return bones;
  }

  /**
   * The part of the template that shows these landmarks.
   *
   * @return u and v of its lower corner with width and height, in millimetres
   */
  Rectangle2D bounds(List<LandmarkId> landmarks) {
    Rectangle2D bounds = new Rectangle2D.Double(0, 0, -1, -1);
    Stream<Point2> points =
        Stream.concat(
            landmarks.stream().flatMap(id -> template(id).stream()),
            bones().stream()
                .filter(b -> b.name().length() == 2 && !b.name().equals("C1"))
                .flatMap(b -> b.outline().stream()));
    List<Point2> all = points.toList();
    if (all.isEmpty()) {
      return new Rectangle2D.Double(-50, -50, 100, 100);
    }
    bounds.setFrameFromDiagonal(
        least(all, Comparator.comparingDouble(Point2::u)).u(),
        least(all, Comparator.comparingDouble(Point2::v)).v(),
        least(all, Comparator.comparingDouble(Point2::u).reversed()).u(),
        least(all, Comparator.comparingDouble(Point2::v).reversed()).v());
    bounds.setRect(
        bounds.getX() - BORDER,
        bounds.getY() - BORDER,
        bounds.getWidth() + 2 * BORDER,
        bounds.getHeight() + 2 * BORDER);
    return bounds;
  }

  /** Where a landmark lies in the schematic; empty if the dictionary does not know it. */
  Optional<Point2> template(LandmarkId id) {
    return dictionary.find(id).flatMap(l -> Optional.ofNullable(l.templates().get(projection)));
  }

  private void addClosed(List<Bone> bones, String name, String... ids) {
    List<Point2> corners = points(Stream.of(ids));
    if (corners.size() == ids.length) {
      bones.add(new Bone(name, corners, true));
    }
  }

  private void addLine(List<Bone> bones, String name, String from, String to) {
    List<Point2> line = points(Stream.of(from, to));
    if (line.size() == 2) {
      bones.add(new Bone(name, line, false));
    }
  }

  private List<Point2> points(Stream<String> ids) {
    return ids.flatMap(id -> template(new LandmarkId(id)).stream()).toList();
  }

  private static Point2 least(List<Point2> points, Comparator<Point2> order) {
    return points.stream().min(order).orElseThrow();
  }
}
