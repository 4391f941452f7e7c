package org.cervimark.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;

/**
 * The measurement note for the record, as plain text in English or Korean: whom and what was
 * measured, each value with unit, meaning of its sign and interval, what could not be measured and
 * why, and what the reader must know to rely on it. Numbers are rounded for people; sentences are
 * wrapped at 100 cells; lines end with a line feed.
 */
public final class TextNote {

  static final int WIDTH = 100;

  private final Catalogue catalogue;
  private final Wording wording;
  private final NoteHeading heading;

  /**
   * Notes in a language, with the names, references and warnings of a catalogue.
   *
   * @param locale Korean, or any other for English
   */
  public TextNote(Catalogue catalogue, Locale locale) {
    this(catalogue, locale, Identification.FULL);
  }

  /**
   * Notes in a language, with the names, references and warnings of a catalogue.
   *
   * @param locale Korean, or any other for English
   * @param identification which identifying fields appear
   */
  public TextNote(Catalogue catalogue, Locale locale, Identification identification) {
    this.catalogue = catalogue;
    this.wording = Wording.of(TextNote.class, locale);
    this.heading = new NoteHeading(catalogue, locale, identification);
  }

  /** The note of a saved revision. */
  public String of(StudyReport report) {
    return compose(heading.of(report), report.readings(), report.remarks());
  }

  /** The note of a reading that is not saved yet. */
  public String of(Radiograph radiograph, Reading reading) {
    return compose(heading.of(radiograph), List.of(reading), StudyRemarks.NONE);
  }

  /** The part of a note that tells of one image: no patient, no reader, no disclaimer. */
  public String of(Reading reading) {
    return String.join("\n", new NoteSection(catalogue, wording, reading).lines("")) + "\n";
  }

  private String compose(TextTable whose, List<Reading> readings, StudyRemarks remarks) {
    List<String> lines = new ArrayList<>();
    lines.add(wording.get("note.title"));
    lines.add("");
    lines.addAll(whose.lines());
    Set<Outcome.Interval.Basis> bases = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    boolean scaleIncluded = false;
    int number = 1;
    for (Reading reading : readings) {
      NoteSection section = new NoteSection(catalogue, wording, reading);
      lines.add("");
      lines.addAll(section.lines(number++ + ". "));
      bases.addAll(section.bases());
      scaleIncluded |= section.scaleIncluded();
      sources.addAll(section.sources());
    }
    addParagraphs(lines, "note.findings", remarks.findings());
    addParagraphs(lines, "note.plan", remarks.plan().stream().toList());
    explain(lines, bases, scaleIncluded);
    cite(lines, sources);
    lines.add("");
    lines.addAll(PlainText.wrap(wording.get("note.disclaimer"), WIDTH));
    return String.join("\n", lines) + "\n";
  }

  private void addParagraphs(List<String> lines, String heading, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      lines.add("");
      lines.add(wording.get(heading));
      paragraphs.forEach(text -> addItem(lines, "  ", "-", PlainText.harmless(text)));
    }
  }

  private void explain(
      List<String> lines, Set<Outcome.Interval.Basis> bases, boolean scaleIncluded) {
    OutcomeText text = new OutcomeText(wording.locale(), catalogue.landmarks());
    lines.add("");
    lines.add(wording.get("note.explanation"));
    bases.forEach(basis -> addItem(lines, "  ", "±", text.basis(basis)));
    if (scaleIncluded) {
      addItem(lines, "  ", "±", text.scaleIncluded());
    }
    addItem(lines, "  ", "-", wording.get("note.tiers"));
  }

  private void cite(List<String> lines, Set<String> sources) {
    if (!sources.isEmpty()) {
      lines.add("");
      lines.add(wording.get("note.sources"));
      sources.forEach(
          key -> addItem(lines, "  ", "-", "[" + key + "] " + catalogue.source(key).orElse("")));
    }
  }

  /** Adds an item of a list, wrapped with its lines aligned behind the mark. */
  static void addItem(List<String> lines, String indent, String mark, String text) {
    String start = indent + mark + " ";
    String rest = " ".repeat(PlainText.cells(start));
    for (String line : PlainText.wrap(text, WIDTH - PlainText.cells(start))) {
      lines.add(start + line);
      start = rest;
    }
  }
}
