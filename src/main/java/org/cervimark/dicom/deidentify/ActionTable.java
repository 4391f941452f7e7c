package org.cervimark.dicom.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Table E.1-1 of PS3.15. */
final class ActionTable {

  private static final String FILE = "ps3.15-e.1-1.tsv";

  /**
   * What the profile does with an attribute.
   *
   * @param code the action as the table has it, such as {@code X/Z}
   * @param option {@code S} or {@code G} where an option cleans it instead, else empty
   * @param name the attribute's name
   */
  record Row(String code, String option, String name) {}

  private record Pattern(int mask, int value, Row row) {}

  private final Map<Integer, Row> rows = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();

  private ActionTable() {}

  /** Reads the table. */
  static ActionTable load() {
    ActionTable table = new ActionTable();
    try (InputStream in = Objects.requireNonNull(ActionTable.class.getResourceAsStream(FILE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.startsWith("#")) {
          table.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return table;
  }

  private void add(String[] columns) {
    Row row = new Row(columns[1], columns[2], columns[3]);
    String tag = columns[0];
    if (tag.indexOf('X') < 0) {
      rows.put(Integer.parseUnsignedInt(tag, 16), row);
    } else {
      patterns.add(
          new Pattern(
              Integer.parseUnsignedInt(tag.replaceAll("[0-9A-F]", "F").replace('X', '0'), 16),
              Integer.parseUnsignedInt(tag.replace('X', '0'), 16),
              row));
    }
  }

  /** What is done with an attribute; empty if the table does not name it. */
  Optional<Row> row(int tag) {
    Row row = rows.get(tag);
    if (row != null) {
      return Optional.of(row);
    }
    return patterns.stream()
        .filter(p -> (tag & p.mask()) == p.value())
        .map(Pattern::row)
        .findFirst();
  }

  /** How many attributes and groups of attributes it names. */
  int size() {
    return rows.size() + patterns.size();
  }
}
