package org.cervimark.dicom.toolkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.cervimark.dicom.DicomException;

/** Writes data sets as Part 10 files, each wholly or not at all, and never over another file. */
public final class DataSetWriter {

  private DataSetWriter() {}

  /**
   * Writes a data set in Explicit VR Little Endian.
   *
   * @param target a file that does not exist yet, in a folder that does
   * @throws DicomException if it could not be written; then nothing is left behind
   */
  public static void write(Path target, Attributes dataSet) throws DicomException {
    write(target, dataSet, TransferSyntax.EXPLICIT_LITTLE);
  }

  /**
   * Writes a data set.
   *
   * @param target a file that does not exist yet, in a folder that does
   * @param dataSet with SOP Class and Instance UID; its Pixel Data, if any, must already be coded
   *     as the transfer syntax says
   * @throws DicomException if it could not be written; then nothing is left behind
   */
  public static void write(Path target, Attributes dataSet, TransferSyntax syntax)
      throws DicomException {
    ToolkitCall.writing(
        target,
        () -> {
          NewFile.write(target, out -> encode(out, dataSet, syntax));
          return target;
        });
  }

  private static void encode(OutputStream raw, Attributes dataSet, TransferSyntax syntax)
      throws IOException {
    EmptyFragments.repair(dataSet);
    Counted counted = new Counted(new BufferedOutputStream(raw, 1 << 16));
    ImageOutputStream out = new ImageOutputStream(counted, TransferSyntax.EXPLICIT_LITTLE.uid());
    out.writeDataset(meta(dataSet, syntax), dataSet);
    out.finish();
    if (counted.count % 2 != 0) {
      // PS3.5 A.5: a deflated stream of odd length is padded; the toolkit forgets to.
      counted.write(0);
    }
    counted.flush();
  }

  private static Attributes meta(Attributes dataSet, TransferSyntax syntax) {
    Attributes meta = new Attributes();
    meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
    meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, required(dataSet, Tag.SOPClassUID));
    meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, required(dataSet, Tag.SOPInstanceUID));
    meta.setString(Tag.TransferSyntaxUID, VR.UI, syntax.uid());
    meta.setString(Tag.ImplementationClassUID, VR.UI, Uids.IMPLEMENTATION_CLASS);
    meta.setString(Tag.ImplementationVersionName, VR.SH, Uids.IMPLEMENTATION_VERSION);
    return meta;
  }

  private static String required(Attributes dataSet, int tag) {
    String value = dataSet.getString(tag);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("a data set without SOP Class and Instance UID");
    }
    return value;
  }

  /** Counts what passes. */
  private static final class Counted extends OutputStream {
    private final OutputStream out;
    private long count;

    private Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
