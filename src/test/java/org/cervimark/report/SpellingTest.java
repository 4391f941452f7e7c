package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpellingTest {

  private static final List<String> KNOWN = List.of("--landmarks", "--protocol", "--facing");

  @Test
  void namesTheNearestWord() {
    assertEquals(Optional.of("--landmarks"), Spelling.nearest("--landmark", KNOWN));
    assertEquals(Optional.of("--protocol"), Spelling.nearest("--protcol", KNOWN));
    assertEquals(Optional.of("--facing"), Spelling.nearest("--fasing", KNOWN));
  }

  @Test
  void doesNotGuessWildly() {
    assertEquals(Optional.empty(), Spelling.nearest("--verbose", KNOWN));
    assertEquals(Optional.empty(), Spelling.nearest("", KNOWN));
    assertEquals(Optional.empty(), Spelling.nearest("x", List.of()));
  }
}
