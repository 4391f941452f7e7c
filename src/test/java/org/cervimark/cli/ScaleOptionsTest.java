package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.SampleCr;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line can say of the scale, and of the frame. */
class ScaleOptionsTest {

  @TempDir Path folder;

  /** A rod of 25 mm across 200 columns: every length follows from 0.125 mm for each pixel. */
  @Test
  void theCalibrationDecidesEveryLengthAndComesBack() throws Exception {
    Path film = Files.copy(Phantoms.LATERAL, folder.resolve("film.dcm"));
    JsonObject plain = measure(film).ends(ExitCode.DONE).onlyJson();
    JsonObject calibrated =
        measure(
                film,
                "--calibrate",
                "300",
                "400.5",
                "500",
                "400.5",
                "25",
                "--calibration-object",
                "test rod",
                "--save",
                folder,
                "--reader",
                "Lee^Younghee")
            .ends(ExitCode.DONE)
            .onlyJson();
    JsonObject spacing = calibrated.getAsJsonObject("spacing");
    assertEquals(0.125, spacing.get("column").getAsDouble());
    assertEquals("reader-object", spacing.get("source").getAsString());
    assertFalse(spacing.get("magnified").getAsBoolean());
    double factor = 0.125 / plain.getAsJsonObject("spacing").get("column").getAsDouble();
    assertEquals(value(plain, "c2-c7-sva") * factor, value(calibrated, "c2-c7-sva"), 1e-9);
    assertEquals(value(plain, "c2-c7-cobb"), value(calibrated, "c2-c7-cobb"), 1e-9);

    String shown = CommandRun.of("show", folder, "--json").ends(ExitCode.DONE).out();
    assertTrue(shown.contains("\"description\":\"test rod\""), shown);
    assertTrue(shown.contains("calibration-a"), shown);
    String note = CommandRun.of("note", folder).ends(ExitCode.DONE).out();
    assertTrue(
        note.replaceAll("\\s+", " ")
            .contains("calibrated by the reader on an object (25 mm: test rod)"),
        note);
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 9 0 25, less than 10 pixels apart",
    "0 0 99999 0 25, lies outside the image",
    "-1 0 200 0 25, lies outside the image",
    "0 0 200 0 0.1, as no detector has them"
  })
  void impossibleCalibrationsAreRefusedWithTheReason(String values, String reason)
      throws IOException {
    List<Object> words = new ArrayList<>(List.of("--calibrate"));
    words.addAll(List.of(values.split(" ", -1)));
    CommandRun run = measure(Phantoms.LATERAL, words.toArray()).ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains(reason), run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--calibrate 1 2 3 4, needs five values",
    "--calibrate 1 2 3 4 x, cannot be used for a calibration",
    "--calibrate 1 2 3 4 -5, cannot be used for a calibration",
    "--calibrate 1 2 3 4 NaN, cannot be used for a calibration",
    "--calibration-object rod, is described but not marked"
  })
  void senselessCalibrationsAreRefused(String words, String reason) {
    CommandRun run =
        measure(Phantoms.LATERAL, (Object[]) words.split(" ", -1)).ends(ExitCode.USAGE);
    assertTrue(run.err().contains(reason), run.err());
  }

  @Test
  void anObjectLiesOnOneImage() {
    CommandRun run =
        measure(Phantoms.LATERAL, Phantoms.OPEN_MOUTH, "--calibrate", "1", "2", "30", "4", "5")
            .ends(ExitCode.USAGE);
    assertTrue(run.err().contains("belong to one image"), run.err());
  }

  @Test
  void aHeaderThatContradictsItselfIsAskedAbout() throws Exception {
    Path film =
        new SampleCr()
            .set(Tag.PixelSpacingCalibrationType, VR.CS)
            .writeTo(folder.resolve("film.dcm"));
    Path csv =
        Files.writeString(
            folder.resolve("t.csv"),
            """
            image,landmark,column,row
            ,c2-inferior-endplate-anterior,440,274
            ,c2-inferior-endplate-posterior,589,295
            ,c7-inferior-endplate-anterior,482,747
            ,c7-inferior-endplate-posterior,635,701
            """);
    CommandRun open =
        CommandRun.of("measure", film, "--landmarks", csv, "--json").ends(ExitCode.DONE);
    assertTrue(open.err().contains("contradicts itself on the scale"), open.err());
    assertTrue(open.err().contains("  imager-spacing: Use the detector spacing 0.15 mm"));
    assertEquals(0.12, column(open));
    JsonObject question =
        CommandRun.of("info", film, "--json").onlyJson().getAsJsonObject("scaleQuestion");
    assertEquals("untyped-pixel-spacing", question.get("kind").getAsString());
    assertEquals(2, question.getAsJsonArray("answers").size());
    CommandRun answered =
        CommandRun.of("measure", film, "--landmarks", csv, "--json", "--scale", "imager-spacing")
            .ends(ExitCode.DONE);
    assertEquals(0.15, column(answered));
    assertFalse(answered.err().contains("contradicts itself on the scale"), answered.err());
    CommandRun unknown =
        CommandRun.of("measure", film, "--landmarks", csv, "--json", "--scale", "film")
            .ends(ExitCode.INPUT_FAILED);
    assertTrue(unknown.err().contains("choose one of as-found, imager-spacing"), unknown.err());
    CommandRun unused = measure(Phantoms.LATERAL, "--scale", "imager-spacing").ends(ExitCode.DONE);
    assertTrue(unused.err().contains("--scale does not apply"), unused.err());
  }

  private static double column(CommandRun run) {
    return run.onlyJson().getAsJsonObject("spacing").get("column").getAsDouble();
  }

  private static double value(JsonObject reading, String id) {
    return StreamSupport.stream(reading.getAsJsonArray("measurements").spliterator(), false)
        .map(element -> element.getAsJsonObject())
        .filter(m -> m.get("id").getAsString().equals(id))
        .findFirst()
        .orElseThrow()
        .get("value")
        .getAsDouble();
  }

  private static CommandRun measure(Path film, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "measure",
                film,
                "--landmarks",
                Phantoms.table(Phantoms.LATERAL),
                "--protocol",
                "lateral-neutral-quick",
                "--json"));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }
}
