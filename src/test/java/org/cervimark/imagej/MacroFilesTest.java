package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.cli.ExitCode;
import org.cervimark.cli.Main;
import org.cervimark.image.PatientOrientation;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What macros write without a display is what the command line writes, byte by byte, in every
 * format.
 */
class MacroFilesTest {

  private static final String FORMATS = "text,csv,json,pdf,fhir,roi,png,tiff";

  @TempDir private Path folder;

  @Test
  void macrosExportAndMeasureAsTheCommandLineDoes() throws Exception {
    Path study = Files.createDirectories(folder.resolve("study"));
    SavedPhantom.in(study, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
    SavedPhantom.in(study, Phantoms.LATERAL, Optional.empty());
    Path table = Phantoms.table(Phantoms.LATERAL);
    Path macro = folder.resolve("files.ijm");
    Files.writeString(
        macro,
        """
        run("CerviMark Export", "path=[%1$s] out=[%2$s/macro] format=%3$s language=ko");
        run("CerviMark Measure", "path=[%1$s] landmarks=[%4$s] out=[%2$s/macro/measured.jsonl]");
        run("CerviMark Measure", "path=[%1$s] landmarks=[%4$s] out=[%2$s/macro/measured.txt] format=text");
        """
            .formatted(study, folder, FORMATS, table.toAbsolutePath()));
    String output = ForkedJvm.run(HeadlessMacro.class, macro.toString());
    Path cli = folder.resolve("cli");
    command("export", study, "--out", cli, "--format", FORMATS, "--lang", "ko");
    Files.writeString(
        cli.resolve("measured.jsonl"), command("measure", study, "--landmarks", table, "--json"));
    Files.writeString(cli.resolve("measured.txt"), command("measure", study, "--landmarks", table));

    List<String> names = names(cli);
    assertTrue(names.size() >= 16, names.toString());
    assertEquals(names, names(folder.resolve("macro")), output);
    for (String name : names) {
      assertArrayEquals(
          Files.readAllBytes(cli.resolve(name)),
          Files.readAllBytes(folder.resolve("macro").resolve(name)),
          name);
    }
  }

  private static String command(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Stream.of(words).map(Object::toString).toArray(String[]::new),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(ExitCode.DONE, code, err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
