package org.cervimark.dicom.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.codec.CodecException;
import org.cervimark.dicom.codec.Decoders;
import org.cervimark.dicom.codec.FragmentIndex;
import org.cervimark.dicom.codec.FrameDecoder;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.PixelFormat;

/** Reads the pixel cells of one frame, native or encapsulated. */
final class PixelReader {

  /** Four times the largest radiographs made: what a header may claim before it is not believed. */
  private static final long MOST_PIXELS = 1L << 27;

  private PixelReader() {}

  static short[] read(
      DicomFile dicom, DicomFile.PixelElement element, PixelFormat format, int frame)
      throws DicomException {
    Path file = dicom.path();
    check(file, format);
    Optional<TransferSyntax> syntax = TransferSyntax.of(format.transferSyntaxUid());
    if (syntax.isEmpty() || syntax.get().encapsulated() != (element.length() == -1)) {
      throw new DicomException(
          DicomMessages.text(
              "image.syntax", file, TransferSyntax.describe(format.transferSyntaxUid())));
    }
    return ToolkitCall.reading(
        file,
        () -> {
          if (syntax.get().encapsulated()) {
            return decoded(file, element, format, frame, syntax.get());
          }
          return syntax.get().deflated()
              ? inflated(dicom, format, frame)
              : uncompressed(file, element, format, frame, syntax.get());
        });
  }

  private static void check(Path file, PixelFormat format) throws DicomException {
    String photometric = format.photometricInterpretation();
    if (format.samplesPerPixel() != 1
        || !(photometric.isEmpty() || photometric.startsWith("MONOCHROME"))) {
      throw new DicomException(DicomMessages.text("image.colour", file));
    }
    if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16) {
      throw new DicomException(
          DicomMessages.text("image.depth", file, Integer.toString(format.bitsAllocated())));
    }
    if ((long) format.rows() * format.columns() > MOST_PIXELS) {
      throw new DicomException(
          DicomMessages.text("image.size", file, format.columns(), format.rows()));
    }
  }

  private static short[] uncompressed(
      Path file,
      DicomFile.PixelElement element,
      PixelFormat format,
      int frame,
      TransferSyntax syntax)
      throws IOException, DicomException {
    long length = frameLength(format);
    if (element.length() < length * format.frames()) {
      throw new DicomException(DicomMessages.text("image.short", file));
    }
    boolean bigEndian = syntax == TransferSyntax.EXPLICIT_BIG;
    long start = element.position() + length * (frame - 1);
    boolean swapped = bigEndian && element.words() && format.bitsAllocated() == 8;
    if (swapped && length % 2 != 0 && frame > 1) {
      throw new DicomException(DicomMessages.text("image.odd", file));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < start + length) {
        throw new EOFException("Pixel Data goes beyond the end of the file");
      }
      channel.position(start);
      ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return Cells.read(channel, format, order, swapped);
    }
  }

  private static short[] inflated(DicomFile dicom, PixelFormat format, int frame)
      throws IOException, DicomException {
    byte[] bytes = DataSetReader.readWhole(dicom.path()).dataSet().getBytes(Tag.PixelData);
    long length = frameLength(format);
    if (bytes == null || bytes.length < length * format.frames()) {
      throw new DicomException(DicomMessages.text("image.short", dicom.path()));
    }
    int start = (int) (length * (frame - 1));
    try (ReadableByteChannel channel =
        Channels.newChannel(new ByteArrayInputStream(bytes, start, (int) length))) {
      return Cells.read(channel, format, ByteOrder.LITTLE_ENDIAN, false);
    }
  }

  private static short[] decoded(
      Path file,
      DicomFile.PixelElement element,
      PixelFormat format,
      int frame,
      TransferSyntax syntax)
      throws IOException, DicomException {
    Optional<FrameDecoder> decoder = Decoders.of(syntax.uid());
    if (decoder.isEmpty()) {
      throw new DicomException(
          DicomMessages.text("image.syntax", file, TransferSyntax.describe(syntax.uid())));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      FragmentIndex index = FragmentIndex.read(channel, element.position());
      byte[] codeStream = index.frame(channel, frame, format.frames(), syntax);
      return Cells.narrow(decoder.get().decode(codeStream, format));
    } catch (CodecException e) {
      if (e.unsupported()) {
        throw new DicomException(
            DicomMessages.text("image.syntax", file, TransferSyntax.describe(syntax.uid())), e);
      }
      throw new DicomException(DicomMessages.text("image.codec", file, syntax.label()), e);
    }
  }

  private static long frameLength(PixelFormat format) {
    return (long) format.rows() * format.columns() * (format.bitsAllocated() / 8);
  }
}
