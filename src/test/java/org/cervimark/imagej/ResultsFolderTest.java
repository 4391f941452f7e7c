package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {

  private static final String STUDY = "1.2.3";

  @TempDir private Path folder;
  private Optional<Path> remembered = Optional.empty();
  private int asked;

  @Test
  void besideTheImagesWhereThatIsPossible() {
    assertEquals(folder, results(Optional.empty()).forStudy(folder, STUDY));
    assertEquals(0, asked);
  }

  @Test
  void elsewhereTheReaderIsAskedOnce() {
    // A folder that is not there cannot be written either, whoever runs the test.
    Path medium = folder.resolve("medium");
    ResultsFolder results = results(Optional.of(folder));
    for (int i = 0; i < 2; i++) {
      assertEquals(folder.resolve(STUDY), results.forStudy(medium, STUDY));
    }
    assertTrue(Files.isDirectory(folder.resolve(STUDY)));
    assertEquals(1, asked);
    assertEquals(Optional.of(folder), remembered);
  }

  @Test
  void withoutAnAnswerSavingSaysWhyItIsNotPossible() {
    Path medium = folder.resolve("medium");
    assertEquals(medium, results(Optional.empty()).forStudy(medium, STUDY));
    assertEquals(Optional.empty(), remembered);
  }

  private ResultsFolder results(Optional<Path> answer) {
    return new ResultsFolder(
        new ResultsFolder.Memory() {
          @Override
          public Optional<Path> get() {
            return remembered;
          }

          @Override
          public void set(Path chosen) {
            remembered = Optional.of(chosen);
          }
        },
        () -> {
          asked++;
          return answer;
        });
  }
}
