package org.cervimark.imagej;

import ij.IJ;
import java.nio.file.Path;
import java.util.Optional;
import org.cervimark.measurement.UserDefinitions;

/** The reader's definition files, in the folder CerviMark of ImageJ's plugins. */
final class Definitions {

  private static final String FOLDER = "CerviMark";

  private Definitions() {}

  /** The folder, if ImageJ knows where its plugins lie. */
  static Optional<Path> folder() {
    return Optional.ofNullable(IJ.getDirectory("plugins")).map(p -> Path.of(p).resolve(FOLDER));
  }

  /** The catalogue with what the files add. */
  static UserDefinitions read() {
    return folder().map(UserDefinitions::read).orElseGet(UserDefinitions::none);
  }
}
