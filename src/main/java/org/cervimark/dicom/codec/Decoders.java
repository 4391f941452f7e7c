package org.cervimark.dicom.codec;

import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.toolkit.TransferSyntax;

/** Which decoder reads which transfer syntax. */
public final class Decoders {

  private static final Map<TransferSyntax, FrameDecoder> BY_SYNTAX =
      Map.ofEntries(
          Map.entry(TransferSyntax.RLE, new RleDecoder()),
          Map.entry(TransferSyntax.JPEG_BASELINE, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_EXTENDED, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_SPECTRAL, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_PROGRESSIVE, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_LOSSLESS, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_LOSSLESS_SV1, new JpegDecoder()),
          Map.entry(TransferSyntax.JPEG_LS_LOSSLESS, new LsDecoder()),
          Map.entry(TransferSyntax.JPEG_LS_NEAR_LOSSLESS, new LsDecoder()));

  private Decoders() {}

  /** The decoder for a transfer syntax, if there is one. */
  public static Optional<FrameDecoder> of(String transferSyntaxUid) {
    return TransferSyntax.of(transferSyntaxUid).map(BY_SYNTAX::get);
  }
}
