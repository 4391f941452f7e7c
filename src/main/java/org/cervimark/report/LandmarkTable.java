package org.cervimark.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.ReadingSession;

/**
 * A table of landmarks: CSV (RFC 4180, UTF-8) with the columns {@code image}, {@code landmark},
 * {@code column}, {@code row} and, if wanted, {@code visibility}, in any order. The image is named
 * by its SOP Instance UID, its file name or the end of its path, or not at all if there is only
 * one; coordinates are those of {@link ImagePoint}. A landmark whose visibility is {@code
 * not-visible} needs no coordinates.
 */
public final class LandmarkTable {

  /**
   * One landmark of the table.
   *
   * @param line line of the file, from 1
   * @param image the image as the table names it, empty if it does not
   * @param placement the landmark as placed
   */
  record Row(int line, String image, Placement placement) {}

  private final Path file;
  private final Wording wording;
  private final Map<String, List<Row>> rowsByImage = new LinkedHashMap<>();

  private LandmarkTable(Path file, Wording wording, List<Row> rows) {
    this.file = file;
    this.wording = wording;
    rows.forEach(r -> rowsByImage.computeIfAbsent(r.image(), i -> new ArrayList<>()).add(r));
  }

  /**
   * Reads a table.
   *
   * @param locale the language of the sentences in exceptions
   * @throws TableException if the file cannot be read or says something impossible
   */
  public static LandmarkTable read(Path file, LandmarkDictionary dictionary, Locale locale)
      throws TableException {
    Wording wording = Wording.of(LandmarkTable.class, locale);
    return new LandmarkTable(
        file, wording, new LandmarkTableReader(file, dictionary, wording).rows());
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The images as the table names them; an empty text stands for those that it does not name. */
  public Set<String> images() {
    return Set.copyOf(rowsByImage.keySet());
  }

  /**
   * The landmarks of an image.
   *
   * @param imageFile where the image lies
   * @param only whether it is the only image in question, so that rows without an image mean it
   * @throws TableException if there are none, a landmark occurs twice, or a point lies outside the
   *     image
   */
  public LandmarkSet landmarks(Path imageFile, Radiograph radiograph, boolean only)
      throws TableException {
    Map<LandmarkId, Row> found = new HashMap<>();
    for (Map.Entry<String, List<Row>> rows : rowsByImage.entrySet()) {
      String name = rows.getKey();
      if (name.isEmpty() ? only : names(name, imageFile, radiograph)) {
        for (Row row : rows.getValue()) {
          requireWithin(row, imageFile, radiograph);
          requireFirst(row, Optional.ofNullable(found.put(row.placement().landmark(), row)));
        }
      }
    }
    if (found.isEmpty()) {
      throw new TableException(
          wording.get(
              rowsByImage.containsKey("") ? "table.unnamed" : "table.none",
              file.toString(),
              imageFile.toString(),
              radiograph.reference().sopInstanceUid()));
    }
    return LandmarkSet.of(found.values().stream().map(Row::placement).toList());
  }

  /** Whether a name in the table means an image: its UID, its file name or the end of its path. */
  public static boolean names(String name, Path imageFile, Radiograph radiograph) {
    if (name.equals(radiograph.reference().sopInstanceUid())) {
      return true;
    }
    try {
      return composed(imageFile.toAbsolutePath().normalize().toString())
          .endsWith(composed(name).normalize());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Puts landmarks into a session, as a reader would. */
  public static void place(LandmarkSet landmarks, ReadingSession session) {
    for (Placement placement : landmarks.all()) {
      LandmarkId id = placement.landmark();
      if (placement.point().isPresent()) {
        session.place(id, placement.point().get());
        session.setVisibility(id, placement.visibility());
      } else {
        session.markNotVisible(id);
      }
    }
  }

  private void requireFirst(Row row, Optional<Row> earlier) throws TableException {
    if (earlier.isPresent()) {
      throw new TableException(
          wording.get(
              "table.twice",
              file.toString(),
              Integer.toString(row.line()),
              row.placement().landmark().value(),
              Integer.toString(earlier.get().line())));
    }
  }

  private void requireWithin(Row row, Path imageFile, Radiograph radiograph) throws TableException {
    Optional<ImagePoint> point = row.placement().point();
    if (point.isPresent() && !point.get().isWithin(radiograph.columns(), radiograph.rows())) {
      throw new TableException(
          wording.get(
              "table.outside",
              file.toString(),
              Integer.toString(row.line()),
              row.placement().landmark().value(),
              Double.toString(point.get().column()),
              Double.toString(point.get().row()),
              imageFile.toString(),
              Integer.toString(radiograph.columns()),
              Integer.toString(radiograph.rows())));
    }
  }

  // File systems keep Hangul in file names composed or decomposed.
  private static Path composed(String path) {
    return Path.of(Normalizer.normalize(path, Normalizer.Form.NFC));
  }
}
