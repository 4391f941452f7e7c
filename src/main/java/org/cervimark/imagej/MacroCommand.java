package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.Locale;
import org.cervimark.report.Wording;

/**
 * The commands by which macros do what a reader does with the mouse; {@code plugins.config} names
 * them and says which. README lists them with their options.
 */
public final class MacroCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Wording wording = Wording.of(MacroCommand.class, Locale.getDefault());
    // The viewer records what a command has changed.
    Recorder.disableCommandRecording();
    MacroOptions options = PluginCommand.options(wording);
    PluginCommand.withImage(
        front -> {
          try {
            run(arg, front, options);
          } catch (MacroException e) {
            IJ.error(wording.get("product"), e.getMessage());
          }
        });
  }

  /**
   * Runs a command.
   *
   * @param command as plugins.config has it
   */
  static void run(String command, InFront front, MacroOptions options) throws MacroException {
    MacroScript script = new MacroScript(front);
    MacroSeeing seeing = new MacroSeeing(front);
    MacroRevisions revisions = new MacroRevisions(front);
    MacroComparisons comparisons = new MacroComparisons(front);
    switch (command) {
      case "place" -> script.place(options);
      case "not-visible" -> script.markNotVisible(options);
      case "remove" -> script.remove(options);
      case "protocol" -> script.chooseProtocol(options);
      case "orientation" -> script.orient(options);
      case "show" -> script.show(options);
      case "draw" -> script.draw(options);
      case "remove-mark" -> script.removeMark(options);
      case "calibrate" -> script.calibrate(options);
      case "remove-calibration" -> script.removeCalibration();
      case "scale" -> script.chooseScale(options);
      case "repeat" -> script.repeat(options);
      case "window" -> seeing.window(options);
      case "turn" -> seeing.turn(options);
      case "view" -> seeing.view(options);
      case "display" -> seeing.display(options);
      case "settings" -> seeing.settings(options);
      case "compare" -> comparisons.open(options);
      case "comparison" -> comparisons.change(options);
      case "close-comparison" -> comparisons.close(options);
      case "remarks" -> revisions.remark(options);
      case "sign" -> revisions.sign(options);
      case "merge" -> revisions.merge(options);
      case "keep-note" -> revisions.keepNote(options);
      case "note-pdf" -> revisions.writePdf(options);
      default -> throw new IllegalArgumentException("no such command: " + command);
    }
  }

  /**
   * A value for a macro: {@code call("org.cervimark.imagej.MacroCommand.value", "c2-c7-cobb")}.
   *
   * @return the number, or {@code NaN} if the measurement has no value or no image is open
   */
  public static String value(String measurement) {
    Wording wording = Wording.of(MacroCommand.class, Locale.getDefault());
    String[] value = {Double.toString(Double.NaN)};
    PluginCommand.withImage(
        front -> {
          try {
            value[0] = new MacroScript(front).value(measurement, wording);
          } catch (MacroException e) {
            IJ.error(wording.get("product"), e.getMessage());
          }
        });
    return value[0];
  }
}
