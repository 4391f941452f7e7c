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
    String escaped = options.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
    String call =
        options.isEmpty()
            ? "run(\"" + command + "\");\n"
            : "run(\"" + command + "\", \"" + escaped + "\");\n";
    Recorder.recordString(Recorder.scriptMode() ? "IJ." + call : call);
  }
}
