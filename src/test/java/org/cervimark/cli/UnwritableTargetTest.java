package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.cervimark.testdata.SmallDisk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results that cannot be written where they are to go, also for root, whom no permission stops: one
 * sentence with the place, cause and remedy, the exit code that says so, and nothing half-written.
 */
final class UnwritableTargetTest {

  @TempDir private static Path study;
  @TempDir private Path scratch;

  @BeforeAll
  static void save() throws Exception {
    SavedPhantom.in(study, Phantoms.LATERAL, Optional.empty());
  }

  private Path place;

  @BeforeEach
  void makePlace() throws IOException {
    place = Files.createDirectory(scratch.resolve("place"));
  }

  /** All commands that write a file or a folder that the user names. */
  private static List<List<Object>> commands(Path folder) {
    Path film = Phantoms.LATERAL;
    Path save = Files.isDirectory(folder) ? folder : folder.resolve("save");
    return List.of(
        List.of("export", study, "--out", folder.resolve("out"), "--format", "csv,text"),
        List.of("export", study, "--out", folder, "--format", "csv"),
        List.of(
            "measure",
            film,
            "--landmarks",
            Phantoms.table(film),
            "--out",
            folder.resolve("values.txt")),
        List.of("measure", film, "--landmarks", Phantoms.table(film), "--save", save),
        List.of("render", film, "--out", folder.resolve("film.png")),
        List.of("pixels", film, "--out", folder.resolve("film.raw")),
        List.of("deidentify", film, "--out", folder.resolve("nameless")));
  }

  @Test
  void belowAFileNothingIsWritten() throws Exception {
    Path file = Files.writeString(scratch.resolve("file"), "mine");
    for (List<Object> command : commands(file)) {
      String said = refused(command);
      assertTrue(said.contains("file, not a folder") || said.contains("folder"), said);
      assertFalse(said.contains("--force"), "which would not help: " + said);
    }
    assertEquals("mine", Files.readString(file));
    assertEquals(List.of("file", "place"), names(scratch));
  }

  @Test
  void onAMediumThatCanOnlyBeReadNothingIsWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.at(place, "1m")) {
      Files.writeString(place.resolve("letter.txt"), "mine");
      disk.protect();
      for (List<Object> command : commands(place)) {
        String said = refused(command);
        assertTrue(said.contains("only be read") || said.contains("write-protected"), said);
      }
      assertEquals(List.of("letter.txt"), names(place));
    }
  }

  /** A picture that does not fit is missing, and said to be; what fits is there and whole. */
  @Test
  void onAFullDiskTheOtherFilesAreWritten() throws Exception {
    Path enough = scratch.resolve("enough");
    export(enough, "text,roi,pdf,png").ends(ExitCode.DONE);
    try (SmallDisk disk = SmallDisk.at(place, "128k")) {
      CommandRun run = export(place, "text,roi,pdf,png");
      run.ends(ExitCode.OUTPUT_FAILED);
      List<String> missing = new ArrayList<>(names(enough));
      missing.removeAll(names(place));
      assertFalse(missing.isEmpty());
      assertTrue(missing.size() < names(enough).size(), "something fits");
      for (String name : missing) {
        assertEquals(
            1, run.err().lines().filter(l -> l.contains(name)).count(), name + ": " + run.err());
      }
      for (String name : names(place)) {
        assertArrayEquals(
            Files.readAllBytes(enough.resolve(name)),
            Files.readAllBytes(place.resolve(name)),
            name);
      }
      disk.resize("4m");
      CommandRun.of("export", study, "--out", place, "--format", "text,roi,pdf,png", "--force")
          .ends(ExitCode.DONE);
      assertEquals(names(enough), names(place));
    }
  }

  /** A table that does not fit has no name yet, and goes on when there is room. */
  @Test
  void tablesGoOnWhenThereIsRoom() throws Exception {
    Path enough = scratch.resolve("enough");
    export(enough, "csv,json").ends(ExitCode.DONE);
    try (SmallDisk disk = SmallDisk.at(place, "32k")) {
      CommandRun run = export(place, "csv,json");
      run.ends(ExitCode.OUTPUT_FAILED);
      assertTrue(
          run.err().contains(place + " cannot be written because its disk is full"), run.err());
      assertTrue(run.err().contains("give the same command again"), run.err());
      assertTrue(
          names(place).stream().allMatch(n -> n.endsWith(".part") || n.endsWith(".progress")),
          names(place).toString());
      disk.resize("4m");
      export(place, "csv,json").ends(ExitCode.DONE);
      assertEquals(names(enough), names(place));
      for (String name : names(enough)) {
        assertEquals(
            Files.readString(enough.resolve(name)), Files.readString(place.resolve(name)), name);
      }
    }
  }

  /** The data of a measurement appear whole or not at all. */
  @Test
  void measuredDataThatDoNotFitAreNotThere() throws Exception {
    try (SmallDisk disk = SmallDisk.at(place, "16k")) {
      CommandRun run =
          CommandRun.of(
              "measure",
              Phantoms.LATERAL,
              "--landmarks",
              Phantoms.table(Phantoms.LATERAL),
              "--json",
              "--out",
              disk.folder().resolve("values.jsonl"));
      run.ends(ExitCode.OUTPUT_FAILED);
      assertTrue(run.err().contains("values.jsonl cannot be written"), run.err());
      assertEquals(List.of(), names(place));
    }
  }

  private static CommandRun export(Path out, String formats) {
    return CommandRun.of("export", study, "--out", out, "--format", formats);
  }

  /** Runs a command that must fail for its target, and returns the one sentence about it. */
  private static String refused(List<Object> command) {
    CommandRun run = CommandRun.of(command.toArray());
    run.ends(ExitCode.OUTPUT_FAILED);
    Object target = command.get(command.size() - 1);
    List<String> said =
        run.err()
            .lines()
            .filter(l -> Stream.of("cannot", "not ", "write-protected").anyMatch(l::contains))
            .toList();
    assertEquals(1, said.size(), target + ": " + run.err());
    assertTrue(said.get(0).endsWith("."), said.get(0));
    return said.get(0);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
