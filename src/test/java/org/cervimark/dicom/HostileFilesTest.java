package org.cervimark.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.measurement.Catalogue;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole files that are damaged in every way, header, pixels and reports: they are read, or refused
 * by a {@link DicomException}, in bounded time and memory. Longer runs with {@code
 * -Dcervimark.hostile=1000000}, which is the number of files, and other ones with {@code
 * -Dcervimark.hostile.seed=2}. A failure names file and number; {@code
 * -Dcervimark.hostile.first=NUMBER} starts there.
 */
class HostileFilesTest {

  private static final int MUTATIONS = Integer.getInteger("cervimark.hostile", 20_000);
  private static final int FIRST = Integer.getInteger("cervimark.hostile.first", 0);
  private static final long SEED = Long.getLong("cervimark.hostile.seed", 20261126);
  private static final int SECONDS = 30;

  /** Files that are small enough to be damaged by the thousand. */
  private static final int LARGEST = 20_000;

  /** What reading one of them may allocate; the images in them have at most 270,000 pixels. */
  private static final long MOST_ALLOCATED = 200L << 20;

  /** As many of the damaged files lie together in a folder that is scanned. */
  private static final int FOLDER = 40;

  @TempDir static Path folder;
  private static ExecutorService worker;

  @BeforeAll
  static void start() {
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  @AfterAll
  static void stop() {
    worker.shutdownNow();
  }

  /** Each file has its own limit; how long all of them take is up to who asks for more. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void isReadOrRefused() throws Exception {
    List<Path> seeds = seeds();
    List<byte[]> contents = new ArrayList<>();
    for (Path seed : seeds) {
      contents.add(Files.readAllBytes(seed));
    }
    SrReader reports = new SrReader(Catalogue.builtIn());
    Path scanned = Files.createDirectory(folder.resolve("scanned"));
    int refused = 0;
    for (int i = FIRST; i < FIRST + MUTATIONS; i++) {
      Random random = new Random(SEED * 1_000_003 + i);
      int which = random.nextInt(seeds.size());
      byte[] damaged = Mutation.of(contents.get(which), random);
      Path file = scanned.resolve("file" + i % FOLDER);
      Files.write(file, damaged);
      String name = "mutation " + i + " of " + seeds.get(which);
      refused += bounded(name, () -> refusals(file, reports));
      if (i % 1000 == 999) {
        bounded("folder up to mutation " + i, () -> StudyFolder.scan(scanned).images().size());
      }
      if (i % 20_000 == 19_999) {
        int done = i + 1 - FIRST;
        System.out.println("CerviMark: " + done + " hostile files, " + refused + " refused");
      }
    }
    assertTrue(refused > MUTATIONS / 20, "refused only " + refused);
    assertTrue(refused < MUTATIONS * 19 / 20, "refused " + refused);
  }

  /** Whatever is cut off is missed, unless it is no part of the image. */
  @Test
  void truncationIsRefused() throws Exception {
    Path file = folder.resolve("cut.dcm");
    for (Path seed : seeds()) {
      byte[] whole = Files.readAllBytes(seed);
      short[] pixels;
      try {
        pixels = DicomImages.readSamples(seed, 1).words();
      } catch (DicomException e) {
        continue;
      }
      for (int part = 1; part <= 12; part++) {
        Files.write(file, Arrays.copyOf(whole, whole.length - 1 - (whole.length - 2) * part / 13));
        try {
          assertArrayEquals(pixels, DicomImages.readSamples(file, 1).words(), seed + " " + part);
        } catch (DicomException e) {
          assertTrue(e.getMessage().contains("cut.dcm"), e.getMessage());
        }
      }
    }
  }

  /** 1 if the file is refused as an image or, if it is no image, as a report; 0 if it is read. */
  private static int refusals(Path file, SrReader reports) {
    try {
      DicomFile header = DataSetReader.readHeader(file);
      if (header.pixelData().isEmpty()) {
        reports.read(header);
        return 0;
      }
      DicomImages.header(header);
      DicomImage image = DicomImages.read(file, 1);
      image.render(image.initialVoi(), image.cover());
      int last = image.radiograph().pixelFormat().frames();
      if (last > 1) {
        DicomImages.readSamples(file, last);
      }
      return 0;
    } catch (DicomException e) {
      return 1;
    }
  }

  /** A piece of work. */
  private interface Work {
    int run() throws Exception;
  }

  private static int bounded(String name, Work work) throws InterruptedException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = new long[1];
    try {
      int result =
          worker
              .submit(
                  () -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    int done = work.run();
                    allocated[0] = threads.getCurrentThreadAllocatedBytes() - before;
                    return done;
                  })
              .get(SECONDS, TimeUnit.SECONDS);
      assertTrue(allocated[0] < MOST_ALLOCATED, name + " allocates " + allocated[0]);
      return result;
    } catch (ExecutionException e) {
      throw new AssertionError(name, e.getCause());
    } catch (TimeoutException e) {
      return fail(name + " takes more than " + SECONDS + " s", e);
    }
  }

  private static List<Path> seeds() throws IOException, DicomException {
    Path data = SharedFiles.get("pixels-gdcm.tsv").getParent();
    Path reports = data.resolveSibling("spec").resolve("annotation-samples");
    List<Path> seeds = new ArrayList<>();
    for (Path root : List.of(data, reports)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (Files.size(file) <= LARGEST && DataSetReader.looksLikeDicom(file)) {
            seeds.add(file);
          }
        }
      }
    }
    return seeds;
  }
}
