package org.cervimark.dicom.image;

import com.sun.management.OperatingSystemMXBean;
import ij.plugin.DICOM;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.codec.DecoderBenchmark;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.TransferSyntax;

/**
 * Opens a raw and a deflated image of 2500 x 3000 pixels, reads 1,000 headers and scans a folder of
 * 1,000 files, beside the bare system calls, DCMTK, GDCM, pydicom and ImageJ, and prints CPU times
 * and ratios. A program to be run by hand, since timings are no tests:
 *
 * <pre>mvn -q test-compile exec:java@reading</pre>
 */
public final class ReadingBenchmark {

  private static final int COLUMNS = 2500;
  private static final int ROWS = 3000;
  private static final int FILES = 1000;
  private static final int WARM_UP = 15;
  private static final int RUNS = 11;
  private static final int PEER_RUNS = 5;

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }

  private ReadingBenchmark() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1) {
      DicomImages.read(Path.of(arguments[0]), 1);
      System.out.println(DecoderBenchmark.threadCpu());
      return;
    }
    Path folder = Files.createTempDirectory("reading");
    System.out.printf(
        Locale.ROOT, "%-44s %9s %9s %7s %7s%n", "CPU ms", "ours", "peer", "ratio", "reach");
    pixels(folder);
    headers(Files.createDirectory(folder.resolve("headers")));
  }

  private static void pixels(Path folder) throws Exception {
    Path raw = folder.resolve("raw.dcm");
    Path deflated = folder.resolve("deflated.dcm");
    DataSetWriter.write(raw, radiograph(16), TransferSyntax.EXPLICIT_LITTLE);
    DataSetWriter.write(deflated, radiograph(16), TransferSyntax.DEFLATED);
    double ours = millis(() -> DicomImages.read(raw, 1));
    line("raw open : malloc and read() in C", ours, read(raw, folder), "2");
    line("raw open : IJ.openImage", ours, millis(() -> open(raw)), "");
    first(raw, ours);
    double inflating = millis(() -> DicomImages.read(deflated, 1));
    Path back = folder.resolve("back.dcm");
    line("deflate : dcmconv", inflating, peer("dcmconv", "+te", deflated, back), "0.6");
  }

  /** What a C program needs for the bytes of a file; not a number without a compiler. */
  private static double read(Path file, Path folder) throws IOException, InterruptedException {
    Path program = folder.resolve("read");
    output(List.of("cc", "-O2", "-o", program.toString(), "src/test/peers/read.c"));
    if (!Files.exists(program)) {
      return Double.NaN;
    }
    return Double.parseDouble(output(List.of(program.toString(), file.toString())).strip());
  }

  /** The first image that a new virtual machine opens, beside a warm one. */
  private static void first(Path file, double warm) throws IOException, InterruptedException {
    String said =
        output(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                DecoderBenchmark.classPath(),
                ReadingBenchmark.class.getName(),
                file.toString()));
    double first = Double.parseDouble(said.strip().lines().reduce("", (a, b) -> b));
    System.out.printf(
        Locale.ROOT,
        "%-44s %9.1f %9.1f %7s %7s%n",
        "first raw open in a new JVM : warm",
        first,
        warm,
        "",
        "2.5x+150");
  }

  private static void open(Path file) {
    DICOM image = new DICOM();
    image.open(file.toString());
    if (image.getWidth() != COLUMNS) {
      throw new IllegalStateException("ImageJ did not open " + file);
    }
  }

  private static void headers(Path folder) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "%04d.dcm", i));
      DataSetWriter.write(file, small(i), TransferSyntax.EXPLICIT_LITTLE);
      files.add(file);
    }
    byte[] buffer = new byte[1 << 14];
    double floor =
        millis(
            () -> {
              for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                  if (in.read(buffer) < 0) {
                    throw new IOException(file + " is empty");
                  }
                }
              }
            });
    double parsed =
        millis(
            () -> {
              for (Path file : files) {
                DataSetReader.readHeader(file);
              }
            });
    double ours =
        millis(
            () -> {
              for (Path file : files) {
                DicomImages.readHeader(file);
              }
            });
    line("1000 data sets parsed : open+read", parsed, floor, "");
    line("1000 headers as radiographs : open+read", ours, floor, "4");
    double imageJ =
        millis(
            () -> {
              for (Path file : files) {
                new DICOM().getInfo(file.toString());
              }
            });
    line("1000 headers : ImageJ", ours, imageJ, "");
    List<Object> dump = new ArrayList<>(List.of("dcmdump", "+P", "0020,000d"));
    dump.addAll(files);
    line("1000 headers : dcmdump", ours, peer(dump.toArray()), "");
    line("1000 headers : GDCM", ours, script("gdcm", folder), "");
    line("1000 headers : pydicom", ours, script("pydicom", folder), "");
    line(
        "folder of 1000 files : open+read",
        millis(() -> StudyFolder.scan(folder), ReadingBenchmark::cpu),
        floor,
        "");
  }

  private static void line(String name, double ours, double theirs, String reach) {
    System.out.printf(
        Locale.ROOT, "%-44s %9.1f %9.1f %7.2f %7s%n", name, ours, theirs, ours / theirs, reach);
  }

  private static double millis(Work work) throws Exception {
    return millis(work, DecoderBenchmark::threadCpu);
  }

  private static double millis(Work work, DoubleSupplier clock) throws Exception {
    double[] times = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      double before = clock.getAsDouble();
      work.run();
      if (i >= 0) {
        times[i] = clock.getAsDouble() - before;
      }
    }
    return median(times);
  }

  /** CPU time of all threads, in steps of 10 ms, where work is shared out. */
  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** User and system time of a program; not a number if it is missing. */
  private static double peer(Object... command) throws IOException, InterruptedException {
    double[] times = new double[PEER_RUNS];
    for (int i = 0; i < PEER_RUNS; i++) {
      List<String> words =
          new ArrayList<>(
              List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\" >/dev/null", "-"));
      for (Object word : command) {
        words.add(word.toString());
      }
      String output = output(words);
      if (!output.contains("cpu ")) {
        return Double.NaN;
      }
      String[] cpu = output.substring(output.lastIndexOf("cpu ")).strip().split(" ", -1);
      times[i] = 1000 * (Double.parseDouble(cpu[1]) + Double.parseDouble(cpu[2]));
    }
    return median(times);
  }

  /** What the script beside the peers says; not a number if the program is missing. */
  private static double script(String program, Path folder)
      throws IOException, InterruptedException {
    String output =
        output(
            List.of("/usr/bin/python3", "src/test/peers/headers.py", program, folder.toString()));
    try {
      return Double.parseDouble(output.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String output(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Smooth gradients, noise and edges. */
  private static Attributes radiograph(int bits) {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.Rows, VR.US, ROWS);
    image.setInt(Tag.Columns, VR.US, COLUMNS);
    image.setInt(Tag.BitsStored, VR.US, bits);
    image.setInt(Tag.HighBit, VR.US, bits - 1);
    Random random = new Random(1);
    byte[] cells = new byte[2 * COLUMNS * ROWS];
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      int x = i % COLUMNS;
      int y = i / COLUMNS;
      double smooth = 20_000 + 15_000 * Math.sin(x / 500.0) * Math.cos(y / 700.0);
      int value = (int) (smooth + 200 * random.nextGaussian() + (x / 300 % 2) * 4000);
      cells[2 * i] = (byte) value;
      cells[2 * i + 1] = (byte) (value >> 8);
    }
    image.setBytes(Tag.PixelData, VR.OW, cells);
    return image;
  }

  /** A header as long as those of X-ray systems. */
  private static Attributes small(int number) {
    Attributes image = ImageFiles.image();
    image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1000" + number);
    image.setString(Tag.PatientName, VR.PN, "Test^Speed");
    image.setString(Tag.StudyDate, VR.DA, "20260114");
    image.setString(Tag.StudyDescription, VR.LO, "Cervical spine");
    image.setString(Tag.BodyPartExamined, VR.CS, "CSPINE");
    image.setString(Tag.ViewPosition, VR.CS, "LL");
    image.setString(Tag.PixelSpacing, VR.DS, "0.143", "0.143");
    image.setString(Tag.ImagerPixelSpacing, VR.DS, "0.143", "0.143");
    image.setString(Tag.WindowCenter, VR.DS, "2048");
    image.setString(Tag.WindowWidth, VR.DS, "4096");
    for (int i = 0; i < 80; i++) {
      image.setString(0x00181000 + 2 * i, VR.LO, "value " + i);
    }
    return image;
  }
}
