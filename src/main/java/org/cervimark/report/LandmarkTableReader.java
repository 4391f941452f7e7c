package org.cervimark.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/** Reads the rows of a {@link LandmarkTable}; refuses the whole file on the first mistake. */
final class LandmarkTableReader {

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
  private final LandmarkDictionary dictionary;
  private final Wording wording;

  LandmarkTableReader(Path file, LandmarkDictionary dictionary, Wording wording) {
    this.file = file;
    this.dictionary = dictionary;
    this.wording = wording;
  }

  /**
   * Reads the rows in the order of the file.
   *
   * @param rows takes them
   * @throws TableException if there is none, or a mistake
   */
  void read(Consumer<LandmarkTable.Row> rows) throws TableException {
    try (Reader text = Files.newBufferedReader(file)) {
      CsvRecords records = new CsvRecords(text);
      Map<String, Integer> header = header(entry(records));
      rows.accept(row(entry(records), header));
      for (Optional<CsvRecords.Entry> entry = records.next();
          entry.isPresent();
          entry = records.next()) {
        rows.accept(row(entry.get(), header));
      }
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

  private CsvRecords.Entry entry(CsvRecords records)
      throws IOException, CsvRecords.MalformedException, TableException {
    Optional<CsvRecords.Entry> entry = records.next();
    if (entry.isEmpty()) {
      throw new TableException(wording.get("table.empty", file.toString()));
    }
    return entry.get();
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

  private LandmarkTable.Row row(CsvRecords.Entry entry, Map<String, Integer> header)
      throws TableException {
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
    return new LandmarkTable.Row(entry.line(), cell(entry, header, IMAGE), placement);
  }

  private LandmarkId landmark(CsvRecords.Entry entry, String id) throws TableException {
    Optional<Landmark> found =
        LandmarkId.isValid(id) ? dictionary.find(new LandmarkId(id)) : Optional.empty();
    if (found.isPresent()) {
      return found.get().id();
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
}
