package org.cervimark.measurement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.Side;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Family;
import org.cervimark.definition.Problems;
import org.cervimark.geometry.Point2;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;

/** Reads records of landmarks. */
final class LandmarkReader {

  private static final List<String> KEYS =
      List.of(
          "id", "for", "code", "meaning", "ko", "definition", "site", "side", "sigma", "template");

  private final Map<String, Code> sites;
  private final Problems problems;

  /** With the anatomical sites that records may name. */
  LandmarkReader(Map<String, Code> sites, Problems problems) {
    this.sites = sites;
    this.problems = problems;
  }

  /** One member of the family that a record defines; empty if anything is wrong with it. */
  Optional<Landmark> read(Definition record, Family member) {
    int before = problems.count();
    record.allowOnly(KEYS);
    RecordFields fields = new RecordFields(record, member);
    String id = fields.text("id");
    if (!LandmarkId.isValid(id)) {
      record.problem(
          "a landmark id has lower-case letters, digits and hyphens, found \"" + id + "\"");
    }
    Optional<Code> site =
        fields.choice("site", "a site", name -> Optional.ofNullable(sites.get(name)));
    Optional<Side> side =
        record.find("side").isPresent()
            ? fields.choice("side", "a side", RecordFields.constantOf(Side.class))
            : Optional.empty();
    Code code = fields.code();
    String korean = fields.text("ko");
    BilingualText definition = fields.bilingual("definition");
    double sigma = fields.positive("sigma");
    Map<Projection, Point2> templates = templates(record, member, side);
    if (problems.count() > before || site.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Landmark(
            new LandmarkId(id),
            code,
            korean,
            definition.english(),
            definition.korean(),
            site.get(),
            side,
            sigma,
            templates));
  }

  private Map<Projection, Point2> templates(Definition record, Family member, Optional<Side> side) {
    Map<Projection, Point2> templates = new EnumMap<>(Projection.class);
    Optional<Definition> template = record.find("template");
    if (template.isEmpty()) {
      record.problem("\"template\" is missing");
      return templates;
    }
    template
        .get()
        .fields()
        .forEach(
            (name, position) -> {
              Optional<Projection> projection =
                  RecordFields.constantOf(Projection.class).apply(name);
              if (projection.isEmpty()) {
                position.problem("\"" + name + "\" is not the name of a projection");
                return;
              }
              Point2 point = point(position, member);
              boolean mirrored =
                  side.equals(Optional.of(Side.RIGHT)) && projection.get() != Projection.LATERAL;
              templates.put(projection.get(), mirrored ? new Point2(-point.u(), point.v()) : point);
            });
    if (templates.isEmpty()) {
      template.get().problem("expected a position for at least one projection");
    }
    return templates;
  }

  /** A position, or that of a record of positions which is meant for this member. */
  private static Point2 point(Definition position, Family member) {
    if (!position.isRecord()) {
      return point(position);
    }
    for (Map.Entry<String, Definition> entry : position.fields().entrySet()) {
      if (member.hasValue(entry.getKey())) {
        return point(entry.getValue());
      }
    }
    position.problem("no position for this member of the family");
    return new Point2(0, 0);
  }

  private static Point2 point(Definition position) {
    List<Definition> numbers = position.elements();
    if (numbers.size() != 2) {
      position.problem("expected two numbers, found " + numbers.size());
      return new Point2(0, 0);
    }
    return new Point2(numbers.get(0).number(), numbers.get(1).number());
  }
}
