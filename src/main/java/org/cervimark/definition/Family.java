package org.cervimark.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the placeholders of one member of a family of records. A record with
 *
 * <pre>
 * for: {u: [c2, c3], l: [c3, c4]}
 * </pre>
 *
 * is read twice, once with {@code {u}} = c2 and {@code {l}} = c3, once with c3 and c4; {@code {U}}
 * and {@code {L}} give the same in capitals. A list of such records is multiplied out. A record
 * without {@code for} is a family of one.
 */
public final class Family {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  private final Map<String, String> values;

  private Family(Map<String, String> values) {
    this.values = values;
  }

  /** The family of one, without placeholders. */
  public static Family none() {
    return new Family(Map.of());
  }

  /** The members of the family that a record defines. */
  public static List<Family> of(Definition record) {
    List<Family> members = List.of(none());
    Optional<Definition> definition = record.find("for");
    if (definition.isEmpty()) {
      return members;
    }
    List<Definition> factors =
        definition.get().isList() ? definition.get().elements() : List.of(definition.get());
    for (Definition factor : factors) {
      List<Family> product = new ArrayList<>();
      for (Family member : members) {
        for (Map<String, String> row : rows(factor)) {
          Map<String, String> joined = new LinkedHashMap<>(member.values);
          joined.putAll(row);
          product.add(new Family(joined));
        }
      }
      members = product;
    }
    return members;
  }

  /** What stands for a placeholder, if the family has it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether anything of this member has the given value. */
  public boolean hasValue(String value) {
    return values.containsValue(value);
  }

  /** A text with every known placeholder filled in; unknown ones stay. */
  public String fill(String template) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(value(found.group(1)).orElse(found.group())));
  }

  /** The filled text of a value; a placeholder that stays is noted. */
  public String fill(Definition definition) {
    String filled = fill(definition.text());
    Matcher left = PLACEHOLDER.matcher(filled);
    if (left.find()) {
      definition.problem("nothing stands for the placeholder " + left.group());
    }
    return filled;
  }

  private static List<Map<String, String>> rows(Definition factor) {
    List<Map<String, String>> rows = new ArrayList<>();
    factor
        .fields()
        .forEach(
            (name, list) -> {
              List<Definition> elements = list.elements();
              if (rows.isEmpty()) {
                elements.forEach(element -> rows.add(new LinkedHashMap<>()));
              }
              if (rows.size() != elements.size()) {
                list.problem(
                    "expected " + rows.size() + " values like before, found " + elements.size());
                return;
              }
              for (int i = 0; i < rows.size(); i++) {
                String value = elements.get(i).text();
                rows.get(i).put(name, value);
                rows.get(i)
                    .putIfAbsent(name.toUpperCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
              }
            });
    return rows;
  }
}
