package org.cervimark.dicom.media;

import ij.plugin.DICOM;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;

/**
 * Reads the headers of 1,000 images in ten nested folders, and opens the folder as the study
 * browser does, beside ImageJ, DCMTK, GDCM and pydicom and the bare reading of the same bytes. Wall
 * times and their ratio to that floor; programs that are not installed are left out. A program to
 * be run by hand, since timings are no tests:
 *
 * <pre>mvn -q test-compile exec:java@folders</pre>
 */
public final class FolderBenchmark {

  private static final int FILES = 1000;
  private static final int FOLDERS = 10;
  private static final int SIZE = 64;
  private static final int WARM_UP = 6;
  private static final int RUNS = 9;

  /** What is timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException, DicomException, InterruptedException;
  }

  private FolderBenchmark() {}

  /** Prints the table. */
  public static void main(String[] arguments)
      throws IOException, DicomException, InterruptedException {
    Path folder = Files.createTempDirectory("folders");
    List<Path> files = write(folder);
    System.out.printf(
        Locale.ROOT, "%-44s %8s %8s %7s%n", "1000 files, ms", "first", "best", "ratio");
    double floor = row("open and read the first 4 kB", 0, () -> readStarts(files));
    row("our parser: header as a data set", floor, () -> readDataSets(files));
    row("our header: scale, orientation, view", floor, () -> readRadiographs(files));
    row("ImageJ: DICOM.getInfo", floor, () -> readInfos(files));
    row("our folder: scan, reports, study tree", floor, () -> open(folder));
    peer("dcmdump, one process", floor, "dcmdump -q +P 0010,0010 +sd +r " + folder);
    peer("gdcmscanner, one process", floor, "gdcmscanner -d " + folder + " -r -t 10,10");
    peer(
        "pydicom, one process",
        floor,
        "P=python3; $P -c 'import pydicom' 2>&- || P=/usr/bin/python3; $P -c 'import pydicom,glob\n"
            + "for f in glob.glob(\""
            + folder
            + "/*/*\"):"
            + " pydicom.dcmread(f, stop_before_pixels=True).PatientName'");
  }

  private static List<Path> write(Path folder) throws IOException, DicomException {
    Path sample = new SampleCr().writeTo(folder.resolve("sample"));
    Attributes image = DataSetReader.readHeader(sample).dataSet();
    Files.delete(sample);
    image.setInt(Tag.Rows, VR.US, SIZE);
    image.setInt(Tag.Columns, VR.US, SIZE);
    image.setBytes(Tag.PixelData, VR.OW, new byte[SIZE * SIZE * 2]);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path sub = Files.createDirectories(folder.resolve(Integer.toString(i % FOLDERS)));
      image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1" + i);
      image.setInt(Tag.InstanceNumber, VR.IS, i);
      Path file = sub.resolve(String.format(Locale.ROOT, "IM%04d", i));
      DataSetWriter.write(file, image);
      files.add(file);
    }
    return files;
  }

  private static void readStarts(List<Path> files) throws IOException {
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        require(in.readNBytes(4096).length == 4096);
      }
    }
  }

  private static void readDataSets(List<Path> files) throws DicomException {
    for (Path file : files) {
      require(DataSetReader.readHeader(file).dataSet().containsValue(Tag.PatientName));
    }
  }

  private static void readRadiographs(List<Path> files) throws DicomException {
    for (Path file : files) {
      require(DicomImages.readHeader(file).scale().isCalibrated());
    }
  }

  private static void readInfos(List<Path> files) {
    for (Path file : files) {
      require(new DICOM().getInfo(file.toString()).contains("Patient's Name"));
    }
  }

  private static void open(Path folder) throws DicomException {
    StudyTree tree = StudyTree.of(StudyFolder.scan(folder), Locale.ENGLISH);
    require(tree.patients().get(0).studies().get(0).series().get(0).images().size() == FILES);
  }

  private static double row(String name, double floor, Work work)
      throws IOException, DicomException, InterruptedException {
    double[] times = new double[RUNS];
    double first = 0;
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      work.run();
      double millis = (System.nanoTime() - start) / 1e6;
      if (i == -WARM_UP) {
        first = millis;
      }
      if (i >= 0) {
        times[i] = millis;
      }
    }
    // The shortest run is the one that other programs on the machine disturbed least.
    double best = Arrays.stream(times).min().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%-44s %8.0f %8.1f %7.1f%n",
        name,
        first,
        best,
        floor == 0 ? 1.0 : best / floor);
    return best;
  }

  private static void peer(String name, double floor, String command)
      throws IOException, InterruptedException, DicomException {
    if (run(command) == 0) {
      row(name, floor, () -> require(run(command) == 0));
    } else {
      System.out.printf(Locale.ROOT, "%-44s is not installed%n", name);
    }
  }

  private static int run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return output.contains("command not found") ? 1 : code;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("the files were not read");
    }
  }
}
