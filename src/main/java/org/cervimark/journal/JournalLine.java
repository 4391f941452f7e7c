package org.cervimark.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of a journal: a line of UTF-8 text. Eight hexadecimal digits of the CRC-32C of all
 * that follows, a space, and words separated by tabs. What was cut short or damaged is no record.
 */
final class JournalLine {

  private static final int CHECK_DIGITS = 8;

  private JournalLine() {}

  /** The bytes of a record, its line end included. */
  static byte[] encode(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      if (!text.isEmpty()) {
        text.append('\t');
      }
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        switch (c) {
          case '\\' -> text.append("\\\\");
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          default -> text.append(c);
        }
      }
    }
    byte[] payload = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] check = check(payload).getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[CHECK_DIGITS + 1 + payload.length + 1];
    System.arraycopy(check, 0, line, 0, CHECK_DIGITS);
    line[CHECK_DIGITS] = ' ';
    System.arraycopy(payload, 0, line, CHECK_DIGITS + 1, payload.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The complete and undamaged records among the bytes of a file, in order. */
  static List<List<String>> decode(byte[] bytes) {
    List<List<String>> records = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        decode(bytes, start, i).ifPresent(records::add);
        start = i + 1;
      }
    }
    return records;
  }

  private static Optional<List<String>> decode(byte[] bytes, int start, int end) {
    int from = start + CHECK_DIGITS + 1;
    if (end < from) {
      return Optional.empty();
    }
    byte[] payload = java.util.Arrays.copyOfRange(bytes, from, end);
    String check = new String(bytes, start, CHECK_DIGITS + 1, StandardCharsets.ISO_8859_1);
    if (!check.equals(check(payload) + " ")) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String text = new String(payload, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        words.add(word.toString());
        word.setLength(0);
      } else if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        word.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return Optional.of(words);
  }

  private static String check(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
