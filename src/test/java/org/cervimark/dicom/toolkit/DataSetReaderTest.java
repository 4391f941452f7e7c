package org.cervimark.dicom.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetReaderTest {

  private static final String REAL = "pydicom/test_files/CT_small.dcm";

  @TempDir Path folder;

  /** Rows as pydicom's own documentation and tests state them. */
  @ParameterizedTest
  @CsvSource({
    "pydicom/test_files/CT_small.dcm, 1.2.840.10008.1.2.1, 128",
    "pydicom/test_files/MR_small_bigendian.dcm, 1.2.840.10008.1.2.2, 64",
    "pydicom/test_files/MR_small_implicit.dcm, 1.2.840.10008.1.2, 64",
    "pydicom/test_files/image_dfl.dcm, 1.2.840.10008.1.2.1.99, 512",
    "pydicom/test_files/ExplVR_BigEndNoMeta.dcm, 1.2.840.10008.1.2.2, 0",
    "pydicom/test_files/ExplVR_LitEndNoMeta.dcm, 1.2.840.10008.1.2.1, 0",
    "pydicom/test_files/MR_small_RLE.dcm, 1.2.840.10008.1.2.5, 64",
  })
  void readsEveryCoding(String name, String transferSyntaxUid, int rows) throws DicomException {
    Path file = SharedFiles.get(name);
    assertTrue(DataSetReader.looksLikeDicom(file));
    DicomFile header = DataSetReader.readHeader(file);
    assertEquals(transferSyntaxUid, header.transferSyntaxUid());
    assertEquals(rows, header.dataSet().getInt(Tag.Rows, 0));
    assertFalse(header.dataSet().contains(Tag.PixelData));
    DicomFile whole = DataSetReader.readWhole(file);
    assertEquals(header.pixelData().isPresent(), whole.dataSet().contains(Tag.PixelData));
  }

  @Test
  void everyTruncationOfARealFileIsRefusedOrRead() throws Exception {
    byte[] bytes = Files.readAllBytes(SharedFiles.get(REAL));
    Path file = folder.resolve("cut.dcm");
    int refused = 0;
    for (int length = 0; length < bytes.length; length += length < 6000 ? 97 : 4099) {
      Files.write(file, Arrays.copyOf(bytes, length));
      try {
        DataSetReader.readWhole(file);
      } catch (DicomException e) {
        assertTrue(e.getMessage().contains("cut.dcm"), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 50, refused + " refused");
  }

  @Test
  void damagedBytesCostOneException() throws Exception {
    byte[] bytes = Files.readAllBytes(SharedFiles.get(REAL));
    Path file = folder.resolve("damaged.dcm");
    Random random = new Random(20261123);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      for (int k = 0; k < 20; k++) {
        damaged[132 + random.nextInt(6200)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        DataSetReader.readWhole(file);
      } catch (DicomException e) {
        assertTrue(e.getMessage().contains("damaged.dcm"), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  @Test
  void nestingThousandsDeepIsRefused() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(20_000 * 20 + 64).order(ByteOrder.LITTLE_ENDIAN);
    for (int level = 0; level < 20_000; level++) {
      // Referenced Series Sequence (0008,1115) of undefined length, and an item of undefined
      // length.
      bytes.putShort((short) 0x0008).putShort((short) 0x1115).put((byte) 'S').put((byte) 'Q');
      bytes.putShort((short) 0).putInt(-1);
      bytes.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(-1);
    }
    Path file = folder.resolve("deep.dcm");
    Files.write(file, part10(Arrays.copyOf(bytes.array(), bytes.position())));
    assertSentence(file, "nests its sequences too deeply");
  }

  @Test
  void lengthsBeyondTheFileAreRefusedBeforeAnythingIsAllocated() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) 0x7FE0).putShort((short) 0x0010).put((byte) 'O').put((byte) 'W');
    bytes.putShort((short) 0).putInt(0x7FFFFFF0);
    Path file = folder.resolve("long.dcm");
    Files.write(file, part10(Arrays.copyOf(bytes.array(), bytes.position())));
    assertSentence(file, "ends in the middle of its data");
  }

  @Test
  void whatIsNotDicomIsSaidSo() throws Exception {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear colleague, ".repeat(40));
    assertFalse(DataSetReader.looksLikeDicom(text));
    assertSentence(text, "is not a DICOM file");
    Path zeros = Files.write(folder.resolve("zeros"), new byte[4096]);
    assertFalse(DataSetReader.looksLikeDicom(zeros));
    assertSentence(zeros, "is not a DICOM file");
    assertSentence(Files.write(folder.resolve("nothing"), new byte[0]), "is empty");
    assertSentence(folder.resolve("absent"), "does not exist");
    assertSentence(folder, "is a folder");
  }

  private static void assertSentence(Path file, String part) {
    DicomException e = assertThrows(DicomException.class, () -> DataSetReader.readWhole(file));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
  }

  private static byte[] part10(byte[] dataSet) throws IOException {
    ByteBuffer meta = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    byte[] uid = "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII);
    meta.putShort((short) 2).putShort((short) 0).put((byte) 'U').put((byte) 'L');
    meta.putShort((short) 4).putInt(8 + uid.length);
    meta.putShort((short) 2).putShort((short) 0x10).put((byte) 'U').put((byte) 'I');
    meta.putShort((short) uid.length).put(uid);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[128]);
    out.write("DICM".getBytes(StandardCharsets.US_ASCII));
    out.write(meta.array(), 0, meta.position());
    out.write(dataSet);
    return out.toByteArray();
  }
}
