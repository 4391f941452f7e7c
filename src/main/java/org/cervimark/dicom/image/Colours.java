package org.cervimark.dicom.image;

import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ColourPicture;
import org.cervimark.image.LookupTable;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.StoredSamples;

/** What the samples of colour pictures stand for: Photometric Interpretation, PS3.3 C.7.6.3.1.2. */
final class Colours {

  static final String PALETTE = "PALETTE COLOR";

  /** Chrominance of every other pixel only, in native Pixel Data. */
  static final String HALVED = "YBR_FULL_422";

  private static final Set<String> OF_THREE_SAMPLES =
      Set.of("RGB", "YBR_FULL", HALVED, "YBR_PARTIAL_422", "YBR_ICT", "YBR_RCT");

  private Colours() {}

  /** Whether the format is that of a picture in colour, whether or not it can be shown. */
  static boolean isColour(PixelFormat format) {
    return format.samplesPerPixel() != 1
        || !(format.photometricInterpretation().isEmpty()
            || format.photometricInterpretation().startsWith("MONOCHROME"));
  }

  /** Whether the colours of a format are known. */
  static boolean isKnown(PixelFormat format) {
    String photometric = format.photometricInterpretation();
    return format.samplesPerPixel() == 1
        ? photometric.equals(PALETTE)
        : format.samplesPerPixel() == 3 && OF_THREE_SAMPLES.contains(photometric);
  }

  /** The picture; empty if its palette cannot be used. */
  static Optional<ColourPicture> picture(Elements image, StoredSamples samples) {
    PixelFormat format = samples.format();
    Optional<byte[]> rgb =
        switch (format.photometricInterpretation()) {
          case PALETTE -> fromPalette(image, samples);
          case "YBR_FULL", HALVED -> Optional.of(fromYcc(eightBits(samples)));
          case "YBR_PARTIAL_422" -> Optional.of(fromPartialYcc(eightBits(samples)));
          // The decoder of JPEG 2000 undoes the transforms YBR_ICT and YBR_RCT.
          default -> Optional.of(eightBits(samples));
        };
    return rgb.map(bytes -> new ColourPicture(format.columns(), format.rows(), bytes));
  }

  private static byte[] eightBits(StoredSamples samples) {
    short[] words = samples.words();
    int bits = samples.format().bitsStored();
    byte[] bytes = new byte[words.length];
    for (int i = 0; i < bytes.length; i++) {
      int value = words[i] & 0xFFFF;
      bytes[i] = (byte) (bits >= 8 ? value >> (bits - 8) : value * 255 / ((1 << bits) - 1));
    }
    return bytes;
  }

  private static byte[] fromYcc(byte[] ycc) {
    for (int i = 0; i < ycc.length; i += 3) {
      int y = ycc[i] & 0xFF;
      int cb = (ycc[i + 1] & 0xFF) - 128;
      int cr = (ycc[i + 2] & 0xFF) - 128;
      ycc[i] = clip(y + 1.402 * cr);
      ycc[i + 1] = clip(y - 0.344136 * cb - 0.714136 * cr);
      ycc[i + 2] = clip(y + 1.772 * cb);
    }
    return ycc;
  }

  private static byte[] fromPartialYcc(byte[] ycc) {
    for (int i = 0; i < ycc.length; i += 3) {
      double y = 1.1644 * ((ycc[i] & 0xFF) - 16);
      int cb = (ycc[i + 1] & 0xFF) - 128;
      int cr = (ycc[i + 2] & 0xFF) - 128;
      ycc[i] = clip(y + 1.5960 * cr);
      ycc[i + 1] = clip(y - 0.3917 * cb - 0.8130 * cr);
      ycc[i + 2] = clip(y + 2.0173 * cb);
    }
    return ycc;
  }

  private static byte clip(double value) {
    return (byte) Math.max(0, Math.min(255, (int) Math.rint(value)));
  }

  private static Optional<byte[]> fromPalette(Elements image, StoredSamples samples) {
    boolean signed = samples.format().signed();
    Optional<LookupTable> red =
        LookupTables.of(
            image,
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.RedPaletteColorLookupTableData,
            signed);
    Optional<LookupTable> green =
        LookupTables.of(
            image,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableData,
            signed);
    Optional<LookupTable> blue =
        LookupTables.of(
            image,
            Tag.BluePaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableData,
            signed);
    if (red.isEmpty() || green.isEmpty() || blue.isEmpty()) {
      return Optional.empty();
    }
    LookupTable[] tables = {red.get(), green.get(), blue.get()};
    short[] words = samples.words();
    byte[] rgb = new byte[3 * words.length];
    for (int i = 0; i < words.length; i++) {
      int value = signed ? words[i] : words[i] & 0xFFFF;
      for (int j = 0; j < 3; j++) {
        int entry = tables[j].at(value);
        int bits = tables[j].bits();
        rgb[3 * i + j] = (byte) (bits > 8 ? entry >> (bits - 8) : entry);
      }
    }
    return Optional.of(rgb);
  }
}
