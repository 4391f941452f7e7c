package org.cervimark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources may not contain, and where an exception is made, why. */
class HouseRulesTest {

  private static final int LONGEST_FILE = 500;

  private static final Set<Path> BROAD_CATCHES =
      Set.of(
          // The seam at which whatever the toolkit throws becomes one checked exception.
          main("dicom/toolkit/ToolkitCall"),
          // The JDK's decoder throws unchecked exceptions of several kinds on damaged files.
          main("dicom/codec/RuntimeJpegReader"),
          // The JPEG 2000 library throws ThreadDeath, among others, on damaged files.
          main("dicom/codec/J2kDecoder"));

  private static final List<SourceFile> MAIN = SourceFile.below(SourceFile.MAIN);
  private static final List<SourceFile> ALL =
      Stream.concat(MAIN.stream(), SourceFile.below(SourceFile.TEST).stream()).toList();

  @Test
  void exceptionsAreCaughtBroadlyInTheShellsOnly() {
    Pattern broad =
        Pattern.compile("catch \\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b[^)]*\\)");
    assertEquals(
        List.of(),
        MAIN.stream()
            .filter(s -> !s.isIn("org.cervimark.cli") && !s.isIn("org.cervimark.imagej"))
            .filter(s -> !BROAD_CATCHES.contains(s.path()))
            .filter(s -> broad.matcher(s.code()).find())
            .map(SourceFile::path)
            .toList());
  }

  @Test
  void theConsoleBelongsToTheCommandLine() {
    assertEquals(
        List.of(),
        MAIN.stream()
            .filter(s -> !s.isIn("org.cervimark.cli"))
            .filter(s -> s.code().contains("System.out") || s.code().contains("System.err"))
            .map(SourceFile::path)
            .toList());
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<Path> silent = new TreeSet<>();
    MAIN.forEach(s -> silent.add(s.path().resolveSibling("package-info.java")));
    silent.removeIf(Files::exists);
    assertEquals(Set.of(), silent);
  }

  @Test
  void filesStayReadable() throws IOException {
    List<String> found = new ArrayList<>();
    for (SourceFile source : ALL) {
      List<String> lines = Files.readAllLines(source.path());
      if (lines.size() > LONGEST_FILE) {
        found.add(source.path() + " has " + lines.size() + " lines");
      }
      for (String word : List.of("TO" + "DO", "FIX" + "ME", "@auth" + "or")) {
        if (lines.stream().anyMatch(line -> line.contains(word))) {
          found.add(source.path() + " says " + word);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void namesSayWhatThingsAre() {
    Pattern vague = Pattern.compile(".*(Utils?|Manager|Helper|Impl)\\.java");
    assertEquals(
        List.of(),
        ALL.stream()
            .map(SourceFile::path)
            .filter(p -> vague.matcher(p.toString()).matches())
            .toList());
    assertEquals(
        List.of(),
        ALL.stream()
            .filter(s -> s.packageName().matches(".*\\.(utils?|common|core|manager|impl)(\\..*)?"))
            .map(SourceFile::path)
            .toList());
  }

  @Test
  void testsNeitherSleepNorRest() {
    Pattern idle = Pattern.compile("Thread\\.sleep|@Disabled");
    assertEquals(
        List.of(),
        ALL.stream().filter(s -> idle.matcher(s.code()).find()).map(SourceFile::path).toList());
  }

  private static Path main(String name) {
    return SourceFile.MAIN.resolve(Path.of("org", "cervimark")).resolve(name + ".java");
  }
}
