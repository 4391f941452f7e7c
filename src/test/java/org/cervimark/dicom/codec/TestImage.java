package org.cervimark.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.cervimark.image.PixelFormat;

/**
 * A made image and its plain DICOM file, for the compressors of others.
 *
 * @param format size and coding
 * @param values stored values, sign extended if signed, the samples of a pixel side by side, the
 *     frames one after the other
 */
@SuppressWarnings("ArrayRecordComponent")
record TestImage(PixelFormat format, int[] values) {

  private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";

  /** What an image shows. */
  enum Content {
    CONSTANT,
    NOISE,
    EDGES,
    RADIOGRAPH
  }

  /** A grey image of one frame with the most compact cells for its bits. */
  static TestImage grey(Content content, int columns, int rows, int bits, boolean signed) {
    int[] values = new int[columns * rows];
    Random random = new Random(31L * columns + 7L * rows + bits);
    int range = 1 << bits;
    for (int i = 0; i < values.length; i++) {
      int value = unsigned(content, i % columns, i / columns, columns, range, random);
      values[i] = signed ? value - range / 2 : value;
    }
    return new TestImage(format(columns, rows, 1, 1, bits, signed, "MONOCHROME2"), values);
  }

  /** An 8-bit colour image. */
  static TestImage colour(Content content, int columns, int rows) {
    int[] values = new int[columns * rows * 3];
    Random random = new Random(11L * columns + rows);
    for (int i = 0; i < values.length; i++) {
      int pixel = i / 3;
      values[i] =
          unsigned(content, pixel % columns + 9 * (i % 3), pixel / columns, columns, 256, random);
    }
    return new TestImage(format(columns, rows, 1, 3, 8, false, "RGB"), values);
  }

  /** Several frames one after the other. */
  static TestImage frames(int frames, int columns, int rows, int bits) {
    TestImage film = grey(Content.RADIOGRAPH, columns, rows * frames, bits, false);
    return new TestImage(format(columns, rows, frames, 1, bits, false, "MONOCHROME2"), film.values);
  }

  static PixelFormat format(
      int columns,
      int rows,
      int frames,
      int samples,
      int bits,
      boolean signed,
      String photometric) {
    return new PixelFormat(
        columns,
        rows,
        frames,
        samples,
        bits > 8 ? 16 : 8,
        bits,
        bits - 1,
        signed,
        photometric,
        EXPLICIT_LITTLE);
  }

  private static int unsigned(
      Content content, int x, int y, int columns, int range, Random random) {
    return switch (content) {
      case CONSTANT -> range / 3;
      case NOISE -> random.nextInt(range);
      case EDGES -> (x / 5 + y / 3) % 2 == 0 ? 0 : range - 1;
      case RADIOGRAPH -> {
        double wave = 0.5 + 0.25 * Math.sin(x * 0.013) + 0.2 * Math.cos(y * 0.017 + x * 0.002);
        double bone = Math.abs(x - columns / 2.0 - 20 * Math.sin(y * 0.02)) < 30 ? 0.18 : 0;
        double grain = random.nextGaussian() * 0.004;
        double value = y < 4 ? 0 : wave - bone + grain;
        yield (int) Math.max(0, Math.min(range - 1, value * range));
      }
    };
  }

  @Override
  public String toString() {
    return format.columns()
        + "x"
        + format.rows()
        + "x"
        + format.frames()
        + " "
        + (format.signed() ? "signed " : "")
        + format.bitsStored()
        + " bits "
        + format.photometricInterpretation();
  }

  /** Writes the image uncompressed, Explicit VR Little Endian. */
  Path write(Path file) {
    ByteArrayOutputStream out = header(EXPLICIT_LITTLE);
    other(out, 0x7FE00010, format.bitsAllocated() > 8 ? "OW" : "OB", cells());
    return write(file, out);
  }

  /** Writes the header of the image with a codestream as its one frame. */
  Path writeEncapsulated(Path file, String transferSyntaxUid, byte[] codestream) {
    ByteArrayOutputStream out = header(transferSyntaxUid);
    header(out, 0x7FE00010, "OB");
    int length = (codestream.length + 1) / 2 * 2;
    out.writeBytes(bytes(6).putShort((short) 0).putInt(-1).array());
    out.writeBytes(bytes(8).putInt(0xE000FFFE).putInt(0).array());
    out.writeBytes(bytes(8).putInt(0xE000FFFE).putInt(length).array());
    out.writeBytes(Arrays.copyOf(codestream, length));
    out.writeBytes(bytes(8).putInt(0xE0DDFFFE).putInt(0).array());
    return write(file, out);
  }

  private static Path write(Path file, ByteArrayOutputStream out) {
    try {
      return Files.write(file, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteArrayOutputStream header(String transferSyntaxUid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream meta = new ByteArrayOutputStream();
    other(meta, 0x00020001, "OB", new byte[] {0, 1});
    text(meta, 0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7");
    text(meta, 0x00020003, "UI", "2.25.4711");
    text(meta, 0x00020010, "UI", transferSyntaxUid);
    text(meta, 0x00020012, "UI", "2.25.4712");
    element(out, 0x00020000, "UL", bytes(4).putInt(meta.size()).array());
    out.writeBytes(meta.toByteArray());
    text(out, 0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7");
    text(out, 0x00080018, "UI", "2.25.4711");
    text(out, 0x00080060, "CS", "OT");
    text(out, 0x00080064, "CS", "WSD");
    text(out, 0x00100010, "PN", "Test^Image");
    text(out, 0x00100020, "LO", "T");
    text(out, 0x0020000D, "UI", "2.25.4713");
    text(out, 0x0020000E, "UI", "2.25.4714");
    text(out, 0x00200013, "IS", "1");
    word(out, 0x00280002, format.samplesPerPixel());
    text(out, 0x00280004, "CS", format.photometricInterpretation());
    if (format.samplesPerPixel() > 1) {
      word(out, 0x00280006, 0);
    }
    text(out, 0x00280008, "IS", Integer.toString(format.frames()));
    word(out, 0x00280010, format.rows());
    word(out, 0x00280011, format.columns());
    word(out, 0x00280100, format.bitsAllocated());
    word(out, 0x00280101, format.bitsStored());
    word(out, 0x00280102, format.highBit());
    word(out, 0x00280103, format.signed() ? 1 : 0);
    return out;
  }

  /** The pixel cells of all frames as they stand in a little-endian file. */
  byte[] cells() {
    int size = format.bitsAllocated() / 8;
    byte[] bytes = new byte[(values.length * size + 1) / 2 * 2];
    ByteBuffer cells = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (size == 1) {
        cells.put((byte) value);
      } else {
        cells.putShort((short) value);
      }
    }
    return bytes;
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void word(ByteArrayOutputStream out, int tag, int value) {
    element(out, tag, "US", bytes(2).putShort((short) value).array());
  }

  private static void text(ByteArrayOutputStream out, int tag, String vr, String value) {
    String padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
    element(out, tag, vr, padded.getBytes(StandardCharsets.US_ASCII));
  }

  private static void element(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
    header(out, tag, vr);
    out.writeBytes(bytes(2).putShort((short) value.length).array());
    out.writeBytes(value);
  }

  private static void other(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
    header(out, tag, vr);
    out.writeBytes(bytes(6).putShort((short) 0).putInt(value.length).array());
    out.writeBytes(value);
  }

  private static void header(ByteArrayOutputStream out, int tag, String vr) {
    out.writeBytes(bytes(4).putShort((short) (tag >>> 16)).putShort((short) tag).array());
    out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
  }
}
