package org.cervimark.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cervimark.dicom.media.StudyFolder.ForeignEntry;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.ForeignMark;
import org.cervimark.report.PlainText;

/** The marks of other programs as text and as JSON. */
final class ForeignMarks {

  private ForeignMarks() {}

  /** Whose they are, and one line for each mark. */
  static List<String> lines(ForeignEntry entry, Console console) {
    ForeignLayer layer = entry.layer();
    List<String> lines = new ArrayList<>();
    lines.add(
        console
            .wording()
            .get(
                "show.foreign." + layer.kind().name().toLowerCase(Locale.ROOT),
                PlainText.harmless(layer.whose())));
    lines.add("    " + entry.file());
    for (ForeignMark mark : layer.marks()) {
      lines.add(
          "    "
              + PlainText.harmless(mark.label())
              + "  "
              + shape(mark)
              + mark.points().stream()
                  .map(p -> " " + p.column() + "," + p.row())
                  .collect(Collectors.joining())
              + mark.values().stream()
                  .map(v -> "  " + PlainText.harmless(v.name() + " " + v.value() + " " + v.unit()))
                  .collect(Collectors.joining()));
    }
    if (layer.leftOut() > 0) {
      lines.add(
          "    "
              + console.wording().get("show.foreign.left-out", Integer.toString(layer.leftOut())));
    }
    return lines;
  }

  /** The same as one JSON object. */
  static String json(ForeignEntry entry) {
    ForeignLayer layer = entry.layer();
    JsonObject json = new JsonObject();
    json.addProperty("path", entry.file().toString());
    json.addProperty("foreign", layer.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("documentUid", layer.document());
    json.addProperty("maker", layer.maker());
    layer.author().ifPresent(a -> json.addProperty("author", a.toDicom()));
    layer.madeAt().ifPresent(t -> json.addProperty("madeAt", t.toString()));
    json.addProperty("leftOut", layer.leftOut());
    JsonArray marks = new JsonArray();
    for (ForeignMark mark : layer.marks()) {
      JsonObject each = new JsonObject();
      each.addProperty("label", mark.label());
      each.addProperty("shape", shape(mark));
      each.addProperty("sopInstanceUid", mark.image());
      mark.frame().ifPresent(f -> each.addProperty("frame", f));
      JsonArray points = new JsonArray();
      mark.points()
          .forEach(
              p -> {
                JsonArray point = new JsonArray();
                point.add(p.column());
                point.add(p.row());
                points.add(point);
              });
      each.add("points", points);
      JsonArray values = new JsonArray();
      for (ForeignMark.Value value : mark.values()) {
        JsonObject number = new JsonObject();
        number.addProperty("name", value.name());
        number.addProperty("value", value.value());
        number.addProperty("unit", value.unit());
        values.add(number);
      }
      each.add("values", values);
      marks.add(each);
    }
    json.add("marks", marks);
    return json.toString();
  }

  private static String shape(ForeignMark mark) {
    return mark.shape().name().toLowerCase(Locale.ROOT);
  }
}
