package org.cervimark.dicom.codec;

import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.toolkit.TransferSyntax;

/** Which decoder reads which transfer syntax. */
public final class Decoders {

  private static final Map<TransferSyntax, FrameDecoder> BY_SYNTAX =
      Map.of(
          TransferSyntax.RLE, new RleDecoder(),
          TransferSyntax.JPEG_BASELINE, new JpegBaselineDecoder());

  private Decoders() {}

  /** The decoder for a transfer syntax, if there is one. */
  public static Optional<FrameDecoder> of(String transferSyntaxUid) {
    return TransferSyntax.of(transferSyntaxUid).map(BY_SYNTAX::get);
  }
}
