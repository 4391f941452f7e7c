package org.cervimark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class Vector3Test {

  private static final Vector3 A = new Vector3(2, 3, 5);
  private static final Vector3 B = new Vector3(7, 11, 13);

  @Test
  void componentsAreAddedSubtractedAndStretchedEachForItself() {
    assertEquals(new Vector3(9, 14, 18), A.plus(B));
    assertEquals(new Vector3(5, 8, 8), B.minus(A));
    assertEquals(new Vector3(6, 9, 15), A.times(3));
  }

  @Test
  void productsAreThoseOfTheTextbook() {
    assertEquals(2 * 7 + 3 * 11 + 5 * 13, A.dot(B));
    assertEquals(new Vector3(3 * 13 - 5 * 11, 5 * 7 - 2 * 13, 2 * 11 - 3 * 7), A.cross(B));
    assertEquals(new Vector3(0, 0, 1), new Vector3(1, 0, 0).cross(new Vector3(0, 1, 0)));
  }

  @Test
  void theUnitVectorKeepsTheDirection() {
    assertEquals(7, new Vector3(2, -3, 6).length());
    Vector3 unit = new Vector3(2, -3, 6).unit();
    assertEquals(2.0 / 7, unit.x(), 1e-15);
    assertEquals(-3.0 / 7, unit.y(), 1e-15);
    assertEquals(6.0 / 7, unit.z(), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> new Vector3(0, 0, 0).unit());
  }

  @Test
  void nothingThatIsNoNumberIsAComponent() {
    assertThrows(IllegalArgumentException.class, () -> new Vector3(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Vector3(0, Double.POSITIVE_INFINITY, 0));
    assertThrows(IllegalArgumentException.class, () -> new Vector3(0, 0, Double.NaN));
  }
}
