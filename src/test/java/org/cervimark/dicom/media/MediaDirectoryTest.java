package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder opened by its DICOMDIR. */
class MediaDirectoryTest {

  private static final int IN_USE = 0xFFFF;

  @TempDir Path folder;
  private Path listed;
  private Path unlisted;

  @BeforeEach
  void writeImages() throws Exception {
    Files.createDirectories(folder.resolve("images").resolve("cr"));
    listed = new SampleCr().writeTo(folder.resolve("images").resolve("cr").resolve("im_1"));
    unlisted = new SampleCr().writeTo(folder.resolve("other.dcm"));
  }

  /** Copies of discs come in small letters, with versions and with dots. */
  @ParameterizedTest
  @ValueSource(strings = {"IMAGES\\CR\\IM_1", "images\\cr\\im_1", "IMAGES\\CR.\\IM_1.;1"})
  void onlyWhatIsListedIsShownHoweverItsNameIsSpelled(String id) throws Exception {
    StudyFolder found = StudyFolder.scan(write(record(id)));
    assertEquals(List.of(listed), files(found));
    assertEquals(List.of(), found.problems());
  }

  @Test
  void ourReportsAreFoundThoughNoDirectoryListsThem() throws Exception {
    SampleCr image = new SampleCr();
    Files.delete(listed);
    image.writeTo(listed);
    StoreFixture fixture = new StoreFixture(folder);
    new FolderStore(
            folder, folder, SmallCatalogue.get(), fixture.installationFile(), StoreFixture.CLOCK)
        .save(SampleReading.example(image), StoreFixture.READER);
    StudyFolder found = StudyFolder.scan(write(record("IMAGES\\CR\\IM_1")), SmallCatalogue.get());
    assertEquals(List.of(listed), files(found));
    assertEquals(1, found.reports().size());
  }

  @Test
  void whereListedFilesAreMissingAllFilesAreLookedAt() throws Exception {
    StudyFolder found =
        StudyFolder.scan(write(record("IMAGES\\CR\\IM_1"), record("IMAGES\\CR\\IM_2")));
    assertEquals(2, found.images().size());
    assertEquals(1, found.problems().size());
    assertTrue(
        found.problems().get(0).sentence().contains("lists 2 files of which 1 are not there"),
        found.problems().get(0).sentence());
  }

  /** No entry may lead out of the medium. */
  @ParameterizedTest
  @ValueSource(strings = {"..\\outside", "IMAGES\\..\\..\\outside", "/etc\\passwd", "."})
  void namesThatLeadElsewhereCountAsMissing(String id) throws Exception {
    Path outside = new SampleCr().writeTo(folder.resolveSibling("outside"));
    try {
      StudyFolder found = StudyFolder.scan(write(record(id)));
      assertFalse(files(found).contains(outside));
      assertEquals(1, found.problems().size());
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void aTruncatedDirectoryIsSaidAndDoneWithout() throws Exception {
    Path whole = write(record("IMAGES\\CR\\IM_1"), record("IMAGES\\CR\\IM_2"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 60));
    assertFallsBack(whole);
  }

  @Test
  void anEmptyOrForeignDirectoryIsSaidAndDoneWithout() throws Exception {
    assertFallsBack(write());
    Path text = folder.resolve("DICOMDIR");
    Files.delete(text);
    assertFallsBack(Files.writeString(text, "not DICOM"));
  }

  /** Offsets that lead in circles or nowhere, and records out of use, mislead nobody. */
  @Test
  void absurdOffsetsDoNoHarm() throws Exception {
    Attributes loop = record("IMAGES\\CR\\IM_1");
    loop.setInt(Tag.OffsetOfTheNextDirectoryRecord, VR.UL, 1);
    loop.setInt(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, 0x7FFFFFFF);
    Attributes unused = record("OTHER.DCM");
    unused.setInt(Tag.RecordInUseFlag, VR.US, 0);
    StudyFolder found = StudyFolder.scan(write(loop, unused));
    assertEquals(List.of(listed), files(found));
    assertEquals(List.of(), found.problems());
  }

  /** DICOMDIRs as others wrote and broke them, with 31 files beside them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DICOMDIR",
        "DICOMDIR-bigEnd",
        "DICOMDIR-implicit",
        "DICOMDIR-nopatient",
        "DICOMDIR-reordered"
      })
  void directoriesOfOthersGiveTheirFiles(String name) throws Exception {
    StudyFolder found =
        StudyFolder.scan(SharedFiles.get("pydicom/test_files/dicomdirtests/" + name));
    assertEquals(31, found.images().size());
    assertEquals(List.of(), found.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DICOMDIR-empty.dcm", "DICOMDIR-nooffset"})
  void brokenDirectoriesOfOthersAreDoneWithout(String name) throws Exception {
    StudyFolder found =
        StudyFolder.scan(SharedFiles.get("pydicom/test_files/dicomdirtests/" + name));
    assertEquals(31, found.images().size());
    assertEquals(1, found.problems().size());
  }

  /** Most of this disc was left behind: 10 of 109 listed files are there. */
  @Test
  void anIncompleteCopyOfADiscIsOpenedAndSaid() throws Exception {
    StudyFolder found = StudyFolder.scan(SharedFiles.get("nema-wg04-compsamples/DICOMDIR"));
    assertEquals(10, found.images().size());
    assertTrue(
        found.problems().get(0).sentence().contains("lists 109 files of which 100 are not there"),
        found.problems().get(0).sentence());
  }

  private void assertFallsBack(Path directory) throws Exception {
    StudyFolder found = StudyFolder.scan(directory);
    assertEquals(List.of(listed, unlisted).stream().sorted().toList(), files(found));
    assertEquals(1, found.problems().size());
    assertTrue(
        found.problems().get(0).sentence().contains("were looked at instead"),
        found.problems().get(0).sentence());
  }

  private static List<Path> files(StudyFolder found) {
    return found.images().stream().map(StudyFolder.ImageEntry::file).sorted().toList();
  }

  private static Attributes record(String id) {
    Attributes record = new Attributes();
    record.setInt(Tag.RecordInUseFlag, VR.US, IN_USE);
    record.setString(Tag.DirectoryRecordType, VR.CS, "IMAGE");
    record.setString(Tag.ReferencedFileID, VR.CS, id.split("\\\\"));
    return record;
  }

  private Path write(Attributes... records) throws Exception {
    Attributes directory = new Attributes();
    directory.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.1.3.10");
    directory.setString(Tag.SOPInstanceUID, VR.UI, "2.25.99");
    directory.setString(Tag.FileSetID, VR.CS, "TEST");
    Sequence sequence = directory.newSequence(Tag.DirectoryRecordSequence, records.length);
    sequence.addAll(Arrays.asList(records));
    Path file = folder.resolve("DICOMDIR");
    DataSetWriter.write(file, directory);
    return file;
  }
}
