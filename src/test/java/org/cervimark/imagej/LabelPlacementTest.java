package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlacementTest {

  private static final Dimension CANVAS = new Dimension(600, 500);
  private static final double CLEARANCE = 7;

  @Test
  void labelsCoverNoLandmarkNoOtherLabelAndStayOnTheCanvas() {
    Random random = new Random(20260114);
    int placed = 0;
    for (int round = 0; round < 50; round++) {
      List<Point2D.Double> landmarks = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        landmarks.add(
            new Point2D.Double(
                random.nextDouble() * CANVAS.width, random.nextDouble() * CANVAS.height));
      }
      LabelPlacement room = new LabelPlacement(CANVAS, CLEARANCE, landmarks, new HashMap<>());
      List<Rectangle2D> labels = new ArrayList<>();
      for (Point2D.Double landmark : landmarks) {
        room.beside(landmark, landmark, 70, 16).ifPresent(labels::add);
      }
      placed += labels.size();
      for (Rectangle2D label : labels) {
        assertTrue(new Rectangle2D.Double(0, 0, CANVAS.width, CANVAS.height).contains(label));
        for (Point2D.Double landmark : landmarks) {
          assertTrue(distance(label, landmark) >= CLEARANCE, label + " covers " + landmark);
        }
        assertEquals(1, labels.stream().filter(label::intersects).count());
      }
    }
    assertTrue(placed > 1000, "most labels find room: " + placed);
  }

  @Test
  void aLabelWithoutRoomIsLeftOut() {
    LabelPlacement room =
        new LabelPlacement(
            new Dimension(60, 30), CLEARANCE, List.of(new Point2D.Double(30, 15)), new HashMap<>());
    assertEquals(Optional.empty(), room.beside("wide", new Point2D.Double(30, 15), 55, 14));
  }

  @Test
  void reservedRoomStaysFree() {
    LabelPlacement room = new LabelPlacement(CANVAS, CLEARANCE, List.of(), new HashMap<>());
    room.reserve(new Rectangle2D.Double(0, 0, 600, 500));
    assertFalse(room.centred(new Point2D.Double(300, 250), 20, 20).isPresent());
  }

  @Test
  void aLabelStaysOnItsSideAsLongAsThereIsRoom() {
    Map<Object, Integer> sides = new HashMap<>();
    Point2D.Double mark = new Point2D.Double(300, 250);
    Point2D.Double neighbour = new Point2D.Double(330, 250);
    Rectangle2D left = beside(mark, sides, mark, neighbour);
    assertTrue(left.getMaxX() < mark.x, "its neighbour is in the way on the right");
    assertEquals(left, beside(mark, sides, mark), "the neighbour has gone");
    Rectangle2D right = beside(mark, sides, mark, new Point2D.Double(270, 250));
    assertTrue(right.getMinX() > mark.x);
  }

  private static Rectangle2D beside(
      Point2D mark, Map<Object, Integer> sides, Point2D.Double... landmarks) {
    return new LabelPlacement(CANVAS, CLEARANCE, List.of(landmarks), sides)
        .beside("label", mark, 60, 16)
        .orElseThrow();
  }

  private static double distance(Rectangle2D r, Point2D p) {
    double dx = Math.max(0, Math.max(r.getMinX() - p.getX(), p.getX() - r.getMaxX()));
    double dy = Math.max(0, Math.max(r.getMinY() - p.getY(), p.getY() - r.getMaxY()));
    return Math.hypot(dx, dy);
  }
}
