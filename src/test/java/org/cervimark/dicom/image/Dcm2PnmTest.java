package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.Window;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grey as DCMTK's dcm2pnm renders it from the same file and window. */
class Dcm2PnmTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // MONOCHROME2 with a rescale intercept, then MONOCHROME1 of 10, 8 and 12 bits.
    "cornerstone-wado/CTImage.dcm, 40, 400",
    "cornerstone-wado/CTImage.dcm, 40.5, 1",
    "nema-wg04-compsamples/IMAGES/REF/RG3_UNC, 512, 700",
    "nema-wg04-compsamples/IMAGES/RLE/RG3_RLE, 300.25, 333.5",
    "highdicom/dx_image.dcm, 128, 200",
    "pydicom/test_files/dicomdirtests/77654033/CR1/6154, 1600, 2800",
    "pydicom/test_files/MR_small_bigendian.dcm, 600, 1600",
    "pydicom/test_files/image_dfl.dcm, 100, 90",
  })
  void greyIsThatOfDcmtk(String name, double centre, double width) throws Exception {
    Path file = SharedFiles.get(name);
    DicomImage image = DicomImages.read(file, 1);
    byte[] ours =
        GreyRenderer.render(image.pixels(), image.greyScale(), new Window(centre, width, ""));
    byte[] theirs = dcm2pnm(file, centre, width);
    assertEquals(theirs.length, ours.length);
    int largest = 0;
    int different = 0;
    for (int i = 0; i < ours.length; i++) {
      int difference = Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF));
      largest = Math.max(largest, difference);
      different += difference == 0 ? 0 : 1;
    }
    // DCMTK cuts off where we round.
    assertTrue(largest <= 1, different + " of " + ours.length + " differ, by " + largest);
  }

  private byte[] dcm2pnm(Path file, double centre, double width) throws IOException {
    Path output = folder.resolve("grey.pgm");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "dcm2pnm",
                  "+Ww",
                  String.format(Locale.ROOT, "%s", centre),
                  String.format(Locale.ROOT, "%s", width),
                  "--write-raw-pnm",
                  file.toString(),
                  output.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      if ("required".equals(System.getenv("CERVIMARK_PEERS"))) {
        fail("dcm2pnm is missing: install the package dcmtk", e);
      }
      Assumptions.abort("SKIPPED: dcm2pnm is missing; install the package dcmtk");
      throw e;
    }
    try {
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    }
    return pixels(Files.readAllBytes(output));
  }

  /** The bytes behind the third line end of a binary grey map without comments. */
  private static byte[] pixels(byte[] pgm) {
    assertArrayEquals(new byte[] {'P', '5'}, Arrays.copyOf(pgm, 2));
    int at = 0;
    for (int fields = 0; fields < 4; at++) {
      if (Character.isWhitespace(pgm[at])) {
        fields++;
      }
    }
    return Arrays.copyOfRange(pgm, at, pgm.length);
  }
}
