package org.cervimark.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;

/** Parts that the JSON of images and of readings have in common. */
final class JsonFields {

  private JsonFields() {}

  /** The scale in force; without a source, lengths are in column spacings. */
  static void spacing(JsonWriter json, Scale scale) throws IOException {
    json.name("spacing").beginObject();
    json.name("column").value(scale.columnSpacing());
    json.name("row").value(scale.rowSpacing());
    json.name("unit").value(scale.lengthUnit().code().value());
    json.name("source").value(OutcomeText.id(scale.source()));
    json.name("magnified").value(scale.source().magnified());
    optional(json, "note", scale.note());
    if (scale.object().isPresent()) {
      object(json, scale.object().get());
    }
    json.endObject();
  }

  /** The object of known length that the reader marked; its ends are landmarks. */
  private static void object(JsonWriter json, CalibrationObject object) throws IOException {
    json.name("object").beginObject();
    json.name("length").value(object.length());
    if (object.uncertainty().isPresent()) {
      json.name("uncertainty").value(object.uncertainty().get());
    }
    json.name("description").value(object.description());
    optional(json, "responsible", object.responsible());
    optional(json, "time", object.time().map(LocalDateTime::toString));
    json.endObject();
  }

  /** Patient Orientation as DICOM writes it, and toward which edge a lateral image looks. */
  static void orientation(JsonWriter json, Optional<PatientOrientation> orientation)
      throws IOException {
    optional(json, "patientOrientation", orientation.map(JsonFields::text));
    optional(
        json,
        "facing",
        orientation
            .flatMap(PatientOrientation::facing)
            .map(facing -> facing.name().toLowerCase(Locale.ROOT)));
  }

  /** A number, or null for none. */
  static void number(JsonWriter json, String name, Optional<Double> number) throws IOException {
    json.name(name);
    if (number.isPresent()) {
      json.value(number.get());
    } else {
      json.nullValue();
    }
  }

  /** A text, or null for none. */
  static void optional(JsonWriter json, String name, Optional<String> text) throws IOException {
    json.name(name);
    if (text.isPresent()) {
      json.value(text.get());
    } else {
      json.nullValue();
    }
  }

  /** Patient Orientation as DICOM writes it, such as {@code A\F}. */
  static String text(PatientOrientation orientation) {
    return orientation.row().letter() + "\\" + orientation.column().letter();
  }
}
