package org.cervimark.dicom.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;

/** The table of compared pictures, which is written to the folder of the build. */
final class GreyTable {

  /** How two pictures of one image differ. */
  record Row(int pixels, int largest, int different) {

    static Row of(byte[] ours, byte[] theirs) {
      int largest = 0;
      int different = 0;
      for (int i = 0; i < ours.length; i++) {
        int difference = Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF));
        largest = Math.max(largest, difference);
        different += difference == 0 ? 0 : 1;
      }
      return new Row(ours.length, largest, different);
    }
  }

  private final ConcurrentSkipListMap<String, String> rows = new ConcurrentSkipListMap<>();
  private final String name;

  GreyTable(String name) {
    this.name = name;
  }

  void add(String file, String option, Row row, String reason) {
    rows.put(
        file + "\t" + option,
        String.format(
            Locale.ROOT, "%d\t%.4f\t%s", row.largest, row.different / (double) row.pixels, reason));
  }

  /** Why a picture may differ by one: DCMTK cuts off where we round. */
  static String rounding(Row row) {
    return switch (row.largest()) {
      case 0 -> "equal";
      case 1 -> "DCMTK cuts off where we round";
      default -> "?";
    };
  }

  void addUnread(String file, String option, String reason) {
    rows.put(file + "\t" + option, "-\t-\t" + reason);
  }

  void write() throws IOException {
    if (!rows.isEmpty()) {
      Path target = Files.createDirectories(Path.of("target"));
      List<String> lines =
          rows.entrySet().stream().map(row -> row.getKey() + "\t" + row.getValue()).toList();
      Files.writeString(
          target.resolve(name),
          "file\toption\tlargest difference\tshare of pixels\treason\n"
              + String.join("\n", lines)
              + "\n");
    }
  }
}
