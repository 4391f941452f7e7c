package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from end to end: measure and save, then find it all again another day. */
final class SaveShowNoteTest {

  private static final List<String> PLAIN = List.of();

  @TempDir Path scratch;
  @TempDir Path study;

  @Test
  void whatIsSavedIsFoundAgainInAnotherProcessBitForBit() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    Path second = copy(Phantoms.OPEN_MOUTH);
    String before = sha256(film);

    ForkedRun saved = measure(film, Phantoms.LATERAL);
    assertEquals(ExitCode.DONE, saved.code(), saved.err());
    ForkedRun savedSecond = measure(second, Phantoms.OPEN_MOUTH, "--side", "standard");
    assertEquals(ExitCode.DONE, savedSecond.code(), savedSecond.err());

    List<JsonObject> revisions = ForkedRun.of(scratch, PLAIN, "show", study, "--json").json();
    assertEquals(2, revisions.size());
    JsonObject newest = revisions.get(0);
    JsonObject first = revisions.get(1);
    assertEquals(2, newest.get("revision").getAsInt());
    assertEquals(1, first.get("revision").getAsInt());
    assertEquals(first.get("documentUid"), newest.get("predecessor"));
    assertEquals(saved.json().get(0).get("documentUid"), first.get("documentUid"));
    assertEquals(savedSecond.json().get(0).get("documentUid"), newest.get("documentUid"));
    assertEquals("Lee^Younghee=李^英姬=이^영희", newest.get("reader").getAsString());

    assertEquals(2, newest.getAsJsonArray("readings").size());
    assertEquals(1, first.getAsJsonArray("readings").size());
    JsonObject measured = saved.json().get(0);
    for (JsonObject revision : revisions) {
      JsonObject reading = reading(revision, measured.get("sopInstanceUid").getAsString());
      assertEquals(bits(measured, "measurements", "value"), bits(reading, "measurements", "value"));
      assertEquals(bits(measured, "landmarks", "column"), bits(reading, "landmarks", "column"));
      assertEquals(bits(measured, "landmarks", "row"), bits(reading, "landmarks", "row"));
      assertEquals(measured.get("landmarks"), reading.get("landmarks"));
      assertEquals(measured.get("spacing"), reading.get("spacing"));
    }
    assertEquals(before, sha256(film), "the image was touched");
    assertEquals(sha256(Phantoms.OPEN_MOUTH), sha256(second), "the image was touched");
  }

  @Test
  void theWrittenFilesAreNamedAndLieBesideTheImage() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    CommandRun saved = save(film, Phantoms.LATERAL);
    List<Path> written =
        saved.err().lines().filter(l -> l.endsWith(".dcm")).map(Path::of).sorted().toList();
    assertEquals(2, written.size(), saved.err());
    try (Stream<Path> files = Files.list(study)) {
      List<Path> others = files.filter(f -> !f.equals(film)).sorted().toList();
      assertEquals(written, others);
    }
  }

  @Test
  void theNoteOfTheNewestRevisionIsPrintedForFolderImageAndReport() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    save(film, Phantoms.LATERAL);
    CommandRun again = save(film, Phantoms.LATERAL);
    Path report =
        again.err().lines().filter(l -> l.contains("-SR-")).map(Path::of).findFirst().orElseThrow();
    String note = CommandRun.of("note", study).out();
    assertTrue(note.contains(", revision 2\n"), note);
    assertTrue(note.contains("Hong Gildong 홍길동"), note);
    assertTrue(note.contains("Lee Younghee 이영희"), note);
    assertTrue(note.contains("C2–C7 Cobb angle") && note.contains("18.0°"), note);
    assertEquals(note, CommandRun.of("note", film).out());
    assertEquals(note, CommandRun.of("note", report).out());
    String korean = CommandRun.of("note", study, "--lang", "ko").out();
    assertTrue(korean.contains("경추 계측 기록") && korean.contains("전만"), korean);
  }

  /** On a system with another character set the data are UTF-8 all the same. */
  @Test
  void theOutputIsUtf8OnEverySystem() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    save(film, Phantoms.LATERAL);
    List<String> latin = List.of("-Dfile.encoding=ISO-8859-1", "-Dsun.stdout.encoding=US-ASCII");
    String note = ForkedRun.of(scratch, latin, "note", study, "--lang", "ko").out();
    assertTrue(note.contains("홍길동"), note);
  }

  @Test
  void savesIntoAnotherFolderAndShowsItThere() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    Path other = Files.createDirectory(scratch.resolve("reports"));
    CommandRun.of(
            "measure",
            film,
            "--landmarks",
            Phantoms.table(Phantoms.LATERAL),
            "--json",
            "--save",
            other,
            "--reader",
            "Lee^Younghee")
        .ends(ExitCode.DONE);
    try (Stream<Path> files = Files.list(study)) {
      assertEquals(List.of(film), files.toList());
    }
    assertEquals(1, CommandRun.of("show", other, "--json").ends(ExitCode.DONE).json().size());
    CommandRun nothing = CommandRun.of("show", film).ends(ExitCode.INPUT_FAILED);
    assertTrue(nothing.err().contains("has no saved measurements"), nothing.err());
  }

  @Test
  void aKeyObjectIsWrittenOnlyIfAskedForAndOnlyWithAReading() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    Path table = Phantoms.table(Phantoms.LATERAL);
    CommandRun unsaved =
        CommandRun.of("measure", film, "--landmarks", table, "--key-object").ends(ExitCode.USAGE);
    assertTrue(unsaved.err().contains("--save"), unsaved.err());
    CommandRun saved =
        CommandRun.of("measure", film, "--landmarks", table, "--save", "--key-object")
            .ends(ExitCode.DONE);
    try (Stream<Path> files = Files.list(study)) {
      List<Path> keys = files.filter(f -> f.toString().contains("CerviMark-KO-")).toList();
      assertEquals(1, keys.size());
      assertTrue(saved.err().contains(keys.get(0) + " is the Key Object of revision 1."));
    }
    CommandRun.of("show", study).ends(ExitCode.DONE);
  }

  @Test
  void showsRevisionsLandmarksAndValuesToPeople() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    save(film, Phantoms.LATERAL);
    String text = CommandRun.of("show", study).ends(ExitCode.DONE).out();
    assertTrue(text.startsWith("Revision 1, saved "), text);
    assertTrue(text.contains("c2-c7-cobb"), text);
    assertTrue(
        text.lines()
            .anyMatch(
                l -> l.matches(" +c7-inferior-endplate-posterior +503.328125 +1544.453125 +clear")),
        text);
  }

  /** A report that was put beside the images of somebody else with the same study UID. */
  @Test
  void aReportOfAnotherPatientIsNeitherShownNorContinued() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    save(film, Phantoms.LATERAL);
    byte[] bytes = Files.readAllBytes(film);
    byte[] id = "PHANTOM-A".getBytes(StandardCharsets.US_ASCII);
    int at = indexOf(bytes, id);
    bytes[at + id.length - 1] = 'Z';
    Files.write(film, bytes);
    CommandRun show = CommandRun.of("show", film).ends(ExitCode.INPUT_FAILED);
    assertTrue(show.err().contains("names another patient than the image"), show.err());
    CommandRun save =
        CommandRun.of(
                "measure",
                film,
                "--landmarks",
                Phantoms.table(Phantoms.LATERAL),
                "--json",
                "--save",
                "--reader",
                "Lee^Younghee")
            .ends(ExitCode.OUTPUT_FAILED);
    assertEquals("", save.out());
    assertTrue(save.err().contains("patient"), save.err());
    try (Stream<Path> files = Files.list(study)) {
      assertEquals(3, files.count(), "nothing was added");
    }
  }

  @Test
  void aFolderThatDoesNotExistOrMayNotBeWrittenIsNamedAndNothingIsLeft() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    for (Path target : List.of(scratch.resolve("missing"), film)) {
      CommandRun run =
          CommandRun.of(
                  "measure",
                  film,
                  "--landmarks",
                  Phantoms.table(Phantoms.LATERAL),
                  "--json",
                  "--save=" + target,
                  "--reader",
                  "Lee^Younghee")
              .ends(ExitCode.OUTPUT_FAILED);
      assertTrue(run.err().contains(target + " is not a folder that exists"), run.err());
      assertEquals("", run.out());
    }
    assertFalse(Files.exists(scratch.resolve("missing")));
    try (Stream<Path> files = Files.list(study)) {
      assertEquals(List.of(film), files.toList());
    }
  }

  @Test
  void withoutAReaderTheUserNameIsTakenAndSaid() throws Exception {
    Path film = copy(Phantoms.LATERAL);
    CommandRun run =
        CommandRun.of("measure", film, "--landmarks", Phantoms.table(Phantoms.LATERAL), "--save")
            .ends(ExitCode.DONE);
    assertTrue(run.err().contains("No reader is named"), run.err());
    assertTrue(
        CommandRun.of("show", study, "--json")
            .onlyJson()
            .get("reader")
            .getAsString()
            .startsWith(System.getProperty("user.name")));
  }

  private static Object[] words(Path film, Path original, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "measure",
                film,
                "--landmarks",
                Phantoms.table(original),
                "--json",
                "--save",
                "--reader",
                "Lee^Younghee=李^英姬=이^영희"));
    words.addAll(List.of(more));
    return words.toArray();
  }

  /** In a process of its own. */
  private ForkedRun measure(Path film, Path original, Object... more) throws Exception {
    return ForkedRun.of(scratch, List.of("-Dsun.jnu.encoding=UTF-8"), words(film, original, more));
  }

  private static CommandRun save(Path film, Path original) {
    return CommandRun.of(words(film, original)).ends(ExitCode.DONE);
  }

  private Path copy(Path film) throws IOException {
    return Files.copy(film, study.resolve(film.getFileName()));
  }

  private static JsonObject reading(JsonObject revision, String image) {
    for (JsonElement reading : revision.getAsJsonArray("readings")) {
      if (reading.getAsJsonObject().get("sopInstanceUid").getAsString().equals(image)) {
        return reading.getAsJsonObject();
      }
    }
    throw new AssertionError("no reading of " + image);
  }

  /** The doubles of an array by id, in hexadecimal, which shows every bit. */
  private static Map<String, String> bits(JsonObject json, String array, String field) {
    Map<String, String> bits = new TreeMap<>();
    JsonArray elements = json.getAsJsonArray(array);
    assertFalse(elements.isEmpty());
    for (JsonElement element : elements) {
      JsonElement number = element.getAsJsonObject().get(field);
      bits.put(
          element.getAsJsonObject().get("id").getAsString(),
          number.isJsonNull() ? "-" : Double.toHexString(number.getAsDouble()));
    }
    return bits;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
