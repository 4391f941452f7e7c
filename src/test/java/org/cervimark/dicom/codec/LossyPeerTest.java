package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.peer.Peers;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codestreams that lose something, decoded by us and by others. */
class LossyPeerTest {

  private static final String DCMTK = "dcmtk";
  private static final String GDCM = "libgdcm-tools";

  @TempDir Path folder;

  /** An image and how DCMTK is told to compress it. */
  record Case(TestImage image, List<String> options) {

    @Override
    public String toString() {
      return image + " " + String.join(" ", options);
    }
  }

  static List<Case> dct() {
    List<Case> cases = new ArrayList<>();
    for (int bits : new int[] {8, 12}) {
      for (Content content : Content.values()) {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {17, 33}, {200, 61}, {64, 64}}) {
          TestImage image = TestImage.grey(content, size[0], size[1], bits, false);
          cases.add(new Case(image, List.of("+ee", "+q", "90")));
        }
        TestImage image = TestImage.grey(content, 77, 50, bits, false);
        cases.add(new Case(image, List.of("+ee", "+q", "20")));
        cases.add(new Case(image, List.of("+ee", "+q", "100")));
        cases.add(new Case(image, List.of("+es")));
        cases.add(new Case(image, List.of("+ep")));
        cases.add(new Case(image, List.of("+ep", "+q", "99")));
      }
    }
    for (Content content : Content.values()) {
      cases.add(new Case(TestImage.grey(content, 77, 50, 8, false), List.of("+eb", "+q", "80")));
      cases.add(
          new Case(TestImage.grey(content, 77, 50, 16, false), List.of("+ee", "+bt", "+q", "95")));
    }
    cases.add(new Case(TestImage.frames(3, 140, 130, 12), List.of("+ee", "+fs", "4", "-ot")));
    for (int bits : new int[] {8, 12, 16}) {
      for (String transform : List.of("1", "3")) {
        TestImage image = TestImage.grey(Content.RADIOGRAPH, 77, 50, bits, false);
        cases.add(new Case(image, List.of("+el", "+sv", "4", "+pt", transform)));
        cases.add(new Case(image, List.of("+e1", "+pt", transform)));
      }
    }
    return cases;
  }

  /** The integer transform is that of DCMTK's library; so the pixels are the same, all of them. */
  @ParameterizedTest
  @MethodSource("dct")
  void samePixelsAsDcmtk(Case each) throws CodecException {
    Path compressed = compressed(each, "dcmcjpeg");
    Path plain = folder.resolve("by-dcmtk.dcm");
    Peers.succeed(DCMTK, "dcmdjpeg", compressed.toString(), plain.toString());
    EncapsulatedFile file = EncapsulatedFile.open(compressed);
    assertArrayEquals(PlainPixels.of(plain), file.decode());
  }

  /** Colours stay as they are coded: sampled or not, YBR_FULL or RGB. */
  @ParameterizedTest
  @ValueSource(strings = {"+cr", "+cy +s4", "+cy +s2", "+cy +n1"})
  void coloursAsDcmtkLeavesThem(String colours) throws CodecException {
    List<String> options = new ArrayList<>(List.of("+eb"));
    options.addAll(List.of(colours.split(" ", -1)));
    Case each = new Case(TestImage.colour(Content.RADIOGRAPH, 77, 50), options);
    Path compressed = compressed(each, "dcmcjpeg");
    Path plain = folder.resolve("by-dcmtk.dcm");
    Peers.succeed(DCMTK, "dcmdjpeg", "+cn", compressed.toString(), plain.toString());
    assertArrayEquals(PlainPixels.of(plain), EncapsulatedFile.open(compressed).decode());
  }

  /** The same through the decoder that stands in where Java's own cannot be had. */
  @ParameterizedTest
  @ValueSource(strings = {"+eb", "+ee", "+es", "+ep"})
  void ownDecoderOfEightBitsIsExactToo(String process) throws CodecException {
    Case each = new Case(TestImage.grey(Content.RADIOGRAPH, 77, 50, 8, false), List.of(process));
    EncapsulatedFile file = EncapsulatedFile.open(compressed(each, "dcmcjpeg"));
    assertArrayEquals(
        file.decode(),
        EncapsulatedFile.unsigned(
            new JpegDecoder(Optional::empty).decode(file.codestream(1), file.format())));
  }

  static List<Case> nearLossless() {
    List<Case> cases = new ArrayList<>();
    for (int bits : new int[] {8, 10, 12, 16}) {
      for (Content content : Content.values()) {
        for (int near : new int[] {1, 3, 10}) {
          TestImage image = TestImage.grey(content, 130, 47, bits, false);
          cases.add(new Case(image, List.of("+en", "+md", Integer.toString(near))));
        }
      }
    }
    cases.add(
        new Case(TestImage.colour(Content.RADIOGRAPH, 33, 21), List.of("+en", "+md", "2", "+is")));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("nearLossless")
  void nearLosslessAsDcmtkAndWithinTheDeviation(Case each) throws CodecException {
    Path compressed = compressed(each, "dcmcjpls");
    int[] values = EncapsulatedFile.open(compressed).decode();
    int near = Integer.parseInt(each.options.get(2));
    for (int i = 0; i < values.length; i++) {
      assertTrue(Math.abs(values[i] - each.image.values()[i]) <= near, "pixel " + i);
    }
    Path plain = folder.resolve("by-dcmtk.dcm");
    Peers.succeed(DCMTK, "dcmdjpls", compressed.toString(), plain.toString());
    assertArrayEquals(PlainPixels.of(plain), values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pydicom/test_files/JPEG2000.dcm",
        "pydicom/test_files/693_J2KI.dcm",
        "nema-wg04-compsamples/IMAGES/J2KI/RG1_J2KI",
        "nema-wg04-compsamples/IMAGES/J2KI/RG3_J2KI",
      })
  void lossyWaveletWithinOneOfGdcm(String name) throws CodecException {
    Path file = SharedFiles.get(name);
    Path plain = folder.resolve("by-gdcm.dcm");
    Peers.succeed(GDCM, "gdcmconv", "--raw", file.toString(), plain.toString());
    int[] theirs = PlainPixels.of(plain);
    int[] ours = EncapsulatedFile.open(file).decode();
    assertEquals(theirs.length, ours.length);
    for (int i = 0; i < ours.length; i++) {
      assertTrue(Math.abs(ours[i] - theirs[i]) <= 1, "pixel " + i);
    }
  }

  private Path compressed(Case each, String program) {
    Path plain = each.image.write(folder.resolve("plain.dcm"));
    Path out = folder.resolve("compressed.dcm");
    List<String> command = new ArrayList<>(each.options);
    command.add(plain.toString());
    command.add(out.toString());
    Peers.succeed(DCMTK, program, command.toArray(String[]::new));
    return out;
  }
}
