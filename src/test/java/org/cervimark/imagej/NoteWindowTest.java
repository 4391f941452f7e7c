package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JTextArea;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.image.PersonName;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the patient the note shows, and how it is laid out, chosen in its window. */
@Tag("window")
class NoteWindowTest {

  @TempDir private Path folder;
  @TempDir private Path site;

  private final List<String> problems = new ArrayList<>();
  private Optional<ViewerWindow> viewer = Optional.empty();
  private Optional<NoteWindow> note = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @BeforeEach
  void saveAReading() throws Exception {
    SavedPhantom.in(folder, Phantoms.LATERAL, Optional.empty());
  }

  @AfterEach
  void closeEverything() {
    Operator.onEventThread(
        () -> {
          for (Window open : Window.getWindows()) {
            if (open instanceof JDialog) {
              open.dispose();
            }
          }
          note.ifPresent(Window::dispose);
          viewer.ifPresent(
              w -> {
                w.dispose();
                WindowManager.removeWindow(w);
              });
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource({"en,Save,Our layout,Cancel", "ko,저장,기본 양식,취소"})
  void whatIsChosenIsSeenCopiedAndKept(String language, String save, String ours, String cancel)
      throws Exception {
    Settings settings = Settings.of(Locale.forLanguageTag(language));
    Operator operator = open(settings);
    String whole = text();
    assertTrue(whole.contains("홍길동") && whole.contains("PHANTOM-A"), whole);
    assertTrue(whole.contains("1974-03-01"), whole);
    operator.screenshot("note-" + language + "-1-everything");
    for (String field : List.of("name", "birth-date", "reader")) {
      JCheckBox box = (JCheckBox) inNote("note-field-" + field);
      assertTrue(box.isSelected());
      operator.click(box);
      operator.await(field + " taken away", () -> !box.isSelected());
    }
    String chosen = text();
    assertFalse(chosen.contains("홍길동") || chosen.contains("Gildong"), chosen);
    assertFalse(chosen.contains("1974-03-01") || chosen.contains("Younghee"), chosen);
    assertTrue(chosen.contains("PHANTOM-A"), chosen);
    assertEquals("id,sex,study-date,study-description", settings.note().shown().list());
    operator.click(inNote("note-copy"));
    operator.await("the clipboard", () -> clipboard().equals(chosen));

    Operator.onEventThread(
        () -> {
          ((JComboBox<?>) inNote("note-paper")).setSelectedIndex(1);
          return true;
        });
    operator.click(inNote("note-keep"));
    operator.await("what came of it", () -> inNote("note-said").isVisible());
    String said = ((WrappedText) inNote("note-said")).getText();
    assertTrue(said.contains("CerviMark-PDF-0001-"), said);
    operator.screenshot("note-" + language + "-2-kept");
    try (PDDocument document = Loader.loadPDF(pdfIn(kept()))) {
      assertEquals(792, Math.round(document.getPage(0).getMediaBox().getHeight()));
      String pdf = new PDFTextStripper().getText(document);
      assertFalse(pdf.contains("홍길동") || pdf.contains("Gildong"), pdf);
      assertTrue(pdf.contains("PHANTOM-A"), pdf);
    }
    layOut(operator, language, save, ours, cancel, chosen);
  }

  private void layOut(
      Operator operator, String language, String save, String ours, String cancel, String before)
      throws Exception {
    operator.click(inNote("note-layout"));
    operator.await("the layout", () -> inDialog("layout-text").isPresent());
    write("Spine clinic {patient.id}\n{valeus}\n{disclaimer}\n");
    String mistake =
        Operator.onEventThread(
            () -> ((WrappedText) inDialog("layout-mistake").orElseThrow()).getText());
    assertTrue(mistake.contains("note.txt") && mistake.contains("2"), mistake);
    operator.screenshot("note-" + language + "-3-mistake");
    operator.answer(save);
    operator.await("the sentence", () -> problems.equals(List.of(mistake)));
    assertFalse(Files.exists(site.resolve("note.txt")));
    operator.await("asked again", () -> inDialog("layout-text").isPresent());
    write("Spine clinic {patient.id}\n{disclaimer}\n");
    operator.answer(save);
    operator.await("the note laid out", () -> shown().startsWith("Spine clinic PHANTOM-A\n"));
    assertTrue(Files.readString(site.resolve("note.txt")).startsWith("Spine clinic {patient.id}"));

    operator.click(inNote("note-layout"));
    operator.await("the layout", () -> inDialog("layout-text").isPresent());
    operator.answer(ours);
    operator.await("ours", () -> inDialog("layout-text").filter(t -> wholeLayout(t)).isPresent());
    operator.answer(cancel);
    operator.await("nothing changed", () -> inDialog("layout-text").isEmpty());
    assertTrue(text().startsWith("Spine clinic"), "what was not saved does not count");
    operator.click(inNote("note-layout"));
    operator.await("the layout", () -> inDialog("layout-text").isPresent());
    operator.answer(ours);
    operator.await("ours", () -> inDialog("layout-text").filter(t -> wholeLayout(t)).isPresent());
    operator.answer(save);
    operator.await("our layout", () -> shown().equals(before));
    assertFalse(Files.exists(site.resolve("note.txt")));
  }

  private static boolean wholeLayout(Component text) {
    return ((JTextArea) text).getText().equals(NoteLayout.ours());
  }

  private static void write(String layout) {
    Operator.onEventThread(
        () -> {
          ((JTextArea) inDialog("layout-text").orElseThrow()).setText(layout);
          return true;
        });
  }

  private Operator open(Settings settings) throws Exception {
    viewer =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
                settings)
            .openTelling(folder);
    ViewerActions actions = viewer.orElseThrow().actions();
    StudyNote notes = new StudyNote(settings::note, () -> Optional.of(site.resolve("note.txt")));
    note =
        Optional.of(
            Operator.onEventThread(
                () -> {
                  RevisionActions revisions =
                      new RevisionActions(
                          actions.model(),
                          new MacroDialogs(settings.wording()),
                          new MemoryReaderName(Optional.empty()),
                          notes,
                          new BesideEventThread());
                  NoteWindow window =
                      new NoteWindow(
                          new OpenNote(actions.model(), notes, revisions), settings, problems::add);
                  window.showBefore((Component) viewer.get().getCanvas());
                  return window;
                }));
    return new Operator(viewer.get());
  }

  private String text() {
    return Operator.onEventThread(this::shown);
  }

  private String shown() {
    return ((JTextArea) inNote("note-text")).getText();
  }

  private Component inNote(String name) {
    return Operator.find(note.orElseThrow(), name).orElseThrow();
  }

  private static Optional<Component> inDialog(String name) {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof JDialog && w.isShowing())
        .flatMap(w -> Operator.find(w, name).stream())
        .findFirst();
  }

  private static String clipboard() {
    try {
      return (String)
          Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    } catch (java.awt.datatransfer.UnsupportedFlavorException | java.io.IOException e) {
      return "";
    }
  }

  private Path kept() throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("CerviMark-PDF-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static byte[] pdfIn(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("%%EOF") + "%%EOF".length();
    return Arrays.copyOfRange(bytes, text.indexOf("%PDF-"), end);
  }
}
