package org.cervimark.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cervimark.image.Patient;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Study;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.Verification;
import org.cervimark.terminology.Product;

/** With what a note begins: whose study, saved when, read by whom, written by which program. */
public final class NoteHeading {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final Pattern DICOM_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private final Catalogue catalogue;
  private final Wording wording;
  private final Identification identification;

  /**
   * Headings in a language.
   *
   * @param locale Korean, or any other for English
   * @param identification which identifying fields appear
   */
  public NoteHeading(Catalogue catalogue, Locale locale, Identification identification) {
    this.catalogue = catalogue;
    this.wording = Wording.of(NoteHeading.class, locale);
    this.identification = identification;
  }

  /** The heading of a saved revision: label and text of each line. */
  public TextTable of(StudyReport report) {
    TextTable heading = whose(report.patient(), report.study());
    heading.row(wording.get("note.saved"), saved(report));
    String reader = reader(report);
    if (!reader.isEmpty()) {
      heading.row(wording.get("note.reader"), reader);
    }
    report.verification().ifPresent(v -> heading.row(wording.get("note.verified"), verified(v)));
    report
        .remarks()
        .timePoint()
        .ifPresent(t -> heading.row(wording.get("note.timepoint"), PlainText.harmless(t.label())));
    heading.row(wording.get("note.program"), program(report.catalogueVersion()));
    return heading;
  }

  /** The heading of a reading that is not saved yet. */
  public TextTable of(Radiograph radiograph) {
    TextTable heading = whose(radiograph.patient(), radiograph.study());
    heading.row(wording.get("note.saved"), get("saved.not"));
    heading.row(wording.get("note.program"), program(catalogue.version()));
    return heading;
  }

  /** When a revision was saved, and its number. */
  public String saved(StudyReport report) {
    return get("saved.value", MINUTE.format(report.savedAt()), Integer.toString(report.revision()));
  }

  /** The reader, or nothing. */
  public String reader(StudyReport report) {
    return PlainText.harmless(identification.reader(report.reader()).display());
  }

  /** Who answers for a revision, and since when. */
  public String verified(Verification verification) {
    String observer = PlainText.harmless(identification.reader(verification.observer()).display());
    return get(
        observer.isEmpty() ? "verified.unnamed" : "verified.value",
        observer,
        PlainText.harmless(verification.organization()),
        MINUTE.format(verification.at()));
  }

  /** What of the patient appears, or nothing. */
  public String patient(Patient all) {
    Patient patient = identification.of(all);
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
    return String.join(", ", who);
  }

  /** What of the study appears, or nothing. */
  public String study(Study all) {
    Study study = identification.of(all);
    List<String> what = new ArrayList<>();
    if (identification.shows(Identification.Field.STUDY_DATE)) {
      add(what, Optional.of(study.date().map(NoteHeading::date).orElse(get("study.undated"))));
    }
    add(what, study.description());
    return String.join(", ", what);
  }

  /** The program and the catalogue by which the values were measured. */
  public String program(String measuredWith) {
    return measuredWith.equals(catalogue.version())
        ? get("program.value", Product.nameAndVersion(), catalogue.version())
        : get(
            "program.differs",
            PlainText.harmless(measuredWith),
            Product.nameAndVersion(),
            catalogue.version());
  }

  private TextTable whose(Patient patient, Study study) {
    TextTable heading = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);
    if (identification.showsPatient()) {
      heading.row(wording.get("note.patient"), patient(patient));
    }
    String what = study(study);
    if (!what.isEmpty()) {
      heading.row(wording.get("note.study"), what);
    }
    return heading;
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

  /** A date as DICOM writes it, with hyphens. */
  static String date(String dicomDate) {
    return DICOM_DATE.matcher(dicomDate).replaceFirst("$1-$2-$3");
  }
}
