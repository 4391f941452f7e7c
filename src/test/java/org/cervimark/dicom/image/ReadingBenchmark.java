package org.cervimark.dicom.image;

import ij.plugin.DICOM;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.benchmark.PeerProgram;
import org.cervimark.benchmark.RatioTable;
import org.cervimark.benchmark.Stopwatch;
import org.cervimark.dicom.codec.DecoderBenchmark;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyTree;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.TransferSyntax;

/**
 * Everything that opening costs, in one table: 1,000 headers, a folder of 1,000 files, and one
 * image of 2500 x 3000 pixels raw, deflated and in every compressed syntax, beside the bare system
 * calls, DCMTK, GDCM, pydicom and ImageJ in the same run. CPU times; rows that do not reach what
 * they should are named again at the end with what holds them back. A program to be run by hand,
 * since timings are no tests:
 *
 * <pre>mvn -q test-compile exec:java@reading</pre>
 */
public final class ReadingBenchmark {

  private static final int COLUMNS = 2500;
  private static final int ROWS = 3000;
  private static final int FILES = 1000;
  private static final int FOLDERS = 10;
  private static final int WARM_UP = 25;
  private static final int RUNS = 21;
  private static final int PEER_RUNS = 5;
  private static final int CHUNK = 1 << 18;
  private static final String OURS = "--ours";

  private ReadingBenchmark() {}

  /** Prints the table; with two arguments how long the first image takes that a new JVM opens. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      Path file = Path.of(arguments[1]);
      double start = Stopwatch.threadCpu();
      if (arguments[0].equals(OURS)) {
        DicomImages.read(file, 1);
      } else {
        open(file);
      }
      System.out.println(Stopwatch.threadCpu() - start);
      return;
    }
    Path folder = Files.createTempDirectory("reading");
    RatioTable table = new RatioTable(System.out);
    headers(Files.createDirectory(folder.resolve("headers")), table);
    raw(folder, table);
    deflated(folder, table);
    DecoderBenchmark.measure(table, folder);
    table.end();
  }

  private static void raw(Path folder, RatioTable table) throws Exception {
    Path raw = folder.resolve("raw.dcm");
    DataSetWriter.write(raw, radiograph(16), TransferSyntax.EXPLICIT_LITTLE);
    double ours = millis(() -> DicomImages.read(raw, 1));
    double header = millis(() -> DicomImages.readHeader(raw));
    short[][] cells = new short[1][];
    double zeroing = millis(() -> cells[0] = new short[COLUMNS * ROWS]);
    double copying = millis(() -> copy(cells[0]));
    table.row(
        "raw open",
        ours,
        readInC(folder, raw),
        "read() in C",
        2,
        String.format(
            Locale.ROOT,
            "of the %.1f ms Java takes %.1f to zero the new array and %.1f to copy into it from the"
                + " buffer that the system fills, which C does not do; the header takes %.1f",
            ours,
            zeroing,
            copying,
            header));
    table.row("raw open", ours, readInC(folder, raw, "fresh"), "read() in C, fresh memory");
    table.row("raw open", ours, OptionalDouble.of(millis(() -> open(raw))), "IJ.openImage");
    table.row("raw open", ours, script("pydicom-open", raw), "pydicom");
    double first = PeerProgram.inNewMachine(3, ReadingBenchmark.class, OURS, raw.toString());
    table.row(
        "raw open, first in a new JVM",
        first,
        OptionalDouble.of(
            PeerProgram.inNewMachine(3, ReadingBenchmark.class, "--theirs", raw.toString())),
        "IJ.openImage");
  }

  private static void copy(short[] to) {
    ByteBuffer from = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < to.length; done += CHUNK / 2) {
      int count = Math.min(to.length - done, CHUNK / 2);
      from.asShortBuffer().get(to, done, count);
    }
  }

  private static void deflated(Path folder, RatioTable table) throws Exception {
    Path deflated = folder.resolve("deflated.dcm");
    DataSetWriter.write(deflated, radiograph(16), TransferSyntax.DEFLATED);
    double ours = Stopwatch.median(5, 7, () -> DicomImages.read(deflated, 1));
    Path back = folder.resolve("back.dcm");
    table.row(
        "deflated",
        ours,
        PeerProgram.cpu(PEER_RUNS, "dcmconv", "+te", deflated, back),
        "dcmconv",
        0.6,
        "all of it is Java's Inflater");
    table.row(
        "deflated",
        ours,
        PeerProgram.cpu(PEER_RUNS, "gdcmconv", "--raw", deflated, back),
        "gdcmconv");
  }

  /** What a C program needs for the bytes of a file; empty without a compiler. */
  private static OptionalDouble readInC(Path folder, Path file, String... how)
      throws IOException, InterruptedException {
    Path program = folder.resolve("read");
    if (!Files.exists(program)
        && PeerProgram.cpu(1, "cc", "-O2", "-o", program, "src/test/peers/read.c").isEmpty()) {
      return OptionalDouble.empty();
    }
    List<String> command = new ArrayList<>(List.of(program.toString(), file.toString()));
    command.addAll(List.of(how));
    return PeerProgram.number(command.toArray(String[]::new));
  }

  private static void open(Path file) {
    DICOM image = new DICOM();
    image.open(file.toString());
    if (image.getWidth() != COLUMNS) {
      throw new IllegalStateException("ImageJ did not open " + file);
    }
  }

  private static void headers(Path folder, RatioTable table) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path sub = Files.createDirectories(folder.resolve(Integer.toString(i % FOLDERS)));
      Path file = sub.resolve(String.format(Locale.ROOT, "IM%04d", i));
      DataSetWriter.write(file, small(i), TransferSyntax.EXPLICIT_LITTLE);
      files.add(file);
    }
    byte[] buffer = new byte[1 << 14];
    OptionalDouble floor =
        OptionalDouble.of(
            millis(
                () -> {
                  for (Path file : files) {
                    try (InputStream in = Files.newInputStream(file)) {
                      if (in.read(buffer) < 0) {
                        throw new IOException(file + " is empty");
                      }
                    }
                  }
                }));
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
    table.row("1000 data sets parsed", parsed, floor, "open+read");
    table.row(
        "1000 headers",
        ours,
        floor,
        "open+read",
        4,
        String.format(
            Locale.ROOT,
            "the toolkit takes %.1f of the %.1f ms to parse the data sets, opening and reading"
                + " %.1f",
            parsed,
            ours,
            floor.getAsDouble()));
    OptionalDouble imageJ =
        OptionalDouble.of(
            millis(
                () -> {
                  for (Path file : files) {
                    new DICOM().getInfo(file.toString());
                  }
                }));
    table.row("1000 headers", ours, imageJ, "ImageJ");
    OptionalDouble dcmtk =
        PeerProgram.cpu(PEER_RUNS, "dcmdump", "-q", "+P", "0020,000d", "+sd", "+r", folder);
    table.row("1000 headers", ours, dcmtk, "dcmdump");
    OptionalDouble gdcm =
        PeerProgram.cpu(PEER_RUNS, "gdcmscanner", "-d", folder, "-r", "-t", "10,10");
    table.row("1000 headers", ours, gdcm, "gdcmscanner");
    OptionalDouble pydicom = script("pydicom", folder);
    table.row("1000 headers", ours, pydicom, "pydicom");
    double scanned =
        Stopwatch.median(
            WARM_UP,
            RUNS,
            () -> StudyTree.of(StudyFolder.scan(folder), Locale.ENGLISH),
            Stopwatch::processCpu);
    table.row("folder of 1000 files", scanned, floor, "open+read");
    table.row("folder of 1000 files", scanned, imageJ, "ImageJ, headers");
    table.row("folder of 1000 files", scanned, dcmtk, "dcmdump +sd");
    table.row("folder of 1000 files", scanned, gdcm, "gdcmscanner");
    table.row("folder of 1000 files", scanned, pydicom, "pydicom");
  }

  private static double millis(Stopwatch.Work work) throws Exception {
    return Stopwatch.median(WARM_UP, RUNS, work);
  }

  /** What a script beside the peers says; empty if the program is missing. */
  private static OptionalDouble script(String what, Path path)
      throws IOException, InterruptedException {
    return PeerProgram.number(
        "/usr/bin/python3", "src/test/peers/pydicom_times.py", what, path.toString());
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
