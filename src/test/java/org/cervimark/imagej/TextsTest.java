package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.PlugIn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.Window;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Orientations;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
  private static final Pattern USE =
      Pattern.compile("get\\(\\s*(?:\\w+\\s*\\?\\s*)?\"([\\w.-]+)\"(\\s*\\+)?");

  @Test
  void everyTextIsThereInBothLanguagesWithTheSamePlaces() throws IOException {
    Properties english = texts("Messages.properties");
    Properties korean = texts("Messages_ko.properties");
    assertEquals(english.stringPropertyNames(), korean.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english, key), places(korean, key), key);
      assertFalse(korean.getProperty(key).isBlank(), key);
    }
  }

  @Test
  void everyTextThatTheCodeNamesExists() throws IOException {
    Set<String> keys = texts("Messages.properties").stringPropertyNames();
    int uses = 0;
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/cervimark/imagej"))) {
      for (Path source : sources.toList()) {
        Matcher use = USE.matcher(Files.readString(source));
        while (use.find()) {
          uses++;
          String key = use.group(1);
          boolean known =
              use.group(2) == null
                  ? keys.contains(key)
                  : keys.stream().anyMatch(k -> k.startsWith(key));
          assertTrue(known, source.getFileName() + " names " + key);
        }
      }
    }
    assertTrue(uses > 60, "uses found: " + uses);
  }

  @Test
  void everyValueOfAnEnumerationHasItsText() throws IOException {
    Set<String> keys = texts("Messages.properties").stringPropertyNames();
    for (Orientations.Reason reason : Orientations.Reason.values()) {
      assertTrue(keys.contains("orientation.reason." + reason.name()), reason.name());
    }
    for (Outcome.Caveat caveat : Outcome.Caveat.values()) {
      assertTrue(keys.contains("caveat." + caveat.id()), caveat.id());
    }
    for (Outcome.Degenerate.Reason reason : Outcome.Degenerate.Reason.values()) {
      assertTrue(
          keys.contains("outcome.degenerate." + reason.name().toLowerCase(java.util.Locale.ROOT)),
          reason.name());
    }
  }

  @Test
  void whateverIsDoneToTheGreysIsSaidOnTheImage() {
    ResultText text = new ResultText(Settings.of(Locale.ENGLISH), Readings.CATALOGUE::landmarks);
    Window window = new Window(1900, 3400, "");
    GreyState plain = new GreyState(1900, 3400, OptionalInt.empty(), 1, false, false);
    GreyState changed = new GreyState(1900, 3400, OptionalInt.empty(), 1.25, true, true);
    assertEquals("W 3400 L 1900", text.shown(window, Optional.of(plain), Turn.AS_STORED));
    assertEquals(
        "W 3400 L 1900 · γ 1.25 · inverted · local contrast · mirrored",
        text.shown(window, Optional.of(changed), Turn.AS_STORED.mirror()));
  }

  @Test
  void theMenuNamesPluginsThatExistUnderLabelsThatImageJDoesNotUse() throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/plugins.config")).stream()
            .filter(l -> !l.startsWith("#") && l.contains(", \"CerviMark"))
            .toList();
    assertEquals(36, lines.size());
    for (String line : lines) {
      String[] parts = line.split(",\\s*", -1);
      assertTrue(parts[0].startsWith("Plugins>CerviMark"), parts[0]);
      assertTrue(
          PlugIn.class.isAssignableFrom(Class.forName(parts[2].replaceFirst("\\(.*", ""))),
          Arrays.toString(parts));
    }
  }

  @Test
  void cornersOfBodiesAreLabelledByTheirVertebraAndOthersInWords() {
    assertEquals(
        "C4", ShortLabel.body(new LandmarkId("c4-superior-endplate-anterior")).orElseThrow());
    assertEquals("C2", ShortLabel.body(new LandmarkId("c2-body-superior-posterior")).orElseThrow());
    assertTrue(ShortLabel.body(new LandmarkId("c2-dens-tip")).isEmpty());
    assertEquals("C2 dens tip", ShortLabel.of(new LandmarkId("c2-dens-tip")));
    assertEquals(
        "C2 dens posterior at C1", ShortLabel.of(new LandmarkId("c2-dens-posterior-at-c1")));
    assertEquals("EAM anterior margin", ShortLabel.of(new LandmarkId("eam-anterior-margin")));
    assertEquals("basion", ShortLabel.of(new LandmarkId("basion")));
  }

  private static Set<String> places(Properties texts, String key) {
    Set<String> places = new HashSet<>();
    Matcher matcher = PLACE.matcher(texts.getProperty(key));
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static Properties texts(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
