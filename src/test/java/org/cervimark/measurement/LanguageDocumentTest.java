package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.ExpressionException;
import org.cervimark.measurement.expression.Vocabulary;
import org.junit.jupiter.api.Test;

/** What the description of the language promises. */
class LanguageDocumentTest {

  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static final Pattern FUNCTION = Pattern.compile("`([a-z]+)\\(");

  @Test
  void itsExamplesWork() throws IOException, CatalogueException {
    List<DefinitionText> files = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(document());
    int examples = 0;
    while (example.find()) {
      files.add(new DefinitionText("example " + ++examples, example.group(1)));
    }
    assertEquals(3, examples);

    Catalogue catalogue = CatalogueReader.addToBuiltIn(files);
    assertEquals(
        "below",
        assertInstanceOf(
                Outcome.Classified.class,
                catalogue
                    .measurement("my-dens-class")
                    .orElseThrow()
                    .evaluate(SchematicFilm.of(Projection.LATERAL, new Random(0), 0)))
            .category()
            .id());
    Protocol protocol = catalogue.protocol("my-protocol").orElseThrow();
    for (Measurement measurement : catalogue.measurements(protocol)) {
      assertInstanceOf(
          Outcome.Measured.class,
          measurement.evaluate(SchematicFilm.of(Projection.LATERAL, new Random(0), 0)));
    }
  }

  @Test
  void itNamesEveryFunctionAndNoOther() throws IOException {
    ExpressionException e =
        assertThrows(
            ExpressionException.class,
            () -> Expression.compile("nothing(1)", UnaryOperator.identity(), new Vocabulary()));
    List<String> functions =
        Stream.of(
                e.explanation()
                    .replaceFirst(".*known are ", "")
                    .replace(" and, for several films", "")
                    .split(", ", -1))
            .sorted()
            .toList();

    assertFalse(functions.isEmpty());
    List<String> described = new ArrayList<>();
    for (String line : document().lines().filter(l -> l.startsWith("| `")).toList()) {
      Matcher name = FUNCTION.matcher(line.substring(0, line.indexOf(" | ")));
      while (name.find()) {
        described.add(name.group(1));
      }
    }
    assertEquals(functions, described.stream().sorted().toList());
  }

  @Test
  void itNamesEveryView() throws IOException {
    for (View view : View.values()) {
      assertTrue(document().contains("`" + view.id() + "`"), view.id());
    }
  }

  private static String document() throws IOException {
    try (InputStream in =
        Catalogue.class.getResourceAsStream("/org/cervimark/catalogue/LANGUAGE.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
