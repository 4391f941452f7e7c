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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames cut into fragments as PS3.5 A.4 allows, and as it does not. */
class FragmentIndexTest {

  private static final int ITEM = 0xE000FFFE;
  private static final int DELIMITATION = 0xE0DDFFFE;
  private static final int FRAMES = 5;

  @TempDir Path folder;

  private final ByteArrayOutputStream items = new ByteArrayOutputStream();
  private final byte[][] frames = new byte[FRAMES][];
  private final int[] offsets = new int[FRAMES];
  private FrameTable extended = FrameTable.extended(new byte[0], new byte[0]);

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
    hideStarts();
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

  /** Not allowed with more than one fragment a frame, and yet clear. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void extendedOffsetsFindFramesWhoseStartsLookLikeNothing(int pieces)
      throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, pieces);
    hideStarts();
    extended = table(longs(offsets), lengths(0));
    check(write(new int[0], true), TransferSyntax.JPEG_BASELINE);
    extended = table(longs(offsets), lengths(-1));
    check(write(new int[0], true), TransferSyntax.JPEG_BASELINE);
    extended = table(longs(offsets), new long[0]);
    check(write(new int[0], true), TransferSyntax.JPEG_BASELINE);
  }

  @Test
  void extendedOffsetsThatCannotBeRightGiveWay() throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    long[] right = longs(offsets);
    int piece = 8 + frames[4].length / 3 / 2 * 2;
    long[][] wrong = {
      LongStream.of(right).map(offset -> offset + 2).toArray(),
      LongStream.of(right).map(offset -> offset | Long.MIN_VALUE).toArray(),
      LongStream.of(right).map(offset -> offset + (1L << 32)).toArray(),
      LongStream.of(right).map(offset -> Long.MAX_VALUE - offset).toArray(),
      LongStream.of(right).limit(FRAMES - 1).toArray(),
      new long[FRAMES],
      {right[1], right[2], right[3], right[4], right[4] + piece},
    };
    for (long[] offset : wrong) {
      extended = table(offset, lengths(0));
      check(write(new int[0], true), TransferSyntax.JPEG_BASELINE);
    }
  }

  @Test
  void extendedLengthsThatAreNotThoseOfTheFragmentsTakeTheTableWithThem() throws IOException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    hideStarts();
    for (long[] length : List.of(lengths(1), lengths(-2), lengths(Long.MIN_VALUE), new long[1])) {
      extended = table(longs(offsets), length);
      Path file = write(new int[0], true);
      assertThrows(
          CodecException.class, () -> frame(file, 1, FRAMES, TransferSyntax.JPEG_BASELINE));
    }
  }

  /** Each offset is that of a frame, but of another one than the order of the file says. */
  @Test
  void anotherOrderOfFramesIsRefused() throws IOException {
    cut(TransferSyntax.JPEG_BASELINE, 1);
    int[] swapped = {offsets[1], offsets[0], offsets[2], offsets[3], offsets[4]};
    Path basic = write(swapped, true);
    assertThrows(CodecException.class, () -> frame(basic, 1, FRAMES, TransferSyntax.JPEG_BASELINE));
    extended = table(longs(swapped), new long[0]);
    Path file = write(new int[0], true);
    assertThrows(CodecException.class, () -> frame(file, 1, FRAMES, TransferSyntax.JPEG_BASELINE));
  }

  @Test
  void tablesThatDisagreeAreRefused() throws IOException, CodecException {
    cut(TransferSyntax.JPEG_BASELINE, 3);
    extended = table(longs(offsets), new long[0]);
    check(write(offsets, true), TransferSyntax.JPEG_BASELINE);
    int second = offsets[0] + 8 + frames[0].length / 3 / 2 * 2;
    int[] others = {offsets[0], second, offsets[2], offsets[3], offsets[4]};
    Path file = write(others, true);
    assertThrows(CodecException.class, () -> frame(file, 1, FRAMES, TransferSyntax.JPEG_BASELINE));
  }

  private void hideStarts() {
    byte[] body = items.toByteArray();
    for (int i = 0; i < FRAMES; i++) {
      frames[i][0] = 0;
      body[offsets[i] + 8] = 0;
    }
    items.reset();
    items.writeBytes(body);
  }

  private static long[] longs(int[] numbers) {
    return IntStream.of(numbers).asLongStream().toArray();
  }

  private long[] lengths(long more) {
    return Stream.of(frames).mapToLong(frame -> frame.length + more).toArray();
  }

  private static FrameTable table(long[] offsets, long[] lengths) {
    return FrameTable.extended(bytes(offsets), bytes(lengths));
  }

  private static byte[] bytes(long[] numbers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long number : numbers) {
      bytes.writeBytes(little(8).putLong(number).array());
    }
    return bytes.toByteArray();
  }

  private void check(Path file, TransferSyntax syntax) throws IOException, CodecException {
    for (int i = 0; i < FRAMES; i++) {
      assertArrayEquals(frames[i], frame(file, i + 1, FRAMES, syntax), "frame " + (i + 1));
    }
  }

  private byte[] frame(Path file, int frame, int number, TransferSyntax syntax)
      throws IOException, CodecException {
    try (FileChannel channel = FileChannel.open(file)) {
      return FragmentIndex.read(channel, 0, extended).frame(channel, frame, number, syntax);
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
        item(Arrays.copyOfRange(frames[i], from, to));
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
