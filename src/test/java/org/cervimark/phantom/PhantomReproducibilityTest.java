package org.cervimark.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed test images are exactly what the generator makes today, on this machine. */
class PhantomReproducibilityTest {

  private static final Path DIRECTORY = Path.of("test-images");
  private static final String HAND_WRITTEN = "README.md";

  private static List<PhantomFile> generated;

  @BeforeAll
  static void generate() {
    generated = PhantomGenerator.generate();
  }

  @Test
  void everyCommittedFileIsGeneratedAgainWithTheSameContent() throws Exception {
    for (PhantomFile file : generated) {
      byte[] committed = Files.readAllBytes(DIRECTORY.resolve(file.path()));
      if (file.deflated()) {
        assertArrayEquals(inflated(file.content()), inflated(committed), file.path());
      } else {
        assertArrayEquals(file.content(), committed, file.path());
      }
    }
  }

  @Test
  void theFolderHoldsNothingElse() throws IOException {
    Set<String> expected =
        generated.stream().map(PhantomFile::path).collect(Collectors.toCollection(TreeSet::new));
    expected.add(HAND_WRITTEN);
    assertEquals(expected, filesBelow(DIRECTORY));
  }

  @Test
  void everyLandmarkLiesOnTheGridOfOneSixtyFourthOfAPixel() {
    for (PhantomFile file : generated) {
      if (file.path().endsWith(".landmarks.csv")) {
        lines(file).skip(1).forEach(line -> assertOnGrid(file.path(), line.split(",")));
      }
    }
  }

  private static void assertOnGrid(String path, String[] fields) {
    for (int i = 2; i <= 3; i++) {
      double steps = Double.parseDouble(fields[i]) * 64;
      assertEquals(Math.rint(steps), steps, path + ": " + fields[1]);
    }
    assertTrue(Set.of("clear", "estimated", "not-visible").contains(fields[4]), path);
  }

  private static Stream<String> lines(PhantomFile file) {
    return new String(file.content(), StandardCharsets.US_ASCII).lines();
  }

  private static Set<String> filesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The file with its data set inflated: preamble and meta group as they are, then the rest. */
  private static byte[] inflated(byte[] file) throws DataFormatException {
    int meta = 132 + 12 + ((file[140] & 255) | (file[141] & 255) << 8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, meta);
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, meta, file.length - meta);
      byte[] buffer = new byte[1 << 16];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && inflater.needsInput()) {
          throw new DataFormatException("the deflated data set ends early");
        }
        out.write(buffer, 0, count);
      }
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }
}
