package org.cervimark.dicom.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Decodes an 8-bit JPEG file of 70 x 50 pixels in a virtual machine of its own. */
final class JpegWitness {

  private JpegWitness() {}

  /** Prints whether Java's reader was found, and the hash of the pixels. */
  public static void main(String[] arguments) throws IOException, CodecException {
    byte[] codestream = Files.readAllBytes(Path.of(arguments[0]));
    System.out.println(
        RuntimeJpegReader.get().isPresent()
            + " "
            + hash(codestream, Decoders.of("1.2.840.10008.1.2.4.50").orElseThrow()));
  }

  static int hash(byte[] codestream, FrameDecoder decoder) throws CodecException {
    return Arrays.hashCode(
        decoder.decode(codestream, TestImage.format(70, 50, 1, 1, 8, false, "MONOCHROME2")));
  }
}
