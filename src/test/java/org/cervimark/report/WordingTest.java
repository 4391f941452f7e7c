package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

  @ParameterizedTest
  @ValueSource(strings = {"report", "cli"})
  void everyTextIsThereInBothLanguagesWithTheSamePlaces(String group) throws IOException {
    Properties english = texts(group, "Messages.properties");
    Properties korean = texts(group, "Messages_ko.properties");
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(korean.stringPropertyNames()));
    assertFalse(english.isEmpty());
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english, key), places(korean, key), key);
      boolean hangul =
          korean.getProperty(key).codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3);
      boolean hasWords = english.getProperty(key).codePoints().anyMatch(Character::isLetter);
      assertTrue(hangul || !hasWords, "not translated: " + key);
    }
  }

  @Test
  void theLanguageOfTheSystemDoesNotDecide() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREA);
      assertEquals("Patient", Wording.of(TextNote.class, Locale.ENGLISH).get("note.patient"));
      Locale.setDefault(Locale.US);
      assertEquals("환자", Wording.of(TextNote.class, Locale.KOREA).get("note.patient"));
      assertEquals("Patient", Wording.of(TextNote.class, Locale.FRANCE).get("note.patient"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void valuesAreTakenAsTheyAre() {
    Wording wording = Wording.of(TextNote.class, Locale.ENGLISH);
    assertEquals("ID {0}'$1\\", wording.get("note.patient.id", "{0}'$1\\"));
  }

  private static Properties texts(String group, String file) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            WordingTest.class.getResourceAsStream("/org/cervimark/" + group + "/" + file),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }

  private static String places(Properties texts, String key) {
    return PLACE
        .matcher(texts.getProperty(key))
        .results()
        .map(MatchResult::group)
        .sorted()
        .distinct()
        .collect(Collectors.joining());
  }
}
