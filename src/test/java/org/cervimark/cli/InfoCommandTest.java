package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cervimark.report.Phantoms;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected values are those that dcmdump prints of the same files. */
final class InfoCommandTest {

  @TempDir Path folder;

  @Test
  void oneJsonLineForEachImage() {
    Map<String, JsonObject> films =
        CommandRun.of("info", "test-images", "--json").ends(ExitCode.DONE).json().stream()
            .collect(
                Collectors.toMap(
                    o -> Path.of(o.get("path").getAsString()).toString().replace('\\', '/'),
                    o -> o));
    assertEquals(8, films.size());
    JsonObject lateral = films.get("test-images/hong/2026-01-14/lateral-neutral.dcm");
    assertEquals(
        "2.25.307602510834589782698934521631538557889",
        lateral.get("sopInstanceUid").getAsString());
    assertEquals("DX", lateral.get("modality").getAsString());
    assertEquals(1984, lateral.get("rows").getAsInt());
    assertEquals(1664, lateral.get("columns").getAsInt());
    assertEquals(1, lateral.get("frames").getAsInt());
    assertEquals(12, lateral.get("bitsStored").getAsInt());
    assertEquals("MONOCHROME2", lateral.get("photometric").getAsString());
    assertEquals("1.2.840.10008.1.2.5", lateral.get("transferSyntax").getAsString());
    assertEquals("A\\F", lateral.get("patientOrientation").getAsString());
    assertEquals("right", lateral.get("facing").getAsString());
    JsonObject left = films.get("test-images/bravo/lateral-neutral-left.dcm");
    assertEquals("left", left.get("facing").getAsString());
    JsonObject spacing = left.getAsJsonObject("spacing");
    assertEquals(0.14, spacing.get("column").getAsDouble());
    assertEquals(0.16, spacing.get("row").getAsDouble());
    assertEquals("mm", spacing.get("unit").getAsString());
    assertEquals("geometry", spacing.get("source").getAsString());
    assertFalse(spacing.get("magnified").getAsBoolean());
    JsonObject nasium = films.get("test-images/charlie/nasium.dcm");
    assertTrue(nasium.get("facing").isJsonNull());
  }

  /** A DICOMDIR is a list of images, not an image. */
  @Test
  void takesTheDirectoryOfAMedium() {
    CommandRun run =
        CommandRun.of(
                "info", SharedFiles.get("pydicom/test_files/dicomdirtests/DICOMDIR"), "--json")
            .ends(ExitCode.DONE);
    assertEquals(31, run.json().size());
    CommandRun incomplete =
        CommandRun.of("info", SharedFiles.get("nema-wg04-compsamples/DICOMDIR"), "--json")
            .ends(ExitCode.INPUT_FAILED);
    assertEquals(10, incomplete.json().size());
    assertTrue(incomplete.err().contains("of which 100 are not there"), incomplete.err());
  }

  @Test
  void readsOtherPeoplesImages() {
    JsonObject dog =
        CommandRun.of("info", SharedFiles.get("highdicom/dx_image.dcm"), "--json")
            .ends(ExitCode.DONE)
            .onlyJson();
    assertEquals("DX", dog.get("modality").getAsString());
    assertEquals(169, dog.get("rows").getAsInt());
    assertEquals(211, dog.get("columns").getAsInt());
    assertEquals("MONOCHROME1", dog.get("photometric").getAsString());
    assertEquals("L\\F", dog.get("patientOrientation").getAsString());
    JsonObject scaleless =
        CommandRun.of("info", SharedFiles.get("nema-wg04-compsamples/IMAGES/REF/RG3_UNC"), "--json")
            .ends(ExitCode.DONE)
            .onlyJson();
    assertEquals(10, scaleless.get("bitsStored").getAsInt());
    assertEquals("none", scaleless.getAsJsonObject("spacing").get("source").getAsString());
    assertEquals("{pixels}", scaleless.getAsJsonObject("spacing").get("unit").getAsString());
  }

  @Test
  void aBadFileIsNamedAndTheOthersAreListed() throws Exception {
    Path text = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague, ".repeat(40));
    Path missing = folder.resolve("missing.dcm");
    CommandRun run =
        CommandRun.of("info", text, Phantoms.LATERAL, missing, Phantoms.NASIUM, "--json")
            .ends(ExitCode.INPUT_FAILED);
    assertEquals(
        List.of(Phantoms.LATERAL.toString(), Phantoms.NASIUM.toString()),
        run.json().stream().map(o -> o.get("path").getAsString()).toList());
    List<String> sentences = run.err().lines().filter(l -> l.contains(folder.toString())).toList();
    assertEquals(2, sentences.size(), run.err());
    assertTrue(sentences.get(0).contains("letter.dcm is not a DICOM file"), run.err());
    assertTrue(sentences.get(1).contains("missing.dcm does not exist"), run.err());
  }

  @Test
  void withoutJsonItIsATableForPeople() {
    CommandRun run = CommandRun.of("info", Phantoms.LATERAL).ends(ExitCode.DONE);
    assertEquals(2, run.out().lines().count());
    assertTrue(run.out().contains("1664 x 1984"), run.out());
    assertTrue(run.out().contains("0.143 x 0.143 mm  detector spacing, magnified"), run.out());
    assertFalse(run.out().contains("Hong Gil"), "the path names the folder, not the patient");
  }

  @Test
  void anEmptyFolderIsSaidToBeEmpty() {
    CommandRun run = CommandRun.of("info", folder).ends(ExitCode.INPUT_FAILED);
    assertEquals(folder + " holds no DICOM images; name a folder that does.\n", run.err());
    assertEquals("", run.out());
  }
}
