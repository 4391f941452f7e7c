package org.cervimark.dicom.pr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cervimark.image.ImagePoint;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {

  @Test
  void textStandsUpperRightOfItsLandmarkWhereThereIsRoom() {
    ImagePoint point = new ImagePoint(500, 400);

    Label label = new LabelLayout(1000, 800, List.of(point)).near("C2IEPA", point).orElseThrow();

    assertEquals(new Box(508, 374, 55, 18), label.box());
    assertFalse(label.far());
  }

  @Test
  void valuesStandInTheWiderMargin() {
    List<ImagePoint> landmarks = List.of(new ImagePoint(300, 100), new ImagePoint(400, 500));

    Label label =
        new LabelLayout(1000, 800, landmarks)
            .beside("ADI 2.2 mm", new ImagePoint(350, 300))
            .orElseThrow();

    assertTrue(label.box().left() > 400);
    assertEquals(291, label.box().top());
    assertTrue(label.far());
  }

  @Test
  void textsNeitherOverlapNorCoverLandmarksNorLeaveTheImage() {
    Random lot = new Random(99);
    for (int run = 0; run < 100; run++) {
      int columns = 600 + lot.nextInt(3000);
      int rows = 600 + lot.nextInt(3000);
      List<ImagePoint> landmarks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        // Landmarks of a neck lie close together.
        landmarks.add(
            new ImagePoint(
                    columns * (0.3 + 0.3 * lot.nextDouble()), rows * (0.1 + 0.8 * lot.nextDouble()))
                .snapped());
      }
      LabelLayout layout = new LabelLayout(columns, rows, landmarks);
      List<Label> labels = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        layout
            .beside("C2-C7 sagittal vertical axis 22.2 mm", landmarks.get(lot.nextInt(40)))
            .ifPresent(labels::add);
      }
      landmarks.forEach(p -> layout.near("C2IEPA", p).ifPresent(labels::add));
      labels.addAll(layout.listed(List.of("1 Atlanto-dens interval 2.2 mm", "2 C2-C7 Cobb")));

      assertTrue(labels.size() > 20, "too few texts to prove anything");
      Box image = new Box(0, 0, columns, rows);
      for (int i = 0; i < labels.size(); i++) {
        Box box = labels.get(i).box();
        assertTrue(box.isWithin(image));
        assertTrue(landmarks.stream().noneMatch(box::contains));
        for (int j = 0; j < i; j++) {
          assertFalse(box.overlaps(labels.get(j).box()), "run " + run);
        }
      }
    }
  }

  @Test
  void withoutAnyRoomThereIsNoText() {
    List<ImagePoint> everywhere = new ArrayList<>();
    for (double column = 0; column <= 40; column += 0.5) {
      for (double row = 0; row <= 40; row += 0.5) {
        everywhere.add(new ImagePoint(column, row));
      }
    }

    LabelLayout layout = new LabelLayout(40, 40, everywhere);

    assertTrue(layout.near("A LONG TEXT", new ImagePoint(40, 0)).isEmpty());
    assertTrue(layout.listed(List.of("A LONG TEXT")).isEmpty());
    assertTrue(layout.beside("A LONG TEXT", new ImagePoint(0, 40)).isEmpty());
  }
}
