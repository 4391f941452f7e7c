package org.cervimark.imagej;

import ij.plugin.PlugIn;
import org.cervimark.image.PersonName;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Save: saves the marks of the viewer in front with the
 * study. In a macro: {@code run("CerviMark Save", "reader=[Lee^Younghee]")}; without a reader the
 * one remembered counts.
 */
public final class SaveCommand implements PlugIn {

  @Override
  public void run(String arg) {
    PluginCommand.inFront(
        window -> {
          PluginCommand.option("reader")
              .map(PersonName::parse)
              .ifPresent(ReaderName.inPreferences()::set);
          PluginCommand.onEventThread(window.actions()::save);
        });
  }
}
