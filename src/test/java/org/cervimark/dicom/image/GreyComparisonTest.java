package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every grey file of the shared test data as DCMTK draws it, with the first window of its header or
 * else our automatic window. The table goes to {@code target/grey-comparison.tsv}.
 */
class GreyComparisonTest {

  private static final GreyTable TABLE = new GreyTable("grey-comparison.tsv");

  @TempDir static Path folder;

  @AfterAll
  static void writeTable() throws IOException {
    TABLE.write();
  }

  @TestFactory
  Stream<DynamicTest> greyIsThatOfDcmtk() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> compare(file)));
  }

  private static List<Path> files() throws IOException {
    Path root = SharedFiles.get("pixels-gdcm.tsv").getParent();
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void compare(Path file) throws IOException {
    DicomImage image;
    try {
      image = DicomImages.read(file, 1);
    } catch (DicomException e) {
      return;
    }
    if (image.greyScale().windows().isEmpty()) {
      Window automatic = (Window) image.initialVoi();
      String centre = Double.toString(automatic.centre());
      compare(image, automatic, "+Ww", centre, Double.toString(automatic.width()));
    } else {
      compare(image, image.initialVoi(), "+Wi", "1");
    }
  }

  private static void compare(DicomImage image, Voi voi, String... options) throws IOException {
    String name = image.file().toString();
    byte[] ours = image.render(voi, image.cover());
    Optional<byte[]> theirs =
        DcmtkPictures.grey(
            image.file(), image.radiograph().pixelFormat().transferSyntaxUid(), folder, options);
    String option = String.join(" ", options);
    if (theirs.isEmpty()) {
      TABLE.addUnread(name, option, "DCMTK cannot read it");
      return;
    }
    assertEquals(theirs.get().length, ours.length);
    GreyTable.Row row = GreyTable.Row.of(ours, theirs.get());
    TABLE.add(name, option, row, GreyTable.rounding(row));
    assertTrue(row.largest() <= 1, row::toString);
  }
}
