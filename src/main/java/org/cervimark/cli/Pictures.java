package org.cervimark.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.reading.Reading;

/** The images of readings as they are to be seen; one that is missing is told to the user. */
final class Pictures {

  private final Map<String, Path> files;
  private final Console console;

  /** Pictures of images that lie in files, by their SOP Instance UID. */
  Pictures(Map<String, Path> files, Console console) {
    this.files = new HashMap<>(files);
    this.console = console;
  }

  Optional<BufferedImage> of(Reading reading) {
    String uid = reading.image().sopInstanceUid();
    Optional<Path> file = Optional.ofNullable(files.get(uid));
    if (file.isEmpty()) {
      console.tell("export.image", uid);
      return Optional.empty();
    }
    try {
      DicomImage image = DicomImages.read(file.get(), reading.image().frame());
      BufferedImage grey = RenderCommand.grey(image, image.initialVoi(), image.cover());
      if (grey.getWidth() == reading.columns() && grey.getHeight() == reading.rows()) {
        return Optional.of(grey);
      }
      console.tell("export.image.other", file.get().toString());
    } catch (DicomException e) {
      console.say(e);
    }
    return Optional.empty();
  }
}
