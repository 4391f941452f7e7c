package org.cervimark.dicom.codec;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.PixelFormat;

/** A compressed file taken apart: what its header says, and the codestream of each frame. */
record EncapsulatedFile(DicomFile dicom, PixelFormat format) {

  static EncapsulatedFile open(Path file) {
    try {
      DicomFile dicom = DataSetReader.readHeader(file);
      Attributes a = dicom.dataSet();
      return new EncapsulatedFile(
          dicom,
          new PixelFormat(
              a.getInt(Tag.Columns, 0),
              a.getInt(Tag.Rows, 0),
              a.getInt(Tag.NumberOfFrames, 1),
              a.getInt(Tag.SamplesPerPixel, 1),
              a.getInt(Tag.BitsAllocated, 0),
              a.getInt(Tag.BitsStored, 0),
              a.getInt(Tag.HighBit, 0),
              a.getInt(Tag.PixelRepresentation, 0) == 1,
              a.getString(Tag.PhotometricInterpretation, ""),
              dicom.transferSyntaxUid()));
    } catch (DicomException e) {
      throw new AssertionError(e);
    }
  }

  /** The codestream of a frame, counted from 1. */
  byte[] codestream(int frame) {
    try (FileChannel channel = FileChannel.open(dicom.path())) {
      FrameTable none = FrameTable.extended(new byte[0], new byte[0]);
      return FragmentIndex.read(channel, dicom.pixelData().orElseThrow().position(), none)
          .frame(
              channel,
              frame,
              format.frames(),
              TransferSyntax.of(format.transferSyntaxUid()).orElseThrow());
    } catch (IOException | CodecException e) {
      throw new AssertionError(dicom.path().toString(), e);
    }
  }

  /** The stored values of all frames: Bits Stored bits, sign extended if signed. */
  int[] decode() throws CodecException {
    int length = format.columns() * format.rows() * format.samplesPerPixel();
    int[] values = new int[length * format.frames()];
    for (int frame = 1; frame <= format.frames(); frame++) {
      short[] cells = decoder().decode(codestream(frame), format);
      for (int i = 0; i < length; i++) {
        int shifted = cells[i] << (32 - format.bitsStored());
        values[(frame - 1) * length + i] =
            format.signed()
                ? shifted >> (32 - format.bitsStored())
                : shifted >>> (32 - format.bitsStored());
      }
    }
    return values;
  }

  /** Cells as the unsigned numbers that they are. */
  static int[] unsigned(short[] cells) {
    int[] values = new int[cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells[i] & 0xFFFF;
    }
    return values;
  }

  FrameDecoder decoder() {
    return Decoders.of(format.transferSyntaxUid()).orElseThrow();
  }
}
