package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.dicom.DicomException;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file of two frames, cut into eleven fragments, that gets the elements of an Extended
 * Offset Table byte by byte: their value representation, OV, is younger than the toolkit.
 */
class ExtendedOffsetTableTest {

  private static final String ENHANCED =
      "cornerstone-wado/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm";
  private static final int ITEM = 0xE000FFFE;

  @TempDir Path folder;

  private byte[] header;
  private final List<byte[]> frames = new ArrayList<>();

  @BeforeEach
  void takeApart() throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(SharedFiles.get(ENHANCED)))
            .order(ByteOrder.LITTLE_ENDIAN);
    int pixelData = 0;
    while (file.getInt(pixelData) != 0x00107FE0 || file.get(pixelData + 4) != 'O') {
      pixelData++;
    }
    header = new byte[pixelData];
    file.get(header).position(pixelData + 12);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (file.getInt() == ITEM) {
      byte[] fragment = new byte[file.getInt()];
      file.get(fragment);
      if (fragment.length > 1 && fragment[0] == (byte) 0xFF && fragment[1] == (byte) 0xD8) {
        frames.add(joined.toByteArray());
        joined.reset();
      }
      joined.writeBytes(fragment);
    }
    frames.add(joined.toByteArray());
    frames.remove(0);
    assertEquals(2, frames.size());
  }

  @Test
  void framesAreFoundByIt() throws Exception {
    long second = 8L + frames.get(0).length;
    checkFrames(write(new long[] {0, second}, lengths()));
    checkFrames(write(new long[] {0, second}, new long[0]));
  }

  @Test
  void aTableThatCannotBeRightGivesWayToTheFragments() throws Exception {
    checkFrames(write(new long[] {0, -1}, lengths()));
    checkFrames(write(new long[] {0, Long.MAX_VALUE}, lengths()));
    checkFrames(write(new long[] {0}, lengths()));
    checkFrames(write(new long[4000], lengths()));
    checkFrames(write(new long[] {0, 8L + frames.get(0).length}, new long[] {1, 1L << 40}));
  }

  @Test
  void anotherOrderIsRefused() throws Exception {
    Path file = write(new long[] {8L + frames.get(0).length, 0}, new long[0]);
    DicomException e = assertThrows(DicomException.class, () -> DicomImages.readSamples(file, 1));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
  }

  /** The length of the table is a claim of the file too. */
  @Test
  void aTableLongerThanTheFileIsRefused() throws Exception {
    Path file = write(new long[] {0, 8L + frames.get(0).length}, lengths());
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(header.length + 8, 0x7FFFFFF0);
    Files.write(file, bytes);
    assertThrows(DicomException.class, () -> DicomImages.readSamples(file, 1));
  }

  private void checkFrames(Path file) throws Exception {
    for (int frame = 1; frame <= 2; frame++) {
      assertArrayEquals(
          DicomImages.readSamples(SharedFiles.get(ENHANCED), frame).words(),
          DicomImages.readSamples(file, frame).words());
    }
  }

  private long[] lengths() {
    return frames.stream().mapToLong(frame -> frame.length).toArray();
  }

  private Path write(long[] offsets, long[] lengths) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(element(0x00017FE0, offsets));
    if (lengths.length > 0) {
      out.writeBytes(element(0x00027FE0, lengths));
    }
    out.writeBytes(little(12).putInt(0x00107FE0).put(ascii("OB")).putInt(8, -1).array());
    out.writeBytes(little(8).putInt(ITEM).array());
    for (byte[] frame : frames) {
      out.writeBytes(little(8).putInt(ITEM).putInt(frame.length).array());
      out.writeBytes(frame);
    }
    out.writeBytes(little(8).putInt(0xE0DDFFFE).array());
    return Files.write(folder.resolve("extended.dcm"), out.toByteArray());
  }

  private static byte[] element(int tag, long[] values) {
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.writeBytes(
        little(12).putInt(tag).put(ascii("OV")).putInt(8, 8 * values.length).array());
    for (long value : values) {
      element.writeBytes(little(8).putLong(value).array());
    }
    return element.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
