package org.cervimark.imagej;

import ij.Macro;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.report.Wording;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Export: writes tables, notes, PDFs, FHIR bundles, ROI sets
 * and pictures of all that is saved below a folder, as {@code export} of the command line does. In
 * a macro, with or without a display: {@code run("CerviMark Export", "path=[/studies]
 * out=[/results] format=csv,json language=en identify=none")}.
 */
public final class ExportCommand implements PlugIn {

  private static final String FORMATS = "text,csv,json,pdf,fhir,roi,png";

  /** What is asked for; the words are those of macros. */
  private record Order(String path, String out, String format, String language, String identify) {

    /** As a macro says it. */
    String options() {
      return "path="
          + MacroText.file(path)
          + " out="
          + MacroText.file(out)
          + " format="
          + MacroText.quoted(format)
          + " language="
          + language
          + " identify="
          + MacroText.quoted(identify);
    }
  }

  @Override
  public void run(String arg) {
    if (Macro.getOptions() == null && !PluginCommand.hasDisplay()) {
      return;
    }
    Optional<Order> order = Macro.getOptions() == null ? asked() : Optional.of(ofMacro());
    order.ifPresent(o -> ImageJRecorder.INSTANCE.takeChosen("CerviMark Export", o.options()));
    order.ifPresent(ExportCommand::export);
  }

  private static Order ofMacro() {
    return new Order(
        PluginCommand.option("path").orElse(""),
        PluginCommand.option("out").orElse(""),
        PluginCommand.option("format").orElse(FORMATS),
        PluginCommand.option("language").orElse("en"),
        PluginCommand.option("identify").orElse(""));
  }

  /** Asks in ImageJ's own dialog; its labels are the words of macros. */
  private static Optional<Order> asked() {
    Wording wording = Settings.inPreferences().wording();
    GenericDialog dialog = new GenericDialog(wording.get("export.title"));
    dialog.addMessage(wording.get("export.message"));
    dialog.addDirectoryField("Path", "");
    dialog.addDirectoryField("Out", "");
    dialog.addStringField("Format", FORMATS, 30);
    dialog.addChoice("Language", new String[] {"en", "ko"}, wording.locale().getLanguage());
    dialog.addStringField("Identify", "all", 30);
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return Optional.empty();
    }
    return Optional.of(
        new Order(
            dialog.getNextString(),
            dialog.getNextString(),
            dialog.getNextString(),
            dialog.getNextChoice(),
            dialog.getNextString()));
  }

  private static void export(Order order) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "export",
                "--out",
                order.out(),
                "--format",
                order.format().replace(" ", ""),
                "--lang",
                order.language()));
    if (!order.identify().isBlank()) {
      words.addAll(List.of("--identify", order.identify().replace(" ", "")));
    }
    CommandLine.run(words, List.of(order.path()));
  }
}
