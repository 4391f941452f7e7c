package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.StoreException;
import org.cervimark.testdata.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, drives that are gone, media that cannot be written. */
class SavingInTroubleTest {

  @TempDir private Path folder;
  private final SampleCr image = new SampleCr();
  private StoreFixture fixture;
  private Path film;

  @BeforeEach
  void prepare() throws Exception {
    fixture = new StoreFixture(folder);
    film = fixture.write(image, "film.dcm");
  }

  /** On a file system of a few pages, the save fails in one sentence and leaves nothing behind. */
  @Test
  void fullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    try (SmallDisk disk = SmallDisk.at(small, "64k")) {
      byte[] before = Files.readAllBytes(film);
      FolderStore store =
          new FolderStore(
              fixture.images(),
              disk.folder(),
              SmallCatalogue.get(),
              fixture.installationFile(),
              StoreFixture.CLOCK);
      int saved = 0;
      StoreException refusal = null;
      while (refusal == null && saved < 50) {
        try {
          store.save(SampleReading.example(image), StoreFixture.READER);
          saved++;
        } catch (StoreException e) {
          refusal = e;
        }
      }
      assertTrue(saved > 0 && saved < 50, "saved " + saved);
      String sentence = String.valueOf(refusal.getMessage());
      assertTrue(sentence.contains(small.toString()) && sentence.contains("space"), sentence);
      List<Path> files = files(small);
      assertEquals(List.of(), files.stream().filter(f -> f.toString().endsWith(".part")).toList());
      StudyFolder scanned = StudyFolder.scan(small, SmallCatalogue.get());
      assertEquals(List.of(), scanned.problems());
      assertEquals(saved, scanned.reports().size());
      assertEquals(2 * saved, files.size());
      assertArrayEquals(before, Files.readAllBytes(film));
    }
  }

  @Test
  void readOnlyMedium() throws Exception {
    Path medium = Files.createDirectory(folder.resolve("medium"));
    try (SmallDisk disk = SmallDisk.at(medium, "4m")) {
      Files.copy(film, medium.resolve("film.dcm"));
      disk.protect();
      FolderStore store =
          new FolderStore(
              medium, medium, SmallCatalogue.get(), fixture.installationFile(), StoreFixture.CLOCK);
      StoreException refusal =
          assertThrows(
              StoreException.class,
              () -> store.save(SampleReading.example(image), StoreFixture.READER));
      assertTrue(String.valueOf(refusal.getMessage()).contains(medium.toString()));
      assertEquals(1, files(medium).size());
    }
  }

  @Test
  void driveThatIsGone() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    FolderStore store =
        new FolderStore(
            fixture.images(),
            drive,
            SmallCatalogue.get(),
            fixture.installationFile(),
            StoreFixture.CLOCK);
    store.save(SampleReading.example(image), StoreFixture.READER);
    Path elsewhere = Files.move(drive, folder.resolve("pulled"));

    StoreException refusal =
        assertThrows(
            StoreException.class,
            () -> store.save(SampleReading.example(image), StoreFixture.READER));

    assertTrue(String.valueOf(refusal.getMessage()).contains(drive.toString()));
    assertFalse(Files.exists(drive));
    assertEquals(2, files(elsewhere).size());
  }

  /** What a killed program left unfinished is swept away, but not what another is writing now. */
  @Test
  void leftoversAreRemovedWhenTheyAreOld() throws Exception {
    Path old = Files.writeString(fixture.target().resolve(".cervimark-old.part"), "half a");
    Path fresh = Files.writeString(fixture.target().resolve(".cervimark-new.part"), "half a");
    Path notOurs = Files.writeString(fixture.target().resolve("somebody.part"), "half a");
    FileTime past = FileTime.from(Instant.now().minusSeconds(7200));
    Files.setLastModifiedTime(old, past);
    Files.setLastModifiedTime(notOurs, past);

    fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh));
    assertTrue(Files.exists(notOurs));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
