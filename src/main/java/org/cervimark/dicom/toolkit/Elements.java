package org.cervimark.dicom.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Tolerant access to the elements of a data set: what is absent, empty or not a number is an empty
 * answer and never an exception or a number of the toolkit's own.
 *
 * @param dataSet the data set
 */
public record Elements(Attributes dataSet) {

  private static final String NUMBER_CHARACTERS = "0123456789.-+eE";

  /** The first value as text, without padding; empty if there is none. */
  public Optional<String> text(int tag) {
    String value = dataSet.getString(tag);
    return Optional.ofNullable(value).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** All values as text, without padding; those that are empty are kept as empty. */
  public List<String> texts(int tag) {
    String[] values = dataSet.getStrings(tag);
    List<String> texts = new ArrayList<>();
    if (values != null) {
      for (String value : values) {
        texts.add(value == null ? "" : value.strip());
      }
    }
    return texts;
  }

  /** Whether the element has a value at all. */
  public boolean has(int tag) {
    return texts(tag).stream().anyMatch(s -> !s.isEmpty());
  }

  /** All values as finite numbers; empty if there is none or one of them is not a number. */
  public Optional<List<Double>> numbers(int tag) {
    List<Double> numbers = new ArrayList<>();
    for (String text : texts(tag)) {
      OptionalDouble number = parse(text);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(number.getAsDouble());
    }
    return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  /** The first value as a finite number. */
  public OptionalDouble number(int tag) {
    return text(tag).map(Elements::parse).orElse(OptionalDouble.empty());
  }

  /** The first value as an integer. */
  public OptionalInt integer(int tag) {
    OptionalDouble number = number(tag);
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  /** The value of an element as it stands in the file; without any if there is none. */
  public byte[] bytes(int tag) {
    return Optional.ofNullable(dataSet.getSafeBytes(tag)).orElse(new byte[0]);
  }

  /**
   * The value of an element as unsigned 16-bit words, in the byte order of the file; of one that is
   * written as bytes as pairs of them, low byte first. Empty if there is none or it is text.
   */
  public int[] words(int tag) {
    VR vr = dataSet.getVR(tag);
    if (vr == VR.OB || vr == VR.UN) {
      byte[] bytes = bytes(tag);
      int[] words = new int[(bytes.length + 1) / 2];
      for (int i = 0; i < bytes.length; i++) {
        words[i / 2] |= (bytes[i] & 0xFF) << (8 * (i % 2));
      }
      return words;
    }
    int[] words = vr == VR.OW || vr == VR.US || vr == VR.SS ? dataSet.getInts(tag) : null;
    if (words == null) {
      return new int[0];
    }
    for (int i = 0; i < words.length; i++) {
      words[i] &= 0xFFFF;
    }
    return words;
  }

  /** The items of a sequence, possibly none. */
  public List<Elements> items(int tag) {
    Sequence sequence = dataSet.getSequence(tag);
    return sequence == null ? List.of() : sequence.stream().map(Elements::new).toList();
  }

  private static OptionalDouble parse(String text) {
    // parseDouble would also take a suffix, hexadecimals and NaN.
    for (int i = 0; i < text.length(); i++) {
      if (NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) {
        return OptionalDouble.empty();
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
