package org.cervimark.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synthetic volumes whose value at each place of the patient is known. */
class ReformatTest {

  private static final int COLUMNS = 24;
  private static final int ROWS = 20;
  private static final int SLICES = 15;

  private static final Vector3 X = new Vector3(1, 0, 0);
  private static final Vector3 Y = new Vector3(0, 1, 0);
  private static final Vector3 Z = new Vector3(0, 0, 1);

  /** Linear in all three coordinates, which linear interpolation gives back exactly. */
  private static double truth(Vector3 patient) {
    return 3 * patient.x() - 5 * patient.y() + 7 * patient.z() + 11;
  }

  @ParameterizedTest
  @EnumSource(Projection.class)
  void everyPixelHasTheValueOfItsPlaceInThePatient(Projection projection) {
    SliceStack stack = onlyStack(axial(0, 2.5));
    Reformat reformat = Reformat.through(stack, projection);
    assertTruth(stack, reformat);
    assertEquals(0.6, reformat.plane().columnSpacing());
    assertEquals(0.6, reformat.plane().rowSpacing());
    assertEquals(projection, reformat.plane().orientation().projection());
    assertEquals(ScaleSource.SLICE, reformat.scale().source());
  }

  /** Slices lie where their positions say, with uneven distances and those of a tilted gantry. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, -0.35})
  void tiltedAndUnevenStacksAreResampledWhereTheyLie(double tilt) {
    List<Slice> slices = axial(tilt, 2.5);
    slices.remove(6);
    SliceStack stack = onlyStack(slices);
    assertEquals(tilt != 0, stack.isTilted());
    assertFalse(stack.isEven());
    assertEquals(1, stack.gaps());
    assertTruth(stack, Reformat.through(stack, Projection.LATERAL));
    assertTruth(stack, Reformat.through(stack, Projection.FRONTAL, -3.3));
  }

  @Test
  void sagittalAcquisitionsAreReformattedToo() {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < SLICES; i++) {
      slices.add(slice(i, new Vector3(-10 + 1.5 * i, -20, 30), Y, Z.times(-1), 0.5, 0.7));
    }
    SliceStack stack = onlyStack(slices);
    assertTruth(stack, Reformat.through(stack, Projection.FRONTAL));
    assertTruth(stack, Reformat.through(stack, Projection.TRANSVERSE));
  }

  /** A length on the reformat is the length in the patient. */
  @Test
  void lengthsAreTrueMillimetres() {
    SliceStack stack = onlyStack(axial(0, 2.5));
    Reformat reformat = Reformat.through(stack, Projection.LATERAL, 1.25);
    Vector3 upper = new Vector3(1.25, -4, 20);
    Vector3 lower = new Vector3(1.25, 2, 12);
    PatientFrame frame = PatientFrame.of(reformat.scale(), reformat.plane().orientation());
    assertEquals(
        10,
        frame
            .toPatient(reformat.plane().toImage(upper))
            .distanceTo(frame.toPatient(reformat.plane().toImage(lower))),
        1e-9);
    assertEquals("sagittal x=1.25 mm", reformat.name());
    assertEquals(1.25, reformat.position());
  }

  @Test
  void theOrderIsThatOfThePositions() {
    List<Slice> slices = axial(0, 2.5);
    Collections.shuffle(slices, new Random(3));
    SliceStack stack = onlyStack(slices);
    for (int i = 1; i < SLICES; i++) {
      assertTrue(
          stack.slices().get(i).plane().position().z()
              < stack.slices().get(i - 1).plane().position().z());
    }
    assertEquals(2.5, stack.distance(), 1e-9);
    assertTrue(stack.isEven());
    assertEquals(0, stack.gaps());
  }

  @Test
  void scoutsAndFurtherPhasesAreSplitOff() {
    List<Slice> slices = axial(0, 2.5);
    Slice scout = slice(900, new Vector3(0, 0, 0), Y, Z.times(-1), 0.6, 0.8);
    slices.add(0, scout);
    for (int i = 3; i < 7; i++) {
      Slice first = axial(0, 2.5).get(i);
      slices.add(
          new Slice(reference(100 + i), first.plane(), first.columns(), first.rows(), 100 + i));
    }
    List<SliceStack> stacks = SliceStack.sort(slices);
    assertEquals(List.of(SLICES, 4, 1), stacks.stream().map(s -> s.slices().size()).toList());
    assertEquals(List.of(scout), stacks.get(2).slices());
    assertEquals(0, stacks.get(2).distance());
    assertTrue(stacks.get(0).slices().stream().allMatch(s -> s.number() < 100));
  }

  private static void assertTruth(SliceStack stack, Reformat reformat) {
    float[] values =
        reformat.sample(
            stack,
            index -> {
              Slice slice = stack.slices().get(index);
              float[] pixels = new float[slice.columns() * slice.rows()];
              for (int i = 0; i < pixels.length; i++) {
                pixels[i] =
                    (float)
                        truth(
                            slice
                                .plane()
                                .toPatient(
                                    new ImagePoint(
                                        i % slice.columns() + 0.5,
                                        Math.floorDiv(i, slice.columns()) + 0.5)));
              }
              return pixels;
            },
            Float.NaN);
    int seen = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        Vector3 patient =
            reformat
                .plane()
                .toPatient(
                    new ImagePoint(
                        i % reformat.columns() + 0.5, Math.floorDiv(i, reformat.columns()) + 0.5));
        // Within half a pixel of the edge the outermost value counts.
        if (isInside(stack, patient)) {
          assertEquals(truth(patient), values[i], 1e-3);
          seen++;
        }
      }
    }
    assertTrue(seen > values.length / 3, seen + " of " + values.length);
  }

  private static boolean isInside(SliceStack stack, Vector3 patient) {
    return stack.slices().stream()
        .allMatch(
            s -> {
              ImagePoint foot = s.plane().toImage(patient);
              return Math.abs(s.plane().position().minus(patient).dot(s.plane().normal()))
                      > 1.01 * 5
                  || (foot.column() >= 0.5
                      && foot.row() >= 0.5
                      && foot.column() <= s.columns() - 0.5
                      && foot.row() <= s.rows() - 0.5);
            });
  }

  private static SliceStack onlyStack(List<Slice> slices) {
    List<SliceStack> stacks = SliceStack.sort(slices);
    assertEquals(1, stacks.size());
    return stacks.get(0);
  }

  /** Transverse slices from the feet upward, each shifted back by a share of the step. */
  private static List<Slice> axial(double tilt, double step) {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < SLICES; i++) {
      slices.add(slice(i, new Vector3(-8, -9 + tilt * step * i, step * i), X, Y, 0.6, 0.8));
    }
    return slices;
  }

  private static Slice slice(
      int number, Vector3 position, Vector3 row, Vector3 column, double across, double down) {
    return new Slice(
        reference(number),
        new ImagePlane("2.25.9", position, row, column, across, down),
        COLUMNS,
        ROWS,
        number);
  }

  private static ImageReference reference(int number) {
    return new ImageReference("2.25.1", "2.25.2", "1.2.840.10008.5.1.4.1.1.2", "2.25." + number, 1);
  }
}
