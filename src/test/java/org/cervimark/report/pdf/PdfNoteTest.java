package org.cervimark.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.Identification;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judged by PDFBox's preflight (PDF/A-1b) and its text extraction. */
final class PdfNoteTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Path SAMPLES = Path.of("target", "export-samples");
  private static final String LATERAL_UID = "2.25.307602510834589782698934521631538557889";

  private static SavedPhantom saved;

  @BeforeAll
  static void save(@TempDir Path folder) throws Exception {
    Files.createDirectories(SAMPLES);
    SavedPhantom.in(folder, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    saved = SavedPhantom.in(folder, Phantoms.LATERAL, session);
  }

  @ParameterizedTest
  @CsvSource({"en,A4", "ko,A4", "en,LETTER"})
  void isAnArchivalPdfOfItsPaper(String language, PageSize size) throws Exception {
    byte[] pdf = note(language, Identification.FULL, size);
    File file = SAMPLES.resolve("note-" + language + "-" + size.id() + ".pdf").toFile();
    Files.write(file.toPath(), pdf);
    ValidationResult result = PreflightParser.validate(file);
    List<String> errors =
        result.getErrorsList().stream().map(e -> e.getErrorCode() + " " + e.getDetails()).toList();
    assertEquals(List.of(), errors);
    assertTrue(result.isValid());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(document.getNumberOfPages() >= 4);
      for (PDPage page : document.getPages()) {
        assertEquals(size.box().getWidth(), page.getMediaBox().getWidth());
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          assertTrue(font.getName().contains("Nanum"), font.getName());
        }
      }
    }
    assertTrue(pdf.length < 3_000_000, pdf.length + " bytes");
  }

  @Test
  void saysWhatTheTextNoteSays() throws Exception {
    String text = text(note("en", Identification.FULL, PageSize.A4));
    for (String needed :
        List.of(
            "Hong Gildong 홍길동, ID PHANTOM-A, born 1974-03-01, male",
            "revision 2",
            "Lee Younghee 이영희",
            LATERAL_UID.substring(0, 30),
            "Not measured",
            "Redlund-Johnell distance – not placed: Hard palate, posterior",
            "[YUKAWA2012]",
            "It makes no diagnosis",
            "Beside published values",
            "Page 1 of ",
            "2. Lateral, neutral")) {
      assertTrue(
          text.replaceAll("\\s+", " ").contains(needed), () -> needed + " is not in\n" + text);
    }
    assertTrue(
        text.lines()
            .anyMatch(l -> l.matches(".*C2–C7 Cobb angle +18\\.0° +± \\d\\.\\d° +lordosis +E1.*")),
        text);
  }

  @Test
  void koreanIsExtractedAsKorean() throws Exception {
    String text = text(note("ko", Identification.FULL, PageSize.A4));
    for (String word : List.of("경추 계측 기록", "전만", "판독자", "홍길동")) {
      assertTrue(text.contains(word), () -> word + " is not in\n" + text);
    }
  }

  /** The lines are drawn on the page, not burned into the picture. */
  @Test
  void theAnnotationsAreLinesOverThePicture() throws Exception {
    try (PDDocument document = Loader.loadPDF(note("en", Identification.FULL, PageSize.A4))) {
      String content =
          new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(content.contains(" Do"), "a picture");
      assertTrue(content.split("\nS\n", -1).length > 60, "strokes");
    }
  }

  /** As pictures for people to look at; grey and blue, for red and green would say good or bad. */
  @Test
  void thePlotBesidePublishedValuesHasNoColourOfJudgement() throws Exception {
    try (PDDocument document = Loader.loadPDF(note("en", Identification.FULL, PageSize.A4))) {
      PDFTextStripper stripper = new PDFTextStripper();
      int plots = 0;
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        if (!stripper.getText(document).contains("Beside published values")) {
          continue;
        }
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, 100);
        ImageIO.write(picture, "png", SAMPLES.resolve("deviation-" + page + ".png").toFile());
        int blue = 0;
        for (int y = picture.getHeight() / 2; y < picture.getHeight(); y++) {
          for (int x = picture.getWidth() / 3; x < picture.getWidth() * 3 / 4; x++) {
            Color colour = new Color(picture.getRGB(x, y));
            assertTrue(
                Math.max(colour.getRed(), colour.getGreen()) <= colour.getBlue() + 3,
                () -> "neither grey nor blue: " + colour);
            blue += colour.getBlue() > colour.getRed() + 60 ? 1 : 0;
          }
        }
        plots += blue > 100 ? 1 : 0;
      }
      assertTrue(plots > 0, "no plot in the lower half of a page");
    }
  }

  @Test
  void aCopyWithoutNamesHasNone() throws Exception {
    String text = text(note("en", Identification.parse("none").orElseThrow(), PageSize.A4));
    for (String word : List.of("Hong", "홍길동", "PHANTOM-A", "1974", "Younghee")) {
      assertFalse(text.contains(word), word);
    }
    assertTrue(text.contains("Patient not named"), text);
  }

  @Test
  void theSameReportGivesTheSameBytes() throws Exception {
    assertArrayEquals(
        note("en", Identification.FULL, PageSize.A4), note("en", Identification.FULL, PageSize.A4));
  }

  /** Nothing that a file says may stop the writing. */
  @Test
  void charactersThatTheFontLacksAreShownAsSquares() throws Exception {
    try (PDDocument document = new PDDocument()) {
      NoteFont font = new NoteFont(document);
      assertEquals(
          "Müller 洪吉洞 홍길동 -□□ μ", font.shown("Müller 洪吉洞 홍길동 \u2212\uD83E\uDDB4\u0E01 \u00B5"));
      assertEquals("a b c", font.shown("a\u0000b\u202Ec"));
      assertTrue(font.width("홍길동", 10) > 20);
    }
  }

  private static byte[] note(String language, Identification identification, PageSize size) {
    return new PdfNote(CATALOGUE, Locale.forLanguageTag(language), identification, size)
        .of(saved.report(), PdfNoteTest::picture);
  }

  private static Optional<BufferedImage> picture(Reading reading) {
    boolean lateral = reading.image().sopInstanceUid().equals(LATERAL_UID);
    try {
      DicomImage image = DicomImages.read(lateral ? Phantoms.LATERAL : Phantoms.OPEN_MOUTH, 1);
      byte[] grey =
          GreyRenderer.render(
              image.pixels(),
              image.greyScale(),
              GreyRenderer.initialVoi(image.pixels(), image.greyScale()));
      BufferedImage picture =
          new BufferedImage(reading.columns(), reading.rows(), BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setDataElements(0, 0, reading.columns(), reading.rows(), grey);
      return Optional.of(picture);
    } catch (DicomException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }
}
