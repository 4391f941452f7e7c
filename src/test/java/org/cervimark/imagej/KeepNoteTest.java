package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.peer.Peers;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.Phantoms;
import org.cervimark.report.TextNote;
import org.cervimark.report.Wording;
import org.cervimark.report.pdf.PageSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The note kept with the study as PDF, with a study on disk and no window. */
class KeepNoteTest {

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private OneFilmStudy study;

  @BeforeEach
  void copyOneFilm() throws Exception {
    study = new OneFilmStudy(folder, elsewhere);
  }

  @ParameterizedTest
  @CsvSource({"en,all,a4", "ko,'name,reader',letter"})
  void theDocumentOfTheStudySaysWhatTheNoteSays(String language, String shown, String paper)
      throws Exception {
    ViewerActions actions = read();
    NoteChoice choice =
        new NoteChoice(
            Locale.forLanguageTag(language),
            Identification.parse(shown).orElseThrow(),
            NoteChoice.paper(paper).orElseThrow());
    assertEquals(Optional.empty(), actions.revisions().keepNoteAs(choice));

    Path kept = kept();
    ViewerModel.Message told = actions.model().message().orElseThrow();
    assertEquals("keep.done", told.key());
    assertEquals(List.of("1", kept.toString()), told.values());
    try (PDDocument document = Loader.loadPDF(pdfIn(kept))) {
      assertEquals(
          choice.paper() == PageSize.A4 ? 842 : 792,
          Math.round(document.getPage(0).getMediaBox().getHeight()));
      assertEquals(1, pictures(document), "the film");
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      for (String said : said(actions, choice)) {
        assertTrue(text.contains(said), said + " is not in " + text);
      }
      String born = radiograph(actions).patient().birthDate().orElseThrow();
      born = born.replaceFirst("(....)(..)(..)", "$1-$2-$3");
      assertEquals(shown.equals("all"), text.contains(born), "the date of birth");
    }
    StudyFolder again = StudyFolder.scan(folder);
    assertEquals(List.of(), again.problems());
    assertEquals(1, again.reports().size(), "the note is no revision");
  }

  @Test
  void othersTakeItOutAgainAndFindNoFault() throws Exception {
    ViewerActions actions = read();
    actions.revisions().keepNote();
    Path kept = kept();
    Path out = elsewhere.resolve("out.pdf");
    Peers.succeed("dcmtk", "dcm2pdf", kept.toString(), out.toString());
    byte[] pdf = pdfIn(kept);
    assertTrue(Arrays.equals(pdf, Arrays.copyOf(Files.readAllBytes(out), pdf.length)));
    assertEquals(
        List.of("EncapsulatedPDF"),
        Peers.run("dicom3tools", "dciodvfy", "-new", kept.toString()).lines());
    String header = Peers.succeed("dcmtk", "dcmdump", kept.toString());
    StudyReport report = actions.model().study().newest(radiograph(actions)).orElseThrow();
    assertTrue(header.contains(report.studyInstanceUid()), "the study");
    assertTrue(header.contains(report.documentUid()), "the report that it repeats");
  }

  @Test
  void nothingIsKeptThatIsNotSavedOrMustNotBeSeen() throws Exception {
    ViewerActions actions = study.open();
    refused("keep.no.NOTHING", actions);
    OneFilmStudy.place(actions, 2);
    refused("keep.no.UNSAVED", actions);
    actions.save();
    actions.repeat();
    refused("keep.no.BLINDED", actions);
    actions.undo();
    actions.model().setSaving(true);
    refused("keep.no.SAVING", actions);
    actions.model().setSaving(false);
    ViewerActions other = study.open();
    OneFilmStudy.place(other, 1);
    other.save();
    refused("keep.no.UNSEEN", actions);
    assertEquals(Optional.empty(), other.revisions().keepNoteAs(choice()));
    assertEquals(1, notes().size());
  }

  @Test
  void whatContradictsEachOtherIsMergedFirst() throws Exception {
    ViewerActions actions = study.open();
    OneFilmStudy.place(actions, 2);
    actions.save();
    ViewerActions other = study.open();
    move(actions, 30);
    move(other, -30);
    actions.save();
    other.save();
    refused("keep.no.CONFLICT", other);
    assertEquals(List.of(), notes());
  }

  @Test
  void whatCannotBeWrittenIsOneSentenceAndNothingIsSaidToBeKept() throws Exception {
    ViewerActions actions = read();
    Files.delete(folder.resolve("film.dcm"));
    MacroTape recorded = new MacroTape();
    new MacroRecording(actions, Settings.of(Locale.ENGLISH), recorded, Runnable::run);
    actions.revisions().keepNote();
    assertEquals(1, study.told.size(), study.told.toString());
    assertTrue(study.told.get(0).contains(folder.toString()), study.told.get(0));
    assertEquals(List.of(), recorded.steps);
    assertEquals(List.of(), notes());
  }

  @Test
  void aFilmThatHasChangedIsToldAndTheNoteGoesWithoutItsPicture() throws Exception {
    ViewerActions actions = read();
    Path film = folder.resolve("film.dcm");
    byte[] bytes = Files.readAllBytes(film);
    Files.write(film, Arrays.copyOf(bytes, bytes.length / 2));
    actions.revisions().keepNote();
    assertTrue(study.told.get(0).contains("film.dcm"), study.told.toString());
    try (PDDocument document = Loader.loadPDF(pdfIn(kept()))) {
      assertEquals(0, pictures(document));
    }
  }

  @Test
  void itIsWrittenToAFileOfTheReadersToo() throws Exception {
    ViewerActions actions = read();
    Path file = elsewhere.resolve("note.pdf");
    actions.revisions().writePdf(file);
    assertEquals("pdf.done", actions.model().message().orElseThrow().key());
    assertEquals(List.of("1", file.toString()), actions.model().message().orElseThrow().values());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertEquals(1, pictures(document));
      assertTrue(new PDFTextStripper().getText(document).contains("PHANTOM-A"));
    }
    assertEquals(List.of(), notes(), "nothing is added to the study");

    Path nowhere = elsewhere.resolve("no/such/folder/note.pdf");
    actions.revisions().writePdf(nowhere);
    assertEquals(1, study.told.size(), study.told.toString());
    assertTrue(study.told.get(0).contains(nowhere.toString()), study.told.get(0));
    actions.repeat();
    byte[] before = Files.readAllBytes(file);
    actions.revisions().writePdf(file);
    assertEquals("keep.no.BLINDED", actions.model().message().orElseThrow().key());
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
  }

  @Test
  void itIsWrittenBesideTheCallersThread() throws Exception {
    ViewerActions actions = read();
    List<Thread> threads = new ArrayList<>();
    study.saver =
        task -> {
          Thread thread = new Thread(task, "writes");
          threads.add(thread);
          thread.start();
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    actions.revisions().keepNote();
    kept();
    assertEquals(2, threads.size(), "reading what is saved, and writing");
  }

  @Test
  void itIsRecordedAndDoneAgainByItsMacroCommand() throws Exception {
    ViewerActions actions = read();
    MacroTape recorded = new MacroTape();
    new MacroRecording(actions, Settings.of(Locale.ENGLISH), recorded, Runnable::run);
    actions.revisions().keepNoteAs(choice());
    assertEquals(
        List.of("CerviMark Keep Note language=ko identify=id,sex paper=letter"), recorded.lines());
    MacroRevisions script =
        new MacroRevisions(MacroTape.front(actions, Settings.of(Locale.ENGLISH)));
    Map<String, String> options = Map.of("language", "ko", "identify", "id,sex", "paper", "letter");
    script.keepNote(MacroTape.options(options));
    List<Path> twice = notes();
    assertEquals(2, twice.size());
    assertEquals(text(twice.get(0)), text(twice.get(1)));
    script.keepNote(MacroTape.options(Map.of()));
    assertNotEquals(text(twice.get(0)), text(notes().get(2)), "as the reader chose it");
    for (String wrong : List.of("language", "identify", "paper")) {
      MacroException e =
          assertThrows(
              MacroException.class, () -> script.keepNote(MacroTape.options(Map.of(wrong, "x"))));
      assertTrue(e.getMessage().contains(wrong + "=x"), e.getMessage());
    }
    actions.repeat();
    MacroException e =
        assertThrows(MacroException.class, () -> script.keepNote(MacroTape.options(Map.of())));
    assertTrue(e.getMessage().contains("blinded"), e.getMessage());
  }

  /** The same note as a file wherever the reader wants it. */
  @Test
  void aFileOfItIsRecordedAndWrittenAgainByItsMacroCommand() throws Exception {
    ViewerActions actions = read();
    MacroTape recorded = new MacroTape();
    new MacroRecording(actions, Settings.of(Locale.ENGLISH), recorded, Runnable::run);
    Path byHand = elsewhere.resolve("by-hand.pdf");
    assertEquals(Optional.empty(), actions.revisions().writePdfAs(byHand, choice()));
    assertEquals(
        List.of(
            "CerviMark Note PDF path=[" + byHand + "] language=ko identify=id,sex paper=letter"),
        recorded.lines());
    MacroRevisions script =
        new MacroRevisions(MacroTape.front(actions, Settings.of(Locale.ENGLISH)));
    Path byMacro = elsewhere.resolve("by-macro.pdf");
    Map<String, String> options = Map.of("language", "ko", "identify", "id,sex", "paper", "letter");
    Map<String, String> all = new HashMap<>(options);
    all.put("path", byMacro.toString());
    script.writePdf(MacroTape.options(all));
    try (PDDocument one = Loader.loadPDF(byHand.toFile());
        PDDocument other = Loader.loadPDF(byMacro.toFile())) {
      assertEquals(1, pictures(one), "the film");
      assertEquals(new PDFTextStripper().getText(one), new PDFTextStripper().getText(other));
    }
    MacroException e =
        assertThrows(MacroException.class, () -> script.writePdf(MacroTape.options(options)));
    assertTrue(e.getMessage().contains("path"), e.getMessage());
  }

  @Test
  void aLongPlaceIsReadInWholeOnANarrowImage() {
    FontMetrics metrics =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getFontMetrics(new Font(Font.DIALOG, Font.BOLD, 13));
    String place = "/films/" + "x".repeat(120) + "/CerviMark-PDF-0001-12345678.dcm";
    String words = Wording.of(Settings.class, Locale.ENGLISH).get("keep.done", "3", place);
    List<String> lines = WordsPainter.lines(words, metrics, 300);
    assertTrue(lines.size() > 3, lines.toString());
    lines.forEach(l -> assertTrue(metrics.stringWidth(l) <= 300, l));
    assertEquals(words.replace(" ", ""), String.join("", lines).replace(" ", ""));
    assertEquals(List.of("short"), WordsPainter.lines("short", metrics, 300));
  }

  /** Every word of the note as text that has a digit in it. */
  private static List<String> said(ViewerActions actions, NoteChoice choice) {
    StudyReport report = actions.model().study().newest(radiograph(actions)).orElseThrow();
    String note = new TextNote(Readings.CATALOGUE, choice.locale(), choice.shown()).of(report);
    List<String> said =
        Arrays.stream(note.split("\\s+")).filter(w -> w.matches(".*[0-9].*")).distinct().toList();
    assertTrue(said.size() > 60, said.toString());
    return said;
  }

  private void refused(String key, ViewerActions actions) throws Exception {
    List<Path> before = notes();
    assertEquals(Optional.of(key), actions.revisions().keepNoteAs(choice()));
    actions.revisions().keepNote();
    assertEquals(key, actions.model().message().orElseThrow().key());
    assertEquals(before, notes());
    assertTrue(Wording.of(Settings.class, Locale.KOREAN).get(key).endsWith("."));
  }

  private static NoteChoice choice() {
    return new NoteChoice(
        Locale.KOREAN, Identification.parse("id,sex").orElseThrow(), PageSize.LETTER);
  }

  /** The film read with all its landmarks, saved. */
  private ViewerActions read() throws Exception {
    ViewerActions actions = study.open();
    Phantoms.session(Phantoms.LATERAL, Optional.empty())
        .landmarks()
        .all()
        .forEach(p -> p.point().ifPresent(at -> actions.model().session().place(p.landmark(), at)));
    assertTrue(actions.save());
    study.told.clear();
    return actions;
  }

  private static void move(ViewerActions actions, int by) {
    var first = actions.model().session().protocol().landmarks().get(0);
    ImagePoint at = actions.model().session().landmarks().point(first).orElseThrow();
    actions.model().session().place(first, new ImagePoint(at.column() + by, at.row()));
  }

  private Path kept() throws Exception {
    List<Path> notes = notes();
    assertEquals(1, notes.size(), study.told.toString());
    return notes.get(0);
  }

  private List<Path> notes() throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("CerviMark-PDF-"))
          .sorted()
          .toList();
    }
  }

  private static int pictures(PDDocument document) throws Exception {
    int pictures = 0;
    for (var page : document.getPages()) {
      for (var name : page.getResources().getXObjectNames()) {
        pictures += page.getResources().isImageXObject(name) ? 1 : 0;
      }
    }
    return pictures;
  }

  private static String text(Path note) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdfIn(note))) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** What stands in a file from the first mark of a PDF to its last, found without our reader. */
  private static byte[] pdfIn(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("%%EOF") + "%%EOF".length();
    return Arrays.copyOfRange(bytes, text.indexOf("%PDF-"), end);
  }

  private static Radiograph radiograph(ViewerActions actions) {
    return actions.model().radiograph();
  }
}
