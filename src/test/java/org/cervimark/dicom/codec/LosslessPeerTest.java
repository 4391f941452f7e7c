package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lossless JPEG and JPEG-LS codestreams that other programs made of images we made. */
class LosslessPeerTest {

  private static final String DCMTK = "dcmtk";
  private static final String GDCM = "libgdcm-tools";

  @TempDir Path folder;

  private record Size(int columns, int rows) {}

  private static final List<Size> SIZES =
      List.of(new Size(1, 1), new Size(1, 9), new Size(13, 1), new Size(17, 33), new Size(200, 61));

  static List<TestImage> images() {
    List<TestImage> images = new ArrayList<>();
    for (int bits : new int[] {8, 10, 12, 16}) {
      for (Content content : Content.values()) {
        for (Size size : SIZES) {
          images.add(TestImage.grey(content, size.columns, size.rows, bits, false));
        }
      }
      images.add(TestImage.grey(Content.RADIOGRAPH, 91, 40, bits, true));
    }
    return images;
  }

  static List<Arguments> jpegByDcmtk() {
    List<Arguments> cases = new ArrayList<>();
    int predictor = 0;
    for (TestImage image : images()) {
      predictor = predictor % 7 + 1;
      cases.add(new Arguments(image, "+el", "+sv", Integer.toString(predictor)));
    }
    for (int bits : new int[] {8, 12, 16}) {
      for (predictor = 1; predictor <= 7; predictor++) {
        for (Content content : List.of(Content.NOISE, Content.EDGES, Content.RADIOGRAPH)) {
          TestImage image = TestImage.grey(content, 57, 21, bits, false);
          cases.add(new Arguments(image, "+el", "+sv", Integer.toString(predictor)));
        }
      }
      cases.add(new Arguments(TestImage.grey(Content.NOISE, 57, 21, bits, false), "+e1"));
      cases.add(new Arguments(TestImage.grey(Content.NOISE, 57, 21, bits, true), "+e1"));
    }
    cases.add(new Arguments(TestImage.frames(3, 40, 30, 12), "+e1"));
    cases.add(new Arguments(TestImage.frames(3, 140, 130, 12), "+e1", "+fs", "4"));
    cases.add(new Arguments(TestImage.frames(3, 140, 130, 16), "+e1", "+fs", "4", "-ot"));
    cases.add(new Arguments(TestImage.colour(Content.NOISE, 33, 21), "+e1"));
    cases.add(new Arguments(TestImage.colour(Content.RADIOGRAPH, 33, 21), "+el", "+sv", "7"));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("jpegByDcmtk")
  void jpegLosslessOfDcmtk(Arguments arguments) throws CodecException {
    check(arguments.image, compressed(arguments, DCMTK, "dcmcjpeg"));
  }

  static List<Arguments> jpegLsByDcmtk() {
    List<Arguments> cases = new ArrayList<>();
    for (TestImage image : images()) {
      cases.add(new Arguments(image, "+el"));
    }
    for (int bits : new int[] {8, 12, 16}) {
      TestImage image = TestImage.grey(Content.RADIOGRAPH, 130, 70, bits, false);
      cases.add(new Arguments(image, "+el", "+t1", "5", "+t2", "20", "+t3", "90"));
      cases.add(new Arguments(image, "+el", "+rs", "33"));
    }
    for (String interleaving : List.of("+il", "+is", "+in")) {
      for (Content content : Content.values()) {
        cases.add(new Arguments(TestImage.colour(content, 33, 21), "+el", interleaving));
      }
    }
    cases.add(new Arguments(TestImage.frames(3, 140, 130, 12), "+el", "+fs", "4", "-ot"));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("jpegLsByDcmtk")
  void jpegLsOfDcmtk(Arguments arguments) throws CodecException {
    check(arguments.image, compressed(arguments, DCMTK, "dcmcjpls"));
  }

  /** Without the smallest, which GDCM does not compress. */
  static List<TestImage> imagesForGdcm() {
    return images().stream().filter(image -> image.values().length > 13).toList();
  }

  @ParameterizedTest
  @MethodSource("imagesForGdcm")
  void jpegLsOfGdcm(TestImage image) throws CodecException {
    check(image, compressed(new Arguments(image, "--jpegls"), GDCM, "gdcmconv"));
  }

  @ParameterizedTest
  @MethodSource("imagesForGdcm")
  void jpeg2000OfGdcm(TestImage image) throws CodecException {
    check(image, compressed(new Arguments(image, "--j2k"), GDCM, "gdcmconv"));
  }

  @Test
  void coloursOfJpeg2000() throws CodecException {
    TestImage image = TestImage.colour(Content.RADIOGRAPH, 150, 90);
    check(image, compressed(new Arguments(image, "--j2k"), GDCM, "gdcmconv"));
  }

  /** The difference 32768, category 16, has no additional bits (T.81 H.1.2.2). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void halfTheRangeBetweenNeighbours(int predictor) throws CodecException {
    int[] values = new int[40 * 30];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7 / 3) % 2 * 32768 + i % 3;
    }
    TestImage image =
        new TestImage(TestImage.format(40, 30, 1, 1, 16, false, "MONOCHROME2"), values);
    Arguments arguments = new Arguments(image, "+el", "+sv", Integer.toString(predictor));
    check(image, compressed(arguments, DCMTK, "dcmcjpeg"));
  }

  @ParameterizedTest
  @MethodSource("images")
  void jpegLosslessOfGdcm(TestImage image) throws CodecException {
    check(image, compressed(new Arguments(image, "--jpeg"), GDCM, "gdcmconv"));
  }

  private Path compressed(Arguments arguments, String packageName, String program) {
    Path plain = arguments.image.write(folder.resolve("plain.dcm"));
    Path out = folder.resolve("compressed.dcm");
    List<String> command = new ArrayList<>(arguments.options);
    command.add(plain.toString());
    command.add(out.toString());
    Peers.succeed(packageName, program, command.toArray(String[]::new));
    return out;
  }

  private static void check(TestImage image, Path file) throws CodecException {
    assertArrayEquals(image.values(), EncapsulatedFile.open(file).decode());
  }

  /** An image and the options with which it is compressed. */
  record Arguments(TestImage image, List<String> options) {

    Arguments(TestImage image, String... options) {
      this(image, List.of(options));
    }

    @Override
    public String toString() {
      return image + " " + String.join(" ", options);
    }
  }
}
