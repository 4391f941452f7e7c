package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cervimark.report.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {

  private static final Option OUT = Option.value("--out");
  private static final Option SAVE = new Option("--save", 0, 1);
  private static final Option WINDOW = new Option("--window", 2, 2);
  private static final Option FORCE = Option.flag("--force");
  private static final Set<Option> KNOWN = Set.of(OUT, SAVE, WINDOW, FORCE);

  @TempDir Path folder;

  @Test
  void optionsMayStandAnywhere() throws Exception {
    Arguments arguments = parse("a.dcm", "--out", "b", "--force", "c.dcm");
    assertEquals(List.of("a.dcm", "c.dcm"), arguments.operands());
    assertEquals(Optional.of("b"), arguments.value("--out"));
    assertTrue(arguments.has("--force"));
    assertFalse(arguments.has("--save"));
  }

  @Test
  void aValueMayFollowAnEqualsSign() throws Exception {
    assertEquals(Optional.of("a=b"), parse("--out=a=b").value("--out"));
  }

  @Test
  void valuesMayBeNegativeNumbers() throws Exception {
    assertEquals(List.of("-600", "1500"), parse("--window", "-600", "1500").values("--window"));
  }

  @Test
  void twoHyphensEndTheOptions() throws Exception {
    assertEquals(List.of("--out", "-x"), parse("--force", "--", "--out", "-x").operands());
  }

  @Test
  void anOptionalValueIsNeverAnExistingFile() throws Exception {
    Path image = Files.createFile(folder.resolve("image.dcm"));
    Arguments beside = parse("--save", image.toString());
    assertTrue(beside.has("--save"));
    assertEquals(Optional.empty(), beside.value("--save"));
    assertEquals(List.of(image.toString()), beside.operands());
    assertEquals(
        Optional.of(folder.toString()), parse("--save", folder.toString()).value("--save"));
    assertEquals(Optional.empty(), parse("--save", "--force").value("--save"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out | --out needs a value",
        "--out --force | --out needs a value",
        "--out= | --out needs a value",
        "--window 5 | --window needs two values",
        "--window 5 --force | --window needs two values",
        "--save= | --save has an empty value",
        "--force=yes | --force takes no value",
        "--out a --out b | --out is given twice",
        "--ot a | probably --out is meant",
        "--quiet | does not know the option --quiet",
        "-q | does not know the option -q",
      })
  void mistakesAreNamed(String words, String sentence) {
    UsageException thrown = assertThrows(UsageException.class, () -> parse(words.split(" ", -1)));
    assertTrue(thrown.getMessage().contains(sentence), thrown.getMessage());
  }

  @Test
  void pathsAreRequiredWhereTheyAreAskedFor() throws Exception {
    assertThrows(UsageException.class, () -> parse().paths());
    assertThrows(UsageException.class, () -> parse("a", "b").onlyPath());
    assertThrows(UsageException.class, () -> parse("a\0b").paths());
    assertThrows(UsageException.class, () -> parse("a").requiredPath(OUT));
  }

  private static Arguments parse(String... words) throws UsageException {
    return Arguments.parse(List.of(words), KNOWN, Wording.of(ArgumentsTest.class, Locale.ENGLISH));
  }
}
