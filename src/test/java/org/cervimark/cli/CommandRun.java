package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What one run of the program in this process came to.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int code, String out, String err) {

  private static final Path INSTALLATION =
      Path.of("target", "test-installation", "installation.properties");

  /** Runs the program; it remembers who it is below {@code target}. */
  static CommandRun of(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Arrays.stream(words).map(Object::toString).toArray(String[]::new),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            INSTALLATION);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Asserts the exit code. */
  CommandRun ends(int expected) {
    assertEquals(expected, code, () -> "stdout:\n" + out + "stderr:\n" + err);
    return this;
  }

  /** Standard output, each line a JSON object. */
  List<JsonObject> json() {
    return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  /** Standard output, one JSON object. */
  JsonObject onlyJson() {
    assertEquals(1, json().size(), out);
    return json().get(0);
  }
}
