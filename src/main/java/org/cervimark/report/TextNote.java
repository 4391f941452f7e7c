package org.cervimark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cervimark.image.Patient;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Study;
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
  static final String INDENT = "  ";

  private final Catalogue catalogue;
  private final Wording wording;
  private final NoteHeading heading;
  private final Identification identification;
  private final NoteTemplate template;

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
    this(catalogue, locale, identification, TemplateReader.standard());
  }

  /**
   * Notes in a language and a layout, with the names, references and warnings of a catalogue.
   *
   * @param locale Korean, or any other for English
   * @param identification which identifying fields appear
   * @param template the layout
   */
  public TextNote(
      Catalogue catalogue, Locale locale, Identification identification, NoteTemplate template) {
    this.catalogue = catalogue;
    this.identification = identification;
    this.template = template;
    this.wording = Wording.of(TextNote.class, locale);
    this.heading = new NoteHeading(catalogue, locale, identification);
  }

  /** The note of a saved revision. */
  public String of(StudyReport report) {
    return fill(
        heading.of(report),
        Map.of(
            "saved", heading.saved(report),
            "reader", heading.reader(report),
            "verified", report.verification().map(heading::verified).orElse(""),
            "program", heading.program(report.catalogueVersion())),
        report.patient(),
        report.study(),
        NoteSection.of(ReportedStudy.of(report, catalogue), catalogue, wording.locale()),
        report.remarks());
  }

  /** The note of a reading that is not saved yet. */
  public String of(Radiograph radiograph, Reading reading) {
    return fill(
        heading.of(radiograph),
        Map.of(
            "saved", wording.get("note.saved.not"),
            "program", heading.program(catalogue.version())),
        radiograph.patient(),
        radiograph.study(),
        List.of(image(reading)),
        StudyRemarks.NONE);
  }

  /** The part of a note that tells of one image: no patient, no reader, no disclaimer. */
  public String of(Reading reading) {
    return of(image(reading));
  }

  /** The part of a note that tells of films together: no patient, no reader, no disclaimer. */
  public String of(ComparedFilms films) {
    return of(new FilmsSection(catalogue, wording, films));
  }

  private String of(NoteSection section) {
    return TemplateReader.standardImage().fill(new SectionWords(1, section), List.of());
  }

  private NoteSection image(Reading reading) {
    return new ImageSection(catalogue, wording, reading, ReportedValue.of(reading, catalogue));
  }

  private String fill(
      TextTable whose,
      Map<String, String> texts,
      Patient patient,
      Study study,
      List<NoteSection> parts,
      StudyRemarks remarks) {
    List<SectionWords> sections = new ArrayList<>();
    for (NoteSection part : parts) {
      sections.add(new SectionWords(sections.size() + 1, part));
    }
    Patient shown = identification.of(patient);
    Study shownStudy = identification.of(study);
    Map<String, String> all = new HashMap<>(texts);
    all.put("title", wording.get("note.title"));
    all.put("patient", heading.patient(patient));
    all.put("patient.name", shown.name().display());
    all.put("patient.id", shown.id());
    all.put("patient.birth-date", shown.birthDate().map(NoteHeading::date).orElse(""));
    all.put("patient.sex", shown.sex().orElse(""));
    all.put("study", heading.study(study));
    all.put("study.date", shownStudy.date().map(NoteHeading::date).orElse(""));
    all.put("study.description", shownStudy.description().orElse(""));
    return template.fill(new DocumentWords(whose, all, remarks, parts), sections);
  }

  /** What the names of one section stand for. */
  private final class SectionWords implements NoteTemplate.Words {

    private final int number;
    private final NoteSection section;

    SectionWords(int number, NoteSection section) {
      this.number = number;
      this.section = section;
    }

    @Override
    public String text(String name) {
      if (name.startsWith(TemplateNames.VALUE)) {
        return section.values().value(name.substring(TemplateNames.VALUE.length()));
      }
      return name.equals("number") ? Integer.toString(number) : section.heading();
    }

    @Override
    public List<String> lines(String name, int width) {
      return switch (name) {
        case "facts" -> section.facts().lines();
        case "protocol-note" ->
            section.preface().map(note -> PlainText.wrap(note, width)).orElse(List.of());
        case "marks" -> list(wording.get("note.marks"), section.marks(), width);
        case "uncertain" ->
            list(wording.get("note.uncertain"), section.uncertainLandmarks(), width);
        default -> section.values().lines(name, width);
      };
    }
  }

  /** What the names of the whole note stand for. */
  private final class DocumentWords implements NoteTemplate.Words {

    private final TextTable whose;
    private final Map<String, String> texts;
    private final StudyRemarks remarks;
    private final List<ValueSection> sections;

    DocumentWords(
        TextTable whose,
        Map<String, String> texts,
        StudyRemarks remarks,
        List<NoteSection> sections) {
      this.whose = whose;
      this.texts = texts;
      this.remarks = remarks;
      this.sections = sections.stream().map(NoteSection::values).toList();
    }

    @Override
    public String text(String name) {
      if (name.startsWith(TemplateNames.VALUE)) {
        String id = name.substring(TemplateNames.VALUE.length());
        return sections.stream()
            .map(section -> section.value(id))
            .filter(text -> !text.equals(ValueSection.NOTHING))
            .findFirst()
            .orElse(ValueSection.NOTHING);
      }
      return PlainText.harmless(texts.getOrDefault(name, ""));
    }

    @Override
    public List<String> lines(String name, int width) {
      return switch (name) {
        case "heading" -> whose.lines();
        case "findings" -> list(wording.get("note.findings"), remarks.findings(), width);
        case "plan" -> list(wording.get("note.plan"), remarks.plan().stream().toList(), width);
        case "explanation" -> explanation(width);
        case "sources" -> list(wording.get("note.sources"), sources(), width);
        case "disclaimer" -> PlainText.wrap(wording.get("note.disclaimer"), width);
        default -> throw new IllegalArgumentException("no part of a note: " + name);
      };
    }

    private List<String> sources() {
      Set<String> keys = new LinkedHashSet<>();
      sections.forEach(section -> keys.addAll(section.sources()));
      return keys.stream().map(k -> "[" + k + "] " + catalogue.source(k).orElse("")).toList();
    }

    private List<String> explanation(int width) {
      OutcomeText text = new OutcomeText(wording.locale(), catalogue.landmarks());
      Set<Outcome.Interval.Basis> bases = new LinkedHashSet<>();
      sections.forEach(section -> bases.addAll(section.bases()));
      List<String> lines = new ArrayList<>();
      lines.add(wording.get("note.explanation"));
      bases.forEach(basis -> addItem(lines, "  ", "±", text.basis(basis), width));
      if (sections.stream().anyMatch(ValueSection::scaleIncluded)) {
        addItem(lines, "  ", "±", text.scaleIncluded(), width);
      }
      addItem(lines, "  ", "-", wording.get("note.tiers"), width);
      return lines;
    }
  }

  /** A list under its title; nothing if there are no items. */
  static List<String> list(String title, List<String> texts, int width) {
    List<String> lines = new ArrayList<>();
    if (!texts.isEmpty()) {
      lines.add(title);
      texts.forEach(text -> addItem(lines, INDENT, "-", PlainText.harmless(text), width));
    }
    return lines;
  }

  /** Adds an item of a list, wrapped with its lines aligned behind the mark. */
  static void addItem(List<String> lines, String indent, String mark, String text, int width) {
    String start = indent + mark + " ";
    String rest = " ".repeat(PlainText.cells(start));
    for (String line : PlainText.wrap(text, width - PlainText.cells(start))) {
      lines.add(start + line);
      start = rest;
    }
  }
}
