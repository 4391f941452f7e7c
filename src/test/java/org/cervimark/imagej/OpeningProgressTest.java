package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningProgressTest {

  private static final Path STUDY = Path.of("test-images", "hong");

  @Test
  void cancellingStopsTheScanAndOpensNothing() {
    StudyOpener opener =
        new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.empty()),
            Settings.of(Locale.ENGLISH));
    OpeningProgress progress = OpeningProgress.begin(STUDY, opener.wording());
    assertFalse(progress.isCancelled());
    progress.cancel();
    assertTrue(progress.isCancelled());
    assertThrows(OpeningProgress.CancelledException.class, () -> opener.open(STUDY, progress));
    progress.end();
  }
}
