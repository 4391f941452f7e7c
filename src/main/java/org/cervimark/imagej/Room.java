package org.cervimark.imagej;

/**
 * What the panels of a window may take of it: the film comes first. Lengths as they are before
 * {@link Look#scaled}.
 *
 * @param picture width and height of the small pictures of the study
 * @param side width of the panel beside the film
 * @param schematic whether there is room for the schematic drawing
 * @param keys whether there is room for the keys beside it
 */
record Room(int picture, int side, boolean schematic, boolean keys) {

  private static final int TALL = 760;
  private static final int LOW = 560;
  private static final int SMALL_PICTURE = 64;

  /** What the panels may take of a window of a size. */
  static Room in(int width, int height) {
    boolean keys = height >= TALL;
    boolean schematic = height >= LOW;
    if (width >= 1560) {
      return new Room(108, 470, schematic, keys);
    }
    if (width >= 1180) {
      return new Room(108, 420, schematic, keys);
    }
    return width >= 940
        ? new Room(SMALL_PICTURE, 340, schematic, false)
        : new Room(48, 290, schematic, false);
  }

  /** Whether so little is left that pictures must be small, and one alone is not shown. */
  boolean isTight() {
    return picture <= SMALL_PICTURE;
  }
}
