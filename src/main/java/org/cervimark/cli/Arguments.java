package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.report.Spelling;
import org.cervimark.report.Wording;

/**
 * The words after the command, sorted into options and operands. Options may stand anywhere; a
 * value may also follow its option after an equals sign; {@code --} ends the options. A value that
 * is optional is taken only if it does not name an existing file, so that {@code --save image.dcm}
 * saves beside the image.
 */
final class Arguments {

  private static final String END_OF_OPTIONS = "--";
  private static final Pattern FRAME_NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final Wording wording;

  private Arguments(Wording wording) {
    this.wording = wording;
  }

  /**
   * Sorts the words.
   *
   * @throws UsageException for an unknown or repeated option, or one without its values
   */
  static Arguments parse(List<String> words, Set<Option> known, Wording wording)
      throws UsageException {
    Arguments arguments = new Arguments(wording);
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.equals(END_OF_OPTIONS)) {
        arguments.operands.addAll(words.subList(at, words.size()));
        break;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        arguments.operands.add(word);
      } else {
        at = arguments.option(word, words, at, known);
      }
    }
    return arguments;
  }

  private int option(String word, List<String> words, int next, Set<Option> known)
      throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = find(name, known);
    List<String> values = new ArrayList<>();
    int at = next;
    if (equals >= 0) {
      values.add(word.substring(equals + 1));
    }
    while (values.size() < option.most()
        && at < words.size()
        && isValue(words, at, option, values)) {
      values.add(words.get(at++));
    }
    if (values.size() < option.least() || values.contains("")) {
      throw new UsageException(wording.get("usage.value." + option.least(), name));
    }
    if (values.size() > option.most()) {
      throw new UsageException(wording.get("usage.value.none", name));
    }
    if (options.put(name, List.copyOf(values)) != null) {
      throw new UsageException(wording.get("usage.option.twice", name));
    }
    return at;
  }

  private Option find(String name, Set<Option> known) throws UsageException {
    for (Option option : known) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    Set<String> names = known.stream().map(Option::name).collect(Collectors.toSet());
    Optional<String> meant = Spelling.nearest(name, names);
    throw new UsageException(
        meant.isPresent()
            ? wording.get("usage.option.meant", name, meant.get())
            : wording.get("usage.option.unknown", name));
  }

  private static boolean isValue(List<String> words, int at, Option option, List<String> values) {
    String word = words.get(at);
    return !word.startsWith("--") && (values.size() < option.least() || !isExistingFile(word));
  }

  private static boolean isExistingFile(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether an option was given. */
  boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, if it was given with one. */
  Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** The values of an option; none if it was not given. */
  List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The words that are neither options nor values. */
  List<String> operands() {
    return List.copyOf(operands);
  }

  /**
   * The operands as paths.
   *
   * @throws UsageException if there is none
   */
  List<Path> paths() throws UsageException {
    if (operands.isEmpty()) {
      throw new UsageException(wording.get("usage.path.missing"));
    }
    List<Path> paths = new ArrayList<>();
    for (String operand : operands) {
      paths.add(path(operand));
    }
    return paths;
  }

  /**
   * The only operand as a path.
   *
   * @throws UsageException if there is none, or more than one
   */
  Path onlyPath() throws UsageException {
    if (operands.size() > 1) {
      throw new UsageException(wording.get("usage.path.several", operands.get(1)));
    }
    return paths().get(0);
  }

  /**
   * The value of an option as a path, if it was given with one.
   *
   * @throws UsageException if it cannot be a path
   */
  Optional<Path> path(Option option) throws UsageException {
    Optional<String> value = value(option.name());
    return value.isPresent() ? Optional.of(path(value.get())) : Optional.empty();
  }

  /**
   * The value of an option as a path.
   *
   * @throws UsageException if it was not given, or cannot be a path
   */
  Path requiredPath(Option option) throws UsageException {
    Optional<Path> path = path(option);
    if (path.isEmpty()) {
      throw new UsageException(wording.get("usage.option.missing", option.name()));
    }
    return path.get();
  }

  /**
   * The value of an option that takes one of a few words.
   *
   * @throws UsageException if it is another word
   */
  Optional<String> choice(Option option, List<String> words) throws UsageException {
    Optional<String> value = value(option.name());
    if (value.isPresent() && !words.contains(value.get())) {
      throw new UsageException(
          wording.get("usage.choice", option.name(), String.join(", ", words), value.get()));
    }
    return value;
  }

  /**
   * The value of an option as a frame number, 1 if it was not given.
   *
   * @throws UsageException if it is none
   */
  int frame(Option option) throws UsageException {
    String text = value(option.name()).orElse("1");
    if (!FRAME_NUMBER.matcher(text).matches()) {
      throw new UsageException(wording.get("usage.frame", text));
    }
    return Integer.parseInt(text);
  }

  private Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(wording.get("usage.path.invalid", text));
    }
  }
}
