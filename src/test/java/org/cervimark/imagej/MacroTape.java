package org.cervimark.imagej;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cervimark.image.PersonName;
import org.cervimark.report.Wording;

/** A recorder that keeps what it is told, and does it again in another viewer as ImageJ would. */
final class MacroTape implements MacroRecording.Recorder {

  private static final Pattern COMMAND =
      Pattern.compile(
          ".*, \"(CerviMark [^\"]+)\", org\\.cervimark\\.imagej\\.MacroCommand\\(\"([^\"]+)\"\\)");

  final List<MacroStep> steps = new ArrayList<>();
  boolean on = true;

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public void take(String command, String options) {
    steps.add(new MacroStep(command, options));
  }

  /** The commands with their options, as lines. */
  List<String> lines() {
    return steps.stream().map(s -> (s.command() + " " + s.options()).strip()).toList();
  }

  /** The commands as a macro of ImageJ. */
  List<String> macro() {
    return steps.stream()
        .map(s -> "run(\"" + s.command() + "\", " + MacroText.literal(s.options()) + ");")
        .toList();
  }

  /**
   * The names of the commands of MacroCommand, each with its argument, as plugins.config has them.
   */
  static Map<String, String> commands() {
    Map<String, String> commands = new HashMap<>();
    try (BufferedReader config =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(MacroTape.class.getResourceAsStream("/plugins.config")),
                StandardCharsets.UTF_8))) {
      config
          .lines()
          .map(COMMAND::matcher)
          .filter(Matcher::matches)
          .forEach(m -> commands.put(m.group(1), m.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return commands;
  }

  /**
   * Does it all again.
   *
   * @param here the folder in which it was recorded
   * @param there the folder in which it is done again
   */
  void play(InFront front, Path here, Path there) throws MacroException {
    for (MacroStep step : List.copyOf(steps)) {
      String options = step.options().replace(inside(here), inside(there));
      play(step.command(), front, options(options));
    }
  }

  private static String inside(Path folder) {
    String quoted = MacroText.file(folder.toString());
    return quoted.substring(1, quoted.length() - 1);
  }

  private static void play(String command, InFront front, MacroOptions options)
      throws MacroException {
    switch (command) {
      case "CerviMark Save" -> {
        front.actions().setReader(PersonName.parse(options.required("reader")));
        front.actions().save();
      }
      case "CerviMark Note" ->
          options
              .of("path")
              .map(Path::of)
              .ifPresentOrElse(front.actions()::writeNote, front.actions()::note);
      default ->
          MacroCommand.run(
              Objects.requireNonNull(commands().get(command), command), front, options);
    }
  }

  /** Options as ImageJ cuts them out of a macro. */
  static MacroOptions options(String options) {
    return new MacroOptions(
        key ->
            Optional.of(MacroText.plain(ij.Macro.getValue(options, key, "")))
                .filter(v -> !v.isBlank()),
        english());
  }

  /** Options by their names. */
  static MacroOptions options(Map<String, String> options) {
    return new MacroOptions(key -> Optional.ofNullable(options.get(key)), english());
  }

  /** A viewer without a window, as macros see it. */
  static InFront front(ViewerActions actions, Settings settings) {
    Film film = new Film(actions.model().image(), "");
    film.tellGreys(actions.model());
    return new InFront(actions, film.grey(), settings);
  }

  static Wording english() {
    return Wording.of(MacroScript.class, Locale.ENGLISH);
  }
}
