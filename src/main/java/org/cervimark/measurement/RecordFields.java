package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Family;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/**
 * The values of one record for one member of its family. What is missing or impossible is noted at
 * its place in the file; the reader of the record then need not care.
 */
final class RecordFields {

  private static final BilingualText NO_TEXT = new BilingualText("", "");

  private final Definition record;
  private final Family member;

  RecordFields(Definition record, Family member) {
    this.record = record;
    this.member = member;
  }

  Definition record() {
    return record;
  }

  Family member() {
    return member;
  }

  /** A text that must be there. */
  String text(String key) {
    Optional<Definition> found = record.find(key);
    if (found.isEmpty()) {
      record.problem("\"" + key + "\" is missing");
      return "";
    }
    String text = member.fill(found.get());
    if (text.isBlank()) {
      found.get().problem("\"" + key + "\" is empty");
    }
    return text;
  }

  /** A text that may be absent. */
  Optional<String> optionalText(String key) {
    return record.find(key).map(member::fill);
  }

  /** A text in both languages that must be there. */
  BilingualText bilingual(String key) {
    Optional<Definition> found = record.find(key);
    if (found.isEmpty()) {
      record.problem("\"" + key + "\" is missing");
      return NO_TEXT;
    }
    return new RecordFields(found.get(), member).bilingual();
  }

  /** A text in both languages that may be absent, then empty. */
  BilingualText optionalBilingual(String key) {
    return record.find(key).isPresent() ? bilingual(key) : NO_TEXT;
  }

  /** This record as a text in both languages. */
  BilingualText bilingual() {
    if (!record.isRecord()) {
      record.problem("expected {en: ..., ko: ...}");
      return NO_TEXT;
    }
    record.allowOnly(List.of("en", "ko"));
    return new BilingualText(text("en"), text("ko"));
  }

  /** A number that must be there and be greater than zero. */
  double positive(String key) {
    Optional<Definition> found = record.find(key);
    if (found.isEmpty()) {
      record.problem("\"" + key + "\" is missing");
      return 1;
    }
    double number = found.get().number();
    if (!(number > 0)) {
      found.get().problem("expected a number greater than 0");
      return 1;
    }
    return number;
  }

  /** A number that may be absent. */
  Optional<Double> optionalNumber(String key) {
    return record.find(key).map(Definition::number);
  }

  /** The elements of a list, filled in. */
  List<String> texts(String key) {
    return record.elements(key).stream().map(member::fill).toList();
  }

  /** The elements of a list of records. */
  List<RecordFields> records(String key) {
    return record.elements(key).stream().map(e -> new RecordFields(e, member)).toList();
  }

  /**
   * One of a number of words; empty after a mistake, which is noted.
   *
   * @param what what the word names, for the message
   * @param meaning what a word means, if it is known
   */
  <T> Optional<T> choice(String key, String what, Function<String, Optional<T>> meaning) {
    Optional<Definition> found = record.find(key);
    if (found.isEmpty()) {
      record.problem("\"" + key + "\" is missing");
    }
    return found.flatMap(word -> choice(word, what, meaning));
  }

  /** A list of words. */
  <T> List<T> choices(String key, String what, Function<String, Optional<T>> meaning) {
    List<T> choices = new ArrayList<>();
    List<Definition> elements = record.elements(key);
    if (elements.isEmpty()) {
      record.problem("\"" + key + "\" is missing");
    }
    for (Definition element : elements) {
      choice(element, what, meaning).ifPresent(choices::add);
    }
    return choices;
  }

  private <T> Optional<T> choice(
      Definition word, String what, Function<String, Optional<T>> meaning) {
    Optional<T> meant = meaning.apply(member.fill(word));
    if (meant.isEmpty()) {
      word.problem("\"" + member.fill(word.text()) + "\" is not the name of " + what);
    }
    return meant;
  }

  /** The constant of an enum whose name in files is in small letters with hyphens. */
  static <E extends Enum<E>> Function<String, Optional<E>> constantOf(Class<E> type) {
    return word -> {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
          return Optional.of(constant);
        }
      }
      return Optional.empty();
    };
  }

  /** The code of a record, from {@code code} and {@code meaning}. */
  Code code() {
    String value = text("code");
    String meaning = text("meaning");
    if (value.isEmpty() || value.length() > 16) {
      record.problem("\"code\" must have 1 to 16 characters, found \"" + value + "\"");
      return PrivateScheme.code("INVALID", "invalid");
    }
    if (meaning.isEmpty()
        || meaning.length() > 64
        || !meaning.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      record.problem("\"meaning\" must have 1 to 64 ASCII characters, found \"" + meaning + "\"");
      return PrivateScheme.code(value, "invalid");
    }
    return PrivateScheme.code(value, meaning);
  }
}
