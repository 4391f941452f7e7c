package org.cervimark.reading;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PersonName;

/**
 * What one object of another program marks, and whose it is.
 *
 * @param document SOP Instance UID of the object
 * @param study Study Instance UID of the object
 * @param kind what kind of object it is
 * @param maker manufacturer and model of the program, possibly empty
 * @param author who made it, if it says
 * @param madeAt when, local time, if it says
 * @param title what the object calls itself, possibly empty
 * @param marks what it marks
 * @param leftOut how many items were recognised as marks but cannot be shown on an image
 */
public record ForeignLayer(
    String document,
    String study,
    Kind kind,
    String maker,
    Optional<PersonName> author,
    Optional<LocalDateTime> madeAt,
    String title,
    List<ForeignMark> marks,
    int leftOut) {

  /** What marks come in. */
  public enum Kind {
    /** A structured report. */
    REPORT,
    /** A presentation state. */
    PRESENTATION
  }

  /** Copies the list. */
  public ForeignLayer {
    marks = List.copyOf(marks);
  }

  /** The marks on an image. */
  public List<ForeignMark> on(ImageReference image) {
    return marks.stream().filter(m -> m.isOn(image)).toList();
  }

  /** Whose it is, in one line: program, person, date. */
  public String whose() {
    return Stream.of(
            maker,
            author.map(PersonName::display).orElse(""),
            madeAt.map(t -> t.toLocalDate().toString()).orElse(""))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
