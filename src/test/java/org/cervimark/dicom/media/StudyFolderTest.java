package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {

  @TempDir Path folder;

  @Test
  void imagesComeByStudyDateSeriesAndInstance() throws Exception {
    write("z", "20260101", 2, 1);
    write("sub/no-extension", "20260101", 1, 2);
    write("sub/deeper/b.dcm", "20260101", 1, 1);
    write("a.dcm", "20260301", 1, 1);
    write("old.dcm", "20251231", 9, 9);
    StudyFolder found = StudyFolder.scan(folder);
    assertEquals(
        List.of("old.dcm", "sub/deeper/b.dcm", "sub/no-extension", "z", "a.dcm"),
        found.images().stream().map(i -> relative(i.file())).toList());
    assertEquals(List.of(), found.problems());
    assertEquals(List.of(), found.reports());
    assertEquals(folder, found.root());
  }

  @Test
  void whatCannotBeReadHidesNothingElse() throws Exception {
    Path image = write("good.dcm", "20260101", 1, 1);
    byte[] bytes = Files.readAllBytes(image);
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, bytes.length / 2));
    Files.writeString(folder.resolve("notes.txt"), "Anna was here");
    Files.write(folder.resolve("empty"), new byte[0]);
    Files.write(folder.resolve(".cervimark-1.part"), bytes);
    StudyFolder found = StudyFolder.scan(folder);
    assertEquals(List.of(image), found.images().stream().map(i -> i.file()).toList());
    assertEquals(
        List.of("cut.dcm"), found.problems().stream().map(p -> relative(p.file())).toList());
    assertTrue(found.problems().get(0).sentence().contains("cut.dcm ends in the middle"));
  }

  /**
   * Two bytes whose value representation says that they are 32-bit numbers: the toolkit finds out
   * only when it is asked for the value, long after it has read the file.
   */
  @Test
  void aValueThatIsNotWhatItSaysHidesNothingElse() throws Exception {
    Path image = write("good.dcm", "20260101", 1, 1);
    Attributes wrong = DataSetReader.readWhole(image).dataSet();
    wrong.setBytes(Tag.Rows, VR.SL, new byte[2]);
    Path bad = folder.resolve("bad.dcm");
    DataSetWriter.write(bad, wrong);
    StudyFolder found = StudyFolder.scan(folder);
    assertEquals(List.of(image), found.images().stream().map(i -> i.file()).toList());
    assertEquals(List.of(bad), found.problems().stream().map(p -> p.file()).toList());
    assertTrue(found.problems().get(0).sentence().contains("bad.dcm"));
  }

  @Test
  void filesWithoutPreambleAreFound() throws Exception {
    byte[] bytes = Files.readAllBytes(write("whole.dcm", "20260101", 1, 1));
    Path bare = folder.resolve("bare");
    Files.write(bare, Arrays.copyOfRange(bytes, 132, bytes.length));
    assertEquals(
        List.of("bare", "whole.dcm"),
        StudyFolder.scan(folder).images().stream().map(i -> relative(i.file())).toList());
  }

  /** A link to the folder itself and two ways to one file. */
  @Test
  void linksLeadNowhereTwice() throws Exception {
    Path image = write("real/one.dcm", "20260101", 1, 1);
    Files.createSymbolicLink(folder.resolve("real").resolve("round"), folder);
    Files.createSymbolicLink(folder.resolve("real").resolve("z-copy.dcm"), image);
    Files.createSymbolicLink(folder.resolve("way"), folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("absent"));
    StudyFolder found = StudyFolder.scan(folder);
    assertEquals(1, found.images().size());
  }

  @Test
  void oneFileCanBeScanned() throws Exception {
    Path image = write("one.dcm", "20260101", 1, 1);
    write("other.dcm", "20260101", 1, 2);
    assertEquals(1, StudyFolder.scan(image).images().size());
    Path text = Files.writeString(folder.resolve("notes.txt"), "no image");
    StudyFolder found = StudyFolder.scan(text);
    assertEquals(List.of(), found.images());
    assertTrue(found.problems().get(0).sentence().contains("is not a DICOM file"));
    assertThrows(DicomException.class, () -> StudyFolder.scan(folder.resolve("absent")));
  }

  @Test
  void reportsOfOthersAndDirectoriesArePassedOver() throws Exception {
    StudyFolder found = StudyFolder.scan(SharedFiles.get("pydicom/test_files/dicomdirtests"));
    assertEquals(31, found.images().size() + found.problems().size() - 1);
    assertEquals(List.of(), found.reports());
    assertEquals(
        List.of("DICOMDIR-nooffset"),
        found.problems().stream().map(p -> p.file().getFileName().toString()).toList());
    StudyFolder reports = StudyFolder.scan(SharedFiles.get("hl7-dicom-sr"));
    assertEquals(List.of(), reports.reports());
    assertEquals(List.of(), reports.images());
  }

  @Test
  void ourReportsAreOfferedUnlessTheyNameAnotherPatient() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    Path file = fixture.write(image, "lateral.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    StudyFolder found = StudyFolder.scan(folder, SmallCatalogue.get());
    assertEquals(List.of(2, 1), found.reports().stream().map(r -> r.report().revision()).toList());
    assertEquals(List.of(), found.problems());

    Files.delete(file);
    image.set(Tag.PatientID, VR.LO, "TEST-0002");
    fixture.write(image, "lateral.dcm");
    StudyFolder exchanged = StudyFolder.scan(folder, SmallCatalogue.get());
    assertEquals(List.of(), exchanged.reports());
    assertEquals(2, exchanged.problems().size());
    String sentence = exchanged.problems().get(0).sentence();
    assertTrue(sentence.contains("names another patient"), sentence);
    assertFalse(sentence.contains("TEST-000"), sentence);
  }

  private Path write(String name, String date, int series, int instance) throws Exception {
    Attributes image = new Attributes();
    image.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1");
    image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.3." + series + "." + instance);
    image.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1." + date);
    image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2." + date + "." + series);
    image.setString(Tag.StudyDate, VR.DA, date);
    image.setInt(Tag.SeriesNumber, VR.IS, series);
    image.setInt(Tag.InstanceNumber, VR.IS, instance);
    image.setInt(Tag.Rows, VR.US, 100);
    image.setInt(Tag.Columns, VR.US, 100);
    image.setInt(Tag.BitsAllocated, VR.US, 8);
    image.setInt(Tag.BitsStored, VR.US, 8);
    image.setInt(Tag.HighBit, VR.US, 7);
    image.setBytes(Tag.PixelData, VR.OB, new byte[10_000]);
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    DataSetWriter.write(file, image);
    assertTrue(DataSetReader.looksLikeDicom(file));
    return file;
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
