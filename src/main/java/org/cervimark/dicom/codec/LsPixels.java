package org.cervimark.dicom.codec;

/** Decodes lines whose components are interleaved sample by sample (ITU-T T.87 B.3, ILV 2). */
final class LsPixels {

  private LsPixels() {}

  /**
   * Decodes one line of all components.
   *
   * @param lines receives the samples per component at indices 1 to width
   * @param above the lines above, extended as for {@link LsLines}
   */
  static void decode(
      BitReader bits, LsContexts contexts, LsRuns runs, int[][] lines, int[][] above, int width)
      throws CodecException {
    int[] q = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i][0] = above[i][1];
      above[i][width + 1] = above[i][width];
    }
    int x = 1;
    while (x <= width) {
      boolean even = true;
      for (int i = 0; i < q.length; i++) {
        q[i] = context(contexts, lines[i], above[i], x);
        even &= q[i] == 0;
      }
      if (even) {
        x = run(bits, contexts, runs, lines, above, x, width);
      } else {
        for (int i = 0; i < q.length; i++) {
          lines[i][x] = regular(bits, contexts, q[i], lines[i], above[i], x);
        }
        x++;
      }
    }
    if (bits.overrun()) {
      throw new CodecException("its compressed data end before the image does");
    }
  }

  private static int context(LsContexts contexts, int[] line, int[] above, int x) {
    int zero = contexts.parameters.maximum();
    byte[] quantised = contexts.quantised;
    return 81 * quantised[above[x + 1] - above[x] + zero]
        + 9 * quantised[above[x] - above[x - 1] + zero]
        + quantised[above[x - 1] - line[x - 1] + zero];
  }

  private static int regular(
      BitReader bits, LsContexts contexts, int q, int[] line, int[] above, int x)
      throws CodecException {
    LsParameters parameters = contexts.parameters;
    int sign = q >> 31;
    int cell = 4 * ((q ^ sign) - sign);
    int word = contexts.regular[cell + LsContexts.WORD];
    int bias = word >> 8;
    int a = line[x - 1];
    int b = above[x];
    int predicted =
        Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - above[x - 1]))
            + ((bias ^ sign) - sign);
    predicted = Math.max(0, Math.min(parameters.maximum(), predicted));
    int mapped = contexts.golombCode(bits, word & LsContexts.K, parameters.limit());
    if (mapped < 0 || mapped > 2 * parameters.range()) {
      throw new CodecException("its JPEG-LS data are damaged");
    }
    int error = (mapped >>> 1) ^ -(mapped & 1) ^ -((word >>> 7) & 1);
    contexts.learn(cell, bias, error);
    return contexts.reconstruct(predicted, (error ^ sign) - sign);
  }

  private static int run(
      BitReader bits,
      LsContexts contexts,
      LsRuns runs,
      int[][] lines,
      int[][] above,
      int from,
      int last)
      throws CodecException {
    int at = from + runs.length(bits, last - from + 1);
    for (int[] line : lines) {
      java.util.Arrays.fill(line, from, at, line[from - 1]);
    }
    if (at > last) {
      return at;
    }
    for (int i = 0; i < lines.length; i++) {
      int error = contexts.interruptionError(bits, 0, runs.runBits());
      int up = above[i][at];
      lines[i][at] = contexts.reconstruct(up, lines[i][from - 1] > up ? -error : error);
    }
    runs.interrupted();
    return at + 1;
  }
}
