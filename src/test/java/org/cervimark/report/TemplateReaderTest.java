package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateReaderTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @TempDir private Path folder;

  @Test
  void aSiteWritesItsOwnNote() throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    String note =
        note(
            """
            ## our clinic
            CLINIC {patient.name} ({patient.id}), {study.date}
            Lordosis {value:c2-c7-cobb}; {value:redlund-johnell}; {value:atlas-laterality}
            [images]
            == {number}: {view}
              {protocol-note}

              {uncertain}
            [end]

            {findings}
            {disclaimer}
            """,
            session,
            Identification.FULL);
    assertTrue(note.startsWith("CLINIC Hong Gildong 홍길동 (PHANTOM-A), 2026-01-14\n"), note);
    assertTrue(
        note.matches(
            "(?s).*Lordosis 18\\.0° ± \\d\\.\\d° \\(lordosis\\); not placed: Hard palate, posterior"
                + " end; –\n"
                + ".*"),
        note);
    assertTrue(note.contains("\n== 1: Lateral, neutral (DX)\n"), note);
    assertFalse(note.contains("our clinic"), note);
    assertFalse(note.contains("{"), note);
    assertTrue(note.endsWith("clinician decides.\n"), note);
  }

  @Test
  void whatTheSiteDoesNotShowIsEmptyInItsTemplateToo() throws Exception {
    String note =
        note(
            "[{patient.name}|{patient.id}|{patient.birth-date}|{study.date}]\n{disclaimer}",
            Phantoms.session(Phantoms.LATERAL, Optional.empty()),
            Identification.parse("sex").orElseThrow());
    assertTrue(note.startsWith("[|||]\n"), note);
  }

  /** The template that comes with the program may be copied and named as it is. */
  @Test
  void theShippedTemplateIsReadAsTheSitesOwn() throws Exception {
    Path copy = folder.resolve("note.txt");
    Files.copy(Path.of("src/main/resources/org/cervimark/report/note.txt"), copy);
    assertEquals(
        TemplateReader.standard(), new TemplateReader(CATALOGUE, Locale.ENGLISH).read(copy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{titl}\\n{disclaimer}|line 1: there is no name \"titl\"; probably \"title\" is meant.",
        "x\\n{values}\\n{disclaimer}|line 2: values belongs to an image",
        "[images]\\n{title}\\n[end]\\n{disclaimer}|line 2: title belongs to the whole note",
        "[images]\\n{disclaimer}|line 2: disclaimer belongs to the whole note",
        "[images]\\n[images]\\n[end]\\n{disclaimer}|line 2: [images] does not fit here",
        "[end]\\n{disclaimer}|line 1: [end] does not fit here",
        "{disclaimer}\\n[images]\\n{facts}|[images] is not ended",
        "Here: {heading}\\n{disclaimer}|line 1: heading stands for several lines",
        "{Title}\\n{disclaimer}|line 1: a brace is left over",
        "{title\\n{disclaimer}|line 1: a brace is left over",
        "{value:c2-c7-cob}\\n{disclaimer}|line 1: there is no measurement \"c2-c7-cob\"; probably",
        "{title}|lacks {disclaimer}"
      })
  void mistakesAreNamedWithTheirLine(String text, String sentence) throws Exception {
    Path file = folder.resolve("t.txt");
    Files.writeString(file, text.replace("\\n", "\n"));
    TemplateException e =
        assertThrows(
            TemplateException.class,
            () -> new TemplateReader(CATALOGUE, Locale.ENGLISH).read(file));
    assertTrue(String.valueOf(e.getMessage()).contains(sentence), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("t.txt"), e.getMessage());
  }

  @Test
  void whatIsNoTextIsSaid() throws Exception {
    Path file = folder.resolve("t.txt");
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});
    TemplateReader reader = new TemplateReader(CATALOGUE, Locale.ENGLISH);
    assertTrue(
        assertThrows(TemplateException.class, () -> reader.read(file))
            .getMessage()
            .contains("UTF-8"));
    assertThrows(TemplateException.class, () -> reader.read(folder));
    assertThrows(TemplateException.class, () -> reader.read(folder.resolve("none")));
  }

  private String note(String template, ReadingSession session, Identification identification)
      throws Exception {
    Path file = folder.resolve("template.txt");
    Files.writeString(file, template);
    return new TextNote(
            CATALOGUE,
            Locale.ENGLISH,
            identification,
            new TemplateReader(CATALOGUE, Locale.ENGLISH).read(file))
        .of(session.radiograph(), session.toReading());
  }
}
