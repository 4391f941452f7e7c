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
    PluginCommand.withImage(
        front -> {
          MacroScript script = new MacroScript(front, wording);
          MacroScript.Options options = PluginCommand.options();
          try {
            switch (arg) {
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
              case "window" -> script.window(options);
              case "turn" -> script.turn(options);
              case "sign" -> script.sign(options);
              case "keep-note" -> script.keepNote(options);
              default -> throw new IllegalArgumentException("no such command: " + arg);
            }
          } catch (MacroScript.MacroException e) {
            IJ.error(wording.get("product"), e.getMessage());
          }
        });
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
            value[0] = new MacroScript(front, wording).value(measurement);
          } catch (MacroScript.MacroException e) {
            IJ.error(wording.get("product"), e.getMessage());
          }
        });
    return value[0];
  }
}
