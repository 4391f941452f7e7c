package org.cervimark.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real DICOM files made by others, which lie beside the project and are not part of it. */
public final class SharedFiles {

  private static final Path ROOT = Path.of("..", "shared", "testdata");

  private SharedFiles() {}

  /** A file or folder among them; the test that asks is aborted, saying so, if it is absent. */
  public static Path get(String relative) {
    Path path = ROOT.resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path),
        () -> "SKIPPED: " + path + " is missing; this test needs the shared test data");
    return path;
  }
}
