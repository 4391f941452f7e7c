package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.frame.Recorder;

/** ImageJ's window that records macros; what macros do themselves is not recorded again. */
enum ImageJRecorder implements MacroRecording.Recorder {
  INSTANCE;

  @Override
  public boolean isOn() {
    return Recorder.record && !IJ.isMacro();
  }

  @Override
  public void take(String command, String options) {
    String call =
        options.isEmpty()
            ? "run(\"" + command + "\");\n"
            : "run(\"" + command + "\", " + MacroText.literal(options) + ");\n";
    Recorder.recordString(Recorder.scriptMode() ? "IJ." + call : call);
  }

  /** Takes a command of the menu with its options, in the place of what ImageJ would write. */
  void takeChosen(String command, String options) {
    if (isOn()) {
      Recorder.disableCommandRecording();
      take(command, options);
    }
  }
}
