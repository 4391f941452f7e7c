package org.cervimark.dicom.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetWriterTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Attributes dataSet = report();
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    dataSet.setString(
        Tag.PatientName, VR.PN, "Hong^Gildong=\u6d2a^\u5409\u6d1e=\ud64d^\uae38\ub3d9");
    Path file = folder.resolve("report.dcm");
    DataSetWriter.write(file, dataSet);
    DicomFile read = DataSetReader.readWhole(file);
    assertEquals(TransferSyntax.EXPLICIT_LITTLE.uid(), read.transferSyntaxUid());
    assertEquals(dataSet, read.dataSet());
    assertEquals(List.of(file), contents());
  }

  @Test
  void nothingIsReplaced() throws Exception {
    byte[] before = {1, 2, 3};
    Path file = Files.write(folder.resolve("taken.dcm"), before);
    DicomException e =
        assertThrows(DicomException.class, () -> DataSetWriter.write(file, report()));
    assertTrue(e.getMessage().contains("exists already"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(List.of(file), contents());
  }

  @Test
  void nothingIsLeftOfWhatCannotBeEncoded() throws Exception {
    Attributes nameless = new Attributes();
    Path file = folder.resolve("nameless.dcm");
    DicomException e =
        assertThrows(DicomException.class, () -> DataSetWriter.write(file, nameless));
    assertTrue(e.getMessage().contains("cannot be encoded"), e.getMessage());
    assertEquals(List.of(), contents());
  }

  @Test
  void theFolderMustExist() {
    Path file = folder.resolve("absent").resolve("report.dcm");
    DicomException e =
        assertThrows(DicomException.class, () -> DataSetWriter.write(file, report()));
    assertTrue(e.getMessage().contains("its folder does not exist"), e.getMessage());
  }

  /** The example of PS3.5 B.2. */
  @Test
  void uidsAreMadeOfUuids() {
    UUID uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    assertEquals("2.25.329800735698586629295641978511506172918", Uids.of(uuid));
    assertTrue(Uids.IMPLEMENTATION_CLASS.matches("2\\.25\\.[1-9][0-9]{35,38}"));
    assertTrue(Uids.IMPLEMENTATION_VERSION.length() <= 16);
  }

  private List<Path> contents() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Attributes report() {
    Attributes dataSet = new Attributes();
    dataSet.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.88.33");
    dataSet.setString(Tag.SOPInstanceUID, VR.UI, Uids.random());
    return dataSet;
  }
}
