package org.cervimark.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A virtual machine of its own, for what can be tried only once in each. */
public final class ForkedJvm {

  private ForkedJvm() {}

  /**
   * Runs a main class and returns what it printed, errors included.
   *
   * @throws AssertionError if it does not end within a minute
   */
  public static String run(String classPath, String mainClass, List<String> arguments) {
    return run(List.of(), classPath, mainClass, arguments);
  }

  /** The same with options for the virtual machine. */
  public static String run(
      List<String> options, String classPath, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", classPath));
    command.add(mainClass);
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(mainClass + " does not end");
      }
      return output.strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a main class on the class path of the tests. */
  public static String run(Class<?> mainClass, String... arguments) {
    return run(System.getProperty("java.class.path"), mainClass.getName(), List.of(arguments));
  }
}
