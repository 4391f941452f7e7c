package org.cervimark.imagej;

import ij.plugin.PlugIn;
import javax.swing.JFileChooser;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Open Folder: opens all images of a folder. In a macro:
 * {@code run("CerviMark Open Folder", "path=[/path/to/folder]")}.
 */
public final class OpenFolderCommand implements PlugIn {

  @Override
  public void run(String arg) {
    PluginCommand.open("CerviMark Open Folder", JFileChooser.DIRECTORIES_ONLY);
  }
}
