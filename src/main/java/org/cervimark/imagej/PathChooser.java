package org.cervimark.imagej;

import ij.io.OpenDialog;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.cervimark.report.Wording;
import org.jspecify.annotations.Nullable;

/** Asks for a file or folder, beginning in the folder that ImageJ used last. */
final class PathChooser {

  private PathChooser() {}

  /**
   * The file or folder chosen; empty if the question was cancelled.
   *
   * @param mode one of the selection modes of {@link JFileChooser}
   */
  static Optional<Path> choose(@Nullable Component parent, int mode, Wording wording) {
    return choose(parent, mode, wording.get("open.title"));
  }

  /**
   * The file or folder chosen; empty if the question was cancelled.
   *
   * @param mode one of the selection modes of {@link JFileChooser}
   */
  static Optional<Path> choose(@Nullable Component parent, int mode, String title) {
    JFileChooser chooser = new JFileChooser();
    String directory = OpenDialog.getDefaultDirectory();
    if (directory != null) {
      chooser.setCurrentDirectory(new File(directory));
    }
    chooser.setFileSelectionMode(mode);
    chooser.setDialogTitle(title);
    if (chooser.showOpenDialog(parent) != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    File chosen = chooser.getSelectedFile();
    File folder = chosen.isDirectory() ? chosen : chosen.getParentFile();
    if (folder != null) {
      OpenDialog.setDefaultDirectory(folder.getPath());
    }
    return Optional.of(chosen.toPath());
  }
}
