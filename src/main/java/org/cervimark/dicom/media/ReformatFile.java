package org.cervimark.dicom.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.module.DecimalString;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.dicom.module.PatientStudyModules;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.geometry.Vector3;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.Reformat;
import org.cervimark.image.Slice;
import org.cervimark.image.Window;

/**
 * A plane through a stack as an image of its own beside the slices, so that landmarks on it belong
 * to an image that can be named, saved and shown by any viewer: a Secondary Capture image with its
 * place in the patient, its spacing and the slices it was made from. The same plane of the same
 * slices always has the same UID and is written once.
 */
public final class ReformatFile {

  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
  private static final int PADDING = Short.MIN_VALUE;
  private static final int UID_DIGITS = 8;
  private static final int FIRST_SERIES_NUMBER = 9000;

  private final SeriesStack stack;
  private final Reformat reformat;

  private ReformatFile(SeriesStack stack, Reformat reformat) {
    this.stack = stack;
    this.reformat = reformat;
  }

  /**
   * Writes a plane through a stack.
   *
   * @param folder where it is written
   * @param installationFile where the program remembers who it is
   * @param clock tells when it is written
   * @return the file; the one that is there if the plane was written before
   * @throws DicomException if the slices cannot be read or the file cannot be written
   */
  public static Path write(
      SeriesStack stack, Reformat reformat, Path folder, Path installationFile, Clock clock)
      throws DicomException {
    ReformatFile file = new ReformatFile(stack, reformat);
    SaveConditions.requireWritable(folder);
    String uid = file.instanceUid();
    Path target =
        folder.resolve("CerviMark-MPR-" + uid.substring(uid.length() - UID_DIGITS) + ".dcm");
    if (!Files.exists(target)) {
      DataSetWriter.write(
          target,
          file.image(
              InstallationFile.load(installationFile),
              LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS)));
    }
    return target;
  }

  /** Writes a plane now, as the installation of this user. */
  public static Path write(SeriesStack stack, Reformat reformat, Path folder)
      throws DicomException {
    return write(
        stack,
        reformat,
        folder,
        InstallationFile.defaultLocation(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ""))),
        Clock.system(ZoneId.systemDefault()));
  }

  private String seriesUid() {
    return Uids.named("reformats of " + stack.stack().slices().get(0).image().seriesInstanceUid());
  }

  private String instanceUid() {
    String slices =
        stack.stack().slices().stream()
            .map(s -> s.image().sopInstanceUid() + "#" + s.image().frame())
            .collect(Collectors.joining("\n"));
    return Uids.named(reformat + "\n" + slices);
  }

  private Attributes image(Installation installation, LocalDateTime now) throws DicomException {
    Attributes source = DataSetReader.readHeader(stack.files().get(0)).dataSet();
    Attributes image = PatientStudyModules.beginObject(source);
    new DerivedSeries(seriesUid(), FIRST_SERIES_NUMBER + source.getInt(Tag.SeriesNumber, 0), now)
        .writeTo(
            image,
            source.getString(Tag.Modality, "OT"),
            "CerviMark planes",
            new DerivedSeries.Instance(SECONDARY_CAPTURE, instanceUid(), number(), now),
            installation);
    image.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY", "MPR");
    image.setString(Tag.ConversionType, VR.CS, "WSD");
    image.setString(Tag.DerivationDescription, VR.ST, reformat.name());
    image.setString(Tag.ImageComments, VR.LT, reformat.name());
    DerivedSeries.writeDateTime(image, Tag.ContentDate, Tag.ContentTime, now);
    image.setNull(Tag.Laterality, VR.CS);
    writePlane(image, reformat.plane());
    writeSources(image);
    writePixels(image);
    return image;
  }

  /** The whole millimetres from the edge of the stack, from 1: planes are listed in order. */
  private int number() {
    return 1
        + (int)
            Math.max(
                0,
                Math.floor(
                    reformat.position() - Reformat.lowest(stack.stack(), reformat.projection())));
  }

  private static void writePlane(Attributes image, ImagePlane plane) {
    if (!plane.frameOfReferenceUid().isEmpty()) {
      image.setString(Tag.FrameOfReferenceUID, VR.UI, plane.frameOfReferenceUid());
      image.setNull(Tag.PositionReferenceIndicator, VR.LO);
    }
    image.setString(Tag.ImagePositionPatient, VR.DS, decimals(plane.position()));
    String[] row = decimals(plane.row());
    String[] column = decimals(plane.column());
    image.setString(
        Tag.ImageOrientationPatient,
        VR.DS,
        row[0],
        row[1],
        row[2],
        column[0],
        column[1],
        column[2]);
    image.setString(
        Tag.PatientOrientation,
        VR.CS,
        String.valueOf(plane.orientation().row().letter()),
        String.valueOf(plane.orientation().column().letter()));
    image.setString(
        Tag.PixelSpacing,
        VR.DS,
        DecimalString.of(plane.rowSpacing()),
        DecimalString.of(plane.columnSpacing()));
  }

  private void writeSources(Attributes image) {
    Sequence sources = image.newSequence(Tag.SourceImageSequence, stack.stack().slices().size());
    for (Slice slice : stack.stack().slices()) {
      Attributes item = new Attributes();
      sources.add(item);
      item.setString(Tag.ReferencedSOPClassUID, VR.UI, slice.image().sopClassUid());
      item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, slice.image().sopInstanceUid());
      if (slice.image().frame() > 1) {
        item.setInt(Tag.ReferencedFrameNumber, VR.IS, slice.image().frame());
      }
      Attributes purpose = new Attributes();
      item.newSequence(Tag.PurposeOfReferenceCodeSequence, 1).add(purpose);
      purpose.setString(Tag.CodeValue, VR.SH, "121322");
      purpose.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
      purpose.setString(Tag.CodeMeaning, VR.LO, "Source image for image processing operation");
    }
  }

  private void writePixels(Attributes image) throws DicomException {
    float[] values = stack.sample(reformat, Float.NaN);
    double largest = 1;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    // Hounsfield units fit as they are; other values are stretched over the 16 bits.
    boolean units = image.getString(Tag.Modality, "").equals("CT") && largest <= Short.MAX_VALUE;
    String slope = units ? "1" : DecimalString.of(largest / Short.MAX_VALUE);
    double unit = Double.parseDouble(slope);
    ByteBuffer pixels = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      long stored = Float.isNaN(value) ? PADDING : Math.round(value / unit);
      pixels.putShort((short) Math.min(stored, Short.MAX_VALUE));
    }
    image.setInt(Tag.SamplesPerPixel, VR.US, 1);
    image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    image.setInt(Tag.Rows, VR.US, reformat.rows());
    image.setInt(Tag.Columns, VR.US, reformat.columns());
    image.setInt(Tag.BitsAllocated, VR.US, 16);
    image.setInt(Tag.BitsStored, VR.US, 16);
    image.setInt(Tag.HighBit, VR.US, 15);
    image.setInt(Tag.PixelRepresentation, VR.US, 1);
    image.setInt(Tag.PixelPaddingValue, VR.SS, PADDING);
    image.setString(Tag.RescaleSlope, VR.DS, slope);
    image.setString(Tag.RescaleIntercept, VR.DS, "0");
    image.setString(Tag.RescaleType, VR.LO, units ? "HU" : "US");
    window()
        .ifPresent(
            window -> {
              image.setString(Tag.WindowCenter, VR.DS, DecimalString.of(window.centre()));
              image.setString(Tag.WindowWidth, VR.DS, DecimalString.of(window.width()));
            });
    image.setBytes(Tag.PixelData, VR.OW, pixels.array());
  }

  /** The window in which the middle slice is shown. */
  private Optional<Window> window() throws DicomException {
    return stack.image(stack.files().size() / 2).greyScale().windows().stream()
        .filter(w -> w.width() >= 1)
        .findFirst();
  }

  private static String[] decimals(Vector3 vector) {
    return new String[] {
      DecimalString.of(vector.x()), DecimalString.of(vector.y()), DecimalString.of(vector.z())
    };
  }
}
