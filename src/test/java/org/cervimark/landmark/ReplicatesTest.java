package org.cervimark.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.junit.jupiter.api.Test;

class ReplicatesTest {

  private static final LandmarkId DENS = new LandmarkId("dens");
  private static final LandmarkId ARCH = new LandmarkId("arch");

  @Test
  void pointsAreAveragedOnTheGrid() {
    LandmarkSet one = LandmarkSet.empty().with(at(DENS, 10, 20, Visibility.CLEAR));
    LandmarkSet two = LandmarkSet.empty().with(at(DENS, 13, 21, Visibility.UNCERTAIN));
    LandmarkSet three = LandmarkSet.empty().with(at(DENS, 11, 21, Visibility.CLEAR));
    // (10 + 13 + 11) / 3 = 11.333, which is nearest to 725/64; 62/3 = 20.667 to 1323/64.
    assertEquals(
        LandmarkSet.empty().with(at(DENS, 725 / 64.0, 1323 / 64.0, Visibility.UNCERTAIN)),
        Replicates.mean(List.of(one, two, three)));
  }

  @Test
  void whatOnePassCouldNotSeeIsEstimated() {
    LandmarkSet one = LandmarkSet.empty().with(at(DENS, 10, 20, Visibility.CLEAR));
    LandmarkSet two = LandmarkSet.empty().with(Placement.notVisible(DENS));
    assertEquals(
        LandmarkSet.empty().with(at(DENS, 10, 20, Visibility.ESTIMATED)),
        Replicates.mean(List.of(one, two)));
    assertEquals(two, Replicates.mean(List.of(two, two)));
  }

  @Test
  void whatOnePassLeftOutRestsOnTheOther() {
    LandmarkSet one = LandmarkSet.empty().with(at(DENS, 10, 20, Visibility.CLEAR));
    LandmarkSet two =
        LandmarkSet.empty()
            .with(at(DENS, 12, 20, Visibility.CLEAR))
            .with(
                new Placement(
                    ARCH, Optional.of(new ImagePoint(1, 2)), Visibility.CLEAR, Origin.AUTOMATIC));
    assertEquals(
        LandmarkSet.of(
            List.of(
                at(DENS, 11, 20, Visibility.CLEAR),
                new Placement(
                    ARCH, Optional.of(new ImagePoint(1, 2)), Visibility.CLEAR, Origin.AUTOMATIC))),
        Replicates.mean(List.of(one, two)));
  }

  private static Placement at(LandmarkId id, double column, double row, Visibility visibility) {
    return new Placement(id, Optional.of(new ImagePoint(column, row)), visibility, Origin.MANUAL);
  }
}
