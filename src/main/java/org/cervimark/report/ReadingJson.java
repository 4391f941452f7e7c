package org.cervimark.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.reading.Verification;
import org.cervimark.terminology.Product;

/**
 * Readings as JSON, in full precision. Every key is always there; what is not known is null. Units
 * are UCUM codes, intervals are 95 % intervals. The published schema is {@code reading.schema.json}
 * beside this class.
 */
public final class ReadingJson {

  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private final Catalogue catalogue;
  private final Identification identification;
  private final ValueJson lines;

  /** JSON with the names and reasons of a catalogue, in English; it names the reader only. */
  public ReadingJson(Catalogue catalogue) {
    this(catalogue, Identification.READER_ONLY);
  }

  /**
   * JSON with the names and reasons of a catalogue, in English.
   *
   * @param identification which identifying fields are more than null
   */
  public ReadingJson(Catalogue catalogue, Identification identification) {
    this.catalogue = catalogue;
    this.identification = identification;
    this.lines = new ValueJson(catalogue);
  }

  /**
   * A reading just made, as one line without line feed.
   *
   * @param file where the image lies
   * @param saved the revision in which it was saved, if it was
   */
  public String line(Path file, Reading reading, Optional<StudyReport> saved) {
    return object(
        json -> {
          json.name("path").value(file.toString());
          JsonFields.optional(json, "documentUid", saved.map(StudyReport::documentUid));
          json.name("revision");
          if (saved.isPresent()) {
            json.value(saved.get().revision());
          } else {
            json.nullValue();
          }
          json.name("program").value(Product.nameAndVersion());
          json.name("catalogueVersion").value(catalogue.version());
          json.name("studyInstanceUid").value(reading.image().studyInstanceUid());
          List<ReportedValue> values = ReportedValue.of(reading, catalogue);
          reading(json, reading, values, ReportedPass.of(reading, values));
        });
  }

  /**
   * A saved revision with all its readings, as one line without line feed.
   *
   * @param file where it lies
   */
  public String line(Path file, ReportedStudy study) {
    StudyReport report = study.report();
    return object(
        json -> {
          json.name("path").value(file.toString());
          json.name("documentUid").value(report.documentUid());
          json.name("lineage").value(report.lineage());
          json.name("revision").value(report.revision());
          JsonFields.optional(json, "predecessor", report.predecessor());
          json.name("savedAt").value(MILLISECOND.format(report.savedAt()));
          JsonFields.optional(json, "reader", reader(report.reader()));
          patient(json, identification.of(report.patient()));
          JsonFields.optional(json, "studyDate", identification.of(report.study()).date());
          json.name("catalogueVersion").value(report.catalogueVersion());
          json.name("studyInstanceUid").value(report.studyInstanceUid());
          remarks(json, report);
          json.name("readings").beginArray();
          for (ReportedStudy.Image image : study.images()) {
            json.beginObject();
            reading(json, image.reading(), image.values(), image.passes());
            json.endObject();
          }
          json.endArray();
          json.name("comparisons");
          comparisons(json, study.compared());
        });
  }

  private Optional<String> reader(PersonName reader) {
    return Optional.of(identification.reader(reader).toDicom()).filter(s -> !s.isEmpty());
  }

  private void patient(JsonWriter json, Patient patient) throws IOException {
    json.name("patient");
    if (!identification.showsPatient()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    JsonFields.optional(
        json, "name", Optional.of(patient.name().toDicom()).filter(s -> !s.isEmpty()));
    JsonFields.optional(json, "id", Optional.of(patient.id()).filter(s -> !s.isEmpty()));
    JsonFields.optional(json, "birthDate", patient.birthDate());
    JsonFields.optional(json, "sex", patient.sex());
    json.endObject();
  }

  private void remarks(JsonWriter json, StudyReport report) throws IOException {
    json.name("findings").beginArray();
    for (String finding : report.remarks().findings()) {
      json.value(finding);
    }
    json.endArray();
    JsonFields.optional(json, "plan", report.remarks().plan());
    JsonFields.optional(json, "timePoint", report.remarks().timePoint().map(TimePoint::label));
    json.name("verification");
    if (report.verification().isEmpty()) {
      json.nullValue();
      return;
    }
    Verification verification = report.verification().get();
    json.beginObject();
    JsonFields.optional(json, "observer", reader(verification.observer()));
    json.name("organization").value(verification.organization());
    json.name("at").value(verification.at().toString());
    json.endObject();
  }

  private static void marks(JsonWriter json, Reading reading) throws IOException {
    json.name("marks").beginArray();
    for (FreeMark mark : reading.marks()) {
      Optional<FreeMark.Value> value = mark.value(reading.scale());
      json.beginObject();
      json.name("uid").value(mark.uid());
      json.name("kind").value(mark.kind().id());
      JsonFields.number(json, "value", value.map(FreeMark.Value::value));
      JsonFields.optional(json, "unit", value.map(v -> v.unit().code().value()));
      json.name("text").value(mark.text());
      json.name("points").beginArray();
      for (ImagePoint point : mark.points()) {
        json.beginArray().value(point.column()).value(point.row()).endArray();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  /**
   * What films of a study tell together that are not saved yet, as one line without line feed.
   *
   * @param studyInstanceUid the study
   * @param compared the films with their lines
   */
  public String line(String studyInstanceUid, List<ComparedFilms> compared) {
    return object(
        json -> {
          json.name("program").value(Product.nameAndVersion());
          json.name("catalogueVersion").value(catalogue.version());
          json.name("studyInstanceUid").value(studyInstanceUid);
          json.name("comparisons");
          comparisons(json, compared);
        });
  }

  private void comparisons(JsonWriter json, List<ComparedFilms> compared) throws IOException {
    json.beginArray();
    for (ComparedFilms films : compared) {
      for (ReportedValue value : films.values()) {
        json.beginObject();
        json.name("films").beginObject();
        for (Map.Entry<FilmRole, Reading> film : films.readings().entrySet()) {
          json.name(film.getKey().id()).value(film.getValue().image().sopInstanceUid());
        }
        json.endObject();
        lines.fields(json, value, films.scale());
        json.endObject();
      }
    }
    json.endArray();
  }

  private void reading(
      JsonWriter json, Reading reading, List<ReportedValue> values, List<ReportedPass> passes)
      throws IOException {
    json.name("sopInstanceUid").value(reading.image().sopInstanceUid());
    json.name("frame").value(reading.image().frame());
    json.name("modality").value(reading.modality());
    json.name("columns").value(reading.columns());
    json.name("rows").value(reading.rows());
    json.name("view").value(reading.view().id());
    json.name("protocol").value(reading.protocol());
    JsonFields.spacing(json, reading.scale());
    JsonFields.orientation(json, reading.orientation());
    JsonFields.optional(
        json, "orientationSource", reading.orientationSource().map(OutcomeText::id));
    json.name("vertical").value(reading.subject().plumbLine().isPresent() ? "plumb" : "image");
    landmarks(json, reading.landmarks());
    marks(json, reading);
    passes(json, passes);
    json.name("measurements").beginArray();
    for (ReportedValue value : values) {
      json.beginObject();
      lines.fields(json, value, reading.scale());
      json.endObject();
    }
    json.endArray();
  }

  private static void landmarks(JsonWriter json, LandmarkSet landmarks) throws IOException {
    json.name("landmarks").beginArray();
    for (Placement placement : landmarks.all()) {
      landmark(json, placement);
    }
    json.endArray();
  }

  /** Each blinded pass with what it says alone; none if the image was read once. */
  private static void passes(JsonWriter json, List<ReportedPass> passes) throws IOException {
    json.name("passes").value(Math.max(1, passes.size()));
    json.name("replicates").beginArray();
    for (ReportedPass pass : passes) {
      json.beginObject();
      json.name("pass").value(pass.number());
      landmarks(json, pass.landmarks());
      json.name("values").beginArray();
      for (ReportedValue value : pass.values()) {
        ValueFacts facts = ValueFacts.of(value);
        json.beginObject();
        json.name("id").value(value.id());
        json.name("version").value(value.version());
        JsonFields.number(json, "value", facts.number());
        JsonFields.optional(json, "unit", facts.unit().map(u -> u.code().value()));
        JsonFields.optional(json, "category", facts.categoryId());
        JsonFields.optional(json, "reason", facts.reason());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void landmark(JsonWriter json, Placement placement) throws IOException {
    json.beginObject();
    json.name("id").value(placement.landmark().value());
    JsonFields.number(json, "column", placement.point().map(ImagePoint::column));
    JsonFields.number(json, "row", placement.point().map(ImagePoint::row));
    json.name("visibility").value(placement.visibility().id());
    json.name("origin").value(OutcomeText.id(placement.origin()));
    json.endObject();
  }

  /** Writes what stands between the braces of an object. */
  @FunctionalInterface
  private interface Body {
    void write(JsonWriter json) throws IOException;
  }

  private static String object(Body body) {
    UnlockedText text = new UnlockedText();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      body.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
