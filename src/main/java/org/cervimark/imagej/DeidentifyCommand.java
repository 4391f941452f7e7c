package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.deidentify.DateRule;
import org.cervimark.dicom.deidentify.Deidentified;
import org.cervimark.dicom.deidentify.Deidentifier;
import org.cervimark.report.Wording;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Export Without Names: copies a study without what says
 * whose it is, and lists what was removed in ImageJ's log. In a macro, also without a display:
 * {@code run("CerviMark Export Without Names", "path=[/study] out=[/copies] shift=-100")}; without
 * {@code shift} dates are removed.
 */
public final class DeidentifyCommand implements PlugIn {

  private static final Pattern DAYS = Pattern.compile("[-+]?[0-9]{1,6}");
  private static final int MOST_PLACES = 20;

  @Override
  public void run(String arg) {
    Wording wording = Settings.inPreferences().wording();
    Optional<Path> source = folder("path", wording.get("deidentify.source"));
    Optional<Path> target =
        source.isEmpty() ? Optional.empty() : folder("out", wording.get("deidentify.target"));
    if (target.isEmpty()) {
      return;
    }
    ImageJRecorder.INSTANCE.takeChosen(
        "CerviMark Export Without Names",
        "path="
            + MacroText.file(source.get().toString())
            + " out="
            + MacroText.file(target.get().toString()));
    DateRule dates =
        PluginCommand.option("shift")
            .filter(days -> DAYS.matcher(days).matches())
            .map(days -> DateRule.shift(Integer.parseInt(days)))
            .orElse(DateRule.remove());
    try {
      tell(new Deidentifier(dates, Optional.empty()).export(source.get(), target.get()), wording);
    } catch (DicomException e) {
      PluginCommand.fail(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private static Optional<Path> folder(String option, String title) {
    Optional<Path> named = PluginCommand.option(option).map(Path::of);
    if (named.isPresent()) {
      return named;
    }
    return PluginCommand.hasDisplay() ? PluginCommand.chooseFolder(title) : Optional.empty();
  }

  private static void tell(Deidentified outcome, Wording wording) {
    if (outcome instanceof Deidentified.Stopped stopped) {
      String places =
          stopped.places().stream()
              .limit(MOST_PLACES)
              .map(p -> p.file() + "  " + p.attribute())
              .collect(Collectors.joining("\n"));
      PluginCommand.fail(wording.get("deidentify.stopped") + "\n" + places);
      return;
    }
    Deidentified.Exported exported = (Deidentified.Exported) outcome;
    SortedMap<String, Integer> removed = new TreeMap<>();
    for (Deidentified.FileReport file : exported.files()) {
      IJ.log(file.target().toString());
      file.removed().forEach((what, times) -> removed.merge(what, times, Integer::sum));
      if (file.mayShowIdentity()) {
        IJ.log(wording.get("deidentify.pixels", file.target().toString()));
      }
    }
    removed.forEach((what, times) -> IJ.log("  " + what + ": " + times));
    IJ.log(
        wording.get(
            "deidentify.done",
            Integer.toString(exported.files().size()),
            Integer.toString(exported.uids()),
            Integer.toString(exported.identifiers())));
  }
}
