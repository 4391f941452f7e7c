package org.cervimark.dicom.codec;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of others on the path. A test that asks for one that is missing is skipped and says
 * which package to install; with {@code CERVIMARK_PEERS=required} in the environment it fails.
 */
final class PeerPrograms {

  private PeerPrograms() {}

  /**
   * What a program did.
   *
   * @param status its exit status
   * @param output what it printed, errors included
   */
  record Result(int status, String output) {}

  /** Where a program is, if it is installed. */
  static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Skips the test, or fails it where peers are required, if a program is missing. */
  static void require(String program, String packageName) {
    if (find(program).isEmpty()) {
      String message = program + " is missing; install " + packageName;
      if ("required".equals(System.getenv("CERVIMARK_PEERS"))) {
        Assertions.fail(message);
      }
      Assumptions.abort("SKIPPED: " + message);
    }
  }

  /** Runs a program to its end, at most two minutes. */
  static Result run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(program + " does not end");
      }
      return new Result(process.exitValue(), output.strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a program of a package, which must be there and succeed; returns what it printed. */
  static String succeed(String packageName, String program, String... arguments) {
    require(program, packageName);
    Result result = run(program, arguments);
    Assertions.assertEquals(
        0,
        result.status(),
        () -> program + " " + String.join(" ", arguments) + "\n" + result.output());
    return result.output();
  }
}
