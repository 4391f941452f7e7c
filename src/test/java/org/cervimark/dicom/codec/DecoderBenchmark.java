package org.cervimark.dicom.codec;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cervimark.dicom.codec.TestImage.Content;

/**
 * Decodes one radiograph-like image of 2500 x 3000 pixels in every compressed transfer syntax,
 * beside DCMTK and GDCM, and prints CPU times and their ratio. Ours is the median of the decoding
 * thread after warm-up, theirs the median of whole program runs, input and output included; the
 * first decode is timed in a virtual machine of its own. A program to be run by hand, since timings
 * are no tests:
 *
 * <pre>mvn -q test-compile exec:java@decoders</pre>
 */
public final class DecoderBenchmark {

  private static final int COLUMNS = 2500;
  private static final int ROWS = 3000;
  private static final int WARM_UP = 12;
  private static final int RUNS = 9;
  private static final int PEER_RUNS = 5;
  private static final String FIRST = "--first";

  /** What is compressed how, and who is asked to decompress it. */
  private record Line(
      String name, int bits, double reach, List<String> compress, List<String> decompress) {}

  private static final List<Line> LINES =
      List.of(
          line("RLE", 16, 0.35, "dcmcrle", "dcmdrle"),
          line("JPEG baseline .50", 8, 0.4, "dcmcjpeg +eb", "dcmdjpeg"),
          line("JPEG extended .51", 12, 1.0, "dcmcjpeg +ee", "dcmdjpeg"),
          line("JPEG progressive .55", 12, 1.0, "dcmcjpeg +ep", "dcmdjpeg"),
          line("JPEG lossless .57, predictor 4", 12, 0.5, "dcmcjpeg +el +sv 4", "dcmdjpeg"),
          line("JPEG lossless .57, predictor 7", 16, 0.5, "dcmcjpeg +el +sv 7", "dcmdjpeg"),
          line("JPEG lossless .70", 12, 0.5, "dcmcjpeg +e1", "dcmdjpeg"),
          line("JPEG lossless .70", 16, 0.5, "dcmcjpeg +e1", "dcmdjpeg"),
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

  /** Prints the table; an argument picks the lines whose name contains it. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, CodecException {
    if (arguments.length == 2 && arguments[0].equals(FIRST)) {
      printFirst(Path.of(arguments[1]));
      return;
    }
    Path folder = Files.createTempDirectory("decoders");
    System.out.printf(
        Locale.ROOT,
        "%-32s %4s %8s %8s %6s %6s %8s %8s%n",
        "CPU ms",
        "bits",
        "ours",
        "peer",
        "ratio",
        "reach",
        "first",
        "reach");
    for (Line line : LINES) {
      if (arguments.length == 0 || line.name.contains(arguments[0])) {
        measure(line, folder);
      }
    }
  }

  private static void measure(Line line, Path folder)
      throws IOException, InterruptedException, CodecException {
    Path plain = folder.resolve("plain.dcm");
    Path compressed = folder.resolve("compressed.dcm");
    Path back = folder.resolve("back.dcm");
    TestImage.grey(Content.RADIOGRAPH, COLUMNS, ROWS, line.bits, false).write(plain);
    cpuMillis(line.compress, plain, compressed);
    EncapsulatedFile file = EncapsulatedFile.open(compressed);
    byte[] codestream = file.codestream(1);
    double[] ours = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      double before = threadCpu();
      file.decoder().decode(codestream, file.format());
      double millis = threadCpu() - before;
      if (i >= 0) {
        ours[i] = millis;
      }
    }
    double[] theirs = new double[PEER_RUNS];
    for (int i = 0; i < PEER_RUNS; i++) {
      theirs[i] = cpuMillis(line.decompress, compressed, back);
    }
    System.out.printf(
        Locale.ROOT,
        "%-32s %4d %8.0f %8.0f %6.2f %6.2f %8.0f %8.0f%n",
        line.name,
        line.bits,
        median(ours),
        median(theirs),
        median(ours) / median(theirs),
        line.reach,
        first(compressed),
        2.5 * median(ours) + 150);
  }

  /** Milliseconds that this thread has been computing. */
  public static double threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  /** CPU time of the first decode in a new virtual machine. */
  private static double first(Path compressed) throws IOException, InterruptedException {
    double[] times = new double[3];
    for (int i = 0; i < times.length; i++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classPath(),
                  DecoderBenchmark.class.getName(),
                  FIRST,
                  compressed.toString())
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("the new virtual machine failed: " + said);
      }
      times[i] = Double.parseDouble(said.strip());
    }
    return median(times);
  }

  /** That of this program, also where Maven runs it within its own. */
  public static String classPath() {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    for (ClassLoader loader = DecoderBenchmark.class.getClassLoader();
        loader instanceof URLClassLoader urls;
        loader = loader.getParent()) {
      for (URL url : urls.getURLs()) {
        path.append(File.pathSeparator).append(Path.of(url.getPath()));
      }
    }
    return path.toString();
  }

  private static void printFirst(Path compressed) throws CodecException {
    EncapsulatedFile file = EncapsulatedFile.open(compressed);
    byte[] codestream = file.codestream(1);
    double start = threadCpu();
    file.decoder().decode(codestream, file.format());
    System.out.println(threadCpu() - start);
  }

  /** User and system time of a program, as the shell measures it. */
  private static double cpuMillis(List<String> command, Path in, Path out)
      throws IOException, InterruptedException {
    List<String> whole =
        new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "time"));
    whole.addAll(command);
    whole.add(in.toString());
    whole.add(out.toString());
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
    String[] times = output.substring(output.lastIndexOf("cpu ")).strip().split(" ", -1);
    return 1000 * (Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
