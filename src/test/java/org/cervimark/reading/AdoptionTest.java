package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiographs;
import org.cervimark.landmark.Origin;
import org.cervimark.measurement.SmallCatalogue;
import org.junit.jupiter.api.Test;

class AdoptionTest {

  private static final ForeignMark LINE =
      new ForeignMark(
          "2.25.3",
          OptionalInt.empty(),
          ForeignMark.Shape.POLYLINE,
          List.of(new ImagePoint(440.859375, 274.21875), new ImagePoint(589.4, 295.1)),
          "C2",
          List.of());
  private static final ForeignLayer LAYER =
      new ForeignLayer(
          "2.25.9",
          "2.25.1",
          ForeignLayer.Kind.REPORT,
          "OHIF",
          Optional.of(PersonName.parse("Doe^Jane")),
          Optional.of(LocalDateTime.of(2026, 1, 14, 10, 0)),
          "",
          List.of(LINE),
          0);

  private final ReadingSession session =
      new ReadingSession(
          Radiographs.lateral(Optional.empty()),
          SmallCatalogue.get(),
          SmallCatalogue.get().protocols().get(0));

  @Test
  void chosenPointsBecomeLandmarksInOneStep() {
    session.place(SmallCatalogue.C7A, new ImagePoint(1, 1));
    Adoption.of(
            Map.of(
                SmallCatalogue.C2A, LINE.points().get(0),
                SmallCatalogue.C2P, LINE.points().get(1)),
            LAYER)
        .into(session);

    assertEquals(
        Optional.of(new ImagePoint(440.859375, 274.21875)),
        session.landmarks().point(SmallCatalogue.C2A));
    assertEquals(
        Optional.of(new ImagePoint(589.4, 295.1).snapped()),
        session.landmarks().point(SmallCatalogue.C2P));
    assertEquals(
        Origin.MANUAL, session.landmarks().find(SmallCatalogue.C2A).orElseThrow().origin());
    String note = session.marks().get(0).text();
    assertTrue(note.contains("OHIF") && note.contains("Doe") && note.contains("2026-01-14"), note);

    session.undo();
    assertEquals(1, session.landmarks().all().size());
    assertEquals(List.of(), session.marks());
    session.redo();
    assertEquals(3, session.landmarks().all().size());
  }

  @Test
  void pointsOutsideTheImageChangeNothing() {
    Adoption adoption =
        Adoption.of(
            Map.of(
                SmallCatalogue.C2A, new ImagePoint(5, 5),
                SmallCatalogue.C2P, new ImagePoint(-5, 5)),
            LAYER);
    assertThrows(IllegalArgumentException.class, () -> adoption.into(session));
    assertTrue(session.landmarks().isEmpty());
  }

  @Test
  void marksAreFoundByTheirImage() {
    assertEquals(List.of(LINE), LAYER.on(session.radiograph().reference()));
  }
}
