package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.cervimark.terminology.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {

  private static final String COMMANDS = "info,pixels,render,measure,show,note,catalogue";

  @Test
  void tellsItsVersion() {
    CommandRun run = CommandRun.of("--version").ends(ExitCode.DONE);
    assertEquals(Product.nameAndVersion() + "\n", run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpNamesEveryCommandAndExitCode(String word) {
    String help = CommandRun.of(word).ends(ExitCode.DONE).out();
    for (String command : COMMANDS.split(",", -1)) {
      assertTrue(help.contains("\n  " + command + " "), command);
    }
    for (int code = ExitCode.DONE; code <= ExitCode.BUG; code++) {
      assertTrue(help.contains("\n  " + code + "  "), "exit code " + code);
    }
    assertTrue(help.contains("the clinician decides"), help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure", "show", "note", "catalogue"})
  void everyCommandHasHelpThatNamesItsOptions(String command) {
    String help = CommandRun.of(command, "--help").ends(ExitCode.DONE).out();
    assertTrue(help.startsWith("Usage: " + command), help);
    assertEquals(help, CommandRun.of("help", command).ends(ExitCode.DONE).out());
    String beforeHelp = CommandRun.of(command, "--no-such-option").ends(ExitCode.USAGE).err();
    assertTrue(beforeHelp.contains("--no-such-option"), beforeHelp);
  }

  @Test
  void everyOptionOfTheContractIsInTheHelpOfItsCommand() {
    assertHelp("info", "--json");
    assertHelp("pixels", "--out", "--frame", "--force");
    assertHelp("render", "--out", "--window", "--annotated", "--frame", "--force");
    assertHelp(
        "measure",
        "--landmarks",
        "--protocol",
        "--facing",
        "--side",
        "--json",
        "--save",
        "--reader");
    assertHelp("show", "--json");
    assertHelp("note", "--lang");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mesure x | probably \"measure\" is meant",
        "frobnicate | name one of info, pixels, render, measure, show, sign, merge, recover,"
            + " deidentify, note, export, catalogue",
        "info | No file is named",
        "pixels a.dcm | option --out is missing",
        "pixels a.dcm --out | --out needs a value",
        "pixels a.dcm --out b --frame 0 | \"0\" is not a frame number",
        "render a.dcm --out b --window 100 zero | A window needs",
        "render a.dcm --out b --window 100 0 | A window needs",
        "measure a.dcm | option --landmarks is missing",
        "measure a.dcm --landmarks b --side left | --side takes one of standard, mirrored, not"
            + " \"left\"",
        "measure a.dcm --landmarks b --facing up | --facing takes one of left, right",
        "measure a.dcm --landmarks b --protocol lateral-neutral-ful | probably"
            + " \"lateral-neutral-full\" is meant",
        "measure a.dcm --landmarks b --protocol xyz | There is no protocol \"xyz\"; name one of"
            + " lateral-neutral-quick,",
        "show a b | Only one file or folder",
        "note a --lang fr | --lang takes one of en, ko",
        "catalogue | Say \"catalogue list\"",
        "catalogue show c2-c7-cob | probably \"c2-c7-cobb\" is meant",
      })
  void usageMistakesAreOneSentenceOnStandardError(String words, String sentence) {
    CommandRun run = CommandRun.of((Object[]) words.split(" ", -1)).ends(ExitCode.USAGE);
    assertEquals("", run.out());
    assertTrue(run.err().lines().findFirst().orElse("").contains(sentence), run.err());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  @Test
  void noCommandIsAUsageMistake() {
    assertTrue(CommandRun.of().ends(ExitCode.USAGE).err().contains("No command is named"));
  }

  @Test
  void speaksKoreanOnAKoreanSystem() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREA);
      assertTrue(CommandRun.of("--help").out().startsWith("사용법"));
      assertTrue(CommandRun.of("mesure").err().contains("오타로 보입니다"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void outputThatCannotBeWrittenIsNotSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"--version"},
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(ExitCode.OUTPUT_FAILED, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("could not be written completely"));
  }

  @Test
  void listsAndShowsTheCatalogue() {
    String list = CommandRun.of("catalogue", "list").ends(ExitCode.DONE).out();
    assertTrue(list.contains("protocol     lateral-neutral-quick"), list);
    assertTrue(list.contains("measurement  c2-c7-cobb"), list);
    String cobb = CommandRun.of("catalogue", "show", "c2-c7-cobb").ends(ExitCode.DONE).out();
    assertTrue(cobb.contains("tilt(c2-inferior-endplate) - tilt(c7-inferior-endplate)"), cobb);
    assertTrue(cobb.contains("c2-inferior-endplate-posterior: "), cobb);
    assertTrue(cobb.contains("[YUKAWA2012]"), cobb);
    assertTrue(cobb.contains("where         c2-inferior-endplate = line("), cobb);
    assertTrue(cobb.contains("engineering placeholders, not published figures"), cobb);
    String gore =
        CommandRun.of("catalogue", "show", "gore-angle", "--lang", "ko").ends(ExitCode.DONE).out();
    assertTrue(gore.contains("확인된 것이 없음"), gore);
    assertTrue(gore.contains("ara-c2-c7 = lean(c7-posterior-wall) - lean(c2-posterior-wall)"));
    assertTrue(gore.contains("c2-superior-endplate-posterior = c2-body-superior-posterior"), gore);
    String protocol =
        CommandRun.of("catalogue", "show", "lateral-neutral-quick").ends(ExitCode.DONE).out();
    assertTrue(protocol.contains("c2-c7-sva"), protocol);
  }

  private static void assertHelp(String command, String... options) {
    String help = CommandRun.of(command, "--help").out();
    for (String option : options) {
      assertTrue(help.contains("  " + option), command + " " + option);
    }
  }
}
