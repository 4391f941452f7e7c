package org.cervimark.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cervimark.anatomy.View;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleQuestion;

/** What a file says of an image, as one line of JSON. Holds no patient data. */
public final class ImageJson {

  private ImageJson() {}

  /** One JSON object without line feed. */
  public static String line(Path file, Radiograph image) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("path").value(file.toString());
      json.name("sopInstanceUid").value(image.reference().sopInstanceUid());
      json.name("studyInstanceUid").value(image.reference().studyInstanceUid());
      json.name("modality").value(image.modality());
      json.name("rows").value(image.rows());
      json.name("columns").value(image.columns());
      json.name("frames").value(image.pixelFormat().frames());
      json.name("bitsStored").value(image.pixelFormat().bitsStored());
      json.name("photometric").value(image.pixelFormat().photometricInterpretation());
      json.name("transferSyntax").value(image.pixelFormat().transferSyntaxUid());
      JsonFields.spacing(json, image.scale());
      if (image.scaleQuestion().isPresent()) {
        question(json, image.scaleQuestion().get());
      }
      JsonFields.orientation(json, image.orientation());
      JsonFields.optional(json, "view", image.view().map(View::id));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The scales to choose from where the header contradicts itself. */
  private static void question(JsonWriter json, ScaleQuestion question) throws IOException {
    json.name("scaleQuestion").beginObject();
    json.name("kind").value(question.kind());
    json.name("sentence").value(question.sentence());
    json.name("answers").beginArray();
    for (ScaleQuestion.Answer answer : question.answers()) {
      json.beginObject();
      json.name("id").value(answer.id());
      json.name("sentence").value(answer.sentence());
      JsonFields.spacing(json, answer.scale());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  /** Patient Orientation (0020,0020) as DICOM writes it, such as {@code A\F}. */
  public static String orientation(PatientOrientation orientation) {
    return JsonFields.text(orientation);
  }
}
