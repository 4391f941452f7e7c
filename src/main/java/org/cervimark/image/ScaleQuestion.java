package org.cervimark.image;

import java.util.List;
import java.util.Optional;

/**
 * A header supports more than one scale and does not say which of them is that of the anatomy. The
 * reader is asked once. Until there is an answer the scale of {@link Radiograph#scale} holds, which
 * is that of the first answer.
 *
 * @param kind which contradiction, such as {@code untyped-pixel-spacing}; the same for all headers
 *     that contradict themselves in this way
 * @param device maker, model and serial number of the device as far as the header names them, for
 *     answers that hold for all its images; without patient data, empty if it names none
 * @param sentence what contradicts what, for people
 * @param answers the scales to choose from, at least two
 */
public record ScaleQuestion(String kind, String device, String sentence, List<Answer> answers) {

  /**
   * A scale to choose.
   *
   * @param id a word for files and command lines, such as {@code pixel-spacing}
   * @param scale the scale
   * @param sentence what choosing it means, for people
   */
  public record Answer(String id, Scale scale, String sentence) {}

  /** Copies the list and refuses a question without a choice. */
  public ScaleQuestion {
    answers = List.copyOf(answers);
    if (answers.size() < 2) {
      throw new IllegalArgumentException("a question has at least two answers: " + kind);
    }
  }

  /** The answer of an id. */
  public Optional<Answer> answer(String id) {
    return answers.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
