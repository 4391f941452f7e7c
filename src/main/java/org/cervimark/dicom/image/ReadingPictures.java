package org.cervimark.dicom.image;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.reading.Reading;

/**
 * The images of readings as they are to be seen in notes and exports. One that is missing is told,
 * and what is made goes without it.
 */
public final class ReadingPictures {

  private final Map<String, Path> files;
  private final Consumer<DicomException> missing;

  /**
   * Pictures of images that lie in files.
   *
   * @param files the files by the SOP Instance UID of their image
   * @param missing told why a picture is missing, and what to do about it
   */
  public ReadingPictures(Map<String, Path> files, Consumer<DicomException> missing) {
    this.files = new HashMap<>(files);
    this.missing = missing;
  }

  /** The picture of the image that was read, of the size at which it was read. */
  public Optional<BufferedImage> of(Reading reading) {
    try {
      return Optional.of(read(reading));
    } catch (DicomException e) {
      missing.accept(e);
      return Optional.empty();
    }
  }

  private BufferedImage read(Reading reading) throws DicomException {
    String uid = reading.image().sopInstanceUid();
    Path file = files.get(uid);
    if (file == null) {
      throw new DicomException(DicomMessages.text("picture.missing", uid));
    }
    BufferedImage picture = DisplayedPicture.of(DicomImages.read(file, reading.image().frame()));
    if (picture.getWidth() != reading.columns() || picture.getHeight() != reading.rows()) {
      throw new DicomException(DicomMessages.text("picture.other", file));
    }
    return picture;
  }
}
