package org.cervimark.reading;

import java.util.List;
import java.util.Map;
import org.cervimark.image.PersonName;

/**
 * Where the readings of studies are kept, in our words. Whatever is saved is a new revision;
 * nothing saved before is changed, and neither is any image. Either everything is written or
 * nothing.
 */
public interface StudyStore {

  /**
   * All readable revisions of a study, newest first.
   *
   * @throws StoreException if the store cannot be read at all
   */
  List<StudyReport> revisions(String studyInstanceUid) throws StoreException;

  /**
   * Saves a reading as a new revision of its study, on top of the newest one.
   *
   * @return the revision as it was written
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  default StudyReport save(Reading reading, PersonName reader) throws StoreException {
    return save(RevisionDraft.of(reading), reader);
  }

  /**
   * Saves a draft as a new revision of its study. What others have saved since its base is joined
   * with it where both do not contradict each other; where they do, both revisions stand side by
   * side until somebody {@linkplain #merge merges} them.
   *
   * @return the revision as it was written
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  StudyReport save(RevisionDraft draft, PersonName reader) throws StoreException;

  /**
   * Signs the newest revision: a new revision says the same, and who answers for it.
   *
   * @param organization for which organisation the observer signs
   * @return the revision as it was written
   * @throws StoreException if there is none, or several that contradict each other, or it could not
   *     be written
   */
  StudyReport sign(String studyInstanceUid, PersonName observer, String organization)
      throws StoreException;

  /**
   * Joins two revisions that stand side by side.
   *
   * @param choices for each conflict of the merge the side that counts
   * @return the revision as it was written
   * @throws StoreException if one of both was replaced meanwhile, or it could not be written
   */
  StudyReport merge(
      RevisionMerge merge,
      Map<RevisionMerge.Subject, RevisionMerge.Side> choices,
      PersonName reader)
      throws StoreException;

  /**
   * Keeps a note of a revision with its study, as a document of its own.
   *
   * @param pdf the note
   * @return where it is kept, as people know the place
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  String keepNote(StudyReport report, byte[] pdf) throws StoreException;
}
