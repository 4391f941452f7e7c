package org.cervimark.phantom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** DICOM data elements in tag order, encoded as Explicit VR Little Endian. */
final class DataSet {

  private record Element(String vr, byte[] value) {}

  private static final Set<String> LONG_FORM = Set.of("OB", "OW", "SQ", "UN", "UT");

  private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

  /** Adds text; several values are joined by a backslash; padded with a space (UI with NUL). */
  DataSet text(int tag, String vr, String... values) {
    return bytes(tag, vr, String.join("\\", values).getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds an element with an empty value. */
  DataSet empty(int tag, String vr) {
    return bytes(tag, vr, new byte[0]);
  }

  DataSet unsignedShort(int tag, int value) {
    return bytes(tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
  }

  DataSet signedShort(int tag, int value) {
    return bytes(tag, "SS", new byte[] {(byte) value, (byte) (value >> 8)});
  }

  DataSet unsignedLong(int tag, int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int4(out, value);
    return bytes(tag, "UL", out.toByteArray());
  }

  /** Adds raw bytes, padded to even length as the VR asks. */
  DataSet bytes(int tag, String vr, byte[] value) {
    byte[] even = value;
    if (value.length % 2 == 1) {
      even = Arrays.copyOf(value, value.length + 1);
      boolean nul = vr.equals("UI") || vr.equals("OB");
      even[value.length] = (byte) (nul ? 0 : ' ');
    }
    if (elements.put(tag, new Element(vr, even)) != null) {
      throw new IllegalStateException("element set twice: " + Integer.toHexString(tag));
    }
    return this;
  }

  /** Adds a sequence with the given items. */
  DataSet sequence(int tag, DataSet... items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DataSet item : items) {
      byte[] body = item.encode();
      int4(out, 0xE000FFFE);
      int4(out, body.length);
      out.writeBytes(body);
    }
    return bytes(tag, "SQ", out.toByteArray());
  }

  /** A sequence with one code item. */
  DataSet code(int tag, String value, String scheme, String meaning) {
    return sequence(tag, codeItem(value, scheme, meaning));
  }

  static DataSet codeItem(String value, String scheme, String meaning) {
    return new DataSet()
        .text(0x00080100, "SH", value)
        .text(0x00080102, "SH", scheme)
        .text(0x00080104, "LO", meaning);
  }

  /** The encoded elements. */
  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    elements.forEach((tag, element) -> write(out, tag, element));
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int tag, Element element) {
    header(out, tag, element.vr(), element.value().length);
    out.writeBytes(element.value());
  }

  /** Writes pixel data as encapsulated fragments after an empty basic offset table. */
  static void encapsulated(ByteArrayOutputStream out, List<byte[]> fragments) {
    header(out, 0x7FE00010, "OB", -1);
    int4(out, 0xE000FFFE);
    int4(out, 0);
    for (byte[] fragment : fragments) {
      int4(out, 0xE000FFFE);
      int4(out, fragment.length);
      out.writeBytes(fragment);
    }
    int4(out, 0xE0DDFFFE);
    int4(out, 0);
  }

  private static void header(ByteArrayOutputStream out, int tag, String vr, int length) {
    int2(out, tag >>> 16);
    int2(out, tag);
    out.write(vr.charAt(0));
    out.write(vr.charAt(1));
    if (LONG_FORM.contains(vr)) {
      int2(out, 0);
      int4(out, length);
    } else {
      if (length > 0xFFFF) {
        throw new IllegalStateException("value too long for its VR");
      }
      int2(out, length);
    }
  }

  private static void int2(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }

  private static void int4(ByteArrayOutputStream out, int value) {
    int2(out, value);
    int2(out, value >>> 16);
  }
}
