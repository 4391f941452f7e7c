package org.cervimark.dicom.sr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.terminology.Code;

/**
 * The short strings and the codes of one document. A report says some hundred different ones a
 * thousand times over, so each is made once and found again by its bytes. That holds for printable
 * ASCII, which means itself in every character set of DICOM (all but the backslash, which separates
 * values); for all else the toolkit looks through the sequences around an item for the character
 * set.
 */
final class DocumentWords {

  private static final int MAX_CODE = 16;
  private static final int MAX_MEANING = 64;
  private static final int BUCKETS = 256;
  private static final byte[] OTHER = {};

  /** What some bytes were made into. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known<T>(byte[] bytes, T made) {

    boolean isOf(byte[] buffer, int start, int length) {
      return Arrays.equals(bytes, 0, bytes.length, buffer, start, start + length);
    }
  }

  /** A code with the bytes of its three parts. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record KnownCode(byte[] value, byte[] scheme, byte[] meaning, Optional<Code> made) {}

  private final List<List<Known<String>>> strings = buckets();
  private final List<List<KnownCode>> codes = buckets();
  private final VR.Holder vr = new VR.Holder();

  private static <T> List<List<T>> buckets() {
    List<List<T>> buckets = new ArrayList<>(BUCKETS);
    for (int i = 0; i < BUCKETS; i++) {
      buckets.add(List.of());
    }
    return buckets;
  }

  /** The code in an item of a code sequence; empty if it has no value or scheme that fits. */
  Optional<Code> code(Attributes dataset, int sequenceTag) {
    Attributes item = dataset.getNestedDataset(sequenceTag);
    if (item == null) {
      return Optional.empty();
    }
    byte[] value = bytes(item, Tag.CodeValue);
    byte[] scheme = bytes(item, Tag.CodingSchemeDesignator);
    byte[] meaning = bytes(item, Tag.CodeMeaning);
    int bucket = bucket(value, 0, value.length);
    for (KnownCode known : codes.get(bucket)) {
      if (Arrays.equals(known.value, value)
          && Arrays.equals(known.scheme, scheme)
          && Arrays.equals(known.meaning, meaning)) {
        return known.made;
      }
    }
    Optional<Code> made =
        code(
            string(item, Tag.CodeValue),
            string(item, Tag.CodingSchemeDesignator),
            string(item, Tag.CodeMeaning));
    if (isPlain(value) && isPlain(scheme) && isPlain(meaning)) {
      add(codes, bucket, new KnownCode(value, scheme, meaning, made));
    }
    return made;
  }

  /**
   * The code of three parts that stand in a buffer.
   *
   * @param places where value, scheme and meaning start, each with its length behind it
   * @return empty if one of them is not printable ASCII
   */
  Optional<Optional<Code>> plainCode(byte[] buffer, int[] places) {
    int bucket = bucket(buffer, places[0], places[1]);
    for (KnownCode known : codes.get(bucket)) {
      if (isAt(known.value, buffer, places, 0)
          && isAt(known.scheme, buffer, places, 2)
          && isAt(known.meaning, buffer, places, 4)) {
        return Optional.of(known.made);
      }
    }
    Optional<String> value = plain(buffer, places[0], places[1]);
    Optional<String> scheme = plain(buffer, places[2], places[3]);
    Optional<String> meaning = plain(buffer, places[4], places[5]);
    if (value.isEmpty() || scheme.isEmpty() || meaning.isEmpty()) {
      return Optional.empty();
    }
    Optional<Code> made = code(value.get(), scheme.get(), meaning.get());
    add(
        codes,
        bucket,
        new KnownCode(
            part(buffer, places, 0), part(buffer, places, 2), part(buffer, places, 4), made));
    return Optional.of(made);
  }

  private static byte[] part(byte[] buffer, int[] places, int part) {
    return Arrays.copyOfRange(buffer, places[part], places[part] + places[part + 1]);
  }

  private static boolean isAt(byte[] known, byte[] buffer, int[] places, int part) {
    int start = places[part];
    return Arrays.equals(known, 0, known.length, buffer, start, start + places[part + 1]);
  }

  private static Optional<Code> code(String value, String scheme, String meaning) {
    if (value.isEmpty()
        || scheme.isEmpty()
        || value.length() > MAX_CODE
        || scheme.length() > MAX_CODE) {
      return Optional.empty();
    }
    String text = meaning.isEmpty() ? value : meaning;
    return Optional.of(
        new Code(value, scheme, text.substring(0, Math.min(MAX_MEANING, text.length()))));
  }

  /** A short string or a UID; empty if there is none. */
  String string(Attributes item, int tag) {
    byte[] bytes = bytes(item, tag);
    return plain(bytes, 0, bytes.length).orElseGet(() -> item.getString(tag, ""));
  }

  /** The string that some bytes of a buffer are; empty if they are not printable ASCII. */
  Optional<String> plain(byte[] buffer, int start, int length) {
    int bucket = bucket(buffer, start, length);
    for (Known<String> known : strings.get(bucket)) {
      if (known.isOf(buffer, start, length)) {
        return Optional.of(known.made());
      }
    }
    byte[] bytes = Arrays.copyOfRange(buffer, start, start + length);
    if (!isPlain(bytes)) {
      return Optional.empty();
    }
    String made = new String(bytes, 0, unpadded(bytes), StandardCharsets.US_ASCII);
    add(strings, bucket, new Known<>(bytes, made));
    return Optional.of(made);
  }

  /** The bytes of a short string; none if there is none, or it is of another kind. */
  private byte[] bytes(Attributes item, int tag) {
    return item.getValue(tag, vr) instanceof byte[] bytes
            && (vr.vr == VR.CS || vr.vr == VR.LO || vr.vr == VR.SH || vr.vr == VR.UI)
        ? bytes
        : OTHER;
  }

  /** UIDs and codes differ at their ends. */
  private static int bucket(byte[] buffer, int start, int length) {
    int hash = length;
    for (int i = start + Math.max(0, length - 6); i < start + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    return (hash ^ hash >>> 8) & (BUCKETS - 1);
  }

  private static <T> void add(List<List<T>> table, int bucket, T known) {
    List<T> more = new ArrayList<>(table.get(bucket));
    more.add(known);
    table.set(bucket, more);
  }

  /** Whether a value is printable ASCII up to its padding. */
  private static boolean isPlain(byte[] bytes) {
    int length = unpadded(bytes);
    boolean plain = length > 0 && bytes[0] != ' ';
    for (int i = 0; i < length && plain; i++) {
      plain = bytes[i] >= ' ' && bytes[i] < '~' && bytes[i] != '\\';
    }
    return plain;
  }

  private static int unpadded(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == 0)) {
      length--;
    }
    return length;
  }
}
