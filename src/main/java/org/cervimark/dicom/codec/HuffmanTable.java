package org.cervimark.dicom.codec;

/**
 * A Huffman table as a DHT segment gives it (ITU-T T.81 B.2.4.2, C.2), ready for decoding: one look
 * at the next bits finds codes of up to {@value #LOOKAHEAD} bits.
 */
final class HuffmanTable {

  /** Length of the codes found with one look. */
  static final int LOOKAHEAD = 11;

  /** Set in an entry if there is no such code. */
  static final int INVALID = 1 << 16;

  private final int[] lookup = new int[1 << LOOKAHEAD];
  private final int[] firstCode = new int[18];
  private final int[] firstIndex = new int[18];
  private final int[] symbols;
  private final int largest;

  private HuffmanTable(int[] counts, int[] symbols) throws CodecException {
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    int max = 0;
    for (int length = 1; length <= 16; length++) {
      firstCode[length] = code;
      firstIndex[length] = index;
      for (int i = 0; i < counts[length]; i++) {
        if (code >= 1 << length) {
          throw new CodecException("a Huffman table of its codestream has more codes than fit");
        }
        if (length <= LOOKAHEAD) {
          int from = code << (LOOKAHEAD - length);
          java.util.Arrays.fill(
              lookup, from, from + (1 << (LOOKAHEAD - length)), length << 8 | symbols[index]);
        }
        max = Math.max(max, symbols[index]);
        code++;
        index++;
      }
      code <<= 1;
    }
    firstCode[17] = code;
    firstIndex[17] = index;
    largest = max;
  }

  /** Reads one table of a DHT segment, after its class and destination. */
  static HuffmanTable read(MarkerReader segment) throws CodecException {
    int[] counts = new int[17];
    int total = 0;
    for (int length = 1; length <= 16; length++) {
      counts[length] = segment.unsignedByte();
      total += counts[length];
    }
    if (total > 256) {
      throw new CodecException("a Huffman table of its codestream has more than 256 codes");
    }
    int[] symbols = new int[total];
    for (int i = 0; i < total; i++) {
      symbols[i] = segment.unsignedByte();
    }
    return new HuffmanTable(counts, symbols);
  }

  /** The largest symbol. */
  int largest() {
    return largest;
  }

  /**
   * Entries for the next {@value #LOOKAHEAD} bits: {@code length << 8 | symbol}, or 0 if the code
   * is longer or there is none. The array is shared and must not be changed.
   */
  int[] lookup() {
    return lookup;
  }

  /** The entry for the next 16 bits if the lookup gave none, {@link #INVALID} if no code fits. */
  int longCode(int next16) {
    for (int length = LOOKAHEAD + 1; length <= 16; length++) {
      int offset = (next16 >>> (16 - length)) - firstCode[length];
      int number = firstIndex[length + 1] - firstIndex[length];
      if (offset >= 0 && offset < number) {
        return length << 8 | symbols[firstIndex[length] + offset];
      }
    }
    return INVALID | 16 << 8;
  }

  /** Reads one symbol. */
  int symbol(BitReader bits) throws CodecException {
    bits.refill();
    int entry = lookup[(int) (bits.buffer >>> (64 - LOOKAHEAD))];
    if (entry == 0) {
      entry = longCode((int) (bits.buffer >>> 48));
      if (entry >= INVALID) {
        throw new CodecException("its compressed data hold a code that is in no Huffman table");
      }
    }
    bits.buffer <<= entry >>> 8;
    bits.count -= entry >>> 8;
    return entry & 0xFF;
  }
}
