package org.cervimark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cervimark.report.SavedWords;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The macro that ImageJ's recorder wrote while {@code MacroWindowTest} worked with mouse and keys,
 * run by the shipped jar beside plain ImageJ without a display.
 */
class RecordedMacroIT {

  private static final Path KEPT = Path.of("target/macros").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theShippedJarSavesWhatTheHandSaved() throws Exception {
    Path macro = KEPT.resolve("session.ijm");
    Path hand = KEPT.resolve("by-hand");
    Assumptions.assumeTrue(
        Files.exists(macro), "SKIPPED: no macro was recorded; MacroWindowTest needs a display");
    Path jar = Path.of(System.getProperty("cervimark.jar", "plugins/CerviMark_.jar"));
    Path imageJ = Path.of(IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (String film : List.of("film.dcm", "other.dcm")) {
      Files.copy(hand.resolve(film), folder.resolve(film));
    }
    Path here = folder.resolve("session.ijm");
    Files.writeString(here, Files.readString(macro).replace(hand.toString(), folder.toString()));
    String output =
        ForkedJvm.run(
            imageJ + File.pathSeparator + jar.toAbsolutePath(),
            "org.cervimark.imagej.HeadlessMacro",
            List.of(here.toString()));
    Files.delete(here);
    String saved = SavedWords.of(hand);
    assertFalse(saved.isEmpty());
    assertEquals(saved, SavedWords.of(folder), output);
  }
}
