package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.peer.Peers;

/** Pictures of 8 bits as DCMTK's programs draw them. */
final class DcmtkPictures {

  private DcmtkPictures() {}

  /** The grey that dcm2pnm or one of its siblings draws; empty if it cannot read the file. */
  static Optional<byte[]> grey(Path file, String syntax, Path folder, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--write-raw-pnm"));
    words.addAll(List.of(options));
    Path output = folder.resolve("grey.pgm");
    Files.deleteIfExists(output);
    words.add(file.toString());
    words.add(output.toString());
    Peers.Answer answer = Peers.run("dcmtk", program(syntax), words.toArray(String[]::new));
    return answer.exit() == 0 && Files.exists(output)
        ? Optional.of(pixels(Files.readAllBytes(output)))
        : Optional.empty();
  }

  private static String program(String syntax) {
    return switch (TransferSyntax.of(syntax).orElse(TransferSyntax.RLE)) {
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> "dcml2pnm";
      case JPEG_BASELINE,
          JPEG_EXTENDED,
          JPEG_SPECTRAL,
          JPEG_PROGRESSIVE,
          JPEG_LOSSLESS,
          JPEG_LOSSLESS_SV1 ->
          "dcmj2pnm";
      default -> "dcm2pnm";
    };
  }

  /** The grey that dcmp2pgm draws of an image and a presentation state. */
  static byte[] presented(Path image, Path state, Path folder) throws IOException {
    Path output = folder.resolve("presented.pgm");
    Peers.succeed("dcmtk", "dcmp2pgm", "-p", state.toString(), image.toString(), output.toString());
    return pixels(Files.readAllBytes(output));
  }

  /** The bytes behind the third line end of a binary grey map without comments. */
  private static byte[] pixels(byte[] pgm) {
    assertArrayEquals(new byte[] {'P', '5'}, Arrays.copyOf(pgm, 2));
    int at = 0;
    for (int fields = 0; fields < 4; at++) {
      if (pgm[at] == '#') {
        while (pgm[at] != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(pgm[at])) {
        fields++;
      }
    }
    return Arrays.copyOfRange(pgm, at, pgm.length);
  }
}
