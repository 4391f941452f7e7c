package org.cervimark.phantom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/** Writes DICOM files (PS3.10) in the three transfer syntaxes the phantoms use. */
final class PartTen {

  /** How the data set and its pixels are encoded. */
  enum Syntax {
    EXPLICIT("1.2.840.10008.1.2.1"),
    DEFLATED("1.2.840.10008.1.2.1.99"),
    RLE("1.2.840.10008.1.2.5");

    private final String uid;

    Syntax(String uid) {
      this.uid = uid;
    }
  }

  private static final String IMPLEMENTATION = "2.25.191236529117540983046541183921046582477";

  private PartTen() {}

  /** The complete file. */
  static byte[] file(
      DataSet header,
      short[] pixels,
      int columns,
      int rows,
      String sopClass,
      String sopInstance,
      Syntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    DataSet meta =
        new DataSet()
            .bytes(0x00020001, "OB", new byte[] {0, 1})
            .text(0x00020002, "UI", sopClass)
            .text(0x00020003, "UI", sopInstance)
            .text(0x00020010, "UI", syntax.uid)
            .text(0x00020012, "UI", IMPLEMENTATION)
            .text(0x00020013, "SH", "CERVI_PHANTOM_1");
    byte[] metaBytes = meta.encode();
    out.writeBytes(new DataSet().unsignedLong(0x00020000, metaBytes.length).encode());
    out.writeBytes(metaBytes);
    if (syntax == Syntax.RLE) {
      out.writeBytes(header.encode());
      DataSet.encapsulated(out, List.of(RunLength.encode(pixels, columns, rows)));
    } else {
      byte[] body = header.bytes(0x7FE00010, "OW", words(pixels)).encode();
      out.writeBytes(syntax == Syntax.DEFLATED ? deflate(body) : body);
    }
    return out.toByteArray();
  }

  private static byte[] words(short[] pixels) {
    byte[] bytes = new byte[pixels.length * 2];
    for (int i = 0; i < pixels.length; i++) {
      bytes[2 * i] = (byte) pixels[i];
      bytes[2 * i + 1] = (byte) (pixels[i] >> 8);
    }
    return bytes;
  }

  /** Raw deflate stream (no zlib wrapper), padded to even length. */
  private static byte[] deflate(byte[] body) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(body);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    if (out.size() % 2 == 1) {
      out.write(0);
    }
    return out.toByteArray();
  }
}
