package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures in colour, in every way that colours are coded, as DCMTK shows them. */
class ColourTest {

  private static final int COLUMNS = 32;
  private static final int ROWS = 24;

  @TempDir static Path folder;

  /** How a picture is stored and then compressed, and how far DCMTK's colours may be from ours. */
  record Case(String name, Consumer<Attributes> change, String command, int tolerance) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Consumer<Attributes> rgb = image -> {};
    return Stream.of(
        new Case("RGB", rgb, "", 0),
        new Case("RGB by planes", image -> image.setInt(Tag.PlanarConfiguration, VR.US, 1), "", 0),
        // DCMTK adds up tables whose entries are cut off.
        new Case("YBR_FULL", photometric("YBR_FULL"), "", 2),
        new Case("YBR_FULL_422", ColourTest::halve, "", 2),
        new Case("palette of 16 bits", palette(16), "", 0),
        new Case("palette of 8 bits", palette(8), "", 0),
        new Case("RLE", rgb, "dcmcrle", 0),
        new Case("JPEG lossless", rgb, "dcmcjpeg +e1 +cn", 0),
        // The chrominance is enlarged in two ways, and the transform rounds differently.
        new Case("JPEG baseline, full chrominance", rgb, "dcmcjpeg +eb +q 95 +s4", 3),
        new Case("JPEG-LS by sample", rgb, "dcmcjpls +el +is", 0),
        new Case("JPEG-LS by line", rgb, "dcmcjpls +el +il", 0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void coloursAreThoseOfDcmtk(Case example) throws Exception {
    Attributes image = image();
    example.change().accept(image);
    Path file = folder.resolve("plain.dcm");
    Files.deleteIfExists(file);
    DataSetWriter.write(file, image, TransferSyntax.EXPLICIT_LITTLE);
    String program = "dcm2pnm";
    if (!example.command().isEmpty()) {
      Path compressed = folder.resolve("compressed.dcm");
      String[] words = example.command().split(" ", -1);
      String[] arguments = Arrays.copyOfRange(words, 1, words.length + 2);
      arguments[words.length - 1] = file.toString();
      arguments[words.length] = compressed.toString();
      Peers.succeed("dcmtk", words[0], arguments);
      file = compressed;
      program = words[0].equals("dcmcjpls") ? "dcml2pnm" : "dcmj2pnm";
    }
    Path output = folder.resolve("picture.ppm");
    Peers.succeed("dcmtk", program, "--write-raw-pnm", file.toString(), output.toString());
    byte[] theirs = Files.readAllBytes(output);
    byte[] ours = DicomImages.read(file, 1).colour().orElseThrow().rgb();
    assertEquals(3 * COLUMNS * ROWS, ours.length);
    int header = theirs.length - ours.length;
    int largest = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, Math.abs((ours[i] & 0xFF) - (theirs[header + i] & 0xFF)));
    }
    assertTrue(largest <= example.tolerance(), "differs by " + largest);
  }

  @Test
  void brightnessIsMeasuredAndThatIsSaid() throws Exception {
    Attributes header = image();
    byte[] rgb = new byte[3 * COLUMNS * ROWS];
    rgb[0] = (byte) 255;
    rgb[4] = (byte) 255;
    rgb[8] = (byte) 255;
    header.setBytes(Tag.PixelData, VR.OB, rgb);
    DicomImage image = DicomImages.read(ImageFiles.write(folder, "rgb.dcm", header), 1);
    assertArrayEquals(new int[] {76, 150, 29, 0}, Arrays.copyOf(image.pixels().values(), 4));
    assertTrue(
        image
            .radiograph()
            .notices()
            .contains("This is a picture in colour; measurements are taken on its brightness."));
  }

  /** PS3.5 8.1.1: single bits without anything between the frames. */
  @Test
  void singleBitsAreUnpacked() throws Exception {
    Attributes header = ImageFiles.header();
    header.setInt(Tag.BitsAllocated, VR.US, 1);
    header.setInt(Tag.BitsStored, VR.US, 1);
    header.setInt(Tag.HighBit, VR.US, 0);
    header.setString(Tag.NumberOfFrames, VR.IS, "2");
    header.setBytes(Tag.PixelData, VR.OB, new byte[] {(byte) 0b10_001011, 0b1101});
    Path file = ImageFiles.write(folder, "bits.dcm", header);
    assertArrayEquals(new int[] {1, 1, 0, 1, 0, 0}, DicomImages.read(file, 1).pixels().values());
    assertArrayEquals(new int[] {0, 1, 1, 0, 1, 1}, DicomImages.read(file, 2).pixels().values());
  }

  private static Attributes image() {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.Rows, VR.US, ROWS);
    image.setInt(Tag.Columns, VR.US, COLUMNS);
    image.setInt(Tag.SamplesPerPixel, VR.US, 3);
    image.setInt(Tag.PlanarConfiguration, VR.US, 0);
    image.setInt(Tag.BitsAllocated, VR.US, 8);
    image.setInt(Tag.BitsStored, VR.US, 8);
    image.setInt(Tag.HighBit, VR.US, 7);
    image.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
    byte[] rgb = new byte[3 * COLUMNS * ROWS];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      rgb[i] = (byte) (pixel % COLUMNS * (3 + i % 3) + pixel / COLUMNS * (5 - i % 3));
    }
    image.setBytes(Tag.PixelData, VR.OB, rgb);
    return image;
  }

  private static Consumer<Attributes> photometric(String photometric) {
    return image -> image.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
  }

  private static void halve(Attributes image) {
    image.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
    byte[] halved = new byte[2 * COLUMNS * ROWS];
    new Random(3).nextBytes(halved);
    image.setBytes(Tag.PixelData, VR.OB, halved);
  }

  private static Consumer<Attributes> palette(int bits) {
    return image -> {
      image.setString(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR");
      image.setInt(Tag.SamplesPerPixel, VR.US, 1);
      image.remove(Tag.PlanarConfiguration);
      byte[] indices = new byte[COLUMNS * ROWS];
      new Random(4).nextBytes(indices);
      image.setBytes(Tag.PixelData, VR.OB, indices);
      int[] descriptors = {
        Tag.RedPaletteColorLookupTableDescriptor,
        Tag.GreenPaletteColorLookupTableDescriptor,
        Tag.BluePaletteColorLookupTableDescriptor
      };
      int[] data = {
        Tag.RedPaletteColorLookupTableData,
        Tag.GreenPaletteColorLookupTableData,
        Tag.BluePaletteColorLookupTableData
      };
      for (int j = 0; j < 3; j++) {
        image.setInt(descriptors[j], VR.US, 200, 20, bits);
        byte[] table = new byte[bits == 16 ? 400 : 200];
        for (int i = 0; i < 200; i++) {
          int value = i * (j + 1) & 0xFF;
          table[bits == 16 ? 2 * i + 1 : i] = (byte) value;
          if (bits == 16) {
            table[2 * i] = (byte) value;
          }
        }
        image.setBytes(data[j], VR.OW, table);
      }
    };
  }
}
