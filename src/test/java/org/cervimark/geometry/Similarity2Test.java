package org.cervimark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Similarity2Test {

  private static final List<Point2> CORNERS =
      List.of(new Point2(1, 2), new Point2(7, 3), new Point2(6, 9), new Point2(-2, 5));

  /** Three fifths and four fifths: a rotation by 53.13 degrees with round numbers. */
  private static final Similarity2 MOVEMENT = new Similarity2(2, 0.6, 0.8, new Point2(10, -20));

  @Test
  void pointsAreTurnedStretchedAndShifted() {
    assertPoint(10 + 2 * (0.6 * 5 - 0.8 * 10), -20 + 2 * (0.8 * 5 + 0.6 * 10), 5, 10);
    assertEquals(53.13010235415598, MOVEMENT.degrees(), 1e-12);
  }

  private static void assertPoint(double u, double v, double fromU, double fromV) {
    Point2 moved = MOVEMENT.apply(new Point2(fromU, fromV));
    assertEquals(u, moved.u(), 1e-12);
    assertEquals(v, moved.v(), 1e-12);
  }

  @Test
  void theMovementBackUndoesIt() {
    for (Point2 corner : CORNERS) {
      assertEquals(0, MOVEMENT.inverse().apply(MOVEMENT.apply(corner)).distanceTo(corner), 1e-12);
      assertEquals(0, MOVEMENT.apply(MOVEMENT.inverse().apply(corner)).distanceTo(corner), 1e-12);
    }
    assertEquals(-MOVEMENT.degrees(), MOVEMENT.inverse().degrees(), 1e-12);
  }

  @Test
  void aMovementIsFoundFromWhereItTookThePoints() {
    List<Point2> moved = CORNERS.stream().map(MOVEMENT::apply).toList();
    Similarity2 found = Similarity2.fit(CORNERS, moved, false).orElseThrow();

    assertEquals(2, found.factor(), 1e-12);
    assertEquals(0.6, found.cosine(), 1e-12);
    assertEquals(0.8, found.sine(), 1e-12);
    assertEquals(0, found.shift().distanceTo(new Point2(10, -20)), 1e-12);
    Similarity2 rigid = Similarity2.fit(CORNERS, moved, true).orElseThrow();
    assertEquals(1, rigid.factor());
    assertEquals(53.13010235415598, rigid.degrees(), 1e-12);
    Point2 centre = new Point2(3, 4.75);
    assertEquals(0, rigid.apply(centre).distanceTo(MOVEMENT.apply(centre)), 1e-12);
  }

  /** No small change of the movement brings scattered points nearer: it is the least. */
  @Test
  void theSquaredDistancesAreTheLeast() {
    Random random = new Random(3);
    List<Point2> scattered = new ArrayList<>();
    for (Point2 corner : CORNERS) {
      scattered.add(
          MOVEMENT.apply(corner).plus(new Point2(random.nextGaussian(), random.nextGaussian())));
    }
    Similarity2 best = Similarity2.fit(CORNERS, scattered, false).orElseThrow();
    double least = squares(best, scattered);
    for (double turn : new double[] {-0.01, 0.01}) {
      double cosine = Math.cos(Math.toRadians(best.degrees()) + turn);
      double sine = Math.sin(Math.toRadians(best.degrees()) + turn);
      assertWorse(least, new Similarity2(best.factor(), cosine, sine, best.shift()), scattered);
      double factor = best.factor() * (1 + turn);
      assertWorse(
          least, new Similarity2(factor, best.cosine(), best.sine(), best.shift()), scattered);
      Point2 shift = best.shift().plus(new Point2(turn, 3 * turn));
      assertWorse(
          least, new Similarity2(best.factor(), best.cosine(), best.sine(), shift), scattered);
    }
  }

  private static void assertWorse(double least, Similarity2 other, List<Point2> to) {
    assertEquals(1, Double.compare(squares(other, to), least));
  }

  private static double squares(Similarity2 movement, List<Point2> to) {
    double sum = 0;
    for (int i = 0; i < CORNERS.size(); i++) {
      sum += Math.pow(movement.apply(CORNERS.get(i)).distanceTo(to.get(i)), 2);
    }
    return sum;
  }

  @Test
  void whereNoRotationCanBeToldThereIsNone() {
    Point2 one = new Point2(4, 4);
    List<Point2> heap = List.of(one, one, one, one);
    assertEquals(Optional.empty(), Similarity2.fit(heap, CORNERS, true));
    assertEquals(Optional.empty(), Similarity2.fit(CORNERS, heap, false));
    List<Point2> two = CORNERS.subList(0, 2);
    assertEquals(0, Similarity2.fit(two, two, true).orElseThrow().degrees(), 1e-12);
  }

  @Test
  void pointsWithoutPartnersAreRefused() {
    List<Point2> single = CORNERS.subList(0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Similarity2.fit(CORNERS, CORNERS.subList(0, 3), true));
    assertThrows(IllegalArgumentException.class, () -> Similarity2.fit(single, single, true));
    Point2 zero = new Point2(0, 0);
    assertThrows(IllegalArgumentException.class, () -> new Similarity2(0, 1, 0, zero));
    assertThrows(IllegalArgumentException.class, () -> new Similarity2(1, 1, 1e-4, zero));
    assertEquals(-90, new Similarity2(1, 0, -1, zero).degrees());
  }
}
