package org.cervimark.imagej;

import ij.IJ;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.cli.ExitCode;
import org.cervimark.cli.Main;
import org.cervimark.measurement.UserDefinitions;

/** Commands of the command line as ImageJ's: what they say goes to the log, failures are shown. */
final class CommandLine {

  private CommandLine() {}

  /**
   * Runs a command with the definitions that lie in ImageJ's folder of plugins.
   *
   * @param words the command and its options
   * @param operands what follows the options
   */
  static void run(List<String> words, List<String> operands) {
    List<String> all = new ArrayList<>(words);
    // With a mistake in them the command says so itself, and leaves that file out.
    Definitions.folder()
        .filter(Files::isDirectory)
        .filter(folder -> UserDefinitions.read(folder).problems().isEmpty())
        .ifPresent(folder -> all.addAll(List.of("--definitions", folder.toString())));
    all.add("--");
    all.addAll(operands);
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(talk, true, StandardCharsets.UTF_8);
    int code = Main.run(all.toArray(String[]::new), stream, stream);
    String said = talk.toString(StandardCharsets.UTF_8).strip();
    if (code == ExitCode.DONE || code == ExitCode.INPUT_FAILED) {
      said.lines().forEach(IJ::log);
    } else {
      PluginCommand.fail(said);
    }
  }
}
