package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.report.Wording;

/** The options of a macro command, by name; what makes no sense is one sentence. */
final class MacroOptions {

  private final Function<String, Optional<String>> values;
  private final Wording wording;

  /**
   * Options.
   *
   * @param values the value of each, empty where it is not given
   */
  MacroOptions(Function<String, Optional<String>> values, Wording wording) {
    this.values = values;
    this.wording = wording;
  }

  /** The value of an option; empty if it is not given. */
  Optional<String> of(String key) {
    return values.apply(key);
  }

  /** The value of an option that must be given. */
  String required(String key) throws MacroException {
    return of(key).orElseThrow(() -> wrong(key));
  }

  /** The number that an option must give. */
  double number(String key) throws MacroException {
    return number(key, required(key));
  }

  private double number(String key, String text) throws MacroException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for infinite numbers.
    }
    throw wrong(key);
  }

  /** The whole number that an option must give, within bounds. */
  int whole(String key, int least, int most) throws MacroException {
    double number = number(key);
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong(key);
    }
    return (int) number;
  }

  /** Whether something is to be on or off; empty if that is not said. */
  Optional<Boolean> onOff(String key) throws MacroException {
    Optional<String> value = choice(key, List.of("on", "off"));
    return value.map("on"::equals);
  }

  /** One of several words; empty if the option is not given. */
  Optional<String> choice(String key, List<String> words) throws MacroException {
    Optional<String> value = of(key);
    if (value.isPresent() && !words.contains(value.get())) {
      throw wrong(key);
    }
    return value;
  }

  /** Who reads or signs, which must be said. */
  PersonName person(String key) throws MacroException {
    return PersonName.parse(required(key));
  }

  /** So many points of an image: {@code points=[X Y …]}. */
  List<ImagePoint> points(int count, Radiograph on) throws MacroException {
    String[] numbers = required("points").strip().split("[ ,]+", -1);
    List<ImagePoint> points = new ArrayList<>();
    if (numbers.length != 2 * count) {
      throw wrong("points");
    }
    for (int i = 0; i < numbers.length; i += 2) {
      ImagePoint point =
          new ImagePoint(number("points", numbers[i]), number("points", numbers[i + 1]));
      if (!point.isWithin(on.columns(), on.rows())) {
        throw wrong("points");
      }
      points.add(point);
    }
    return points;
  }

  /** The part of an image that is to be seen: {@code column=X row=Y magnification=M}. */
  Part part() throws MacroException {
    double magnification = number("magnification");
    if (magnification <= 0) {
      throw wrong("magnification");
    }
    return new Part(new ImagePoint(number("column"), number("row")), magnification);
  }

  /** Says that an option is missing or makes no sense. */
  MacroException wrong(String key) {
    return new MacroException(
        of(key)
            .map(value -> wording.get("macro.wrong", key, value))
            .orElseGet(() -> wording.get("macro.missing", key)));
  }

  /** Says a sentence of ours. */
  MacroException refused(String sentenceKey, String... values) {
    return new MacroException(wording.get(sentenceKey, values));
  }
}
