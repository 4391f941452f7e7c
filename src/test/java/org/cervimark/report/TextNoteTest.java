package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Subject;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected numbers are the films' construction, rounded; the expected words are the spec's. */
final class TextNoteTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Test
  void statesWhoWhatWhenAndByWhom() throws Exception {
    String note = english(report(lateral()));
    assertHas(note, "Patient  Hong Gildong 홍길동, ID PHANTOM-A, born 1974-03-01, male");
    assertHas(note, "Study    2026-01-14, C-spine");
    assertHas(note, "Saved    2026-02-03 09:05, revision 3");
    assertHas(note, "Reader   Lee Younghee 이영희");
    assertTrue(
        note.contains("catalogue " + CATALOGUE.version() + "\n") && note.contains("CerviMark "),
        note);
    assertHas(note, "It makes no diagnosis");
    assertHas(note, "the clinician decides.");
  }

  @Test
  void statesTheImageWithTheProvenanceOfItsScaleAndOrientation() throws Exception {
    String note = english(report(lateral()));
    assertHas(note, "1. Lateral, neutral (DX)");
    assertHas(note, "2.25.307602510834589782698934521631538557889, 1664 x 1984 pixels");
    assertHas(note, "0.143 mm per pixel: detector spacing, magnified");
    assertHas(note, "patient faces the right edge of the image (from the image header)");
    assertHas(note, "Vertical     edge of the image");
  }

  /** Each true value of the film, as its value file states it, stands in the note, rounded. */
  @Test
  void statesEveryValueOfTheProtocolRounded() throws Exception {
    Reading reading = lateral();
    String note = english(report(reading));
    int checked = 0;
    for (String line : Files.readAllLines(values(Phantoms.LATERAL)).stream().skip(1).toList()) {
      String[] row = line.split(",", -1);
      Optional<MeasuredValue> value = value(reading, row[0]);
      if (value.isPresent() && value.get().number().isPresent()) {
        Unit unit = value.get().number().orElseThrow().unit();
        String name = CATALOGUE.measurement(row[0]).orElseThrow().name(Locale.ENGLISH);
        String number = unit.format(Double.parseDouble(row[1])) + unit.suffix();
        assertTrue(
            note.lines()
                .anyMatch(
                    l ->
                        l.contains(name.substring(0, Math.min(30, name.length())))
                            && l.contains(" " + number + " ")),
            () -> row[0] + " " + number + " in\n" + note);
        checked++;
      }
    }
    assertTrue(checked > 30, "only " + checked);
  }

  @Test
  void statesSignIntervalEvidenceAndCaveats() throws Exception {
    String note = english(report(lateral()));
    String cobb = line(note, "C2–C7 Cobb angle");
    assertTrue(cobb.matches("\\s+1  C2–C7 Cobb angle +18\\.0° +± \\d\\.\\d° +lordosis +E1"), cobb);
    String tilt = line(note, "McGregor slope");
    assertTrue(tilt.contains("-5.0°") && tilt.contains("inclined forward and up"), tilt);
    String sva = line(note, "C2–C7 sagittal vertical axis");
    assertTrue(sva.contains("27.8 mm") && sva.endsWith("a c"), sva);
    assertHas(
        note, "a Length of the shadow on the detector or film, which is or may be magnified;");
    assertHas(note, "b At least one landmark was uncertain or estimated.");
    assertHas(note, "c Measured against the vertical of the image; no plumb line was marked.");
    assertHas(note, "± 95 % interval from the placing of the landmarks");
    assertEquals(
        note.indexOf("± 95 % interval"), note.lastIndexOf("± 95 % interval"), "stated twice");
    assertHas(note, "estimated: Basion");
  }

  @Test
  void statesPublishedValuesWithTheirSources() throws Exception {
    String note = english(report(lateral()));
    assertHas(note, "1,230 healthy volunteers (Japan), standing: 13.9 ± 12.3°");
    assertHas(note, "[YUKAWA2012]");
    assertHas(note, "  - [YUKAWA2012] Age-related changes");
    assertFalse(note.contains("BilingualText"), note);
  }

  @Test
  void warnsOfListingsWithoutEvidence() throws Exception {
    Reading nasium =
        Phantoms.session(Phantoms.NASIUM, Optional.of(PatientOrientation.frontal(false)))
            .toReading();
    String note = english(report(nasium));
    assertHas(note, "No controlled study was found showing that this listing predicts symptoms");
    assertHas(note, "the patient's left is on the right of the image (confirmed by the reader)");
    assertTrue(line(note, "Atlas laterality").contains("1.8°"), note);
    assertTrue(line(note, "Atlas laterality").contains("left"), note);
    assertTrue(line(note, "Atlas laterality").contains("E3"), note);
  }

  @Test
  void withholdsValuesWhileTheSideIsNotConfirmed() throws Exception {
    Reading nasium = Phantoms.session(Phantoms.NASIUM, Optional.empty()).toReading();
    String note = english(report(nasium));
    assertHas(note, "not confirmed; values that need it are not given");
    assertHas(note, "No value could be measured.");
    assertHas(note, "the orientation of the patient on the image is not confirmed");
  }

  @Test
  void saysWhatWasNotMeasuredAndWhy() throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    String note = english(report(session.toReading()));
    assertHas(note, "Redlund-Johnell distance – not placed: Hard palate, posterior");
    String slopes =
        Arrays.stream(note.replaceAll("\\s+", " ").split(" - ", -1))
            .filter(item -> item.matches("(.*; )?T1 slope;.*"))
            .findFirst()
            .orElse("");
    assertHas(slopes, "T1 slope minus cervical lordosis");
    assertHas(slopes, "– not visible: T1 superior endplate, anterior corner");
  }

  @Test
  void aFilmWithoutScaleNeverPrintsMillimetres() throws Exception {
    Reading reading = lateral();
    Reading unscaled = with(reading, Scale.unknown(1));
    String note = english(report(unscaled));
    assertHas(note, "none; lengths in millimetres cannot be given");
    assertFalse(
        note.lines()
            .takeWhile(l -> !l.contains("Published values"))
            .anyMatch(l -> l.matches(".*\\d mm.*")),
        note);
  }

  @Test
  void neverPrintsANegativeZero() throws Exception {
    Reading reading = lateral();
    List<MeasuredValue> values = new ArrayList<>();
    for (MeasuredValue value : reading.values()) {
      if (value.number().isEmpty()) {
        continue;
      }
      Outcome.Measured outcome = value.number().orElseThrow();
      values.add(
          new MeasuredValue(
              value.measurement(),
              value.version(),
              new Outcome.Measured(-0.001, outcome.unit(), outcome.interval(), outcome.caveats())));
    }
    String note = english(report(with(reading, values)));
    assertFalse(note.contains("-0.0"), note);
    assertFalse(line(note, "C2–C7 Cobb angle").contains("kyphosis"), "a sign without a value");
  }

  @Test
  void repeatsSavedValuesEvenIfTheCatalogueHasChanged() throws Exception {
    Reading reading = lateral();
    List<MeasuredValue> values = new ArrayList<>(reading.values());
    MeasuredValue cobb = values.remove(0);
    values.add(
        0,
        new MeasuredValue(
            cobb.measurement(),
            "0.9",
            new Outcome.Measured(77.7, Unit.DEGREE, Optional.empty(), cobb.outcome().caveats())));
    values.add(
        new MeasuredValue(
            "users-own\u001b[31m",
            "2",
            new Outcome.Measured(3.25, Unit.RATIO, Optional.empty(), Set.of())));
    String note = english(report(with(reading, values), "41"));
    assertTrue(line(note, "C2–C7 Cobb angle").contains("77.7°"), note);
    assertHas(note, "measured by version 0.9 of its construction; the catalogue in force has");
    assertTrue(line(note, "users-own").contains("3.25"), note);
    assertHas(note, "this measurement is not in the catalogue in force");
    assertHas(note, "measured with catalogue 41");
    assertFalse(note.contains("\u001b"), "control characters");
  }

  @Test
  void aLiveReadingIsSaidNotToBeSaved() throws Exception {
    Radiograph radiograph = Phantoms.radiograph(Phantoms.LATERAL);
    String note = new TextNote(CATALOGUE, Locale.ENGLISH).of(radiograph, lateral());
    assertHas(note, "Saved    not saved yet");
    assertFalse(note.contains("Reader"), note);
    String saved = english(report(lateral()));
    assertEquals(
        saved.substring(saved.indexOf("1. Lateral")), note.substring(note.indexOf("1. Lateral")));
  }

  @Test
  void speaksKoreanThroughout() throws Exception {
    String note = new TextNote(CATALOGUE, Locale.KOREAN).of(report(lateral()));
    assertHas(note, "경추 계측 기록");
    assertHas(note, "판독자    Lee Younghee 이영희");
    assertTrue(line(note, "C2–C7 Cobb 각").contains("18.0°"), note);
    assertTrue(line(note, "C2–C7 Cobb 각").contains("전만"), note);
    assertHas(note, "진단을 내리지 않으며");
    for (Measurement measurement : CATALOGUE.measurements()) {
      measurement
          .warnings()
          .forEach(w -> assertFalse(note.contains(w.in(Locale.ENGLISH)), measurement.id()));
    }
  }

  /** In every line with a value, the value ends at the same cell, whatever the script before it. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void valuesStandBelowEachOther(String language) throws Exception {
    Reading reading = lateral();
    String note = new TextNote(CATALOGUE, Locale.forLanguageTag(language)).of(report(reading));
    TreeSet<Integer> ends = new TreeSet<>();
    int lines = 0;
    for (String line : note.lines().toList()) {
      int interval = line.indexOf("± ");
      if (interval > 0 && line.matches("\\s+\\d+  .*± *\\d+\\.\\d+.*")) {
        String before = line.substring(0, interval).stripTrailing();
        ends.add(PlainText.cells(before));
        lines++;
      }
    }
    assertEquals(1, ends.size(), note);
    assertEquals(reading.values().stream().filter(v -> v.number().isPresent()).count(), lines);
  }

  @Test
  void writesTheSameInEveryLocaleOfTheSystem() throws Exception {
    StudyReport report = report(lateral());
    String expected = english(report);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ko-KR", "de-DE", "ar-EG-u-nu-arab", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(expected, english(report), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void numbersInRunsAreShortened() {
    assertEquals("1", ValueSection.ranges(List.of(1)));
    assertEquals("1, 2", ValueSection.ranges(List.of(1, 2)));
    assertEquals(
        "1, 2, 16–25", ValueSection.ranges(List.of(1, 2, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)));
    assertEquals("3–5, 7, 9, 10", ValueSection.ranges(List.of(3, 4, 5, 7, 9, 10)));
  }

  private static Reading lateral() throws Exception {
    return Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading();
  }

  private static StudyReport report(Reading reading) throws Exception {
    return report(reading, CATALOGUE.version());
  }

  private static StudyReport report(Reading reading, String catalogueVersion) throws Exception {
    Radiograph radiograph = Phantoms.radiograph(Phantoms.LATERAL);
    return new StudyReport(
        reading.image().studyInstanceUid(),
        radiograph.patient(),
        radiograph.study(),
        "2.25.1",
        "2.25.2",
        3,
        List.of("2.25.3"),
        LocalDateTime.of(2026, 2, 3, 9, 5, 59),
        PersonName.parse("Lee^Younghee=李^英姬=이^영희"),
        catalogueVersion,
        List.of(reading),
        List.of(),
        StudyRemarks.NONE,
        Optional.empty());
  }

  private static Reading with(Reading reading, Scale scale) {
    LandmarkSet landmarks = reading.landmarks();
    List<MeasuredValue> values = new ArrayList<>();
    Subject subject = new Subject(landmarks, scale, reading.orientation());
    for (Measurement m :
        CATALOGUE.measurements(CATALOGUE.protocol(reading.protocol()).orElseThrow())) {
      if (m.evaluate(subject) instanceof Outcome.Measured measured) {
        values.add(new MeasuredValue(m.id(), m.version(), measured));
      }
    }
    return copy(reading, scale, values);
  }

  private static Reading with(Reading reading, List<MeasuredValue> values) {
    return copy(reading, reading.scale(), values);
  }

  private static Reading copy(Reading reading, Scale scale, List<MeasuredValue> values) {
    return new Reading(
        reading.image(),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        scale,
        reading.orientation(),
        reading.orientationSource(),
        reading.landmarks(),
        values);
  }

  private static Optional<MeasuredValue> value(Reading reading, String id) {
    return reading.values().stream().filter(v -> v.measurement().equals(id)).findFirst();
  }

  private static Path values(Path film) {
    return film.resolveSibling(film.getFileName().toString().replace(".dcm", ".values.csv"));
  }

  private static String english(StudyReport report) {
    return new TextNote(CATALOGUE, Locale.ENGLISH).of(report);
  }

  private static String line(String note, String name) {
    return note.lines().filter(l -> l.contains("  " + name)).findFirst().orElse("");
  }

  /** Line breaks and indentation are no part of what is said. */
  private static void assertHas(String note, String text) {
    assertTrue(
        note.replaceAll("\\s+", " ").contains(text.replaceAll("\\s+", " ")),
        () -> "\"" + text + "\" is not in\n" + note);
  }
}
