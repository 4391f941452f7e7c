package org.cervimark.reading;

import java.util.List;
import java.util.function.Consumer;
import org.cervimark.image.ImageReference;

/** Keeps the journal of a session from one change to the next. */
public final class JournalledSession {

  private final ReadingSession session;
  private final Journal journal;
  private final Journal.Page page;
  private final Consumer<JournalException> trouble;
  private boolean inTrouble;

  /**
   * Journals a session from now on.
   *
   * @param trouble told when the journal cannot be kept, once until it can be kept again
   */
  public JournalledSession(
      ReadingSession session, Journal journal, Consumer<JournalException> trouble) {
    this.session = session;
    this.journal = journal;
    this.page = journal.page(session.radiograph().reference(), SessionDraft.of(session));
    this.trouble = trouble;
    session.addListener(this::changed);
  }

  /**
   * What ended programs left behind of this image and what the session does not hold yet, oldest
   * first. What it holds already was saved just before the program ended, and is removed.
   */
  public List<Journal.Kept> leftBehind() {
    ImageReference image = session.radiograph().reference();
    Draft now = SessionDraft.of(session);
    try {
      List<Journal.Kept> ofThisImage =
          journal.kept(image.studyInstanceUid()).stream()
              .filter(kept -> kept.image().equals(image))
              .toList();
      for (Journal.Kept kept : ofThisImage) {
        if (now.with(kept.changes()).equals(now)) {
          journal.discard(kept);
        }
      }
      return ofThisImage.stream().filter(k -> !now.with(k.changes()).equals(now)).toList();
    } catch (JournalException e) {
      tell(e);
      return List.of();
    }
  }

  /**
   * Puts back what was left behind, each as one step to undo. It is removed from where it was only
   * after this session's own journal holds it.
   *
   * @param leftBehind in the order of {@link #leftBehind}
   */
  public void takeOver(List<Journal.Kept> leftBehind) {
    leftBehind.forEach(kept -> SessionDraft.restore(kept.changes(), session));
    if (!inTrouble) {
      discard(leftBehind);
    }
  }

  /** Removes what was left behind, because the reader does not want it. */
  public void discard(List<Journal.Kept> leftBehind) {
    try {
      for (Journal.Kept kept : leftBehind) {
        journal.discard(kept);
      }
    } catch (JournalException e) {
      tell(e);
    }
  }

  /** Forgets what was journalled: it is saved, or the reader does not want it. */
  public void clear() {
    try {
      page.clear(SessionDraft.of(session));
    } catch (JournalException e) {
      tell(e);
    }
  }

  private void changed() {
    try {
      page.record(SessionDraft.of(session), !session.isDragging());
      inTrouble = false;
    } catch (JournalException e) {
      tell(e);
    }
  }

  private void tell(JournalException e) {
    if (!inTrouble) {
      inTrouble = true;
      trouble.accept(e);
    }
  }
}
