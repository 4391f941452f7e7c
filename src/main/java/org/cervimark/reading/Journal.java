package org.cervimark.reading;

import java.time.Instant;
import java.util.List;
import org.cervimark.image.ImageReference;

/**
 * Where every change of a session is written down at once, so that no end of the program loses it.
 */
public interface Journal {

  /** The journal of one session. */
  interface Page {

    /**
     * Writes down what has changed since the last time. When this returns, the end of the program
     * does not lose it; if it is settled, neither does the end of the computer.
     *
     * @param settled whether the change is complete, and not one step of a drag
     * @throws JournalException if it could not be written; the next change writes both
     */
    void record(Draft now, boolean settled) throws JournalException;

    /**
     * Forgets what was written, because it is saved or the reader does not want it.
     *
     * @param base what the session holds now
     * @throws JournalException if it could not be removed; it would be offered again
     */
    void clear(Draft base) throws JournalException;
  }

  /**
   * What a session of a program that has ended left behind.
   *
   * @param image the image
   * @param changedAt when it was changed last
   * @param base what it began from
   * @param latest what it held last
   */
  record Kept(ImageReference image, Instant changedAt, Draft base, Draft latest) {

    /** What its reader did. */
    public Draft.Changes changes() {
      return base.changesTo(latest);
    }
  }

  /** No journal: for sessions whose marks nobody would miss. */
  static Journal none() {
    return new NoJournal();
  }

  /** Begins the journal of a session; nothing is written before something changes. */
  Page page(ImageReference image, Draft base);

  /**
   * What ended programs left behind of a study, oldest first.
   *
   * @throws JournalException if the journal cannot be read
   */
  List<Kept> kept(String studyInstanceUid) throws JournalException;

  /**
   * Removes what was left behind, because it is saved or the reader does not want it.
   *
   * @throws JournalException if it cannot be removed; it would be offered again
   */
  void discard(Kept kept) throws JournalException;
}
