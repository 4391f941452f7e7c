package org.cervimark.dicom.codec;

import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.toolkit.TransferSyntax;

/** Which decoder reads which transfer syntax. */
public final class Decoders {

  private static final FrameDecoder JPEG = new JpegDecoder(RuntimeJpegReader::get);
  private static final FrameDecoder JPEG_LS = new LsDecoder();
  private static final FrameDecoder JPEG_2000 = new J2kDecoder();

  private static final Map<TransferSyntax, FrameDecoder> BY_SYNTAX =
      Map.ofEntries(
          Map.entry(TransferSyntax.RLE, new RleDecoder()),
          Map.entry(TransferSyntax.ENCAPSULATED_UNCOMPRESSED, new NativeCellsDecoder()),
          Map.entry(TransferSyntax.JPEG_BASELINE, JPEG),
          Map.entry(TransferSyntax.JPEG_EXTENDED, JPEG),
          Map.entry(TransferSyntax.JPEG_SPECTRAL, JPEG),
          Map.entry(TransferSyntax.JPEG_PROGRESSIVE, JPEG),
          Map.entry(TransferSyntax.JPEG_LOSSLESS, JPEG),
          Map.entry(TransferSyntax.JPEG_LOSSLESS_SV1, JPEG),
          Map.entry(TransferSyntax.JPEG_LS_LOSSLESS, JPEG_LS),
          Map.entry(TransferSyntax.JPEG_LS_NEAR_LOSSLESS, JPEG_LS),
          Map.entry(TransferSyntax.JPEG_2000_LOSSLESS, JPEG_2000),
          Map.entry(TransferSyntax.JPEG_2000, JPEG_2000));

  private Decoders() {}

  /** The decoder for a transfer syntax, if there is one. */
  public static Optional<FrameDecoder> of(String transferSyntaxUid) {
    return TransferSyntax.of(transferSyntaxUid).map(BY_SYNTAX::get);
  }
}
