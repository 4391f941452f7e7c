package org.cervimark.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads our tables in tests. */
public final class CsvText {

  private CsvText() {}

  /** Enough of a reader of CSV for fields without line ends. */
  public static List<Map<String, String>> parse(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (String line : csv.split("\r\n", -1)) {
      if (!line.isEmpty()) {
        List<String> fields =
            Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(
                    f ->
                        f.startsWith("\"")
                            ? f.substring(1, f.length() - 1).replace("\"\"", "\"")
                            : f)
                .toList();
        if (header.isEmpty()) {
          header = fields;
        } else {
          assertEquals(header.size(), fields.size(), line);
          Map<String, String> row = new HashMap<>();
          for (int i = 0; i < fields.size(); i++) {
            row.put(header.get(i), fields.get(i));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
