package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.LandmarkTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History, signature and merge worked with mouse and keys on a screen. */
@Tag("window")
class RevisionWindowTest {

  private static final Path SAMPLE = Path.of("test-images/hong/2026-01-14");
  private static final PersonName LEE = PersonName.parse("Lee^Younghee");
  private static final PersonName PARK = PersonName.parse("Park^Minsu==박^민수");
  private static final LandmarkId CORNER = Readings.QUICK.landmarks().get(2);
  private static final LandmarkId OTHER_CORNER = Readings.QUICK.landmarks().get(3);

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void saveTwiceAtOnce() throws Exception {
    Files.copy(SAMPLE.resolve("lateral-neutral.dcm"), folder.resolve("film.dcm"));
    StudySessions first = sessions();
    LandmarkTable.read(
            SAMPLE.resolve("lateral-neutral.landmarks.csv"),
            Readings.CATALOGUE.landmarks(),
            Locale.ENGLISH)
        .landmarks(image(first).file(), image(first).radiograph(), true)
        .all()
        .forEach(p -> p.point().ifPresent(at -> session(first).place(p.landmark(), at)));
    first.save(session(first), LEE, Runnable::run);
    StudySessions one = sessions();
    StudySessions other = sessions();
    move(session(one), CORNER, 12, -5);
    move(session(one), OTHER_CORNER, 3, 4);
    move(session(other), CORNER, -18, 7);
    move(session(other), OTHER_CORNER, 8, 15);
    one.save(session(one), LEE, Runnable::run);
    other.save(session(other), PARK, Runnable::run);
  }

  @AfterEach
  void closeEverything() {
    for (Window open : Window.getWindows()) {
      if (open instanceof JDialog) {
        open.dispose();
      }
    }
    window.ifPresent(Display::close);
  }

  @Test
  void aConflictIsSeenMergedAndSigned() throws Exception {
    work(Locale.ENGLISH, "Merge…", "Save merged", "Sign…", "Sign", "Close", "Save");
    assertEquals("saved with the study · revision 6", saved());
  }

  @Test
  void theSameInKorean() throws Exception {
    work(Locale.KOREAN, "병합…", "병합하여 저장", "서명…", "서명", "닫기", "저장");
    assertTrue(saved().contains("6"), saved());
  }

  private void work(
      Locale locale,
      String merge,
      String join,
      String toSign,
      String sign,
      String close,
      String save)
      throws Exception {
    Operator operator = open(locale);
    String picture = "history-" + locale.getLanguage();
    operator.screenshot(picture + "-1-conflict-told");
    operator.keys(KeyEvent.VK_F3);
    operator.await("the history", () -> inDialog("revision-2").isPresent());
    operator.screenshot(picture + "-2-history");
    operator.answer(merge);
    operator.await("the merge", () -> inDialog("merge-ONE").isPresent());
    assertTrue(
        Operator.onEventThread(
            () -> ((JRadioButton) inDialog("merge-ONE").orElseThrow()).isSelected()));
    operator.screenshot(picture + "-3-merge");
    operator.answer(join);
    operator.await("the joined revision", () -> inDialog("revision-4").isPresent());
    operator.screenshot(picture + "-4-merged");
    operator.answer(toSign);
    operator.await("the signature", () -> inDialog("sign-organization").isPresent());
    Operator.onEventThread(
        () -> {
          ((JTextField) inDialog("sign-organization").orElseThrow()).setText("Test hospital");
          return true;
        });
    operator.screenshot(picture + "-5-sign");
    operator.answer(sign);
    operator.await("the signed revision", () -> inDialog("revision-5").isPresent());
    String signed =
        Operator.onEventThread(() -> ((JTextArea) inDialog("revision-5").orElseThrow()).getText());
    assertTrue(signed.contains("Test hospital"), signed);
    operator.screenshot(picture + "-6-signed");
    operator.answer(close);
    operator.screenshot(picture + "-7-after");
    remark(operator, picture, save);
    keep(operator, picture);
    operator.keys(KeyEvent.VK_F3);
    operator.await("the history again", () -> inDialog("revision-5").isPresent());
    operator.answer(close);
  }

  /** Words of the reader's own make a revision that is not signed. */
  private void remark(Operator operator, String picture, String save) throws Exception {
    operator.keys(KeyEvent.VK_F6);
    operator.await("the remarks", () -> inDialog("remarks-plan").isPresent());
    Operator.onEventThread(
        () -> {
          ((JTextArea) inDialog("remarks-findings").orElseThrow())
              .setText("Osteophyte at C5\n경추 전만 유지");
          ((JTextArea) inDialog("remarks-plan").orElseThrow()).setText("Film again in six weeks");
          ((JTextField) inDialog("remarks-time").orElseThrow()).setText("first visit");
          return true;
        });
    operator.screenshot(picture + "-8-remarks");
    operator.answer(save);
    operator.await("the remarks' revision", () -> savedText().contains("6"));
    operator.screenshot(picture + "-9-remarked");
    StudyReport newest =
        StudyFolder.scan(folder).reports().stream()
            .map(StudyFolder.ReportEntry::report)
            .max(Comparator.comparing(StudyReport::savedAt))
            .orElseThrow();
    assertEquals(List.of("Osteophyte at C5", "경추 전만 유지"), newest.remarks().findings());
    assertEquals(Optional.of("Film again in six weeks"), newest.remarks().plan());
    assertEquals("first visit", newest.remarks().timePoint().orElseThrow().label());
  }

  /** The note goes with the study by a key; while a blinded pass is under way, nothing does. */
  private void keep(Operator operator, String picture) throws Exception {
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
    operator.await("the note kept", () -> told("keep.done"));
    operator.screenshot(picture + "-10-kept");
    ViewerModel model = window.orElseThrow().actions().model();
    Path kept =
        Path.of(Operator.onEventThread(() -> model.message().orElseThrow().values().get(1)));
    assertTrue(Files.size(kept) > 100_000, "with its picture");
    assertEquals(folder, kept.getParent());
    operator.keys(KeyEvent.VK_R);
    operator.await("a blinded pass", () -> model.session().isBlinded());
    operator.click(operator.named("menu.history"));
    operator.await("its line", () -> line("keepNote").isPresent());
    JMenuItem line = line("keepNote").orElseThrow();
    assertFalse(line.isEnabled());
    operator.screenshot(picture + "-11-blinded");
    operator.keys(KeyEvent.VK_ESCAPE);
    operator.await("the menu closed", () -> line("keepNote").isEmpty());
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
    operator.await("why not", () -> told("keep.no.BLINDED"));
    operator.screenshot(picture + "-12-why-not");
    try (var files = Files.list(folder)) {
      assertEquals(1, files.filter(f -> f.getFileName().toString().contains("-PDF-")).count());
    }
    operator.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    operator.await("the pass given up", () -> !model.session().isBlinded());
  }

  private boolean told(String key) {
    return window
        .orElseThrow()
        .actions()
        .model()
        .message()
        .filter(m -> m.key().equals(key))
        .isPresent();
  }

  private static Optional<JMenuItem> line(String name) {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .flatMap(w -> Operator.find(w, name).stream())
        .filter(c -> c instanceof JMenuItem && c.isShowing())
        .map(JMenuItem.class::cast)
        .findFirst();
  }

  private String saved() {
    return Operator.onEventThread(this::savedText);
  }

  private String savedText() {
    return ((JLabel) Operator.find(window.orElseThrow(), "saved").orElseThrow()).getText();
  }

  private static Optional<Component> inDialog(String name) {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof JDialog && w.isShowing())
        .flatMap(w -> Operator.find(w, name).stream())
        .findFirst();
  }

  private Operator open(Locale locale) throws Exception {
    window =
        new StudyOpener(
                Readings.CATALOGUE, new MemoryReaderName(Optional.of(LEE)), Settings.of(locale))
            .openTelling(folder);
    return new Operator(window.orElseThrow());
  }

  private StudySessions sessions() throws Exception {
    return new StudySessions(
        StudyFolder.scan(folder),
        Readings.CATALOGUE,
        (file, catalogue) -> new FolderStore(folder, folder));
  }

  private static ImageEntry image(StudySessions study) {
    return study.images().get(0);
  }

  private static ReadingSession session(StudySessions study) {
    return study.session(image(study).radiograph());
  }

  private static void move(ReadingSession session, LandmarkId landmark, int columns, int rows) {
    ImagePoint at = session.landmarks().point(landmark).orElseThrow();
    session.place(landmark, new ImagePoint(at.column() + columns, at.row() + rows));
  }
}
