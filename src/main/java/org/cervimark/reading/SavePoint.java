package org.cervimark.reading;

/** A moment in a session, such as the one in which saving began. */
public final class SavePoint {

  private final SessionState state;

  private SavePoint(SessionState state) {
    this.state = state;
  }

  /** The session as it stands. */
  public static SavePoint of(ReadingSession session) {
    return new SavePoint(session.state());
  }

  /** Whether nothing has changed in the session since. */
  public boolean isNow(ReadingSession session) {
    return state.saysTheSameAs(session.state());
  }

  SessionState state() {
    return state;
  }
}
