package org.cervimark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalLineTest {

  private static final List<String> ONE = List.of("change", "=note", "첫째 줄\n둘째\tTab \\n", "");
  private static final List<String> TWO = List.of("change", "-note");

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(List.of(ONE, TWO), JournalLine.decode(both()));
  }

  @Test
  void whereverTheFileWasCutTheRecordsBeforeAreThere() {
    byte[] all = both();
    int first = JournalLine.encode(ONE).length;
    for (int length = 0; length <= all.length; length++) {
      List<List<String>> expected =
          length == all.length ? List.of(ONE, TWO) : length >= first ? List.of(ONE) : List.of();
      assertEquals(expected, JournalLine.decode(Arrays.copyOf(all, length)), "cut at " + length);
    }
  }

  /** A sector gone bad costs the record it lies in and none behind it. */
  @Test
  void aDamagedByteCostsOneRecord() {
    byte[] all = both();
    int first = JournalLine.encode(ONE).length;
    for (int at = 0; at < all.length; at++) {
      byte[] damaged = all.clone();
      damaged[at] ^= 1;
      List<List<String>> found = JournalLine.decode(damaged);
      if (at == first - 1) {
        // Without its end the first line swallows the second.
        assertEquals(List.of(), found);
      } else {
        assertEquals(at < first ? List.of(TWO) : List.of(ONE), found, "damaged at " + at);
      }
    }
  }

  private static byte[] both() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(JournalLine.encode(ONE));
    bytes.writeBytes(JournalLine.encode(TWO));
    return bytes.toByteArray();
  }
}
