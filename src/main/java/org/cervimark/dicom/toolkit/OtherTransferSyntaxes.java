package org.cervimark.dicom.toolkit;

import java.util.Map;
import java.util.Optional;

/**
 * Names from PS3.6 table A-1 of transfer syntaxes that are not read, so as to say what they are.
 */
final class OtherTransferSyntaxes {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1.2.840.10008.1.2.4.52", "JPEG Extended (Process 3 & 5) (Retired)"),
          Map.entry("1.2.840.10008.1.2.4.54", "JPEG Spectral Selection (Process 7 & 9) (Retired)"),
          Map.entry("1.2.840.10008.1.2.4.56", "JPEG Full Progression (Process 11 & 13) (Retired)"),
          Map.entry("1.2.840.10008.1.2.4.58", "JPEG Lossless (Process 15) (Retired)"),
          Map.entry("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Lossless"),
          Map.entry("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component"),
          Map.entry("1.2.840.10008.1.2.4.94", "JPIP Referenced"),
          Map.entry("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate"),
          Map.entry("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level"),
          Map.entry("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
          Map.entry("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level"),
          Map.entry("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level"),
          Map.entry("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile"),
          Map.entry("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile"),
          Map.entry("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile"),
          Map.entry(
              "1.2.840.10008.1.2.4.103.1",
              "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile"),
          Map.entry("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile For 2D Video"),
          Map.entry(
              "1.2.840.10008.1.2.4.104.1",
              "Fragmentable MPEG-4 AVC/H.264 High Profile For 2D Video"),
          Map.entry("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile For 3D Video"),
          Map.entry(
              "1.2.840.10008.1.2.4.105.1",
              "Fragmentable MPEG-4 AVC/H.264 High Profile For 3D Video"),
          Map.entry("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile"),
          Map.entry(
              "1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile"),
          Map.entry("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile"),
          Map.entry("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile"),
          Map.entry("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
          Map.entry("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
          Map.entry("1.2.840.10008.1.2.4.112", "JPEG XL"),
          Map.entry("1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced"),
          Map.entry("1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate"),
          Map.entry("1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive Video"),
          Map.entry("1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Video"),
          Map.entry("1.2.840.10008.1.2.7.3", "SMPTE ST 2110-30 PCM Digital Audio"),
          Map.entry("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"));

  private OtherTransferSyntaxes() {}

  /** The name of a transfer syntax, if it is one of these. */
  static Optional<String> name(String uid) {
    return Optional.ofNullable(NAMES.get(uid));
  }
}
