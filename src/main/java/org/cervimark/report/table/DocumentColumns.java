package org.cervimark.report.table;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cervimark.image.Patient;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.ComparedFilms;
import org.cervimark.report.Identification;
import org.cervimark.report.Identification.Field;

/** The columns with which all tables begin: which document, study and image a row is about. */
final class DocumentColumns {

  /** ISO 8601 without zone, local time of the saving. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private final Identification identification;

  DocumentColumns(Identification identification) {
    this.identification = identification;
  }

  void header(CsvRows line) {
    line.text("file")
        .text("document_uid")
        .text("lineage_uid")
        .text("revision")
        .text("predecessor_uid")
        .text("saved_at");
    identifying(line, Field.READER, "reader");
    identifying(line, Field.NAME, "patient_name");
    identifying(line, Field.ID, "patient_id");
    identifying(line, Field.BIRTH_DATE, "patient_birth_date");
    identifying(line, Field.SEX, "patient_sex");
    identifying(line, Field.STUDY_DATE, "study_date");
    identifying(line, Field.STUDY_DESCRIPTION, "study_description");
    line.text("study_uid")
        .text("image")
        .text("frame")
        .text("modality")
        .text("view")
        .text("protocol");
  }

  /** The cells that all rows of a reading begin with. */
  String cells(Path file, StudyReport report, Reading reading) {
    CsvRows line = document(file, report);
    line.text(reading.image().studyInstanceUid())
        .text(reading.image().sopInstanceUid())
        .number(reading.image().frame())
        .text(reading.modality())
        .text(reading.view().id())
        .text(reading.protocol());
    return line.fields();
  }

  /**
   * The cells that all rows of films measured together begin with: what all films agree in once,
   * else of each, separated by spaces.
   */
  String cells(Path file, StudyReport report, ComparedFilms films) {
    CsvRows line = document(file, report);
    line.text(report.studyInstanceUid())
        .text(films.each(r -> r.image().sopInstanceUid()))
        .text(films.each(r -> Integer.toString(r.image().frame())))
        .text(films.each(Reading::modality))
        .text(films.each(r -> r.view().id()))
        .text(films.each(Reading::protocol));
    return line.fields();
  }

  private CsvRows document(Path file, StudyReport report) {
    CsvRows line = new CsvRows();
    Patient patient = report.patient();
    line.text(file.toString())
        .text(report.documentUid())
        .text(report.lineage())
        .number(report.revision())
        .text(report.predecessor())
        .text(MOMENT.format(report.savedAt()));
    identifying(line, Field.READER, report.reader().toDicom());
    identifying(line, Field.NAME, patient.name().toDicom());
    identifying(line, Field.ID, patient.id());
    identifying(line, Field.BIRTH_DATE, patient.birthDate().orElse(""));
    identifying(line, Field.SEX, patient.sex().orElse(""));
    identifying(line, Field.STUDY_DATE, report.study().date().orElse(""));
    identifying(line, Field.STUDY_DESCRIPTION, report.study().description().orElse(""));
    return line;
  }

  private void identifying(CsvRows line, Field field, String text) {
    if (identification.shows(field)) {
      line.text(text);
    }
  }
}
