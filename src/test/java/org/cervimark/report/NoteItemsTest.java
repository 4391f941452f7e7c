package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.terminology.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a note must state, item by item, in both languages, of one signed reading. */
final class NoteItemsTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-04T10:06:00Z"), ZoneOffset.UTC);

  private static StudyReport report;

  @BeforeAll
  static void sign(@TempDir Path folder) throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.setVisibility(new LandmarkId("c2-inferior-endplate-anterior"), Visibility.ESTIMATED);
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    SavedPhantom.in(folder, Phantoms.LATERAL, session);
    FolderStore store =
        new FolderStore(
            folder,
            folder,
            CATALOGUE,
            Path.of("target", "test-installation", "installation.properties"),
            CLOCK);
    String uid = session.radiograph().reference().studyInstanceUid();
    StudyRemarks remarks =
        new StudyRemarks(
            List.of("Osteophyte at C5", "경추 전만 유지"),
            Optional.of("Film again in six weeks"),
            Optional.of(new TimePoint("week 6", Optional.of(TimePoint.Type.POSTTREATMENT))));
    store.save(
        new RevisionDraft(uid, List.of(), Optional.of(remarks), Optional.empty()),
        PersonName.parse("Lee^Younghee==이^영희"));
    report = store.sign(uid, PersonName.parse("Park^Minsu==박^민수"), "Test hospital");
  }

  @Test
  void inEnglish() {
    String note = note(Locale.ENGLISH, Identification.FULL);
    line(note, "Patient", "Hong Gildong 홍길동", "PHANTOM-A", "1974-03-01", "male");
    line(note, "Study", "2026-01-14", "C-spine");
    line(note, "Saved", "2026-02-04 10:06", "revision 3");
    line(note, "Reader", "Lee Younghee 이영희");
    line(note, "Verified", "Park Minsu 박민수", "Test hospital", "2026-02-04 10:06");
    line(note, "Visit", "week 6");
    line(note, "Program", Product.nameAndVersion(), "catalogue " + CATALOGUE.version());
    line(note, "   Image", "2.25.", "1664 x 1984 pixels");
    line(note, "   Scale", "0.143 mm per pixel", "detector spacing, magnified");
    line(note, "C2–C7 Cobb angle", "18.0°", "±", "lordosis", "E1", "b");
    line(note, "C2–C7 sagittal vertical axis", "27.8 mm", "forward of C7");
    has(note, "± 95 % interval from the placing of the landmarks");
    has(note, "1,230 healthy volunteers (Japan), standing: 13.9 ± 12.3°");
    has(note, "[YUKAWA2012] Age-related changes");
    has(note, "Warnings\n", "Tangent and Cobb methods are not interchangeable");
    has(note, "Not measured\n", "T1 slope", "not visible: T1 superior endplate, anterior corner");
    has(note, "Landmarks that are not clear\n", "C2 inferior endplate, anterior corner");
    has(note, "Findings\n  - Osteophyte at C5\n  - 경추 전만 유지\n");
    has(note, "Plan\n  - Film again in six weeks\n");
    has(note, "It makes no diagnosis", "the clinician decides.");
  }

  @Test
  void inKorean() {
    String note = note(Locale.KOREAN, Identification.FULL);
    line(note, "환자", "홍길동", "PHANTOM-A", "1974-03-01", "남");
    line(note, "검사", "2026-01-14", "C-spine");
    line(note, "저장", "2026-02-04 10:06", "3판");
    line(note, "판독자", "이영희");
    line(note, "확정", "박민수", "Test hospital", "2026-02-04 10:06");
    line(note, "방문", "week 6");
    line(note, "프로그램", Product.nameAndVersion(), "목록 " + CATALOGUE.version());
    line(note, "   영상", "2.25.", "1664 x 1984 픽셀");
    line(note, "   축척", "픽셀당 0.143 mm", "검출기 간격(확대됨)");
    line(note, "C2–C7 Cobb 각", "18.0°", "±", "전만", "E1", "b");
    line(note, "C2–C7 시상면 수직축", "27.8 mm", "C7보다 앞");
    has(note, "± 선명한 영상에서 계측점을");
    has(note, "13.9 ± 12.3°", "[YUKAWA2012]");
    has(note, "주의\n", "접선법과 Cobb법은");
    has(note, "계측되지 않음\n", "T1 경사각", "보이지 않음: T1 상종판 전방 모서리");
    has(note, "선명하지 않은 계측점\n", "C2 하종판 전방 모서리");
    has(note, "소견\n  - Osteophyte at C5\n  - 경추 전만 유지\n");
    has(note, "계획\n  - Film again in six weeks\n");
    has(note, "진단을 내리지 않으며", "판단은 임상의가 합니다.");
  }

  @Test
  void patientAndStudyAsTheSiteChooses() {
    String shown = "id,study-date";
    for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      String note = note(locale, Identification.parse(shown).orElseThrow());
      has(note, "PHANTOM-A", "2026-01-14");
      for (String hidden :
          List.of("Gildong", "홍길동", "1974-03-01", "C-spine", "Younghee", "이영희", "Minsu", "박민수")) {
        assertFalse(note.contains(hidden), hidden);
      }
      has(note, "Test hospital");
    }
  }

  private static String note(Locale locale, Identification shown) {
    return new TextNote(CATALOGUE, locale, shown).of(report);
  }

  /** The first line with a label states all of this. */
  private static void line(String note, String label, String... parts) {
    String line =
        note.lines()
            .filter(l -> l.contains(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " is missing in\n" + note));
    for (String part : parts) {
      assertTrue(line.contains(part), part + " is missing in " + line);
    }
  }

  /** The note says this, one after the other, whatever its line breaks. */
  private static void has(String note, String... parts) {
    int from = 0;
    String flat = note.replaceAll("\\s+", " ");
    for (String part : parts) {
      int at = flat.indexOf(part.replaceAll("\\s+", " ").strip(), from);
      assertTrue(at >= 0, part + " is missing in\n" + note);
      from = at;
    }
  }
}
