package org.cervimark.dicom.codec;

import java.util.Optional;
import java.util.function.Supplier;
import org.cervimark.image.PixelFormat;

/**
 * JPEG as of ITU-T T.81. The process is taken from the codestream, not from the transfer syntax:
 * lossless (SOF3) and DCT of more than 8 bits (SOF1, SOF2) have decoders of their own, DCT of 8
 * bits is left to the reader of the Java runtime as long as that can be had.
 */
final class JpegDecoder implements FrameDecoder {

  private final Supplier<Optional<RuntimeJpegReader>> runtime;

  /** With the reader for 8 bits; without it the decoders for 12 bits do that too, but slower. */
  JpegDecoder(Supplier<Optional<RuntimeJpegReader>> runtime) {
    this.runtime = runtime;
  }

  @Override
  public short[] decode(byte[] codestream, PixelFormat expected) throws CodecException {
    MarkerReader reader = new MarkerReader(codestream);
    if (reader.nextMarker() != Marker.SOI) {
      throw new CodecException("its pixel data are not a JPEG codestream");
    }
    JpegTables tables = new JpegTables();
    while (true) {
      int marker = reader.nextMarker();
      if (Marker.isStartOfFrame(marker)) {
        return decodeFrame(reader, tables, JpegFrameHeader.read(marker, reader), expected);
      }
      readBetween(marker, reader, tables);
    }
  }

  private short[] decodeFrame(
      MarkerReader reader, JpegTables tables, JpegFrameHeader header, PixelFormat expected)
      throws CodecException {
    switch (header.process()) {
      case Marker.SOF3 -> {
        JpegFrameHeader frame = header.agreeing(expected, 2, 16);
        LosslessFrame target = new LosslessFrame(frame, expected.signed());
        readScans(reader, tables, header, frame, target);
        return target.finish();
      }
      case Marker.SOF0, Marker.SOF1, Marker.SOF2 -> {
        JpegFrameHeader frame = header.agreeing(expected, 8, 12);
        if (frame.precision() != 8 && frame.precision() != 12) {
          throw CodecException.unsupported(
              "its codestream has samples of " + frame.precision() + " bits");
        }
        if (frame.precision() == 8 && header.rows() != 0) {
          Optional<RuntimeJpegReader> java = runtime.get();
          if (java.isPresent()) {
            return java.get().decode(reader.data(), frame);
          }
        }
        ScanTarget target =
            header.process() == Marker.SOF2
                ? new ProgressiveFrame(frame)
                : new SequentialFrame(frame);
        readScans(reader, tables, header, frame, target);
        return target.finish();
      }
      case Marker.SOF55 ->
          throw new CodecException("its codestream is JPEG-LS, but its transfer syntax is JPEG");
      default ->
          throw CodecException.unsupported(
              "its codestream uses a JPEG process that is not supported (hierarchical or arithmetic"
                  + " coding)");
    }
  }

  private static void readScans(
      MarkerReader reader,
      JpegTables tables,
      JpegFrameHeader asRead,
      JpegFrameHeader frame,
      ScanTarget target)
      throws CodecException {
    boolean rowsKnown = asRead.rows() != 0;
    while (true) {
      // Some encoders leave out the last marker; whether all pixels are there is checked anyway.
      int marker = reader.atEnd() ? Marker.EOI : reader.nextMarker();
      switch (marker) {
        case Marker.SOS -> target.decode(JpegScanHeader.read(frame, reader), tables, reader);
        case Marker.DNL -> {
          reader.enter();
          if (reader.unsignedShort() != frame.rows()) {
            throw new CodecException(
                "the number of lines its codestream defines last contradicts its header");
          }
          reader.leave();
          rowsKnown = true;
        }
        case Marker.EOI -> {
          if (!rowsKnown) {
            throw new CodecException("its codestream never says how many lines it has");
          }
          return;
        }
        default -> readBetween(marker, reader, tables);
      }
    }
  }

  private static void readBetween(int marker, MarkerReader reader, JpegTables tables)
      throws CodecException {
    if (marker == Marker.DHT || marker == Marker.DQT || marker == Marker.DRI) {
      tables.read(marker, reader);
    } else if (Marker.isInformative(marker)) {
      reader.skip();
    } else {
      throw new CodecException(
          "its codestream has the unexpected marker FF" + Integer.toHexString(marker));
    }
  }
}
