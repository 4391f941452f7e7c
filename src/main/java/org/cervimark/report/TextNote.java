package org.cervimark.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cervimark.image.Patient;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Study;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.terminology.Product;

/**
 * The measurement note for the record, as plain text in English or Korean: whom and what was
 * measured, each value with unit, meaning of its sign and interval, what could not be measured and
 * why, and what the reader must know to rely on it. Numbers are rounded for people; sentences are
 * wrapped at 100 cells; lines end with a line feed.
 */
public final class TextNote {

  static final int WIDTH = 100;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final Pattern DICOM_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private final Catalogue catalogue;
  private final Wording wording;

  /**
   * Notes in a language, with the names, references and warnings of a catalogue.
   *
   * @param locale Korean, or any other for English
   */
  public TextNote(Catalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.wording = Wording.of(TextNote.class, locale);
  }

  /** The note of a saved revision. */
  public String of(StudyReport report) {
    TextTable heading = heading(report.patient(), report.study());
    heading.row(
        wording.get("note.saved"),
        wording.get(
            "note.saved.value",
            MINUTE.format(report.savedAt()),
            Integer.toString(report.revision())));
    heading.row(wording.get("note.reader"), PlainText.harmless(report.reader().display()));
    heading.row(wording.get("note.program"), program(report.catalogueVersion()));
    return compose(heading, report.readings());
  }

  /** The note of a reading that is not saved yet. */
  public String of(Radiograph radiograph, Reading reading) {
    TextTable heading = heading(radiograph.patient(), radiograph.study());
    heading.row(wording.get("note.saved"), wording.get("note.saved.not"));
    heading.row(wording.get("note.program"), program(catalogue.version()));
    return compose(heading, List.of(reading));
  }

  /** The part of a note that tells of one image: no patient, no reader, no disclaimer. */
  public String of(Reading reading) {
    return String.join("\n", new NoteSection(catalogue, wording, reading).lines("")) + "\n";
  }

  private String compose(TextTable heading, List<Reading> readings) {
    List<String> lines = new ArrayList<>();
    lines.add(wording.get("note.title"));
    lines.add("");
    lines.addAll(heading.lines());
    Set<Outcome.Interval.Basis> bases = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    int number = 1;
    for (Reading reading : readings) {
      NoteSection section = new NoteSection(catalogue, wording, reading);
      lines.add("");
      lines.addAll(section.lines(number++ + ". "));
      bases.addAll(section.bases());
      sources.addAll(section.sources());
    }
    explain(lines, bases);
    cite(lines, sources);
    lines.add("");
    lines.addAll(PlainText.wrap(wording.get("note.disclaimer"), WIDTH));
    return String.join("\n", lines) + "\n";
  }

  private void explain(List<String> lines, Set<Outcome.Interval.Basis> bases) {
    OutcomeText text = new OutcomeText(wording.locale(), catalogue.landmarks());
    lines.add("");
    lines.add(wording.get("note.explanation"));
    bases.forEach(basis -> addItem(lines, "  ", "±", text.basis(basis)));
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

  private TextTable heading(Patient patient, Study study) {
    TextTable heading = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);
    List<String> who = new ArrayList<>();
    add(who, Optional.of(patient.name().display()));
    add(who, Optional.of(patient.id()).filter(s -> !s.isEmpty()).map(s -> get("patient.id", s)));
    add(who, patient.birthDate().map(d -> get("patient.born", date(d))));
    add(
        who,
        patient
            .sex()
            .filter(s -> List.of("M", "F", "O").contains(s))
            .map(s -> get("patient.sex." + s)));
    heading.row(wording.get("note.patient"), String.join(", ", who));
    List<String> what = new ArrayList<>();
    add(what, Optional.of(study.date().map(TextNote::date).orElse(get("study.undated"))));
    add(what, study.description());
    heading.row(wording.get("note.study"), String.join(", ", what));
    return heading;
  }

  private String program(String measuredWith) {
    return measuredWith.equals(catalogue.version())
        ? get("program.value", Product.nameAndVersion(), catalogue.version())
        : get(
            "program.differs",
            PlainText.harmless(measuredWith),
            Product.nameAndVersion(),
            catalogue.version());
  }

  private String get(String key, String... values) {
    return wording.get("note." + key, values);
  }

  private static void add(List<String> parts, Optional<String> part) {
    part.map(PlainText::harmless)
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .ifPresent(parts::add);
  }

  private static String date(String dicomDate) {
    return DICOM_DATE.matcher(dicomDate).replaceFirst("$1-$2-$3");
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
