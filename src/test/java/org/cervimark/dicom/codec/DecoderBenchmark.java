package org.cervimark.dicom.codec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cervimark.benchmark.PeerProgram;
import org.cervimark.benchmark.RatioTable;
import org.cervimark.benchmark.Stopwatch;
import org.cervimark.dicom.codec.TestImage.Content;

/**
 * Decodes one radiograph-like image of 2500 x 3000 pixels in every compressed transfer syntax,
 * beside DCMTK and GDCM. Ours is the median of the decoding thread after warm-up, theirs the median
 * of whole program runs, input and output included; the first decode is timed in virtual machines
 * of its own.
 */
public final class DecoderBenchmark {

  private static final int COLUMNS = 2500;
  private static final int ROWS = 3000;
  private static final int WARM_UP = 10;
  private static final int RUNS = 9;
  private static final int PEER_RUNS = 3;
  private static final String TOUCH = "--touch";

  /** What is compressed how, and who is asked to decompress it. */
  private record Line(
      String name, int bits, double reach, List<String> compress, List<String> decompress) {}

  private static final List<Line> LINES =
      List.of(
          line("RLE", 16, 0.35, "dcmcrle", "dcmdrle"),
          line("JPEG .50", 8, 0.4, "dcmcjpeg +eb", "dcmdjpeg"),
          line("JPEG .51", 12, 1.0, "dcmcjpeg +ee", "dcmdjpeg"),
          line("JPEG .57, predictor 4", 12, 0.5, "dcmcjpeg +el +sv 4", "dcmdjpeg"),
          line("JPEG .57, predictor 7", 16, 0.5, "dcmcjpeg +el +sv 7", "dcmdjpeg"),
          line("JPEG .70", 12, 0.5, "dcmcjpeg +e1", "dcmdjpeg"),
          line("JPEG .70", 16, 0.5, "dcmcjpeg +e1", "dcmdjpeg"),
          line("JPEG-LS .80", 12, 0.75, "dcmcjpls +el", "dcmdjpls"),
          line("JPEG-LS .80", 16, 0.75, "dcmcjpls +el", "dcmdjpls"),
          line("JPEG-LS .81", 12, 0.75, "dcmcjpls +en", "dcmdjpls"),
          line("JPEG 2000 .90", 16, 1.4, "gdcmconv --j2k", "gdcmconv --raw"),
          line("JPEG 2000 .91", 12, 1.4, "gdcmconv --j2k --lossy -q 40", "gdcmconv --raw"));

  private DecoderBenchmark() {}

  private static Line line(
      String name, int bits, double reach, String compress, String decompress) {
    return new Line(
        name, bits, reach, List.of(compress.split(" ", -1)), List.of(decompress.split(" ", -1)));
  }

  /**
   * Prints how long the first decode of a file takes, after that of another file if there are two,
   * or the first touch of memory.
   */
  public static void main(String[] arguments) throws CodecException {
    if (arguments[0].equals(TOUCH)) {
      double start = Stopwatch.threadCpu();
      short[] cells = new short[COLUMNS * ROWS];
      cells[cells.length / 2] = 1;
      System.out.println(Stopwatch.threadCpu() - start);
      return;
    }
    if (arguments.length == 2) {
      EncapsulatedFile small = EncapsulatedFile.open(Path.of(arguments[1]));
      small.decoder().decode(small.codestream(1), small.format());
    }
    EncapsulatedFile file = EncapsulatedFile.open(Path.of(arguments[0]));
    byte[] codestream = file.codestream(1);
    double start = Stopwatch.threadCpu();
    file.decoder().decode(codestream, file.format());
    System.out.println(Stopwatch.threadCpu() - start);
  }

  /** Adds a row for each syntax, and one for its first decode. */
  public static void measure(RatioTable table, Path folder) throws Exception {
    double touch = PeerProgram.inNewMachine(3, DecoderBenchmark.class, TOUCH);
    for (Line line : LINES) {
      measure(line, folder, touch, table);
    }
  }

  private static void measure(Line line, Path folder, double touch, RatioTable table)
      throws Exception {
    Path plain = folder.resolve("plain.dcm");
    Path compressed = folder.resolve("compressed.dcm");
    Path back = folder.resolve("back.dcm");
    String name = line.name + ", " + line.bits + " bits";
    String whose = String.join(" ", line.decompress);
    Files.deleteIfExists(compressed);
    TestImage.grey(Content.RADIOGRAPH, COLUMNS, ROWS, line.bits, false).write(plain);
    if (PeerProgram.cpu(1, line.compress, plain, compressed).isEmpty()) {
      table.row(name, Double.NaN, OptionalDouble.empty(), String.join(" ", line.compress));
      return;
    }
    EncapsulatedFile file = EncapsulatedFile.open(compressed);
    byte[] codestream = file.codestream(1);
    double ours =
        Stopwatch.median(WARM_UP, RUNS, () -> file.decoder().decode(codestream, file.format()));
    table.row(
        name,
        ours,
        PeerProgram.cpu(PEER_RUNS, line.decompress, compressed, back),
        whose,
        line.reach,
        String.format(
            Locale.ROOT,
            "all of the %.0f ms are decoding, %.1f ns a pixel; nothing else is timed",
            ours,
            ours * 1e6 / COLUMNS / ROWS));
    if (!whose.startsWith("gdcm")) {
      table.row(
          name,
          ours,
          PeerProgram.cpu(PEER_RUNS, "gdcmconv", "--raw", compressed, back),
          "gdcmconv");
    }
    double first = PeerProgram.inNewMachine(3, DecoderBenchmark.class, compressed.toString());
    double limit = 2.5 * ours + 150;
    table.limit(
        name + ", first in a new JVM",
        first,
        limit,
        first > limit ? reason(line, folder, compressed, touch, ours) : "");
  }

  /** What the first decode of a new virtual machine is spent on. */
  private static String reason(Line line, Path folder, Path compressed, double touch, double warm)
      throws Exception {
    Path plain = folder.resolve("small-plain.dcm");
    Path small = folder.resolve("small.dcm");
    TestImage.grey(Content.RADIOGRAPH, 64, 64, line.bits, false).write(plain);
    PeerProgram.cpu(1, line.compress, plain, small);
    double loaded =
        PeerProgram.inNewMachine(
            3, DecoderBenchmark.class, compressed.toString(), small.toString());
    return String.format(
        Locale.ROOT,
        "once a small image has loaded the classes it takes %.0f ms, of which %.0f are decoding"
            + " when warm, about %.0f the system needs to hand out the 15 MB of the cells for the"
            + " first time, and the rest is code that is not compiled yet",
        loaded,
        warm,
        touch);
  }
}
