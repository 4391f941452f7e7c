package org.cervimark.imagej;

import ij.Macro;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.report.Wording;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Measure: measures an image, or all images below a folder,
 * from a table of landmarks, as {@code measure} of the command line does. In a macro, with or
 * without a display: {@code run("CerviMark Measure", "path=[/films] landmarks=[/landmarks.csv]
 * out=[/values.jsonl]")}.
 */
public final class MeasureCommand implements PlugIn {

  /** What is asked for; the words are those of macros. */
  record Order(String path, String landmarks, String out, boolean json, List<String> more) {

    /** As a macro says it: what the dialog asks for. */
    String options() {
      return "path="
          + MacroText.file(path)
          + " landmarks="
          + MacroText.file(landmarks)
          + " out="
          + MacroText.file(out)
          + " format="
          + (json ? "json" : "text");
    }

    List<String> words() {
      List<String> words = new ArrayList<>(List.of("measure", "--landmarks", landmarks));
      if (!out.isBlank()) {
        words.addAll(List.of("--out", out));
      }
      if (json) {
        words.add("--json");
      }
      words.addAll(more);
      return words;
    }
  }

  @Override
  public void run(String arg) {
    if (Macro.getOptions() == null && !PluginCommand.hasDisplay()) {
      return;
    }
    Optional<Order> order = Macro.getOptions() == null ? asked() : Optional.of(ofMacro());
    order.ifPresent(o -> ImageJRecorder.INSTANCE.takeChosen("CerviMark Measure", o.options()));
    order.ifPresent(o -> CommandLine.run(o.words(), List.of(o.path())));
  }

  private static Order ofMacro() {
    List<String> more = new ArrayList<>();
    for (String name : List.of("protocol", "facing", "side", "reader")) {
      PluginCommand.option(name).ifPresent(value -> more.addAll(List.of("--" + name, value)));
    }
    PluginCommand.option("save").filter("yes"::equals).ifPresent(yes -> more.add("--save"));
    return new Order(
        PluginCommand.option("path").orElse(""),
        PluginCommand.option("landmarks").orElse(""),
        PluginCommand.option("out").orElse(""),
        PluginCommand.option("format").orElse("json").equals("json"),
        more);
  }

  /** Asks in ImageJ's own dialog; its labels are the words of macros. */
  private static Optional<Order> asked() {
    Wording wording = Settings.inPreferences().wording();
    GenericDialog dialog = new GenericDialog(wording.get("measure.title"));
    dialog.addMessage(wording.get("measure.message"));
    dialog.addDirectoryField("Path", "");
    dialog.addFileField("Landmarks", "");
    dialog.addStringField("Out", "", 30);
    dialog.addChoice("Format", new String[] {"json", "text"}, "json");
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return Optional.empty();
    }
    return Optional.of(
        new Order(
            dialog.getNextString(),
            dialog.getNextString(),
            dialog.getNextString(),
            dialog.getNextChoice().equals("json"),
            List.of()));
  }
}
