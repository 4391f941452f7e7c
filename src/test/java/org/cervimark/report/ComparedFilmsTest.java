package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyFilms;
import org.junit.jupiter.api.Test;

final class ComparedFilmsTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Path VISIT = Path.of("test-images/hong/2026-01-14");

  @Test
  void oneFilmTellsNothingTogether() throws Exception {
    assertEquals(List.of(), ComparedFilms.of(List.of(read("lateral-flexion")), CATALOGUE));
  }

  /** Nobody but the reader can say which of two flexion films is meant. */
  @Test
  void aFilmReadTwiceIsSaidAndNotCompared() throws Exception {
    Reading flexion = read("lateral-flexion");
    List<Reading> readings = List.of(flexion, flexion, read("lateral-extension"));
    ComparedFilms films = ComparedFilms.of(readings, CATALOGUE).get(0);

    assertEquals(List.of(), films.values());
    assertEquals(List.of(), StudyFilms.of(readings).values(CATALOGUE));
    assertEquals(List.of(FilmRole.FLEXION), new ArrayList<>(films.ambiguous()));
    String note = new TextNote(CATALOGUE, Locale.ENGLISH).of(films);
    assertTrue(note.contains("Read more than once"), note);
    assertTrue(note.contains("nothing is compared with it: flexion film"), note);
    assertTrue(note.contains("No value could be measured."), note);
  }

  /** What lacks a landmark on one film is refused with that film and landmark. */
  @Test
  void aMissingLandmarkIsNamedWithItsFilm() throws Exception {
    ReadingSession session =
        Phantoms.session(VISIT.resolve("lateral-extension.dcm"), Optional.empty());
    session.remove(new LandmarkId("c4-spinous-tip"));
    ComparedFilms films =
        ComparedFilms.of(List.of(read("lateral-flexion"), session.toReading()), CATALOGUE).get(0);

    ReportedValue refused =
        films.values().stream()
            .filter(v -> v.id().equals("interspinous-distance-change-c4-c5"))
            .findFirst()
            .orElseThrow();
    assertTrue(refused.outcome() instanceof Outcome.OnFilm);
    String note = new TextNote(CATALOGUE, Locale.KOREAN).of(films);
    assertTrue(note.contains("신전위 영상: 지정되지 않음"), note);
  }

  @Test
  void whatFilmsAgreeInIsSaidOnce() throws Exception {
    ComparedFilms films =
        ComparedFilms.of(List.of(read("lateral-extension"), read("lateral-flexion")), CATALOGUE)
            .get(0);

    assertEquals("CR", films.each(Reading::modality));
    assertEquals("lateral-flexion lateral-extension", films.each(r -> r.view().id()));
    assertTrue(films.scale().isCalibrated());
  }

  private static Reading read(String film) throws Exception {
    return Phantoms.session(VISIT.resolve(film + ".dcm"), Optional.empty()).toReading();
  }
}
