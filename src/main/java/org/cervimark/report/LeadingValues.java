package org.cervimark.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;

/**
 * Which values a picture shows that has no room for the lines of all: those of the protocol that
 * the catalogue proposes for the view, and of these the first ones. The others are shown in
 * pictures of their own, values of one kind together.
 */
final class LeadingValues {

  /** With more values than this, lines and numbers in one picture cover each other. */
  private static final int ROOM = 15;

  /** How much larger than the larger of two drawings the picture of both may be. */
  private static final double MOST_GROWTH = 1.25;

  /** How much larger than another a drawing in the same picture may be. */
  private static final double MOST_RATIO = 4;

  /** Of so many it shows these. */
  private static final int FIRST = 12;

  /** The vertebrae at the end of an id such as {@code listhesis-c4-c5:percent}. */
  private static final Pattern LEVEL = Pattern.compile("(-(c[1-7]|t1))+(:[a-z]+)?$");

  private LeadingValues() {}

  /** The values to show first, out of those that were measured, in their order. */
  static List<String> of(List<String> measured, View view, Catalogue catalogue) {
    if (measured.size() <= ROOM) {
      return measured;
    }
    Set<String> proposed =
        catalogue
            .protocolFor(view)
            .map(Protocol::measurements)
            .map(TreeSet::new)
            .orElseGet(TreeSet::new);
    List<String> leading = measured.stream().filter(proposed::contains).toList();
    if (leading.isEmpty()) {
      leading = measured;
    }
    return leading.size() <= ROOM ? leading : leading.subList(0, FIRST);
  }

  /**
   * Values in groups for which one picture each has room, so that none makes the others small:
   * those of one kind stay together, and none joins a group far from it or of another size.
   *
   * @param extents what the lines of each value cover of the image
   * @param least the side of the smallest part of the image that is shown
   */
  static List<List<String>> groups(Map<String, Rectangle2D> extents, double least) {
    List<List<String>> groups = new ArrayList<>();
    List<Rectangle2D> covered = new ArrayList<>();
    for (List<String> kind : kinds(List.copyOf(extents.keySet()))) {
      Rectangle2D own = union(kind.stream().map(extents::get).toList());
      int at = 0;
      while (at < groups.size()
          && (groups.get(at).size() + kind.size() > FIRST || !suits(covered.get(at), own, least))) {
        at++;
      }
      if (at == groups.size()) {
        groups.add(new ArrayList<>(kind));
        covered.add(own);
      } else {
        groups.get(at).addAll(kind);
        covered.set(at, covered.get(at).createUnion(own));
      }
    }
    return groups;
  }

  private static List<List<String>> kinds(List<String> values) {
    List<List<String>> kinds = new ArrayList<>();
    int from = 0;
    while (from < values.size()) {
      int to = from + 1;
      while (to < values.size()
          && to - from < FIRST
          && kind(values.get(to)).equals(kind(values.get(from)))) {
        to++;
      }
      kinds.add(values.subList(from, to));
      from = to;
    }
    return kinds;
  }

  /** Whether two drawings can be seen in one picture about as large as the larger one alone. */
  private static boolean suits(Rectangle2D one, Rectangle2D other, double least) {
    double larger = Math.max(side(one, least), side(other, least));
    double smaller = Math.min(side(one, least), side(other, least));
    return side(one.createUnion(other), least) <= MOST_GROWTH * larger
        && larger <= MOST_RATIO * smaller;
  }

  private static double side(Rectangle2D extent, double least) {
    return Math.max(least, Math.max(extent.getWidth(), extent.getHeight()));
  }

  private static Rectangle2D union(List<Rectangle2D> extents) {
    return extents.stream().reduce(Rectangle2D::createUnion).orElseThrow();
  }

  private static String kind(String id) {
    return LEVEL.matcher(id).replaceFirst("");
  }
}
