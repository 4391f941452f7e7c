package org.cervimark.imagej;

import ij.plugin.PlugIn;
import javax.swing.JFileChooser;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Open: opens an image file. In a macro: {@code
 * run("CerviMark Open", "path=[/path/to/image]")}.
 */
public final class OpenCommand implements PlugIn {

  @Override
  public void run(String arg) {
    PluginCommand.open("CerviMark Open", JFileChooser.FILES_ONLY);
  }
}
