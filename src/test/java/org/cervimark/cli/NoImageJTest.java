package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The virtual machine itself says which classes it loads for each command. */
final class NoImageJTest {

  @TempDir Path folder;

  @Test
  void noCommandLoadsImageJOrWindows() throws Exception {
    Path film = Files.copy(Phantoms.OPEN_MOUTH, folder.resolve("film.dcm"));
    Path csv = Phantoms.table(Phantoms.OPEN_MOUTH);
    assertNoWindows("--help");
    assertNoWindows("info", film, "--json");
    assertNoPictures("pixels", film, "--out", folder.resolve("a.raw"));
    assertNoPictures(
        "measure", film, "--landmarks", csv, "--side", "standard", "--save", "--reader", "A^B");
    assertNoPictures("show", film, "--json");
    assertNoPictures("note", film);
    assertNoPictures("catalogue", "list");
    assertNoWindows("render", film, "--out", folder.resolve("a.png"), "--annotated");
  }

  private void assertNoPictures(Object... words) throws Exception {
    List<String> loaded = assertNoWindows(words);
    assertEquals(
        List.of(),
        startingWith(loaded, "java.awt.Graphics2D", "sun.java2d.SunGraphics2D", "sun.font."));
  }

  private List<String> assertNoWindows(Object... words) throws Exception {
    Path log = folder.resolve("classes.txt");
    ForkedRun run = ForkedRun.of(folder, List.of("-Xlog:class+load:file=" + log + ":none"), words);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    List<String> loaded = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      loaded.add(line.split(" ", -1)[0]);
    }
    assertTrue(loaded.contains("org.cervimark.cli.Main"), "the log says what is loaded");
    assertEquals(
        List.of(),
        startingWith(
            loaded, "ij.", "javax.swing.", "java.awt.Window", "java.awt.Frame", "sun.awt.X11."));
    return loaded;
  }

  /** With ImageJ away from the class path altogether. */
  @Test
  void everythingWorksWithoutImageJ() throws Exception {
    Path film = Files.copy(Phantoms.OPEN_MOUTH, folder.resolve("film.dcm"));
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("ij-"))
            .collect(Collectors.joining(File.pathSeparator));
    // Of two -cp options of the virtual machine the last one counts, hence the argument file.
    Path arguments = folder.resolve("arguments.txt");
    Files.writeString(
        arguments,
        String.join(
            "\n",
            "-cp",
            "\"" + classPath.replace("\\", "\\\\") + "\"",
            "org.cervimark.cli.Main",
            "render",
            "\"" + film.toString().replace("\\", "\\\\") + "\"",
            "--out",
            "\"" + folder.resolve("b.png").toString().replace("\\", "\\\\") + "\""));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments)
            .inheritIO()
            .start();
    assertEquals(ExitCode.DONE, process.waitFor());
    assertTrue(Files.size(folder.resolve("b.png")) > 100_000);
  }

  private static List<String> startingWith(List<String> classes, String... prefixes) {
    return classes.stream()
        .filter(name -> Arrays.stream(prefixes).anyMatch(name::startsWith))
        .toList();
  }
}
