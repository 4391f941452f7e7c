package org.cervimark.dicom.image;

import java.io.ByteArrayInputStream;
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
import org.cervimark.dicom.codec.FrameTable;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.PixelFormat;

/** Reads the pixel cells of one frame, native or encapsulated. */
final class PixelReader {

  /** Four times the largest radiographs made: what a header may claim before it is not believed. */
  private static final long MOST_SAMPLES = 1L << 27;

  private PixelReader() {}

  /**
   * The cells of a frame, the samples of a pixel side by side.
   *
   * @throws DicomException if they cannot be decoded, or should not be, being too many
   */
  static short[] read(
      DicomFile dicom, DicomFile.PixelElement element, PixelFormat format, int frame)
      throws DicomException {
    Path file = dicom.path();
    Optional<TransferSyntax> syntax = TransferSyntax.of(format.transferSyntaxUid());
    if (syntax.isEmpty() || syntax.get().encapsulated() != (element.length() == -1)) {
      throw new DicomException(
          DicomMessages.text(
              "image.syntax", file, TransferSyntax.describe(format.transferSyntaxUid())));
    }
    check(file, format, syntax.get());
    return ToolkitCall.reading(
        file,
        () -> {
          boolean planar =
              new Elements(dicom.dataSet()).integer(Tag.PlanarConfiguration).orElse(0) == 1;
          NativePixels pixels = new NativePixels(format, planar);
          if (syntax.get() == TransferSyntax.ENCAPSULATED_UNCOMPRESSED && planar) {
            short[] cells = decoded(dicom, element, format, frame, syntax.get());
            return Cells.interleaved(cells, format.samplesPerPixel());
          }
          if (syntax.get().encapsulated()) {
            return decoded(dicom, element, format, frame, syntax.get());
          }
          return syntax.get().deflated()
              ? inflated(dicom, pixels, frame)
              : uncompressed(dicom, element, pixels, frame, syntax.get());
        });
  }

  private static void check(Path file, PixelFormat format, TransferSyntax syntax)
      throws DicomException {
    if (Colours.isColour(format) && !Colours.isKnown(format)) {
      throw new DicomException(
          DicomMessages.text(
              "image.colour", file, format.photometricInterpretation(), format.samplesPerPixel()));
    }
    int allocated = format.bitsAllocated();
    boolean single = allocated == 1 && format.samplesPerPixel() == 1 && !syntax.encapsulated();
    if (allocated != 8 && allocated != 16 && !single) {
      throw new DicomException(
          DicomMessages.text("image.depth", file, Integer.toString(allocated)));
    }
    if ((long) format.rows() * format.columns() * format.samplesPerPixel() > MOST_SAMPLES) {
      throw new DicomException(
          DicomMessages.text("image.size", file, format.columns(), format.rows()));
    }
  }

  private static short[] uncompressed(
      DicomFile dicom,
      DicomFile.PixelElement element,
      NativePixels pixels,
      int frame,
      TransferSyntax syntax)
      throws IOException, DicomException {
    Path file = dicom.path();
    PixelFormat format = pixels.format();
    if (!pixels.isPossible() || element.length() < pixels.length(format.frames())) {
      throw new DicomException(DicomMessages.text("image.short", file));
    }
    boolean bigEndian = syntax == TransferSyntax.EXPLICIT_BIG;
    boolean swapped = bigEndian && element.words() && format.bitsAllocated() <= 8;
    if (pixels.isSplit(frame, swapped)) {
      throw new DicomException(DicomMessages.text("image.odd", file));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return pixels.read(channel, element.position(), frame, order, swapped);
    }
  }

  private static short[] inflated(DicomFile dicom, NativePixels pixels, int frame)
      throws IOException, DicomException {
    byte[] bytes = DataSetReader.readWhole(dicom.path()).dataSet().getBytes(Tag.PixelData);
    if (bytes == null
        || !pixels.isPossible()
        || bytes.length < pixels.length(pixels.format().frames())) {
      throw new DicomException(DicomMessages.text("image.short", dicom.path()));
    }
    int start = pixels.offset(frame);
    try (ReadableByteChannel channel =
        Channels.newChannel(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
      return pixels.read(channel, frame, ByteOrder.LITTLE_ENDIAN, false);
    }
  }

  private static short[] decoded(
      DicomFile dicom,
      DicomFile.PixelElement element,
      PixelFormat format,
      int frame,
      TransferSyntax syntax)
      throws IOException, DicomException {
    Path file = dicom.path();
    Optional<FrameDecoder> decoder = Decoders.of(syntax.uid());
    if (decoder.isEmpty()) {
      throw new DicomException(
          DicomMessages.text("image.syntax", file, TransferSyntax.describe(syntax.uid())));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      FragmentIndex index = FragmentIndex.read(channel, element.position(), extendedTable(dicom));
      byte[] codeStream = index.frame(channel, frame, format.frames(), syntax);
      return decoder.get().decode(codeStream, format);
    } catch (CodecException e) {
      if (e.unsupported()) {
        throw new DicomException(
            DicomMessages.text("image.syntax", file, TransferSyntax.describe(syntax.uid())), e);
      }
      throw new DicomException(DicomMessages.text("image.codec", file, syntax.label()), e);
    }
  }

  private static FrameTable extendedTable(DicomFile dicom) {
    Elements elements = new Elements(dicom.dataSet());
    return FrameTable.extended(
        elements.bytes(Tag.ExtendedOffsetTable), elements.bytes(Tag.ExtendedOffsetTableLengths));
  }
}
