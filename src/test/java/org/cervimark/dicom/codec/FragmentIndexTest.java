package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames cut into fragments as PS3.5 A.4 allows, and as it does not. */
class FragmentIndexTest {

  private static final int ITEM = 0xE000FFFE;
  private static final int DELIMITATION = 0xE0DDFFFE;
  private static final int FRAMES = 5;

  @TempDir Path folder;

  private final ByteArrayOutputStream items = new ByteArrayOutputStream();
  private final byte[][] frames = new byte[FRAMES][];
  private final int[] offsets = new int[FRAMES];

  @ParameterizedTest
  @EnumSource(
      names = {"JPEG_BASELINE", "JPEG_LOSSLESS_SV1", "JPEG_LS_LOSSLESS", "JPEG_2000", "RLE"})
  void fragmentedFramesWithoutOffsets(TransferSyntax syntax) throws IOException, CodecException {
    cut(syntax, 3);
    check(write(new int[0], true), syntax);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_2000", "RLE"})
  void oneFragmentPerFrame(TransferSyntax syntax) throws IOException, CodecException {
    cut(syntax, 1);
    check(write(new int[0], true), syntax);
  }

  @Test
  void fragmentedFramesByOffsetsEvenIfTheirStartsLookLikeNothing()
      throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    for (byte[] frame : frames) {
      frame[0] = 0;
    }
    byte[] body = items.toByteArray();
    for (int offset : offsets) {
      body[offset + 8] = 0;
    }
    items.reset();
    items.writeBytes(body);
    check(write(offsets, true), TransferSyntax.JPEG_BASELINE);
  }

  @Test
  void wrongOffsetsGiveWayToMarkers() throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    int[] wrong = IntStream.of(offsets).map(offset -> offset + 2).toArray();
    check(write(wrong, true), TransferSyntax.JPEG_BASELINE);
    check(write(new int[FRAMES], true), TransferSyntax.JPEG_BASELINE);
  }

  @Test
  void emptyFragmentsAndMissingDelimitationAreNoHindrance() throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, 1);
    item(new byte[0]);
    check(write(new int[0], false), TransferSyntax.JPEG_BASELINE);
  }

  @Test
  void fewerFramesThanAnnouncedAreRefused() throws IOException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    Path file = write(new int[0], true);
    assertThrows(
        CodecException.class, () -> frame(file, 1, FRAMES + 1, TransferSyntax.JPEG_BASELINE));
    assertThrows(
        CodecException.class, () -> frame(file, 1, FRAMES - 1, TransferSyntax.JPEG_BASELINE));
  }

  @Test
  void somethingElseThanItemsIsRefused() throws IOException {
    cut(TransferSyntax.JPEG_BASELINE, 1);
    Path file = write(new int[0], false);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, ByteBuffer.allocate(bytes.length + 8).put(bytes).array());
    assertThrows(CodecException.class, () -> frame(file, 1, FRAMES, TransferSyntax.JPEG_BASELINE));
  }

  private void check(Path file, TransferSyntax syntax) throws IOException, CodecException {
    for (int i = 0; i < FRAMES; i++) {
      assertArrayEquals(frames[i], frame(file, i + 1, FRAMES, syntax), "frame " + (i + 1));
    }
  }

  private static byte[] frame(Path file, int frame, int number, TransferSyntax syntax)
      throws IOException, CodecException {
    try (FileChannel channel = FileChannel.open(file)) {
      return FragmentIndex.read(channel, 0).frame(channel, frame, number, syntax);
    }
  }

  private void cut(TransferSyntax syntax, int pieces) {
    Random random = new Random(7);
    for (int i = 0; i < FRAMES; i++) {
      frames[i] = codestream(syntax, 300 + 60 * i, random);
      offsets[i] = items.size();
      for (int piece = 0; piece < pieces; piece++) {
        int from = frames[i].length * piece / pieces / 2 * 2;
        int to = frames[i].length * (piece + 1) / pieces / 2 * 2;
        item(java.util.Arrays.copyOfRange(frames[i], from, to));
      }
    }
  }

  private static byte[] codestream(TransferSyntax syntax, int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] &= 0x7F;
    }
    ByteBuffer start = ByteBuffer.wrap(bytes);
    switch (syntax) {
      case RLE -> {
        start.put(new byte[64]).rewind().order(ByteOrder.LITTLE_ENDIAN);
        start.putInt(2).putInt(64).putInt(150);
      }
      case JPEG_2000 -> start.putInt(0xFF4FFF51);
      default -> start.putShort((short) 0xFFD8);
    }
    return bytes;
  }

  private void item(byte[] value) {
    items.writeBytes(little(8).putInt(ITEM).putInt(value.length).array());
    items.writeBytes(value);
  }

  private Path write(int[] table, boolean delimited) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(little(8).putInt(ITEM).putInt(4 * table.length).array());
    for (int offset : table) {
      out.writeBytes(little(4).putInt(offset).array());
    }
    out.writeBytes(items.toByteArray());
    if (delimited) {
      out.writeBytes(little(8).putInt(DELIMITATION).putInt(0).array());
    }
    return Files.write(folder.resolve("fragments"), out.toByteArray());
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
