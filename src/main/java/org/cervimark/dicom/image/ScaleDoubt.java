package org.cervimark.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;

/** Gathers where a header contradicts itself on its scale; the first contradiction is asked. */
final class ScaleDoubt {

  private record Contradiction(
      String kind, String sentence, Scale first, Map<String, Scale> others) {}

  private final Elements elements;
  private final List<String> notices;
  private final List<Contradiction> found = new ArrayList<>();

  ScaleDoubt(Elements elements, List<String> notices) {
    this.elements = elements;
    this.notices = notices;
  }

  /**
   * Two or more scales contradict each other.
   *
   * @param kind a word for it that no header changes
   * @param sentence what contradicts what
   * @param first the scale that holds until the reader says otherwise
   * @param others the other scales by a word for each
   */
  void between(String kind, String sentence, Scale first, Map<String, Scale> others) {
    notices.add(sentence);
    found.add(new Contradiction(kind, sentence, first, new TreeMap<>(others)));
  }

  /** What to ask the reader, if anything. */
  Optional<ScaleQuestion> question(Scale decided) {
    return found.stream()
        .filter(c -> c.first().equals(decided))
        .findFirst()
        .map(
            c -> {
              List<ScaleQuestion.Answer> answers = new ArrayList<>();
              answers.add(answer("as-found", c.first()));
              c.others().forEach((id, scale) -> answers.add(answer(id, scale)));
              return new ScaleQuestion(c.kind(), device(), c.sentence(), answers);
            });
  }

  /** The scale of an answer says that it was chosen, in the reading and in what is saved of it. */
  private static ScaleQuestion.Answer answer(String id, Scale scale) {
    String chosen = DicomMessages.text("scale.chosen");
    Scale marked =
        new Scale(
            scale.columnSpacing(),
            scale.rowSpacing(),
            scale.source(),
            Optional.of(scale.note().map(n -> n + "; " + chosen).orElse(chosen)));
    Spacing spacing = new Spacing(scale.rowSpacing(), scale.columnSpacing());
    return new ScaleQuestion.Answer(
        id, marked, DicomMessages.text("scale.answer." + scale.source(), spacing));
  }

  private String device() {
    return Stream.of(Tag.Manufacturer, Tag.ManufacturerModelName, Tag.DeviceSerialNumber)
        .flatMap(tag -> elements.text(tag).stream())
        .collect(Collectors.joining(" | "));
  }
}
