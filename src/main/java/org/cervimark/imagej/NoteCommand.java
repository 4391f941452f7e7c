package org.cervimark.imagej;

import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Note: shows the note of the viewer in front. In a macro
 * {@code run("CerviMark Note", "path=[/path/to/note.txt]")} writes it to a file instead.
 */
public final class NoteCommand implements PlugIn {

  @Override
  public void run(String arg) {
    // The viewer records that the note was shown or written.
    Recorder.disableCommandRecording();
    Optional<Path> path = PluginCommand.option("path").map(Path::of);
    PluginCommand.inFront(actions -> path.ifPresentOrElse(actions::writeNote, actions::note));
  }
}
