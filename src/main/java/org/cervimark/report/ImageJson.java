package org.cervimark.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cervimark.anatomy.View;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;

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
      JsonFields.orientation(json, image.orientation());
      JsonFields.optional(json, "view", image.view().map(View::id));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Patient Orientation (0020,0020) as DICOM writes it, such as {@code A\F}. */
  public static String orientation(PatientOrientation orientation) {
    return JsonFields.text(orientation);
  }
}
