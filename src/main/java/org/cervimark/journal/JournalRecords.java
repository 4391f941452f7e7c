package org.cervimark.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cervimark.image.ImageReference;
import org.cervimark.reading.Draft;
import org.cervimark.reading.Journal;

/**
 * What the records of a journal file say. {@code image} and {@code base} come first, each later
 * {@code change} says when and what: pairs of {@code =key} and text, and {@code -key} for what is
 * gone.
 */
final class JournalRecords {

  private static final String IMAGE = "CerviMark journal 1";
  private static final String BASE = "base";
  private static final String CHANGE = "change";
  private static final String SET = "=";
  private static final String REMOVED = "-";

  private JournalRecords() {}

  static byte[] image(ImageReference image) {
    return JournalLine.encode(
        List.of(
            IMAGE,
            image.studyInstanceUid(),
            image.seriesInstanceUid(),
            image.sopClassUid(),
            image.sopInstanceUid(),
            Integer.toString(image.frame())));
  }

  static byte[] base(Draft base) {
    List<String> words = new ArrayList<>(List.of(BASE));
    base.entries()
        .forEach(
            (key, text) -> {
              words.add(SET + key);
              words.add(text);
            });
    return JournalLine.encode(words);
  }

  static byte[] change(Instant at, Draft.Changes changes) {
    List<String> words = new ArrayList<>(List.of(CHANGE, Long.toString(at.toEpochMilli())));
    changes
        .set()
        .forEach(
            (key, text) -> {
              words.add(SET + key);
              words.add(text);
            });
    changes.removed().forEach(key -> words.add(REMOVED + key));
    return JournalLine.encode(words);
  }

  /** What a file holds; empty if not even the image and the beginning can be read. */
  static Optional<Journal.Kept> read(byte[] file) {
    List<List<String>> records = JournalLine.decode(file);
    if (records.size() < 3 || !records.get(1).get(0).equals(BASE)) {
      return Optional.empty();
    }
    Optional<ImageReference> image = image(records.get(0));
    if (image.isEmpty()) {
      return Optional.empty();
    }
    Draft base = new Draft(new TreeMap<>()).with(changes(records.get(1), 1));
    Draft latest = base;
    Instant at = Instant.EPOCH;
    for (List<String> record : records.subList(2, records.size())) {
      if (record.get(0).equals(CHANGE) && record.size() > 2) {
        latest = latest.with(changes(record, 2));
        at = instant(record.get(1)).orElse(at);
      }
    }
    return Optional.of(new Journal.Kept(image.get(), at, base, latest));
  }

  private static Draft.Changes changes(List<String> words, int from) {
    SortedMap<String, String> set = new TreeMap<>();
    SortedSet<String> removed = new TreeSet<>();
    for (int i = from; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith(SET) && i + 1 < words.size()) {
        set.put(word.substring(1), words.get(++i));
      } else if (word.startsWith(REMOVED)) {
        removed.add(word.substring(1));
      }
    }
    return new Draft.Changes(set, removed);
  }

  private static Optional<ImageReference> image(List<String> words) {
    if (words.size() != 6 || !words.get(0).equals(IMAGE) || words.contains("")) {
      return Optional.empty();
    }
    try {
      int frame = Integer.parseInt(words.get(5));
      return frame < 1
          ? Optional.empty()
          : Optional.of(
              new ImageReference(words.get(1), words.get(2), words.get(3), words.get(4), frame));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String milliseconds) {
    try {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(milliseconds)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
