package org.cervimark.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private final Map<String, PackedRows> rowsByImage = new LinkedHashMap<>();

  /** The names with their positions in the table, by the file name in which they end. */
  private final Map<Path, SortedMap<Integer, String>> namesByFile = new HashMap<>();

  private final Map<String, Integer> positions = new HashMap<>();

  private LandmarkTable(Path file, Wording wording, LandmarkTableReader reader)
      throws TableException {
    this.file = file;
    this.wording = wording;
    reader.read(row -> rowsByImage.computeIfAbsent(row.image(), i -> new PackedRows()).add(row));
    rowsByImage.values().forEach(PackedRows::trim);
    for (String name : rowsByImage.keySet()) {
      int position = positions.size();
      positions.put(name, position);
      pathOf(name)
          .map(Path::getFileName)
          .ifPresent(
              end -> namesByFile.computeIfAbsent(end, n -> new TreeMap<>()).put(position, name));
    }
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
    return new LandmarkTable(file, wording, new LandmarkTableReader(file, dictionary, wording));
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
    SortedMap<Integer, String> names = positioned(imageFile, radiograph);
    if (only && positions.containsKey("")) {
      names.put(position(""), "");
    }
    for (String name : names.values()) {
      for (Row row : rows(name)) {
        requireWithin(row, imageFile, radiograph);
        requireFirst(row, Optional.ofNullable(found.put(row.placement().landmark(), row)));
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

  /**
   * The names in the table that mean an image, in the order of the table: its UID, its file name or
   * the end of its path. Takes no longer for a table of many images.
   */
  public List<String> names(Path imageFile, Radiograph radiograph) {
    return List.copyOf(positioned(imageFile, radiograph).values());
  }

  private SortedMap<Integer, String> positioned(Path imageFile, Radiograph radiograph) {
    SortedMap<Integer, String> names = new TreeMap<>();
    String uid = radiograph.reference().sopInstanceUid();
    if (positions.containsKey(uid)) {
      names.put(position(uid), uid);
    }
    Optional<Path> path = pathOf(imageFile.toAbsolutePath().normalize().toString());
    SortedMap<Integer, String> candidates =
        path.map(Path::getFileName)
            .flatMap(end -> Optional.ofNullable(namesByFile.get(end)))
            .orElse(new TreeMap<>());
    candidates.forEach(
        (position, name) -> {
          if (path.filter(p -> pathOf(name).filter(p::endsWith).isPresent()).isPresent()) {
            names.put(position, name);
          }
        });
    return names;
  }

  private List<Row> rows(String name) {
    PackedRows rows = rowsByImage.get(name);
    return rows == null ? List.of() : rows.of(name);
  }

  private int position(String name) {
    return positions.getOrDefault(name, 0);
  }

  /** A name as a path; empty if it cannot be one. */
  private static Optional<Path> pathOf(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(composed(name).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
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
