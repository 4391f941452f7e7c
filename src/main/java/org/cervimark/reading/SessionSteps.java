package org.cervimark.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The states of a session in the order of its steps: the one in force, those before it without
 * limit, those that were taken back, and the one that is saved.
 */
final class SessionSteps {

  private final Deque<SessionState> past = new ArrayDeque<>();
  private final Deque<SessionState> future = new ArrayDeque<>();
  private SessionState now;
  private SessionState saved;
  private Optional<SessionState> beforeDrag = Optional.empty();

  /** Steps that begin from what is saved. */
  SessionSteps(SessionState begun) {
    now = begun;
    saved = begun;
  }

  /** The state in force. */
  SessionState now() {
    return now;
  }

  /** Goes on to another state, as a step of its own; a drag under way is one before it. */
  void go(SessionState next) {
    endDrag();
    past.push(now);
    future.clear();
    now = next;
  }

  /** Puts another state in the place of the one in force, without a step to undo. */
  void replace(SessionState next) {
    now = next;
  }

  /** Goes on to another state as part of a drag, all of which is one step. */
  void drag(SessionState next) {
    if (beforeDrag.isEmpty()) {
      beforeDrag = Optional.of(now);
    }
    now = next;
  }

  /** Whether a drag has begun and not ended. */
  boolean isDragging() {
    return beforeDrag.isPresent();
  }

  /**
   * Ends a drag.
   *
   * @return whether there was one
   */
  boolean endDrag() {
    if (beforeDrag.isEmpty()) {
      return false;
    }
    past.push(beforeDrag.get());
    future.clear();
    beforeDrag = Optional.empty();
    return true;
  }

  /** Whether there is a step to take back. */
  boolean canUndo() {
    return !past.isEmpty();
  }

  /** Whether there is a step that was taken back. */
  boolean canRedo() {
    return !future.isEmpty();
  }

  /** Takes the last step back. */
  void undo() {
    future.push(now);
    now = past.pop();
  }

  /** Takes the step again that was taken back last. */
  void redo() {
    past.push(now);
    now = future.pop();
  }

  /** Whether the state in force says something else than what is saved. */
  boolean isModified() {
    return !now.saysTheSameAs(saved);
  }

  /** Whether nothing at all has been done since the last save. */
  boolean isUntouched() {
    return now.equals(saved);
  }

  /** Records that a state has been saved. */
  void markSaved(SessionState state) {
    saved = state;
  }
}
