package org.cervimark.reading;

import java.util.Optional;
import org.cervimark.image.ScaleQuestion;

/**
 * What readers have answered where headers contradict themselves on their scale, so that each
 * question is asked once.
 */
public interface ScaleChoices {

  /** For what an answer holds. */
  enum Extent {
    /** All images of the study that ask the same. */
    STUDY,
    /** All images of the device that ask the same, now and later. */
    DEVICE
  }

  /**
   * The id of the answer that was given before, for the study or else for the device.
   *
   * @param studyInstanceUid the study of the image that asks
   * @throws StoreException if what was answered cannot be read; the message names file, cause and
   *     remedy
   */
  Optional<String> find(ScaleQuestion question, String studyInstanceUid) throws StoreException;

  /**
   * Keeps an answer.
   *
   * @param studyInstanceUid the study of the image that asks
   * @param answer id of one of the question's answers
   * @throws StoreException if it could not be kept; the message names file, cause and remedy
   */
  void remember(ScaleQuestion question, String studyInstanceUid, String answer, Extent extent)
      throws StoreException;

  /**
   * Answers the open question of a session as it was answered before.
   *
   * @return whether it was
   * @throws StoreException if what was answered cannot be read
   */
  default boolean applyTo(ReadingSession session) throws StoreException {
    Optional<ScaleQuestion> question = session.scaleQuestion();
    if (question.isEmpty()) {
      return false;
    }
    Optional<ScaleQuestion.Answer> answer =
        find(question.get(), session.radiograph().reference().studyInstanceUid())
            .flatMap(question.get()::answer);
    answer.ifPresent(a -> session.adoptScaleAnswer(a.id()));
    return answer.isPresent();
  }
}
