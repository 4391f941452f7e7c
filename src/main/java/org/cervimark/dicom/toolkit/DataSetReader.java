package org.cervimark.dicom.toolkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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

  /** Larger files are not held as bytes. */
  private static final int LARGEST_PART = 1 << 26;

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
   * A file read up to an element, and its bytes from there on.
   *
   * @param file what stands before the element
   * @param length the length of the element's value, -1 if it is not defined
   * @param rest the file from the first byte of the value on
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  public record Part(DicomFile file, int length, byte[] rest) {}

  /**
   * Reads the elements before one of the data set of a file in Explicit VR Little Endian.
   *
   * @param sopClasses the classes of objects to be read so
   * @return empty if the file is none of these, is encoded otherwise, or has no such element
   * @throws DicomException if it cannot be read
   */
  public static Optional<Part> readBefore(int tag, Set<String> sopClasses, Path file)
      throws DicomException {
    if (NewFile.isUnfinished(file)) {
      return Optional.empty();
    }
    return ToolkitCall.reading(
        file,
        () -> {
          long size = Files.size(file);
          try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return size <= LARGEST_PART && begins(raw)
                ? before(tag, sopClasses, file, raw, size)
                : Optional.empty();
          }
        });
  }

  private static Optional<Part> before(
      int tag, Set<String> sopClasses, Path file, InputStream raw, long size) throws IOException {
    ImageInputStream in = new ImageInputStream(raw);
    Attributes meta = in.readFileMetaInformation();
    if (meta == null
        || !sopClasses.contains(meta.getString(Tag.MediaStorageSOPClassUID, ""))
        || !in.getTransferSyntax().equals(TransferSyntax.EXPLICIT_LITTLE.uid())) {
      return Optional.empty();
    }
    DicomFile head = read(file, in, size, tag);
    return in.tag() == tag && in.level() == 0
        ? Optional.of(new Part(head, in.length(), raw.readAllBytes()))
        : Optional.empty();
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
          long size = Files.size(file);
          try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            if (!begins(raw)) {
              throw new ToolkitCall.RefusedException(size == 0 ? "read.empty" : "read.foreign");
            }
            ImageInputStream in = new ImageInputStream(raw);
            in.readFileMetaInformation();
            return read(file, in, size, stopTag);
          }
        });
  }

  /** Whether a stream begins as DICOM files do; it is set back to its beginning. */
  private static boolean begins(InputStream raw) throws IOException {
    raw.mark(Signature.LENGTH);
    byte[] start = raw.readNBytes(Signature.LENGTH);
    raw.reset();
    return Signature.matches(start);
  }

  private static DicomFile read(Path file, ImageInputStream in, long size, int stopTag)
      throws IOException {
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
