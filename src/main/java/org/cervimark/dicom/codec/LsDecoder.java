package org.cervimark.dicom.codec;

import org.cervimark.image.PixelFormat;

/** JPEG-LS, lossless and near-lossless, as of ITU-T T.87 (ISO/IEC 14495-1). */
final class LsDecoder implements FrameDecoder {

  private static final int PRESET = 1;

  @Override
  public short[] decode(byte[] codestream, PixelFormat expected) throws CodecException {
    MarkerReader reader = new MarkerReader(codestream);
    if (reader.nextMarker() != Marker.SOI) {
      throw new CodecException("its pixel data are not a JPEG-LS codestream");
    }
    LsParameters.Preset preset = LsParameters.Preset.NONE;
    int restartInterval = 0;
    JpegFrameHeader asRead = null;
    LsFrame frame = null;
    while (true) {
      int marker = reader.atEnd() && frame != null ? Marker.EOI : reader.nextMarker();
      if (marker == Marker.SOF55 && frame == null) {
        asRead = JpegFrameHeader.read(marker, reader);
        frame = new LsFrame(asRead.agreeing(expected, 2, 16));
      } else if (marker == Marker.SOS && frame != null) {
        frame.decode(preset, restartInterval, reader);
      } else if (marker == Marker.EOI && frame != null && asRead != null) {
        return frame.finish(asRead.rows() != 0);
      } else if (marker == Marker.DNL && frame != null) {
        frame.checkLines(reader);
      } else if (marker == Marker.LSE) {
        preset = preset(reader);
      } else if (marker == Marker.DRI) {
        restartInterval = restartInterval(reader);
      } else if (marker == Marker.APP8) {
        refuseColourTransform(reader);
      } else if (Marker.isInformative(marker)) {
        reader.skip();
      } else if (Marker.isStartOfFrame(marker)) {
        throw new CodecException("its codestream is JPEG, but its transfer syntax is JPEG-LS");
      } else {
        throw new CodecException(
            "its codestream has the unexpected marker FF" + Integer.toHexString(marker));
      }
    }
  }

  private static LsParameters.Preset preset(MarkerReader reader) throws CodecException {
    reader.enter();
    int type = reader.unsignedByte();
    if (type != PRESET) {
      throw CodecException.unsupported(
          type == 2 || type == 3
              ? "its JPEG-LS data use a mapping table, which is not supported"
              : "its JPEG-LS data use an extension that is not supported");
    }
    LsParameters.Preset preset =
        new LsParameters.Preset(
            reader.unsignedShort(),
            reader.unsignedShort(),
            reader.unsignedShort(),
            reader.unsignedShort(),
            reader.unsignedShort());
    reader.leave();
    return preset;
  }

  /** Reads two to four bytes (T.87 C.2.5). */
  private static int restartInterval(MarkerReader reader) throws CodecException {
    reader.enter();
    int interval = reader.unsignedShort();
    while (reader.remaining() > 0) {
      if (interval >= 1 << 23) {
        throw new CodecException("the restart interval of its JPEG-LS data is wrong");
      }
      interval = interval << 8 | reader.unsignedByte();
    }
    return interval;
  }

  /** A transform that one vendor's coder notes in application data; it is not part of JPEG-LS. */
  private static void refuseColourTransform(MarkerReader reader) throws CodecException {
    reader.enter();
    if (reader.remaining() == 5
        && reader.unsignedShort() == ('m' << 8 | 'r')
        && reader.unsignedShort() == ('f' << 8 | 'x')
        && reader.unsignedByte() != 0) {
      throw CodecException.unsupported(
          "its JPEG-LS data use a colour transform that is not supported");
    }
    while (reader.remaining() > 0) {
      reader.unsignedByte();
    }
  }
}
