package org.cervimark.dicom.toolkit;

import java.util.Optional;

/**
 * The transfer syntaxes of PS3.6 table A-1 that carry still images. Our own constants: the two
 * builds of the toolkit disagree on which UID their {@code UID.JPEGLossless} is.
 */
public enum TransferSyntax {
  /** Implicit VR Little Endian. */
  IMPLICIT_LITTLE("1.2.840.10008.1.2", "Implicit VR Little Endian", Coding.NATIVE),
  /** Explicit VR Little Endian. */
  EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Coding.NATIVE),
  /** Deflated Explicit VR Little Endian: the whole data set is one deflated stream. */
  DEFLATED(
      "1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Coding.DEFLATED_DATA_SET),
  /** Explicit VR Big Endian (retired). */
  EXPLICIT_BIG("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Coding.NATIVE),
  /** Encapsulated Uncompressed: native cells, little endian, in fragments. */
  ENCAPSULATED_UNCOMPRESSED(
      "1.2.840.10008.1.2.1.98",
      "Encapsulated Uncompressed Explicit VR Little Endian",
      Coding.ENCAPSULATED),
  /** JPEG Baseline, 8 bit. */
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline", Coding.ENCAPSULATED),
  /** JPEG Extended, 8 or 12 bit. */
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended", Coding.ENCAPSULATED),
  /** JPEG Spectral Selection (retired), 8 or 12 bit. */
  JPEG_SPECTRAL("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection (Retired)", Coding.ENCAPSULATED),
  /** JPEG Full Progression (retired), 8 or 12 bit. */
  JPEG_PROGRESSIVE(
      "1.2.840.10008.1.2.4.55", "JPEG Full Progression (Retired)", Coding.ENCAPSULATED),
  /** JPEG Lossless, any predictor. */
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless", Coding.ENCAPSULATED),
  /** JPEG Lossless, first-order prediction. */
  JPEG_LOSSLESS_SV1(
      "1.2.840.10008.1.2.4.70", "JPEG Lossless, First-Order Prediction", Coding.ENCAPSULATED),
  /** JPEG-LS lossless. */
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Coding.ENCAPSULATED),
  /** JPEG-LS near-lossless. */
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless", Coding.ENCAPSULATED),
  /** JPEG 2000 lossless. */
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Coding.ENCAPSULATED),
  /** JPEG 2000. */
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Coding.ENCAPSULATED),
  /** High-Throughput JPEG 2000 lossless. */
  HTJ2K_LOSSLESS(
      "1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Coding.ENCAPSULATED),
  /** High-Throughput JPEG 2000 lossless with RPCL progression. */
  HTJ2K_LOSSLESS_RPCL(
      "1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 RPCL Lossless", Coding.ENCAPSULATED),
  /** High-Throughput JPEG 2000. */
  HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Coding.ENCAPSULATED),
  /** RLE Lossless. */
  RLE("1.2.840.10008.1.2.5", "RLE Lossless", Coding.ENCAPSULATED);

  private enum Coding {
    NATIVE,
    DEFLATED_DATA_SET,
    ENCAPSULATED
  }

  private final String uid;
  private final String label;
  private final Coding coding;

  TransferSyntax(String uid, String label, Coding coding) {
    this.uid = uid;
    this.label = label;
    this.coding = coding;
  }

  /** The UID that names it in (0002,0010). */
  public String uid() {
    return uid;
  }

  /** Its name in PS3.6, for people. */
  public String label() {
    return label;
  }

  /** Whether Pixel Data is a sequence of fragments. */
  public boolean encapsulated() {
    return coding == Coding.ENCAPSULATED;
  }

  /** Whether the data set is deflated as a whole. */
  public boolean deflated() {
    return coding == Coding.DEFLATED_DATA_SET;
  }

  /** The transfer syntax with this UID, if it is one of these. */
  public static Optional<TransferSyntax> of(String uid) {
    for (TransferSyntax syntax : values()) {
      if (syntax.uid.equals(uid)) {
        return Optional.of(syntax);
      }
    }
    return Optional.empty();
  }

  /** Name and UID for people, also of syntaxes that are not read; the bare UID of unknown ones. */
  public static String describe(String uid) {
    return of(uid)
        .map(s -> s.label)
        .or(() -> OtherTransferSyntaxes.name(uid))
        .map(name -> name + " (" + uid + ")")
        .orElse(uid);
  }
}
