package org.cervimark.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the frames of encapsulated Pixel Data begin, as a table of the file claims: the Basic
 * Offset Table (PS3.5 A.4) or the Extended Offset Table (7FE0,0001) with its lengths (7FE0,0002;
 * PS3.3 C.7.6.3). Nothing of it is believed that the fragments themselves do not bear out.
 *
 * @param offsets of the item that begins each frame, in bytes from the first fragment's item;
 *     possibly none
 * @param lengths of the frames in bytes, without what fills them up to an even length; possibly
 *     none
 */
public record FrameTable(List<Long> offsets, List<Long> lengths) {

  /** Copies the lists. */
  public FrameTable {
    offsets = List.copyOf(offsets);
    lengths = List.copyOf(lengths);
  }

  /** The Basic Offset Table: unsigned 32-bit numbers, little-endian. */
  static FrameTable basic(ByteBuffer values) {
    List<Long> offsets = new ArrayList<>();
    while (values.remaining() >= Integer.BYTES) {
      offsets.add(values.getInt() & 0xFFFFFFFFL);
    }
    return new FrameTable(offsets, List.of());
  }

  /**
   * The Extended Offset Table: 64-bit numbers, little-endian as every encapsulated syntax is.
   *
   * @param offsets the value of (7FE0,0001), without any if it is absent
   * @param lengths the value of (7FE0,0002), without any if it is absent
   */
  public static FrameTable extended(byte[] offsets, byte[] lengths) {
    return new FrameTable(longs(offsets), longs(lengths));
  }

  private static List<Long> longs(byte[] bytes) {
    ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Long> longs = new ArrayList<>();
    while (values.remaining() >= Long.BYTES) {
      longs.add(values.getLong());
    }
    return longs;
  }

  /**
   * The first part of each frame; none if the table is absent or cannot be right, since it names
   * another number of frames, something else than fragments, or other lengths than they have.
   *
   * @param fragments all fragments, in the order of the file
   * @param parts those of them that are not empty
   * @throws CodecException if it names the fragments in another order than that of the file: which
   *     frame is which cannot be told then
   */
  List<Integer> firsts(
      List<FragmentIndex.Fragment> fragments, List<FragmentIndex.Fragment> parts, int frames)
      throws CodecException {
    if (offsets.size() != frames || (!lengths.isEmpty() && lengths.size() != frames)) {
      return List.of();
    }
    Optional<List<Integer>> named = namedParts(fragments.get(0).position(), parts);
    if (named.isEmpty()) {
      return List.of();
    }
    List<Integer> firsts = named.get();
    if (!firsts.equals(firsts.stream().sorted().toList())) {
      throw new CodecException("an offset table that names the frames in another order");
    }
    return firsts.get(0) == 0 && haveLengths(firsts, parts) ? firsts : List.of();
  }

  /** The parts that stand at the offsets; empty if there is none at one of them, or one twice. */
  private Optional<List<Integer>> namedParts(long start, List<FragmentIndex.Fragment> parts) {
    Map<Long, Integer> byOffset = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      byOffset.put(parts.get(i).position() - start, i);
    }
    List<Integer> named = new ArrayList<>();
    for (Long offset : offsets) {
      Integer part = byOffset.remove(offset);
      if (part == null) {
        return Optional.empty();
      }
      named.add(part);
    }
    return Optional.of(named);
  }

  private boolean haveLengths(List<Integer> firsts, List<FragmentIndex.Fragment> parts) {
    for (int i = 0; i < lengths.size(); i++) {
      int end = i + 1 == firsts.size() ? parts.size() : firsts.get(i + 1);
      long length =
          parts.subList(firsts.get(i), end).stream()
              .mapToLong(FragmentIndex.Fragment::length)
              .sum();
      if (lengths.get(i) != length && lengths.get(i) != length - 1) {
        return false;
      }
    }
    return true;
  }
}
