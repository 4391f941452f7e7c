package org.cervimark.imagej;

import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.Optional;
import org.cervimark.image.PersonName;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Save: saves the marks of the viewer in front with the
 * study. In a macro: {@code run("CerviMark Save", "reader=[Lee^Younghee]")}; without a reader the
 * one remembered counts.
 */
public final class SaveCommand implements PlugIn {

  @Override
  public void run(String arg) {
    // The viewer records that it has saved, and who has read.
    Recorder.disableCommandRecording();
    Optional<String> reader = PluginCommand.option("reader");
    PluginCommand.inFront(
        actions -> {
          reader.map(PersonName::parse).ifPresent(actions::setReader);
          actions.save();
        });
  }
}
