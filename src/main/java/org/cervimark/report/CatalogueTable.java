package org.cervimark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;

/**
 * The measurements of a catalogue as a table in Markdown, as the README shows it: one row for each
 * record, with the levels of a family together.
 */
public final class CatalogueTable {

  /** What tells the members of a family apart: levels and sides. */
  private static final Pattern MEMBER =
      Pattern.compile("[-]((?:c[1-7]|t1)-(?:c[1-7]|t1)|c[1-7]|right|left)(?=$|:)");

  private static final List<View> LATERAL =
      List.of(View.LATERAL_NEUTRAL, View.LATERAL_FLEXION, View.LATERAL_EXTENSION);

  private final Catalogue catalogue;
  private final Locale locale;

  /** The table of a catalogue in a language. */
  public CatalogueTable(Catalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.locale = locale;
  }

  /** The rows of the table with their heading, without a line feed at the end. */
  public String markdown() {
    Map<String, List<Measurement>> families = new LinkedHashMap<>();
    for (Measurement measurement : catalogue.measurements()) {
      families.computeIfAbsent(family(measurement), f -> new ArrayList<>()).add(measurement);
    }
    List<String> rows = new ArrayList<>();
    rows.add("| measurement | id | views | unit | evidence |");
    rows.add("|---|---|---|---|---|");
    families.forEach((family, members) -> rows.add(row(members)));
    return String.join("\n", rows);
  }

  /**
   * The id without level or side where several measurements share the rest of their construction.
   */
  private static String family(Measurement measurement) {
    String id = measurement.id();
    // The range of the whole neck is no level.
    return id.matches(
            "(c\\d-c\\d-.*|ara-c2-c7|global-rom-.*|harrison-.*|ranawat-.*|prevertebral-.*)")
        ? id
        : MEMBER.matcher(id).replaceFirst("-*");
  }

  /**
   * What the names of a family have in common, without the level or side that begins or ends it.
   */
  private String shared(List<Measurement> members) {
    String one = members.get(0).name(locale);
    String other = members.get(members.size() - 1).name(locale);
    int start = 0;
    while (start < Math.min(one.length(), other.length())
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(one.length(), other.length()) - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String before = one.substring(0, start).replaceFirst("[, ]*C?$", "");
    return before + one.substring(one.length() - end).replaceFirst("^[–C\\d]*", "");
  }

  private static String views(Measurement measurement) {
    return measurement.views().containsAll(LATERAL)
        ? "lateral, any posture"
        : measurement.views().stream().sorted().map(View::id).collect(Collectors.joining(", "));
  }

  private String row(List<Measurement> members) {
    Measurement first = members.get(0);
    Measurement last = members.get(members.size() - 1);
    String ids =
        members.size() == 1
            ? "`" + first.id() + "`"
            : "`" + first.id() + "` … `" + last.id() + "` (" + members.size() + ")";
    String views =
        first.films().isEmpty()
            ? views(first)
            : first.films().stream().map(r -> r.view().id()).collect(Collectors.joining(" + "));
    return "| "
        + String.join(
            " | ",
            members.size() == 1 ? first.name(locale) : shared(members),
            ids,
            views,
            first.unit().map(u -> u.code().value()).orElse("class"),
            first.tier().name())
        + " |";
  }
}
