package org.cervimark.phantom;

/** A lead letter on the cassette; it is drawn so that it reads correctly on the stored image. */
final class SideMarker {

  private static final Bone LEAD = new Bone(220, 0.4, 0, 1, 0);

  private SideMarker() {}

  /**
   * Draws L or R.
   *
   * @param letter L or R
   * @param column left edge of the letter, pixel columns
   * @param row upper edge of the letter, pixel rows
   * @param height height of the letter, mm
   */
  static void draw(Shadow shadow, char letter, double column, double row, double height) {
    Film film = shadow.film();
    double unit = height / 10;
    double[][][] strokes =
        letter == 'L'
            ? new double[][][] {{{0.8, 0}, {0.8, 10}}, {{0, 9.2}, {5.6, 9.2}}}
            : new double[][][] {
              {{0.8, 0}, {0.8, 10}},
              {{0, 0.8}, {3.4, 0.8}, {5.2, 1.8}, {5.2, 3.6}, {3.6, 4.9}, {0.9, 5.0}},
              {{2.4, 5.0}, {5.6, 10}}
            };
    for (double[][] stroke : strokes) {
      Vec[] path = new Vec[stroke.length];
      for (int i = 0; i < path.length; i++) {
        path[i] =
            film.patient(
                column + stroke[i][0] * unit / film.columnSpacing(),
                row + stroke[i][1] * unit / film.rowSpacing());
      }
      shadow.bone(Outline.band(1.7 * unit, 1.7 * unit, path), LEAD);
    }
  }
}
