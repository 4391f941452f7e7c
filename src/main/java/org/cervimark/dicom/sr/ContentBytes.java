package org.cervimark.dicom.sr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.terminology.Code;

/**
 * Reads a content tree from the bytes of its sequence as our writer encodes them, in Explicit VR
 * Little Endian with all short strings in ASCII, without making a data set of each item first. Of
 * ten thousand reports that is most of the work. Whatever is written in another way is left to
 * {@link ContentDecoder}, which reads everything; both make their items from the same drafts.
 */
final class ContentBytes {

  /** Something that our writer does not write. */
  private static final class UnusualException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusualException() {
      super("left to the decoder of data sets", null, false, false);
    }
  }

  /** Reads one element whose header has been read. */
  @FunctionalInterface
  private interface ElementReader {
    void read(int tag, int vr, int length) throws UnusualException, DicomException;
  }

  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final int UNDEFINED = -1;
  private static final int DEEPEST = 4 * TreeLimits.MAX_DEPTH;

  private static final int SHORT_HEADER = 8;

  /** The length of an element's header by its value representation; 0 for those not used. */
  private static final byte[] HEADERS = new byte[1 << 16];

  static {
    for (VR vr : VR.values()) {
      HEADERS[vr.code()] = (byte) (vr == VR.UN ? 0 : vr.headerLength());
    }
  }

  private static final int SQ = vr('S', 'Q');
  private static final int UI = vr('U', 'I');
  private static final int CS = vr('C', 'S');
  private static final int SH = vr('S', 'H');
  private static final int LO = vr('L', 'O');

  private final ByteBuffer bytes;
  private final TreeLimits limits;
  private final DocumentWords words = new DocumentWords();
  private final TextBytes texts;
  private int nesting;

  private ContentBytes(byte[] bytes, TextBytes texts, TreeLimits limits) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.texts = texts;
    this.limits = limits;
  }

  /**
   * The children of the root.
   *
   * @param bytes the file from the value of the Content Sequence on
   * @param length of that value, -1 if it is not defined
   * @param texts decodes what is not ASCII
   * @return empty if something is encoded in an unusual way, or does not end with the bytes
   * @throws DicomException if the tree goes beyond a limit or holds numbers that are not finite
   */
  static Optional<List<ContentItem>> children(
      byte[] bytes, int length, TextBytes texts, TreeLimits limits) throws DicomException {
    try {
      ContentBytes content = new ContentBytes(bytes, texts, limits);
      List<ContentItem> children = content.children(length, 1);
      require(!content.bytes.hasRemaining());
      return Optional.of(children);
    } catch (UnusualException e) {
      return Optional.empty();
    }
  }

  private List<ContentItem> children(int length, int depth)
      throws UnusualException, DicomException {
    List<ContentItem> children = new ArrayList<>();
    sequence(length, itemLength -> children.add(item(itemLength, depth + 1)));
    return List.copyOf(children);
  }

  private ContentItem item(int length, int depth) throws UnusualException, DicomException {
    limits.enter(depth);
    ItemDraft draft = new ItemDraft(limits);
    elements(length, (tag, vr, size) -> element(draft, tag, vr, size, depth));
    return draft.made();
  }

  private void element(ItemDraft draft, int tag, int vr, int length, int depth)
      throws UnusualException, DicomException {
    switch (tag) {
      case Tag.RelationshipType ->
          draft.relationship = Relationship.of(word(vr, CS, length)).orElse(Relationship.CONTAINS);
      case Tag.ValueType -> draft.type = word(vr, CS, length);
      case Tag.ConceptNameCodeSequence -> draft.name = code(vr, length);
      case Tag.ConceptCodeSequence -> draft.code = code(vr, length);
      case Tag.ReferencedSOPSequence -> draft.citation = citation(vr, length);
      case Tag.ContentTemplateSequence -> draft.template = template(vr, length);
      case Tag.MeasuredValueSequence -> measured(draft, vr, length);
      case Tag.ContentSequence -> {
        require(vr == SQ);
        draft.children = children(length, depth);
      }
      case Tag.TextValue -> text(draft, "TEXT", tag, vr, length);
      case Tag.Date -> text(draft, "DATE", tag, vr, length);
      case Tag.Time -> text(draft, "TIME", tag, vr, length);
      case Tag.DateTime -> text(draft, "DATETIME", tag, vr, length);
      case Tag.PersonName -> text(draft, "PNAME", tag, vr, length);
      case Tag.UID -> text(draft, "UIDREF", tag, vr, length);
      case Tag.GraphicData -> draft.data = floats(vr, length);
      case Tag.GraphicType -> draft.graphicType = word(vr, CS, length);
      case Tag.FiducialUID ->
          draft.fiducialUid = Optional.of(word(vr, UI, length)).filter(uid -> !uid.isEmpty());
      case Tag.SpecificCharacterSet -> throw new UnusualException();
      default -> skip(vr, length);
    }
  }

  private void text(ItemDraft draft, String type, int tag, int vr, int length)
      throws UnusualException, DicomException {
    if (draft.type.equals(type)) {
      int start = start(length);
      draft.text =
          words
              .plain(bytes.array(), start, length)
              .orElseGet(() -> texts.decoded(tag, vr, bytes.array(), start, length));
    } else {
      skip(vr, length);
    }
  }

  private void measured(ItemDraft draft, int vr, int length)
      throws UnusualException, DicomException {
    first(
        vr,
        length,
        (tag, elementVr, size) -> {
          switch (tag) {
            case Tag.MeasurementUnitsCodeSequence -> draft.unit = code(elementVr, size);
            case Tag.FloatingPointValue -> {
              require(elementVr == vr('F', 'D') && size == Double.BYTES);
              draft.number = OptionalDouble.of(bytes.getDouble(start(size)));
            }
            // Always there, but the value in full precision comes first.
            case Tag.NumericValue -> {
              skip(elementVr, size);
              require(draft.number.isPresent());
            }
            default -> skip(elementVr, size);
          }
        });
  }

  private Optional<String> template(int vr, int length) throws UnusualException, DicomException {
    String[] identifier = {""};
    first(
        vr,
        length,
        (tag, elementVr, size) -> {
          if (tag == Tag.TemplateIdentifier) {
            identifier[0] = word(elementVr, CS, size);
          } else {
            skip(elementVr, size);
          }
        });
    return Optional.of(identifier[0]).filter(id -> !id.isEmpty());
  }

  private Optional<ObjectCitation> citation(int vr, int length)
      throws UnusualException, DicomException {
    String[] uids = {"", "", ""};
    int[] frame = {0};
    first(
        vr,
        length,
        (tag, elementVr, size) -> {
          switch (tag) {
            case Tag.ReferencedSOPClassUID -> uids[0] = word(elementVr, UI, size);
            case Tag.ReferencedSOPInstanceUID -> uids[1] = word(elementVr, UI, size);
            case Tag.ReferencedFrameNumber -> frame[0] = frame(elementVr, size);
            case Tag.ReferencedSOPSequence -> uids[2] = presentation(elementVr, size);
            default -> skip(elementVr, size);
          }
        });
    return uids[0].isEmpty() || uids[1].isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ObjectCitation(
                uids[0],
                uids[1],
                frame[0] < 1 ? OptionalInt.empty() : OptionalInt.of(frame[0]),
                Optional.of(uids[2]).filter(uid -> !uid.isEmpty())));
  }

  private String presentation(int vr, int length) throws UnusualException, DicomException {
    String[] uid = {""};
    first(
        vr,
        length,
        (tag, elementVr, size) -> {
          if (tag == Tag.ReferencedSOPInstanceUID) {
            uid[0] = word(elementVr, UI, size);
          } else {
            skip(elementVr, size);
          }
        });
    return uid[0];
  }

  private int frame(int vr, int length) throws UnusualException {
    String number = word(vr, vr('I', 'S'), length);
    require(!number.isEmpty() && number.length() < 9);
    for (int i = 0; i < number.length(); i++) {
      require(number.charAt(i) >= '0' && number.charAt(i) <= '9');
    }
    return Integer.parseInt(number);
  }

  private float[] floats(int vr, int length) throws UnusualException {
    require(vr == vr('F', 'L') && length % Float.BYTES == 0);
    float[] data = new float[length / Float.BYTES];
    int start = start(length);
    for (int i = 0; i < data.length; i++) {
      data[i] = bytes.getFloat(start + i * Float.BYTES);
    }
    return data;
  }

  private Optional<Code> code(int vr, int length) throws UnusualException, DicomException {
    int[] places = new int[6];
    first(
        vr,
        length,
        (tag, elementVr, size) -> {
          switch (tag) {
            case Tag.CodeValue -> place(places, 0, elementVr, SH, size);
            case Tag.CodingSchemeDesignator -> place(places, 2, elementVr, SH, size);
            case Tag.CodeMeaning -> place(places, 4, elementVr, LO, size);
            case Tag.SpecificCharacterSet -> throw new UnusualException();
            default -> skip(elementVr, size);
          }
        });
    Optional<Optional<Code>> code = words.plainCode(bytes.array(), places);
    require(code.isPresent());
    return code.get();
  }

  private void place(int[] places, int at, int vr, int expected, int length)
      throws UnusualException {
    require(vr == expected);
    places[at] = start(length);
    places[at + 1] = length;
  }

  /** A short string in ASCII. */
  private String word(int vr, int expected, int length) throws UnusualException {
    require(vr == expected);
    int start = start(length);
    Optional<String> word =
        length == 0 ? Optional.of("") : words.plain(bytes.array(), start, length);
    require(word.isPresent());
    return word.get();
  }

  /** Where a value starts, behind which reading goes on. */
  private int start(int length) throws UnusualException {
    int start = bytes.position();
    require(length >= 0 && length <= bytes.remaining());
    bytes.position(start + length);
    return start;
  }

  private void skip(int vr, int length) throws UnusualException, DicomException {
    if (vr == SQ) {
      sequence(length, itemLength -> elements(itemLength, (tag, v, size) -> skip(v, size)));
    } else {
      start(length);
    }
  }

  /** Reads the first item of a sequence and passes over the others. */
  private void first(int vr, int length, ElementReader reader)
      throws UnusualException, DicomException {
    require(vr == SQ);
    int[] count = {0};
    sequence(
        length,
        itemLength ->
            elements(
                itemLength,
                count[0]++ == 0 ? reader : (tag, elementVr, size) -> skip(elementVr, size)));
  }

  /** Reads an item of a sequence whose length has been read. */
  @FunctionalInterface
  private interface ItemReader {
    void read(int length) throws UnusualException, DicomException;
  }

  private void sequence(int length, ItemReader reader) throws UnusualException, DicomException {
    require(++nesting <= DEEPEST);
    int end = end(length);
    while (bytes.position() < end) {
      int tag = tag();
      int itemLength = bytes.getInt();
      if (tag == SEQUENCE_END) {
        require(length == UNDEFINED && itemLength == 0);
        nesting--;
        return;
      }
      require(tag == ITEM);
      reader.read(itemLength);
    }
    require(length != UNDEFINED && bytes.position() == end);
    nesting--;
  }

  private void elements(int length, ElementReader reader) throws UnusualException, DicomException {
    int end = end(length);
    while (bytes.position() < end) {
      int tag = tag();
      if (tag == ITEM_END) {
        require(length == UNDEFINED && bytes.getInt() == 0);
        return;
      }
      int vr = vr(bytes.get() & 0xFF, bytes.get() & 0xFF);
      require(HEADERS[vr] != 0);
      int size = bytes.getShort() & 0xFFFF;
      if (HEADERS[vr] > SHORT_HEADER) {
        require(size == 0 && bytes.remaining() >= Integer.BYTES);
        size = bytes.getInt();
      }
      reader.read(tag, vr, size);
    }
    require(length != UNDEFINED && bytes.position() == end);
  }

  private int end(int length) throws UnusualException {
    require(length == UNDEFINED || (length >= 0 && length <= bytes.remaining()));
    return length == UNDEFINED ? bytes.limit() : bytes.position() + length;
  }

  /** A tag, behind which at least four bytes follow. */
  private int tag() throws UnusualException {
    require(bytes.remaining() >= 2 * Integer.BYTES);
    int group = bytes.getShort() & 0xFFFF;
    return group << 16 | (bytes.getShort() & 0xFFFF);
  }

  private static int vr(int first, int second) {
    return first << 8 | second;
  }

  private static void require(boolean usual) throws UnusualException {
    if (!usual) {
      throw new UnusualException();
    }
  }
}
