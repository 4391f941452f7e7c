package org.cervimark.dicom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.dicom.toolkit.TransferSyntax;

/**
 * Where the fragments of encapsulated Pixel Data lie in the file (PS3.5 A.4), and which of them
 * make up which frame.
 *
 * @param basic the Basic Offset Table
 * @param extended the Extended Offset Table of the header
 * @param fragments the fragments behind the Basic Offset Table
 */
public record FragmentIndex(FrameTable basic, FrameTable extended, List<Fragment> fragments) {

  private static final int ITEM = 0xE000FFFE;
  private static final int SEQUENCE_DELIMITATION = 0xE0DDFFFE;
  private static final int HEADER = 8;

  /**
   * One fragment.
   *
   * @param position of its first byte in the file
   * @param length in bytes
   */
  public record Fragment(long position, int length) {}

  /** Copies the lists. */
  public FragmentIndex {
    fragments = List.copyOf(fragments);
  }

  /**
   * Lists the fragments without reading them.
   *
   * @param start position of the first item, the Basic Offset Table
   * @param extended the Extended Offset Table
   * @throws EOFException if the file ends before the sequence does
   * @throws CodecException if something else than items is found
   */
  public static FragmentIndex read(FileChannel file, long start, FrameTable extended)
      throws IOException, CodecException {
    List<Fragment> items = new ArrayList<>();
    long position = start;
    // Some writers leave out the delimitation at the very end of the file.
    while (items.isEmpty() || position != file.size()) {
      ByteBuffer header = read(file, position, HEADER);
      int tag = header.getInt();
      long length = header.getInt() & 0xFFFFFFFFL;
      position += HEADER;
      if (tag == SEQUENCE_DELIMITATION) {
        break;
      }
      if (tag != ITEM || length > Integer.MAX_VALUE - HEADER) {
        throw new CodecException("Pixel Data holds something else than fragments");
      }
      if (position + length > file.size()) {
        throw new EOFException("fragment beyond the end of the file");
      }
      items.add(new Fragment(position, (int) length));
      position += length;
    }
    if (items.isEmpty()) {
      throw new CodecException("Pixel Data without a Basic Offset Table");
    }
    Fragment table = items.get(0);
    return new FragmentIndex(
        FrameTable.basic(read(file, table.position(), table.length())),
        extended,
        items.subList(1, items.size()));
  }

  /**
   * The joined fragments of a frame.
   *
   * @param frame frame number from 1
   * @param frames number of frames in all
   * @throws CodecException if the fragments cannot be assigned to that many frames
   */
  public byte[] frame(FileChannel file, int frame, int frames, TransferSyntax syntax)
      throws IOException, CodecException {
    List<Fragment> parts = partsOf(file, frame, frames, syntax);
    long total = parts.stream().mapToLong(Fragment::length).sum();
    if (total > Integer.MAX_VALUE - HEADER) {
      throw new CodecException("a frame of " + total + " bytes");
    }
    ByteBuffer joined = ByteBuffer.allocate((int) total);
    for (Fragment part : parts) {
      joined.put(read(file, part.position(), part.length()));
    }
    return joined.array();
  }

  private List<Fragment> partsOf(FileChannel file, int frame, int frames, TransferSyntax syntax)
      throws IOException, CodecException {
    List<Fragment> parts = fragments.stream().filter(part -> part.length() > 0).toList();
    if (parts.isEmpty()) {
      throw new CodecException("Pixel Data without fragments");
    }
    if (frames == 1) {
      return parts;
    }
    List<Integer> firsts = firstsByTables(parts, frames);
    if (firsts.isEmpty() && parts.size() == frames) {
      return parts.subList(frame - 1, frame);
    }
    if (firsts.isEmpty()) {
      firsts = firstsByStart(file, parts, syntax);
    }
    if (firsts.size() != frames || firsts.get(0) != 0) {
      throw new CodecException(parts.size() + " fragments for " + frames + " frames");
    }
    int end = frame == frames ? parts.size() : firsts.get(frame);
    return parts.subList(firsts.get(frame - 1), end);
  }

  /**
   * The first fragment of each frame by the offset tables; none if they are absent or wrong, as
   * they are in files whose writers miscounted.
   *
   * @throws CodecException if two tables that could both be right disagree
   */
  private List<Integer> firstsByTables(List<Fragment> parts, int frames) throws CodecException {
    List<Integer> byBasic = basic.firsts(fragments, parts, frames);
    List<Integer> byExtended = extended.firsts(fragments, parts, frames);
    if (byExtended.isEmpty()) {
      return byBasic;
    }
    if (!byBasic.isEmpty() && !byBasic.equals(byExtended)) {
      throw new CodecException("the two offset tables begin frames at different fragments");
    }
    return byExtended;
  }

  private static List<Integer> firstsByStart(
      FileChannel file, List<Fragment> parts, TransferSyntax syntax) throws IOException {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int length = Math.min(CodestreamStart.LENGTH, parts.get(i).length());
      ByteBuffer start = read(file, parts.get(i).position(), length);
      boolean begins =
          syntax == TransferSyntax.RLE
              ? CodestreamStart.isRleHeader(start)
              : CodestreamStart.isMarker(start);
      if (begins) {
        firsts.add(i);
      }
    }
    return firsts;
  }

  private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    if (length > file.size() - position) {
      throw new EOFException("the file ends at " + file.size());
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, position + buffer.position());
      if (count < 0) {
        throw new EOFException("the file ends at " + file.size());
      }
    }
    return buffer.flip();
  }
}
