package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Family;
import org.cervimark.definition.Problems;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Type;
import org.cervimark.measurement.expression.Vocabulary;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;

/** Reads records of constructions and of measurements. */
final class MeasurementReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "for",
          "code",
          "meaning",
          "name",
          "abbreviation",
          "views",
          "unit",
          "kind",
          "method",
          "version",
          "formula",
          "tier",
          "sign",
          "categories",
          "references",
          "limits",
          "reliability",
          "warnings");

  private static final Map<String, Unit> UNITS =
      Map.of(
          "deg", Unit.DEGREE, "mm", Unit.MILLIMETRE, "ratio", Unit.RATIO, "percent", Unit.PERCENT);

  private final LandmarkDictionary dictionary;
  private final Vocabulary vocabulary;
  private final Map<String, String> methods;
  private final Map<String, BilingualText> warnings;
  private final Set<String> sources;
  private final Problems problems;

  /**
   * A reader of records that may refer to these.
   *
   * @param vocabulary the names that formulas may use; grows with each record read
   * @param methods meanings of the method codes
   * @param warnings warnings that several records share, by key
   * @param sources keys of the publications
   */
  MeasurementReader(
      LandmarkDictionary dictionary,
      Vocabulary vocabulary,
      Map<String, String> methods,
      Map<String, BilingualText> warnings,
      Set<String> sources,
      Problems problems) {
    this.dictionary = dictionary;
    this.vocabulary = vocabulary;
    this.methods = methods;
    this.warnings = warnings;
    this.sources = sources;
    this.problems = problems;
  }

  /** Adds a named construction to the vocabulary. */
  void readConstruction(Definition record, Family member) {
    record.allowOnly(List.of("id", "for", "formula"));
    RecordFields fields = new RecordFields(record, member);
    String id = id(fields);
    expression(record, member).ifPresent(e -> define(record, id, e));
  }

  /** One member of the family that a record defines; empty if anything is wrong with it. */
  Optional<Measurement> read(Definition record, Family member) {
    int before = problems.count();
    record.allowOnly(KEYS);
    RecordFields fields = new RecordFields(record, member);
    String id = id(fields);
    Code code = fields.code();
    BilingualText name = fields.bilingual("name");
    Set<View> views = new LinkedHashSet<>(fields.choices("views", "a view", View::withId));
    Optional<Measurement.Kind> kind =
        record.find("kind").isEmpty()
            ? Optional.of(Measurement.Kind.OTHER)
            : fields.choice("kind", "a kind", RecordFields.constantOf(Measurement.Kind.class));
    boolean names = kind.filter(k -> k == Measurement.Kind.CATEGORY).isPresent();
    Optional<Unit> unit = names ? Optional.empty() : unit(fields);
    Optional<Code> method = fields.choice("method", "a method", this::method);
    String version = fields.text("version");
    Optional<Measurement.Tier> tier = fields.choice("tier", "an evidence tier", this::tier);
    Optional<Measurement.SignWords> sign = sign(fields);
    Optional<Bands> bands =
        names ? Optional.of(new BandsReader(vocabulary, problems).read(fields)) : Optional.empty();
    Published published = new Published(fields, sources);
    List<BilingualText> cautions = warnings(fields);
    Optional<Expression> expression = expression(record, member);
    List<Measurement.ReferenceValue> references = published.references();
    List<Measurement.SourcedStatement> reliability = published.reliability();
    List<ScreeningLimit> limits =
        published.limits(unit, bands.map(Bands::categories).orElse(List.of()));
    unit.ifPresent(u -> expression.ifPresent(e -> checkUnit(record, e, u)));
    bands.ifPresent(b -> expression.ifPresent(e -> checkLimits(fields, e, b)));
    expression.ifPresent(e -> checkViews(record, e, views));
    if (expression.isEmpty()
        || (unit.isEmpty() && !names)
        || kind.isEmpty()
        || method.isEmpty()
        || tier.isEmpty()
        || problems.count() > before) {
      return Optional.empty();
    }
    define(record, id, expression.get());
    return Optional.of(
        new Measurement(
            id,
            code,
            name.english(),
            name.korean(),
            fields.optionalText("abbreviation").orElse(""),
            views,
            unit,
            kind.get(),
            method.get(),
            version,
            new ExpressionFormula(
                expression.get(),
                bands,
                views.stream().map(View::projection).collect(Collectors.toSet()),
                dictionary),
            tier.get(),
            sign,
            bands.map(Bands::categories).orElse(List.of()),
            references,
            limits,
            reliability,
            cautions));
  }

  private Optional<Code> method(String code) {
    return Optional.ofNullable(methods.get(code)).map(m -> PrivateScheme.code(code, m));
  }

  private Optional<Measurement.Tier> tier(String name) {
    return RecordFields.constantOf(Measurement.Tier.class).apply(name.toLowerCase(Locale.ROOT));
  }

  private static String id(RecordFields fields) {
    String id = fields.text("id");
    // Two values of one construction differ after a colon: listhesis-c2-c3:percent.
    int colon = id.indexOf(':');
    boolean valid =
        colon < 0
            ? LandmarkId.isValid(id)
            : LandmarkId.isValid(id.substring(0, colon))
                && LandmarkId.isValid(id.substring(colon + 1));
    if (!valid) {
      fields
          .record()
          .problem(
              "an id has lower-case letters, digits and hyphens, and at most one colon, found \""
                  + id
                  + "\"");
    }
    return id;
  }

  private Optional<Expression> expression(Definition record, Family member) {
    Optional<Definition> formula = record.find("formula");
    if (formula.isEmpty()) {
      record.problem("\"formula\" is missing");
    }
    return formula.flatMap(f -> new FormulaReader(vocabulary, problems).read(f, member));
  }

  private void define(Definition record, String id, Expression expression) {
    if (!vocabulary.addFormula(id, expression)) {
      record.problem("the name \"" + id + "\" is already taken");
    }
  }

  private static Optional<Unit> unit(RecordFields fields) {
    return fields.choice("unit", "a unit", u -> Optional.ofNullable(UNITS.get(u)));
  }

  /** The value must have the unit of the record. */
  private static void checkUnit(Definition record, Expression expression, Unit unit) {
    Type expected = typeOf(unit);
    if (expression.type() != expected) {
      record
          .find("formula")
          .orElse(record)
          .problem(
              "the unit "
                  + unit.code().value()
                  + " expects "
                  + expected.words()
                  + ", the formula gives "
                  + expression.type().words());
    }
  }

  /** The limits must be of the type of what they divide. */
  private static void checkLimits(RecordFields fields, Expression expression, Bands bands) {
    for (Expression limit : bands.limits()) {
      if (limit.type() != expression.type()) {
        fields
            .record()
            .problem(
                "the formula gives "
                    + expression.type().words()
                    + ", but the limit \""
                    + limit.text()
                    + "\" is "
                    + limit.type().words());
      }
    }
    if (!expression.films().isEmpty()) {
      fields.record().problem("a class is told from one film, not from several");
    }
  }

  /** The landmarks must be seen in the views, and films must be read as these. */
  private void checkViews(Definition record, Expression expression, Set<View> views) {
    Definition formula = record.find("formula").orElse(record);
    for (LandmarkId id : expression.landmarks()) {
      Set<Projection> seen = dictionary.find(id).map(Landmark::projections).orElseThrow();
      for (View view : views) {
        if (!seen.contains(view.projection())) {
          formula.problem(id + " is not seen in the view " + view.id());
        }
      }
    }
    Set<View> needed =
        expression.films().stream()
            .flatMap(film -> FilmRole.withId(film).stream())
            .map(FilmRole::view)
            .collect(Collectors.toSet());
    if (!needed.isEmpty() && !needed.equals(views)) {
      formula.problem(
          "the formula speaks of films of the views "
              + needed.stream().map(View::id).sorted().collect(Collectors.joining(", "))
              + "; expected exactly these under \"views\"");
    }
  }

  private static Type typeOf(Unit unit) {
    return switch (unit) {
      case DEGREE -> Type.ANGLE;
      case MILLIMETRE, PIXEL -> Type.LENGTH;
      case RATIO -> Type.RATIO;
      case PERCENT -> Type.PERCENT;
    };
  }

  private static Optional<Measurement.SignWords> sign(RecordFields fields) {
    Optional<Definition> sign = fields.record().find("sign");
    if (sign.isEmpty()) {
      return Optional.empty();
    }
    sign.get().allowOnly(List.of("positive", "negative"));
    RecordFields words = new RecordFields(sign.get(), fields.member());
    BilingualText positive = words.bilingual("positive");
    BilingualText negative = words.bilingual("negative");
    return Optional.of(
        new Measurement.SignWords(
            positive.english(), negative.english(), positive.korean(), negative.korean()));
  }

  /** Each either the key of a shared warning or a text of its own. */
  private List<BilingualText> warnings(RecordFields fields) {
    List<BilingualText> texts = new ArrayList<>();
    for (RecordFields warning : fields.records("warnings")) {
      if (warning.record().isRecord()) {
        texts.add(warning.bilingual());
        continue;
      }
      BilingualText shared = warnings.get(warning.record().text());
      if (shared == null) {
        warning.record().problem("unknown warning \"" + warning.record().text() + "\"");
      } else {
        texts.add(shared);
      }
    }
    return texts;
  }
}
