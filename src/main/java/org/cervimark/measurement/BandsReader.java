package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Problems;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Vocabulary;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;

/** Reads the classes of a measurement that names one. */
final class BandsReader {

  private final FormulaReader formulas;

  BandsReader(Vocabulary vocabulary, Problems problems) {
    this.formulas = new FormulaReader(vocabulary, problems);
  }

  /** The classes from the lowest values to the highest, as written under {@code categories}. */
  Bands read(RecordFields record) {
    List<RecordFields> written = record.records("categories");
    if (written.size() < 2) {
      record.record().problem("a measurement of the kind category has at least two \"categories\"");
    }
    List<Bands.Band> bands = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      RecordFields fields = written.get(i);
      fields.record().allowOnly(List.of("id", "code", "meaning", "sct", "en", "ko", "below"));
      Category category =
          new Category(
              fields.text("id"),
              code(fields),
              new BilingualText(fields.text("en"), fields.text("ko")));
      if (!ids.add(category.id())) {
        fields.record().problem("\"" + category.id() + "\" is defined twice");
      }
      bands.add(new Bands.Band(category, limit(fields, i == written.size() - 1)));
    }
    return new Bands(bands);
  }

  /** A code of ours, or one of SNOMED CT with its meaning. */
  private static Code code(RecordFields fields) {
    Optional<Definition> sct = fields.record().find("sct");
    if (sct.isEmpty()) {
      return fields.code();
    }
    List<Definition> parts = sct.get().elements();
    if (parts.size() != 2 || parts.stream().anyMatch(p -> p.text().isEmpty())) {
      sct.get().problem("expected a SNOMED CT code and its meaning");
      return fields.code();
    }
    return new Code(parts.get(0).text(), "SCT", parts.get(1).text());
  }

  private List<Expression> limit(RecordFields fields, boolean highest) {
    Optional<Definition> below = fields.record().find("below");
    if (below.isPresent() == highest) {
      fields
          .record()
          .problem(
              highest
                  ? "the highest category has no limit \"below\""
                  : "\"below\" is missing: the limit up to which values belong to this category");
      return List.of();
    }
    return below
        .flatMap(text -> formulas.read(text, fields.member()))
        .map(List::of)
        .orElse(List.of());
  }
}
