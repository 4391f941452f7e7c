package org.cervimark.dicom.codec;

/** What the segments between scans define: tables and the restart interval. */
final class JpegTables {

  private final HuffmanTable[] dc = new HuffmanTable[4];
  private final HuffmanTable[] ac = new HuffmanTable[4];
  private final int[][] quantisation = new int[4][];
  private int restartInterval;

  /** Number of MCUs between restart markers, 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  HuffmanTable dc(int destination) throws CodecException {
    return table(dc, destination);
  }

  HuffmanTable ac(int destination) throws CodecException {
    return table(ac, destination);
  }

  private static HuffmanTable table(HuffmanTable[] tables, int destination) throws CodecException {
    HuffmanTable table = destination > 3 ? null : tables[destination];
    if (table == null) {
      throw new CodecException("a Huffman table of its codestream is missing");
    }
    return table;
  }

  /** The quantisation table in zigzag order. */
  int[] quantisation(int destination) throws CodecException {
    int[] table = destination > 3 ? null : quantisation[destination];
    if (table == null) {
      throw new CodecException("a quantisation table of its codestream is missing");
    }
    return table;
  }

  /** Reads the segment of a DHT, DQT or DRI marker. */
  void read(int marker, MarkerReader segment) throws CodecException {
    segment.enter();
    switch (marker) {
      case Marker.DHT -> {
        do {
          int where = segment.unsignedByte();
          if ((where & 15) > 3 || where >>> 4 > 1) {
            throw new CodecException("the destination of a Huffman table is wrong");
          }
          (where >>> 4 == 0 ? dc : ac)[where & 15] = HuffmanTable.read(segment);
        } while (segment.remaining() > 0);
      }
      case Marker.DQT -> {
        do {
          int where = segment.unsignedByte();
          if ((where & 15) > 3 || where >>> 4 > 1) {
            throw new CodecException("the destination of a quantisation table is wrong");
          }
          int[] table = new int[64];
          for (int i = 0; i < 64; i++) {
            table[i] = where >>> 4 == 0 ? segment.unsignedByte() : segment.unsignedShort();
          }
          quantisation[where & 15] = table;
        } while (segment.remaining() > 0);
      }
      case Marker.DRI -> restartInterval = segment.unsignedShort();
      default -> throw new IllegalArgumentException("marker " + marker);
    }
    segment.leave();
  }
}
