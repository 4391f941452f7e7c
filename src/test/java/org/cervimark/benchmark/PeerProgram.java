package org.cervimark.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Other people's programs, and programs in a virtual machine of their own. */
public final class PeerProgram {

  private static final String CPU = "cpu ";

  private PeerProgram() {}

  /**
   * User and system time of a program, input and output included, as the shell measures it: the
   * median of some runs in milliseconds. Empty if it is not installed or fails.
   *
   * @param command words, paths, and collections of them
   */
  public static OptionalDouble cpu(int runs, Object... command)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "time"));
    for (Object word : command) {
      if (word instanceof Collection<?> several) {
        several.forEach(each -> words.add(each.toString()));
      } else {
        words.add(word.toString());
      }
    }
    double[] times = new double[runs];
    for (int i = 0; i < runs; i++) {
      Said said = run(words);
      if (said.exit() != 0 || !said.text().contains(CPU)) {
        return OptionalDouble.empty();
      }
      String last = said.text().substring(said.text().lastIndexOf(CPU)).strip();
      String[] parts = last.split(" ", -1);
      times[i] = 1000 * (Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]));
    }
    return OptionalDouble.of(Stopwatch.median(times));
  }

  /** The number on the last line that a program prints; empty if it fails or prints none. */
  public static OptionalDouble number(String... command) throws IOException, InterruptedException {
    Said said = run(List.of(command));
    String last = said.text().strip().lines().reduce("", (a, b) -> b);
    try {
      return said.exit() == 0
          ? OptionalDouble.of(Double.parseDouble(last))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * The number that a main class prints in a new virtual machine: the median of some.
   *
   * @throws IOException if it prints none
   */
  public static double inNewMachine(int runs, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(List.of(arguments));
    double[] times = new double[runs];
    for (int i = 0; i < runs; i++) {
      times[i] =
          number(command.toArray(String[]::new))
              .orElseThrow(() -> new IOException(main + " failed in a machine of its own"));
    }
    return Stopwatch.median(times);
  }

  /** That of this program, also where Maven runs it within its own. */
  private static String classPath() {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    for (ClassLoader loader = PeerProgram.class.getClassLoader();
        loader instanceof URLClassLoader urls;
        loader = loader.getParent()) {
      for (URL url : urls.getURLs()) {
        path.append(File.pathSeparator).append(Path.of(url.getPath()));
      }
    }
    return path.toString();
  }

  private record Said(int exit, String text) {}

  private static Said run(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}
