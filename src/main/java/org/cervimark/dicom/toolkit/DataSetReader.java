package org.cervimark.dicom.toolkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputHandler;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;

/**
 * Reads data sets from files: Part 10 files with or without preamble and meta information, and bare
 * data sets, in every transfer syntax. A broken or hostile file costs one {@link DicomException}:
 * lengths are held against the size of the file before anything is allocated, nesting is bounded.
 */
public final class DataSetReader {

  /** Structured reports nest some ten levels deep. */
  private static final int DEEPEST = 200;

  /** More than any radiograph inflates to. */
  private static final long MOST_INFLATED = 1L << 30;

  private static final int BUFFER = 1 << 14;

  private DataSetReader() {}

  /**
   * Reads all elements up to Pixel Data and says where that stands.
   *
   * @throws DicomException if the file is not a readable DICOM file
   */
  public static DicomFile readHeader(Path file) throws DicomException {
    return read(file, Tag.PixelData);
  }

  /**
   * Reads all elements up to Pixel Data, in one go with the look at how the file begins.
   *
   * @return empty if the file {@link #looksLikeDicom does not look like DICOM}
   * @throws DicomException if it does and is not readable
   */
  public static Optional<DicomFile> readHeaderIfDicom(Path file) throws DicomException {
    return NewFile.isUnfinished(file)
        ? Optional.empty()
        : ToolkitCall.reading(file, () -> begun(file, Tag.PixelData));
  }

  /**
   * Reads all elements, Pixel Data included.
   *
   * @throws DicomException if the file is not a readable DICOM file
   */
  public static DicomFile readWhole(Path file) throws DicomException {
    return read(file, -1);
  }

  /**
   * Whether a file begins as DICOM files do and is not the rest of one of ours whose writing was
   * cut short. Says nothing of whether it can be read.
   *
   * @throws DicomException if its beginning cannot be read
   */
  public static boolean looksLikeDicom(Path file) throws DicomException {
    if (NewFile.isUnfinished(file)) {
      return false;
    }
    return ToolkitCall.reading(
        file,
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return Signature.matches(in.readNBytes(Signature.LENGTH));
          }
        });
  }

  private static DicomFile read(Path file, int stopTag) throws DicomException {
    return ToolkitCall.reading(
        file,
        () -> {
          if (Files.isDirectory(file)) {
            throw new DicomException(DicomMessages.text("read.folder", file));
          }
          Optional<DicomFile> read = begun(file, stopTag);
          if (read.isEmpty()) {
            throw new ToolkitCall.RefusedException(
                Files.size(file) == 0 ? "read.empty" : "read.foreign");
          }
          return read.get();
        });
  }

  /** Empty if the file does not begin as DICOM files do. */
  private static Optional<DicomFile> begun(Path file, int stopTag) throws IOException {
    long size = Files.size(file);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      raw.mark(Signature.LENGTH);
      byte[] start = raw.readNBytes(Signature.LENGTH);
      raw.reset();
      return Signature.matches(start)
          ? Optional.of(read(file, raw, size, stopTag))
          : Optional.empty();
    }
  }

  private static DicomFile read(Path file, InputStream raw, long size, int stopTag)
      throws IOException {
    ImageInputStream in = new ImageInputStream(raw);
    in.readFileMetaInformation();
    boolean deflated = isDeflated(in.getTransferSyntax());
    Bounds bounds = new Bounds(deflated ? MOST_INFLATED : size);
    in.setImageInputHandler(bounds);
    Attributes dataSet = new Attributes(in.bigEndian(), 64);
    in.readAttributes(dataSet, -1, stopTag);
    dataSet.trimToSize();
    Optional<DicomFile.PixelElement> pixels = Optional.empty();
    if (stopTag != -1 && in.tag() == stopTag && in.level() == 0) {
      long length = in.length() == -1 ? -1 : in.length() & 0xFFFFFFFFL;
      pixels = Optional.of(new DicomFile.PixelElement(in.getPosition(), length, in.vr() == VR.OW));
    }
    return new DicomFile(file, in.getTransferSyntax(), dataSet, pixels);
  }

  private static boolean isDeflated(String transferSyntaxUid) {
    return TransferSyntax.of(transferSyntaxUid).map(TransferSyntax::deflated).orElse(false)
        || transferSyntaxUid.equals("1.2.840.10008.1.2.4.95");
  }

  /** Stands between the toolkit's parser and its allocations. */
  private record Bounds(long end) implements ImageInputHandler {

    @Override
    public void readValue(ImageInputStream in, Attributes attributes) throws IOException {
      check(in);
      in.readValue(in, attributes);
    }

    @Override
    public void readValue(ImageInputStream in, Sequence sequence) throws IOException {
      check(in);
      if (in.level() > DEEPEST) {
        throw new ToolkitCall.RefusedException("read.nesting");
      }
      in.readValue(in, sequence);
    }

    @Override
    public void readValue(ImageInputStream in, Fragments fragments) throws IOException {
      check(in);
      in.readValue(in, fragments);
    }

    @Override
    public void startDataset(ImageInputStream in) {
      // Nothing to prepare.
    }

    @Override
    public void endDataset(ImageInputStream in) {
      // Nothing to finish.
    }

    private void check(ImageInputStream in) throws IOException {
      if (in.length() != -1 && (in.length() & 0xFFFFFFFFL) > end - in.getPosition()) {
        throw new ToolkitCall.RefusedException("read.truncated");
      }
    }
  }
}
