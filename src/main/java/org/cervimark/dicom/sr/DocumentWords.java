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

  /** What up to three values were made into, with their bytes as they stand in the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known<T>(byte[] one, byte[] two, byte[] three, T made) {

    boolean isOf(byte[] first, byte[] second, byte[] third) {
      return Arrays.equals(one, first) && Arrays.equals(two, second) && Arrays.equals(three, third);
    }
  }

  private final List<List<Known<String>>> strings = buckets();
  private final List<List<Known<Optional<Code>>>> codes = buckets();
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
    int bucket = bucket(value);
    for (Known<Optional<Code>> known : codes.get(bucket)) {
      if (known.isOf(value, scheme, meaning)) {
        return known.made();
      }
    }
    Optional<Code> made = made(item);
    if (isPlain(value) && isPlain(scheme) && isPlain(meaning)) {
      add(codes, bucket, new Known<>(value, scheme, meaning, made));
    }
    return made;
  }

  private Optional<Code> made(Attributes item) {
    String value = string(item, Tag.CodeValue);
    String scheme = string(item, Tag.CodingSchemeDesignator);
    if (value.isEmpty()
        || scheme.isEmpty()
        || value.length() > MAX_CODE
        || scheme.length() > MAX_CODE) {
      return Optional.empty();
    }
    String meaning = string(item, Tag.CodeMeaning);
    if (meaning.isEmpty()) {
      meaning = value;
    }
    return Optional.of(
        new Code(value, scheme, meaning.substring(0, Math.min(MAX_MEANING, meaning.length()))));
  }

  /** A short string or a UID; empty if there is none. */
  String string(Attributes item, int tag) {
    byte[] bytes = bytes(item, tag);
    int bucket = bucket(bytes);
    for (Known<String> known : strings.get(bucket)) {
      if (Arrays.equals(known.one(), bytes)) {
        return known.made();
      }
    }
    if (!isPlain(bytes)) {
      return item.getString(tag, "");
    }
    String made = new String(bytes, 0, unpadded(bytes), StandardCharsets.US_ASCII);
    add(strings, bucket, new Known<>(bytes, OTHER, OTHER, made));
    return made;
  }

  /** The bytes of a short string; none if there is none, or it is of another kind. */
  private byte[] bytes(Attributes item, int tag) {
    return item.getValue(tag, vr) instanceof byte[] bytes
            && (vr.vr == VR.CS || vr.vr == VR.LO || vr.vr == VR.SH || vr.vr == VR.UI)
        ? bytes
        : OTHER;
  }

  /** UIDs and codes differ at their ends. */
  private static int bucket(byte[] bytes) {
    int hash = bytes.length;
    for (int i = Math.max(0, bytes.length - 6); i < bytes.length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 8) & (BUCKETS - 1);
  }

  private static <T> void add(List<List<Known<T>>> table, int bucket, Known<T> known) {
    List<Known<T>> more = new ArrayList<>(table.get(bucket));
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
