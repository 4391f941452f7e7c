package org.cervimark.cli;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The growing tables of an export. They have their names only when they are complete; until then
 * they end with {@code .part}, and a list beside them says which files they hold, so that an export
 * that was stopped goes on where it stood.
 */
final class ExportTables implements Closeable {

  static final String PROGRESS = "cervimark-export.progress";
  private static final String PART = ".part";
  private static final int FILES_PER_CHECKPOINT = 250;
  private static final int BUFFER = 1 << 16;

  /** One table. */
  private static final class Table implements Closeable {
    private final Path target;
    private final FileChannel channel;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * BUFFER);

    Table(Path target, long length) throws IOException {
      this.target = target;
      this.channel =
          FileChannel.open(partOf(target), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(length);
      channel.position(length);
    }

    void add(byte[] rows) throws IOException {
      waiting.writeBytes(rows);
      if (waiting.size() > BUFFER) {
        flush();
      }
    }

    void flush() throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
      waiting.reset();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    long length() throws IOException {
      return channel.position();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private final List<Table> tables = new ArrayList<>();
  private final Path folder;
  private final FileChannel progress;
  private final Set<String> done = new HashSet<>();
  private final StringBuilder notes = new StringBuilder();
  private final boolean resumed;
  private int sinceCheckpoint;

  /**
   * Begins or continues tables.
   *
   * @param names file names of the tables
   * @param headers their first lines
   * @param fingerprint what is exported and how
   */
  ExportTables(Path folder, List<String> names, List<String> headers, String fingerprint)
      throws IOException {
    this.folder = folder;
    List<Long> lengths = new ArrayList<>();
    long valid = readProgress(fingerprint, lengths);
    this.resumed = valid > 0 && lengths.size() == names.size();
    if (!resumed) {
      done.clear();
    }
    for (int i = 0; i < names.size(); i++) {
      tables.add(new Table(folder.resolve(names.get(i)), resumed ? lengths.get(i) : 0));
    }
    this.progress =
        FileChannel.open(
            folder.resolve(PROGRESS), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    progress.truncate(resumed ? valid : 0);
    progress.position(resumed ? valid : 0);
    if (!resumed) {
      notes.append(line("X " + fingerprint));
      for (int i = 0; i < headers.size(); i++) {
        tables.get(i).add(headers.get(i).getBytes(StandardCharsets.UTF_8));
      }
      checkpoint();
    }
  }

  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + PART);
  }

  /** Whether an earlier export goes on. */
  boolean isResumed() {
    return resumed;
  }

  /** How many files the earlier export had dealt with. */
  int alreadyDone() {
    return done.size();
  }

  /** Whether the earlier export had dealt with something. */
  boolean isDone(String what) {
    return done.contains(what);
  }

  /** Adds what came of a file, for each table its rows in UTF-8. */
  void add(Path file, List<byte[]> rows) throws IOException {
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).add(rows.get(i));
    }
    mark(file.toString());
  }

  /** Notes that something is done, and now and then makes sure that it stays so. */
  void mark(String what) throws IOException {
    notes.append(line("F " + what));
    if (++sinceCheckpoint >= FILES_PER_CHECKPOINT) {
      checkpoint();
    }
  }

  void checkpoint() throws IOException {
    StringBuilder lengths = new StringBuilder("C");
    for (Table table : tables) {
      table.flush();
      lengths.append(' ').append(table.length());
    }
    notes.append(line(lengths.toString()));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(notes.toString());
    notes.setLength(0);
    while (bytes.hasRemaining()) {
      progress.write(bytes);
    }
    sinceCheckpoint = 0;
  }

  /** Gives the tables their names and forgets the progress. */
  void finish(boolean replace) throws IOException {
    checkpoint();
    for (Table table : tables) {
      table.channel.force(true);
      table.close();
    }
    for (Table table : tables) {
      if (replace) {
        Files.move(partOf(table.target), table.target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(partOf(table.target), table.target);
      }
    }
    progress.close();
    Files.delete(folder.resolve(PROGRESS));
  }

  @Override
  public void close() throws IOException {
    for (Table table : tables) {
      table.close();
    }
    progress.close();
  }

  /** Reads what is done up to the last checkpoint; returns the length of the list up to there. */
  private long readProgress(String fingerprint, List<Long> lengths) throws IOException {
    Path list = folder.resolve(PROGRESS);
    if (!Files.isRegularFile(list)) {
      return 0;
    }
    String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    if (!text.startsWith(line("X " + fingerprint))) {
      return 0;
    }
    List<String> pending = new ArrayList<>();
    long at = 0;
    long valid = 0;
    for (String line : text.split("(?<=\n)", -1)) {
      at += line.getBytes(StandardCharsets.UTF_8).length;
      if (line.startsWith("F ") && line.endsWith("\n")) {
        pending.add(unescaped(line.substring(2, line.length() - 1)));
      } else if (line.matches("C( \\d{1,18})*\n")) {
        done.addAll(pending);
        pending.clear();
        lengths.clear();
        for (String length : line.strip().split(" ", -1)) {
          if (!length.equals("C")) {
            lengths.add(Long.parseLong(length));
          }
        }
        valid = at;
      }
    }
    return valid;
  }

  // Names of files may hold line ends.
  private static String line(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n") + "\n";
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
