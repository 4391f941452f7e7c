package org.cervimark.reading;

import java.util.List;
import org.cervimark.image.PersonName;

/** Where the readings of studies are kept, in our words. */
public interface StudyStore {

  /**
   * All readable revisions of a study, newest first.
   *
   * @throws StoreException if the store cannot be read at all
   */
  List<StudyReport> revisions(String studyInstanceUid) throws StoreException;

  /**
   * Saves a reading as a new revision of its study. The readings of the study's other images are
   * carried over from the newest revision; nothing saved before is changed, and neither is any
   * image. Either everything is written or nothing.
   *
   * @return the revision as it was written
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  StudyReport save(Reading reading, PersonName reader) throws StoreException;
}
