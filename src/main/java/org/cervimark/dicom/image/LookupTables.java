package org.cervimark.dicom.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.LookupTable;

/** Reads look-up tables: LUT Descriptor (0028,3002) and LUT Data (0028,3006), PS3.3 C.11.1.1. */
final class LookupTables {

  private static final int MOST_ENTRIES = 1 << 16;

  private LookupTables() {}

  /**
   * The table of an item.
   *
   * @param signedInput whether its inputs may be negative, so that a first value beyond 32767 was
   *     written as unsigned by mistake
   * @return empty if it cannot be used
   */
  static Optional<LookupTable> of(Elements item, boolean signedInput) {
    return of(item, Tag.LUTDescriptor, Tag.LUTData, signedInput);
  }

  /** The table in other elements, such as those of a palette. */
  static Optional<LookupTable> of(Elements item, int descriptor, int data, boolean signedInput) {
    List<Double> values = item.numbers(descriptor).orElse(List.of());
    int[] words = item.words(data);
    if (values.size() != 3) {
      return Optional.empty();
    }
    int length = values.get(0).intValue() & 0xFFFF;
    length = length == 0 ? MOST_ENTRIES : length;
    int first = values.get(1).intValue();
    boolean written = item.dataSet().getVR(descriptor) == VR.SS || (signedInput && first > 0x7FFF);
    first = written ? (short) first : first;
    int bits = values.get(2).intValue();
    if (words.length < length && bits <= 8 && words.length == (length + 1) / 2) {
      words = bytes(words);
    }
    if (words.length < length || bits < 1 || bits > 16) {
      return Optional.empty();
    }
    int[] entries = Arrays.copyOf(words, length);
    int used = 0;
    for (int entry : entries) {
      used |= entry;
    }
    // Tables that claim 8 bits and hold 12 exist; what they hold counts.
    return Optional.of(
        new LookupTable(first, entries, Math.max(bits, 32 - Integer.numberOfLeadingZeros(used))));
  }

  /** Two entries of 8 bits share a word. */
  private static int[] bytes(int[] words) {
    int[] bytes = new int[words.length * 2];
    for (int i = 0; i < words.length; i++) {
      bytes[2 * i] = words[i] & 0xFF;
      bytes[2 * i + 1] = words[i] >> 8;
    }
    return bytes;
  }
}
