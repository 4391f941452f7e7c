package org.cervimark.dicom.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.ColourPicture;
import org.cervimark.image.FrameTimes;
import org.cervimark.image.GreyCover;
import org.cervimark.image.GreyScale;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Slice;
import org.cervimark.image.StoredPixels;
import org.cervimark.image.StoredSamples;
import org.cervimark.image.Window;

/** Reads image files. */
public final class DicomImages {

  private DicomImages() {}

  /**
   * Reads what the header says, without the pixels, whether or not these could be decoded. The
   * reference names frame 1.
   *
   * @throws DicomException if the file is not a readable DICOM image
   */
  public static Radiograph readHeader(Path file) throws DicomException {
    return header(DataSetReader.readHeader(file));
  }

  /**
   * Reads what the header says of a frame, without the pixels.
   *
   * @param frame frame number from 1
   * @throws DicomException if the file is not a readable DICOM image, or has no such frame
   */
  public static Radiograph readHeader(Path file, int frame) throws DicomException {
    DicomFile dicom = DataSetReader.readHeader(file);
    header(dicom);
    return ToolkitCall.reading(file, () -> new Header(dicom).radiograph(frame));
  }

  /**
   * What a header that has been read says. The reference names frame 1.
   *
   * @param dicom a header without its pixels
   * @throws DicomException if it is not that of a readable DICOM image
   */
  public static Radiograph header(DicomFile dicom) throws DicomException {
    Radiograph radiograph =
        ToolkitCall.reading(dicom.path(), () -> new Header(dicom).radiograph(1));
    pixelElement(dicom);
    return radiograph;
  }

  /**
   * Reads where the frames of an image lie in the patient; frames without a place are left out.
   *
   * @param number what the numbers of the slices count on from
   * @throws DicomException if the file is not a readable DICOM image
   */
  public static List<Slice> readSlices(Path file, long number) throws DicomException {
    DicomFile dicom = DataSetReader.readHeader(file);
    Radiograph image = header(dicom);
    return ToolkitCall.reading(
        file,
        () -> {
          Elements elements = new Elements(dicom.dataSet());
          ImageReference i = image.reference();
          List<Slice> slices = new ArrayList<>();
          for (int n = 1; n <= image.pixelFormat().frames(); n++) {
            Optional<ImagePlane> plane = PlaneRules.plane(elements, n, new ArrayList<>());
            if (plane.isPresent()) {
              slices.add(
                  new Slice(
                      new ImageReference(
                          i.studyInstanceUid(),
                          i.seriesInstanceUid(),
                          i.sopClassUid(),
                          i.sopInstanceUid(),
                          n),
                      plane.get(),
                      image.columns(),
                      image.rows(),
                      number + n));
            }
          }
          return slices;
        });
  }

  /**
   * How long each frame of a film is shown: Frame Time (0018,1063) or Frame Time Vector
   * (0018,1065), else what Cine Rate (0018,0040) or Recommended Display Frame Rate (0008,2144)
   * give; empty if the header states no usable time.
   *
   * @throws DicomException if the file is not a readable DICOM image
   */
  public static Optional<FrameTimes> readFrameTimes(Path file) throws DicomException {
    DicomFile dicom = DataSetReader.readHeader(file);
    return ToolkitCall.reading(
        file,
        () ->
            FrameTimeRules.times(
                new Elements(dicom.dataSet()), header(dicom).pixelFormat().frames()));
  }

  /**
   * Reads one frame.
   *
   * @param frame frame number from 1
   * @throws DicomException if the file is not a readable DICOM image or its pixels cannot be
   *     decoded
   */
  public static DicomImage read(Path file, int frame) throws DicomException {
    if (frame < 1) {
      throw new IllegalArgumentException("frames count from 1: " + frame);
    }
    DicomFile dicom = DataSetReader.readHeader(file);
    Radiograph radiograph = ToolkitCall.reading(file, () -> new Header(dicom).radiograph(frame));
    PixelFormat format = radiograph.pixelFormat();
    short[] cells = PixelReader.read(dicom, pixelElement(dicom), format, frame);
    Elements elements = new Elements(dicom.dataSet());
    if (Colours.isColour(format)) {
      return colour(file, radiograph, elements, cells);
    }
    return ToolkitCall.reading(
        file,
        () -> {
          GreyScale greyScale =
              GreyScaleRules.greyScale(elements, format, frame, new ArrayList<>());
          GreyCover cover = CoverRules.cover(elements, format, cells, frame);
          StoredPixels pixels = new StoredPixels(format, Cells.toStored(cells, format));
          return new DicomImage(file, radiograph, pixels, greyScale, cover, Optional.empty());
        });
  }

  /** A picture in colour, whose pixels to measure on are its brightness in 8 bits. */
  private static DicomImage colour(
      Path file, Radiograph radiograph, Elements elements, short[] cells) throws DicomException {
    PixelFormat format = radiograph.pixelFormat();
    StoredSamples samples = new StoredSamples(format, Cells.toStored(cells, format));
    Optional<ColourPicture> picture =
        ToolkitCall.reading(file, () -> Colours.picture(elements, samples));
    if (picture.isEmpty()) {
      throw new DicomException(DicomMessages.text("image.palette", file));
    }
    PixelFormat brightness =
        new PixelFormat(
            format.columns(),
            format.rows(),
            format.frames(),
            1,
            8,
            8,
            7,
            false,
            "MONOCHROME2",
            format.transferSyntaxUid());
    return new DicomImage(
        file,
        radiograph,
        new StoredPixels(brightness, picture.get().brightness()),
        new GreyScale(1, 0, List.of(new Window(128, 256, "")), false),
        GreyCover.NONE,
        picture);
  }

  /**
   * Reads the stored samples of one frame, of grey or colour, without any meaning.
   *
   * @param frame frame number from 1
   * @throws DicomException if the file is not a readable DICOM image or its pixels cannot be
   *     decoded
   */
  public static StoredSamples readSamples(Path file, int frame) throws DicomException {
    if (frame < 1) {
      throw new IllegalArgumentException("frames count from 1: " + frame);
    }
    DicomFile dicom = DataSetReader.readHeader(file);
    PixelFormat format = ToolkitCall.reading(file, () -> new Header(dicom).pixelFormat(frame));
    short[] cells = PixelReader.read(dicom, pixelElement(dicom), format, frame);
    return new StoredSamples(format, Cells.toStored(cells, format));
  }

  private static DicomFile.PixelElement pixelElement(DicomFile dicom) throws DicomException {
    Optional<DicomFile.PixelElement> element = dicom.pixelData();
    if (element.isEmpty() || element.get().length() == 0) {
      throw new DicomException(DicomMessages.text("image.pixelless", dicom.path()));
    }
    boolean deflated =
        TransferSyntax.of(dicom.transferSyntaxUid()).map(TransferSyntax::deflated).orElse(false);
    long size = ToolkitCall.reading(dicom.path(), () -> Files.size(dicom.path()));
    if (!deflated && element.get().position() + element.get().length() > size) {
      throw new DicomException(DicomMessages.text("read.truncated", dicom.path()));
    }
    return element.get();
  }
}
