package org.cervimark.dicom.codec;

/** The run mode of JPEG-LS (ITU-T T.87 A.7): stretches of equal samples in even surroundings. */
final class LsRuns {

  /** J, the binary logarithm of the run length per index. */
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private int index;

  void reset() {
    index = 0;
  }

  /** J of the present index. */
  int runBits() {
    return J[index];
  }

  /** Reads the length of a run; it is {@code room} if the run goes to the end of the line. */
  int length(BitReader bits, int room) throws CodecException {
    int length = 0;
    while (bits.bit() == 1) {
      int full = 1 << J[index];
      if (full <= room - length && index < 31) {
        index++;
      }
      length = Math.min(room, length + full);
      if (length == room) {
        return room;
      }
    }
    length += bits.bits(J[index]);
    if (length >= room) {
      throw new CodecException("its JPEG-LS data are damaged");
    }
    return length;
  }

  /** To be called after the sample that ended a run. */
  void interrupted() {
    if (index > 0) {
      index--;
    }
  }

  /**
   * Decodes a run and the sample that ends it in a line of one component.
   *
   * @param line the line, its first sample at index 1
   * @param above the line above, likewise
   * @param from index of the first sample of the run
   * @param last index of the last sample of the line
   * @return index of the first sample after what was decoded
   */
  int decode(BitReader bits, LsContexts contexts, int[] line, int[] above, int from, int last)
      throws CodecException {
    int left = line[from - 1];
    int at = from + length(bits, last - from + 1);
    java.util.Arrays.fill(line, from, at, left);
    if (at > last) {
      return at;
    }
    int up = above[at];
    if (Math.abs(left - up) <= contexts.parameters.near()) {
      line[at] = contexts.reconstruct(left, contexts.interruptionError(bits, 1, runBits()));
    } else {
      int error = contexts.interruptionError(bits, 0, runBits());
      line[at] = contexts.reconstruct(up, left > up ? -error : error);
    }
    interrupted();
    return at + 1;
  }
}
