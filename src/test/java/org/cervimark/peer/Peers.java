package org.cervimark.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * Finds other people's programs and runs them. A program that is missing aborts the test and names
 * the package that brings it; where the environment says {@code CERVIMARK_PEERS=required} it is a
 * failure.
 */
public final class Peers {

  /**
   * What a program answered.
   *
   * @param exit its exit code
   * @param output standard output and error in one
   */
  public record Answer(int exit, String output) {

    /** The lines of the output, without empty ones. */
    public List<String> lines() {
      return output.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  private static final int MINUTES = 10;
  private static final Path DEBIAN_PIXELMED = Path.of("/usr/share/java/pixelmed.jar");

  private Peers() {}

  /** Runs a program of a Debian package; aborts the test if it is missing. */
  public static Answer run(String debianPackage, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(require(program, debianPackage).toString());
    command.addAll(List.of(arguments));
    return run(command, Optional.empty());
  }

  /**
   * Runs a program of a Debian package, which must succeed; aborts the test if it is missing.
   *
   * @return what it printed
   */
  public static String succeed(String debianPackage, String program, String... arguments) {
    Answer answer = run(debianPackage, program, arguments);
    Assertions.assertEquals(
        0,
        answer.exit(),
        () -> program + " " + String.join(" ", arguments) + "\n" + answer.output());
    return answer.output();
  }

  /** Where a program is; aborts the test if it is missing. */
  public static Path require(String program, String debianPackage) {
    return find(program)
        .orElseThrow(() -> missing(program, "the Debian package " + debianPackage, required()));
  }

  /** Runs PixelMed's validator of structured reports; aborts the test if it is missing. */
  public static Answer runPixelMedReportValidator(Path file) {
    Path own = home().resolve("pixelmed.jar");
    Path jar = Files.exists(own) ? own : DEBIAN_PIXELMED;
    if (!Files.exists(jar)) {
      throw missing("PixelMed", "the Debian package libpixelmed-java", required());
    }
    // Its style sheets are beyond the limits that Java 17 sets for XPath.
    return run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx3g",
            "-Xss64m",
            "-Djdk.xml.xpathExprOpLimit=0",
            "-Djdk.xml.xpathExprGrpLimit=0",
            "-Djdk.xml.xpathTotalOpLimit=0",
            "-cp",
            jar.toString(),
            "com.pixelmed.validate.DicomSRValidator",
            file.toString()),
        Optional.empty());
  }

  /** Runs a script of ours on the readers from npm; aborts the test if they are missing. */
  public static Answer runNodeScript(Path script, String... arguments) {
    Path node = require("node", "nodejs");
    if (!Files.isDirectory(home().resolve("node_modules"))) {
      throw missing("@cornerstonejs/adapters", "sh src/test/peers/install.sh", required());
    }
    try {
      Path copy = home().resolve(script.getFileName());
      Files.write(copy, Files.readAllBytes(script));
      List<String> command = new ArrayList<>(List.of(node.toString(), copy.toString()));
      command.addAll(List.of(arguments));
      return run(command, Optional.of(home()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where readers lie that no package manager of the system brings. */
  static Path home() {
    String named =
        System.getProperty(
            "cervimark.peers", System.getenv().getOrDefault("CERVIMARK_PEER_HOME", ""));
    return (named.isEmpty() ? Path.of("target", "peers") : Path.of(named)).toAbsolutePath();
  }

  /** What to throw for a peer that is missing: a failure where peers are required. */
  static RuntimeException missing(String what, String source, boolean required) {
    String message = "SKIPPED: " + what + " is missing; it comes with " + source;
    if (required) {
      throw new AssertionError(message + ", and CERVIMARK_PEERS=required");
    }
    return new TestAbortedException(message);
  }

  /** What to throw for a peer that is missing: a failure where peers are required. */
  public static RuntimeException missing(String what, String source) {
    return missing(what, source, required());
  }

  private static boolean required() {
    return System.getenv().getOrDefault("CERVIMARK_PEERS", "").equals("required");
  }

  private static Optional<Path> find(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return Optional.of(Path.of(folder, program));
      }
    }
    return Optional.empty();
  }

  private static Answer run(List<String> command, Optional<Path> folder) {
    try {
      Path output = Files.createTempFile("peer", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        folder.ifPresent(f -> builder.directory(f.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("no answer within " + MINUTES + " minutes: " + command.get(0));
        }
        return new Answer(
            process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
