package org.cervimark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
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

  /** A word with the space before it, or one other sign. */
  private static final Pattern WORD = Pattern.compile("\\s*[\\p{L}\\p{N}–]+|.");

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
    List<String> one = words(members.get(0).name(locale));
    List<String> other = words(members.get(members.size() - 1).name(locale));
    int shorter = Math.min(one.size(), other.size());
    int start = 0;
    while (start < shorter && one.get(start).equals(other.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.get(one.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
      end++;
    }
    return String.join("", one.subList(0, start)).replaceFirst("[, ]+$", "")
        + String.join("", one.subList(one.size() - end, one.size()));
  }

  /** Words with the space before them, and the signs between them: a level such as C2–C3 is one. */
  private static List<String> words(String name) {
    return WORD.matcher(name).results().map(MatchResult::group).toList();
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
