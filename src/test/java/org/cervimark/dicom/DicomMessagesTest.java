package org.cervimark.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DicomMessagesTest {

  private static final Pattern BLANK = Pattern.compile("\\{[0-9]\\}");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties english = load("Messages.properties");
    Properties korean = load("Messages_ko.properties");
    assertEquals(english.stringPropertyNames(), korean.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertEquals(blanks(english.getProperty(key)), blanks(korean.getProperty(key)), key);
    }
  }

  @Test
  void numbersAreNotLocalised() {
    assertEquals(
        "Imager Pixel Spacing 1234.5 divided by magnification factor 1.25",
        DicomMessages.text("scale.divided", 1234.5, 1.25));
  }

  /** As after a choice in the window, whatever the system speaks. */
  @Test
  void theChosenLanguageIsSpoken() {
    String english = DicomMessages.text("read.damaged", "film.dcm");
    System.setProperty(DicomMessages.LANGUAGE, "ko");
    try {
      String korean = DicomMessages.text("read.damaged", "film.dcm");
      assertTrue(korean.startsWith("film.dcm"), korean);
      assertTrue(korean.codePoints().anyMatch(c -> c >= '가' && c <= '힣'), korean);
    } finally {
      System.clearProperty(DicomMessages.LANGUAGE);
    }
    assertEquals(english, DicomMessages.text("read.damaged", "film.dcm"));
  }

  private static Set<String> blanks(String sentence) {
    return BLANK.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(DicomMessages.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
