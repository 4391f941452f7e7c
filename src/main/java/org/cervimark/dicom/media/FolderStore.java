package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.List;
import org.cervimark.image.PersonName;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;

/** Keeps readings as DICOM objects in folders, beside the images they belong to. */
public final class FolderStore implements StudyStore {

  private final Path images;
  private final Path target;

  /**
   * A store for the studies below a folder.
   *
   * @param images the file or folder in which the images lie, and where earlier revisions are
   *     looked for
   * @param target the folder in which new revisions are written; earlier ones are looked for here
   *     too
   */
  public FolderStore(Path images, Path target) {
    this.images = images;
    this.target = target;
  }

  @Override
  public List<StudyReport> revisions(String studyInstanceUid) throws StoreException {
    throw new StoreException(images + " cannot be read yet.");
  }

  @Override
  public StudyReport save(Reading reading, PersonName reader) throws StoreException {
    throw new StoreException(target + " cannot be written yet.");
  }
}
