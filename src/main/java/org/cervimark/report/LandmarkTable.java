package org.cervimark.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession;

/**
 * A table of landmarks: CSV (RFC 4180, UTF-8) with the columns {@code image}, {@code landmark},
 * {@code column}, {@code row} and, if wanted, {@code visibility}, in any order. The image is named
 * by its SOP Instance UID, its file name or the end of its path, or not at all if there is only
 * one; coordinates are those of {@link ImagePoint}. A landmark whose visibility is {@code
 * not-visible} may have no coordinates.
 */
public final class LandmarkTable {

  /**
   * One landmark of the table.
   *
   * @param line line of the file, from 1
   * @param image the image as the table names it, empty if it does not
   * @param placement the landmark as placed
   */
  private record Row(int line, String image, Placement placement) {}

  private static final String IMAGE = "image";
  private static final String LANDMARK = "landmark";
  private static final String COLUMN = "column";
  private static final String ROW = "row";
  private static final String VISIBILITY = "visibility";
  private static final List<String> NEEDED = List.of(IMAGE, LANDMARK, COLUMN, ROW);
  private static final List<String> KNOWN = List.of(IMAGE, LANDMARK, COLUMN, ROW, VISIBILITY);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private final Path file;
  private final Wording wording;
  private final LandmarkDictionary dictionary;
  private final List<Row> rows = new ArrayList<>();

  private LandmarkTable(Path file, LandmarkDictionary dictionary, Wording wording) {
    this.file = file;
    this.dictionary = dictionary;
    this.wording = wording;
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
    LandmarkTable table = new LandmarkTable(file, dictionary, wording);
    List<CsvRecords.Entry> entries = entries(file, wording);
    if (entries.isEmpty()) {
      throw new TableException(wording.get("table.empty", file.toString()));
    }
    Map<String, Integer> header = table.header(entries.get(0));
    for (CsvRecords.Entry entry : entries.subList(1, entries.size())) {
      table.rows.add(table.row(entry, header));
    }
    if (table.rows.isEmpty()) {
      throw new TableException(wording.get("table.empty", file.toString()));
    }
    return table;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The images as the table names them; an empty text stands for those that it does not name. */
  public Set<String> images() {
    return rows.stream().map(Row::image).collect(Collectors.toUnmodifiableSet());
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
    for (Row row : rows) {
      if (row.image().isEmpty() ? only : names(row.image(), imageFile, radiograph)) {
        requireWithin(row, imageFile, radiograph);
        Row earlier = found.put(row.placement().landmark(), row);
        if (earlier != null) {
          throw new TableException(
              wording.get(
                  "table.twice",
                  file.toString(),
                  Integer.toString(row.line()),
                  row.placement().landmark().value(),
                  Integer.toString(earlier.line())));
        }
      }
    }
    if (found.isEmpty()) {
      throw new TableException(
          wording.get(
              images().contains("") ? "table.unnamed" : "table.none",
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

  private static List<CsvRecords.Entry> entries(Path file, Wording wording) throws TableException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return CsvRecords.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      throw new TableException(wording.get("table.missing", file.toString()), e);
    } catch (CharacterCodingException e) {
      throw new TableException(wording.get("table.encoding", file.toString()), e);
    } catch (IOException e) {
      throw new TableException(wording.get("table.unreadable", file.toString()), e);
    } catch (CsvRecords.MalformedException e) {
      throw new TableException(
          wording.get("table.quote", file.toString(), Integer.toString(e.line())), e);
    }
  }

  private Map<String, Integer> header(CsvRecords.Entry entry) throws TableException {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < entry.fields().size(); i++) {
      String name = entry.fields().get(i).strip().toLowerCase(Locale.ROOT);
      if (header.put(name, i) != null) {
        throw problem(entry, name, "table.header.twice", name);
      }
    }
    for (String needed : NEEDED) {
      if (!header.containsKey(needed)) {
        throw problem(
            entry,
            needed,
            entry.fields().size() == 1 ? "table.header.separator" : "table.header.missing",
            needed);
      }
    }
    for (String name : header.keySet()) {
      Optional<String> meant = Spelling.nearest(name, KNOWN);
      if (!KNOWN.contains(name) && meant.isPresent() && !header.containsKey(meant.get())) {
        throw problem(entry, name, "table.header.unknown", name, meant.get());
      }
    }
    return header;
  }

  private Row row(CsvRecords.Entry entry, Map<String, Integer> header) throws TableException {
    LandmarkId landmark = landmark(entry, cell(entry, header, LANDMARK));
    String word = cell(entry, header, VISIBILITY);
    Optional<Visibility> visibility =
        word.isEmpty() ? Optional.of(Visibility.CLEAR) : Visibility.withId(word);
    if (visibility.isEmpty()) {
      throw problem(
          entry,
          VISIBILITY,
          "table.visibility",
          word,
          Arrays.stream(Visibility.values()).map(Visibility::id).collect(Collectors.joining(", ")));
    }
    String column = cell(entry, header, COLUMN);
    String row = cell(entry, header, ROW);
    Placement placement;
    if (visibility.get() == Visibility.NOT_VISIBLE) {
      placement = Placement.notVisible(landmark);
    } else {
      ImagePoint point = new ImagePoint(number(entry, COLUMN, column), number(entry, ROW, row));
      placement = Placement.at(landmark, point, visibility.get());
    }
    return new Row(entry.line(), cell(entry, header, IMAGE), placement);
  }

  private LandmarkId landmark(CsvRecords.Entry entry, String id) throws TableException {
    if (LandmarkId.isValid(id) && dictionary.contains(new LandmarkId(id))) {
      return new LandmarkId(id);
    }
    Set<String> known = new HashSet<>();
    dictionary.all().forEach(l -> known.add(l.id().value()));
    Optional<String> meant = Spelling.nearest(id, known);
    throw meant.isPresent()
        ? problem(entry, LANDMARK, "table.landmark.meant", id, meant.get())
        : problem(entry, LANDMARK, "table.landmark", id);
  }

  private double number(CsvRecords.Entry entry, String column, String text) throws TableException {
    if (!NUMBER.matcher(text).matches() || !Double.isFinite(Double.parseDouble(text))) {
      throw problem(entry, column, "table.number", text);
    }
    return Double.parseDouble(text);
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

  private static String cell(CsvRecords.Entry entry, Map<String, Integer> header, String column) {
    Integer index = header.get(column);
    return index == null || index >= entry.fields().size()
        ? ""
        : PlainText.harmless(entry.fields().get(index)).strip();
  }

  private TableException problem(
      CsvRecords.Entry entry, String column, String key, String... values) {
    return new TableException(
        wording.get("table.at", file.toString(), Integer.toString(entry.line()), column)
            + " "
            + wording.get(key, values));
  }

  // File systems keep Hangul in file names composed or decomposed.
  private static Path composed(String path) {
    return Path.of(Normalizer.normalize(path, Normalizer.Form.NFC));
  }
}
