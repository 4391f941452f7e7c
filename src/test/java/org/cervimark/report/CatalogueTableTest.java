package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.cervimark.measurement.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows of the catalogue's table are called. */
class CatalogueTableTest {

  @ParameterizedTest
  @CsvSource({
    "upper-angle-right, Upper angle",
    "blair-convergence-angle-right, Condyle convergence angle",
    "rra-c2-c3, Relative rotation angle",
    "body-ap-height-ratio-c3, Anterior to posterior body height",
    "c2-c7-cobb, C2–C7 Cobb angle"
  })
  void aFamilyIsCalledByTheWordsItsMembersShare(String id, String name) {
    String row =
        rows(Locale.ENGLISH).stream().filter(r -> r.contains("`" + id + "`")).findFirst().get();

    assertEquals(name, row.split("\\|", -1)[1].strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void namesAreMadeOfWholeWordsOfTheFirstMember(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Catalogue catalogue = Catalogue.builtIn();
    for (String row : rows(locale)) {
      String[] cells = row.split("\\|", -1);
      String id = cells[2].strip().split("`", -1)[1];
      List<String> whole =
          List.of(catalogue.measurement(id).orElseThrow().name(locale).split("[\\s,()]+", -1));
      for (String word : cells[1].strip().split("[\\s,()]+", -1)) {
        assertTrue(whole.contains(word), () -> id + ": " + word + " is no word of its name");
      }
    }
  }

  @Test
  void everyMeasurementIsInARow() {
    int counted = 0;
    for (String row : rows(Locale.ENGLISH)) {
      String ids = row.split("\\|", -1)[2].strip();
      counted += ids.endsWith(")") ? Integer.parseInt(ids.replaceAll(".*\\((\\d+)\\)", "$1")) : 1;
    }

    assertEquals(Catalogue.builtIn().measurements().size(), counted);
  }

  private static List<String> rows(Locale locale) {
    return new CatalogueTable(Catalogue.builtIn(), locale).markdown().lines().skip(2).toList();
  }
}
