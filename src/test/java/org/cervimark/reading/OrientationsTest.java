package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.Direction;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Radiographs;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Test;

class OrientationsTest {

  private static final PatientOrientation FACES_RIGHT = PatientOrientation.lateral(Facing.RIGHT);
  private static final PatientOrientation FACES_LEFT = PatientOrientation.lateral(Facing.LEFT);

  @Test
  void theHeaderCountsOnALateralFilm() {
    assertEquals(
        new Orientations.Known(FACES_LEFT, OrientationSource.HEADER),
        find(FACES_LEFT, Projection.LATERAL, LandmarkSet.empty(), null));
  }

  @Test
  void aHeaderOfAnotherPlaneIsNotUsed() {
    // A real CR of a lateral neck says L\F, which only a frontal film can be.
    assertEquals(
        new Orientations.Unconfirmed(
            Optional.empty(), Orientations.Reason.HEADER_DOES_NOT_FIT_VIEW),
        find(
            new PatientOrientation(Direction.LEFT, Direction.FOOT),
            Projection.LATERAL,
            LandmarkSet.empty(),
            null));
  }

  @Test
  void twoEndplatesThatAgreeTellTheFacing() {
    assertEquals(
        new Orientations.Known(FACES_RIGHT, OrientationSource.LANDMARKS),
        find(null, Projection.LATERAL, endplates(+100, +90), null));
    assertEquals(
        new Orientations.Known(FACES_LEFT, OrientationSource.LANDMARKS),
        find(null, Projection.LATERAL, endplates(-100, -90), null));
  }

  @Test
  void oneEndplateIsNotEnough() {
    assertEquals(
        new Orientations.Unconfirmed(Optional.empty(), Orientations.Reason.UNKNOWN),
        find(null, Projection.LATERAL, endplates(+100), null));
  }

  @Test
  void endplatesThatDisagreeTellNothing() {
    assertEquals(
        new Orientations.Unconfirmed(Optional.empty(), Orientations.Reason.UNKNOWN),
        find(null, Projection.LATERAL, endplates(+100, -90, +80), null));
  }

  @Test
  void endplatesAgainstTheHeaderAreAQuestion() {
    assertEquals(
        new Orientations.Unconfirmed(
            Optional.of(FACES_LEFT), Orientations.Reason.LANDMARKS_CONTRADICT),
        find(FACES_RIGHT, Projection.LATERAL, endplates(-100, -90), null));
  }

  @Test
  void theReaderOverrulesTheHeaderButNotTheLandmarks() {
    assertEquals(
        new Orientations.Known(FACES_LEFT, OrientationSource.READER),
        find(FACES_RIGHT, Projection.LATERAL, LandmarkSet.empty(), FACES_LEFT));
    assertEquals(
        new Orientations.Unconfirmed(
            Optional.of(FACES_RIGHT), Orientations.Reason.LANDMARKS_CONTRADICT),
        find(FACES_RIGHT, Projection.LATERAL, endplates(+100, +90), FACES_LEFT));
  }

  @Test
  void sidesAreAlwaysConfirmed() {
    PatientOrientation standard = PatientOrientation.frontal(false);
    assertEquals(
        new Orientations.Unconfirmed(
            Optional.of(standard), Orientations.Reason.SIDE_MUST_BE_CONFIRMED),
        find(standard, Projection.FRONTAL, LandmarkSet.empty(), null));
    assertEquals(
        new Orientations.Known(standard, OrientationSource.READER),
        find(standard, Projection.FRONTAL, LandmarkSet.empty(), standard));
  }

  /** Charlie's nasium film is stored as usual: its landmarks object to a header that mirrors it. */
  @Test
  void pairsOfSidesObjectToHeaderAndReaderOnFrontalFilms() {
    PatientOrientation standard = PatientOrientation.frontal(false);
    PatientOrientation mirrored = PatientOrientation.frontal(true);
    LandmarkSet placed = sides("apl", 599.5, 818.2, "mastoid-tip", 371, 1033.4);
    Orientations.Unconfirmed contradicted =
        new Orientations.Unconfirmed(Optional.empty(), Orientations.Reason.LANDMARKS_CONTRADICT);
    assertEquals(contradicted, find(mirrored, Projection.FRONTAL, placed, null));
    assertEquals(contradicted, find(mirrored, Projection.FRONTAL, placed, mirrored));
    assertEquals(contradicted, find(standard, Projection.FRONTAL, placed, mirrored));
    assertEquals(
        new Orientations.Known(standard, OrientationSource.READER),
        find(mirrored, Projection.FRONTAL, placed, standard));
    assertEquals(
        new Orientations.Unconfirmed(
            Optional.of(standard), Orientations.Reason.SIDE_MUST_BE_CONFIRMED),
        find(standard, Projection.FRONTAL, placed, null));
    PatientOrientation below = PatientOrientation.transverse(true);
    assertEquals(contradicted, find(below, Projection.TRANSVERSE, placed, below));
  }

  @Test
  void onePairOrPairsThatDisagreeDoNotObject() {
    PatientOrientation mirrored = PatientOrientation.frontal(true);
    for (LandmarkSet placed :
        List.of(
            sides("apl", 599.5, 818.2), sides("apl", 599.5, 818.2, "mastoid-tip", 1033.4, 371))) {
      assertEquals(
          new Orientations.Known(mirrored, OrientationSource.READER),
          find(null, Projection.FRONTAL, placed, mirrored));
    }
  }

  /** Names of landmarks, each with the columns of its right and its left one. */
  private static LandmarkSet sides(Object... pairs) {
    LandmarkSet set = LandmarkSet.empty();
    for (int i = 0; i < pairs.length; i += 3) {
      for (String side : List.of("right", "left")) {
        double column = ((Number) pairs[i + (side.equals("right") ? 1 : 2)]).doubleValue();
        set =
            set.with(
                Placement.at(
                    new LandmarkId(pairs[i] + "-" + side),
                    new ImagePoint(column, 500),
                    Visibility.CLEAR));
      }
    }
    return set;
  }

  @Test
  void aConfirmationForAnotherPlaneDoesNotCount() {
    assertEquals(
        new Orientations.Unconfirmed(Optional.empty(), Orientations.Reason.SIDE_MUST_BE_CONFIRMED),
        find(null, Projection.TRANSVERSE, LandmarkSet.empty(), FACES_LEFT));
  }

  private static Orientations.Finding find(
      PatientOrientation header,
      Projection projection,
      LandmarkSet landmarks,
      PatientOrientation confirmed) {
    Radiograph radiograph = Radiographs.lateral(Optional.ofNullable(header));
    return Orientations.find(radiograph, projection, landmarks, Optional.ofNullable(confirmed));
  }

  /**
   * Endplates of C3, C4, C5 whose anterior ends lie the given columns right of the posterior ends.
   */
  private static LandmarkSet endplates(int... differences) {
    LandmarkSet set = LandmarkSet.empty();
    for (int i = 0; i < differences.length; i++) {
      String stem = "c" + (3 + i) + "-inferior-endplate-";
      for (Placement placement :
          List.of(
              Placement.at(
                  new LandmarkId(stem + "posterior"),
                  new ImagePoint(1000, 500 + 100 * i),
                  Visibility.CLEAR),
              Placement.at(
                  new LandmarkId(stem + "anterior"),
                  new ImagePoint(1000 + differences[i], 510 + 100 * i),
                  Visibility.CLEAR))) {
        set = set.with(placement);
      }
    }
    return set;
  }
}
