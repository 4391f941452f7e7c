package org.cervimark.imagej;

import java.util.Optional;
import java.util.function.Consumer;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.reading.StoreException;

/** What the reader has answered where headers contradict themselves on the scale. */
final class ScaleMemory {

  private final Optional<ScaleChoices> choices;
  private final Consumer<StoreException> trouble;

  /**
   * A memory.
   *
   * @param trouble told when an answer cannot be kept or looked up; the question is asked again
   *     then
   */
  ScaleMemory(ScaleChoices choices, Consumer<StoreException> trouble) {
    this(Optional.of(choices), trouble);
  }

  private ScaleMemory(Optional<ScaleChoices> choices, Consumer<StoreException> trouble) {
    this.choices = choices;
    this.trouble = trouble;
  }

  /** One that keeps nothing. */
  static ScaleMemory none() {
    return new ScaleMemory(Optional.empty(), e -> {});
  }

  /** Answers the open question of a session as it was answered before, if it was. */
  void recall(ReadingSession session) {
    if (choices.isPresent()) {
      try {
        choices.get().applyTo(session);
      } catch (StoreException e) {
        trouble.accept(e);
      }
    }
  }

  /** Keeps an answer to the question of a session. */
  void remember(
      ReadingSession session, ScaleQuestion question, String answer, ScaleChoices.Extent extent) {
    if (choices.isPresent()) {
      try {
        choices
            .get()
            .remember(
                question, session.radiograph().reference().studyInstanceUid(), answer, extent);
      } catch (StoreException e) {
        trouble.accept(e);
      }
    }
  }
}
