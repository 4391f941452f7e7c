package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 4180 section 2, and what spreadsheets make of them. */
final class CsvRecordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryLineEnd(String end) throws Exception {
    List<CsvRecords.Entry> entries = parse("aaa,bbb" + end + "zzz,yyy" + end);
    assertEquals(
        List.of(
            new CsvRecords.Entry(1, List.of("aaa", "bbb")),
            new CsvRecords.Entry(2, List.of("zzz", "yyy"))),
        entries);
  }

  @Test
  void needsNoLineEndAfterTheLastRecord() throws Exception {
    assertEquals(2, parse("aaa,bbb\r\nzzz,yyy").size());
  }

  @Test
  void quotedFieldsHoldCommasLineEndsAndQuotes() throws Exception {
    List<CsvRecords.Entry> entries = parse("\"aaa\",\"b \r\nbb\",\"c\"\"c,c\"\r\nzzz,yyy,xxx");
    assertEquals(List.of("aaa", "b \r\nbb", "c\"c,c"), entries.get(0).fields());
    assertEquals(new CsvRecords.Entry(3, List.of("zzz", "yyy", "xxx")), entries.get(1));
  }

  @Test
  void emptyFieldsAreFieldsAndEmptyLinesAreNoRecords() throws Exception {
    List<CsvRecords.Entry> entries = parse(",,\n\n  \na,,\n");
    assertEquals(
        List.of(
            new CsvRecords.Entry(1, List.of("", "", "")),
            new CsvRecords.Entry(4, List.of("a", "", ""))),
        entries);
  }

  @Test
  void anEmptyTextHasNoRecords() throws Exception {
    assertEquals(List.of(), parse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\nc,\"open\n\n", "a,b\nc,\"x\"y\n", "a,b\nc,\""})
  void saysOnWhichLineAQuotationIsWrong(String text) {
    CsvRecords.MalformedException thrown =
        assertThrows(CsvRecords.MalformedException.class, () -> parse(text));
    assertEquals(2, thrown.line());
  }

  private static List<CsvRecords.Entry> parse(String text) throws Exception {
    CsvRecords records = new CsvRecords(new StringReader(text));
    List<CsvRecords.Entry> entries = new ArrayList<>();
    for (Optional<CsvRecords.Entry> next = records.next();
        next.isPresent();
        next = records.next()) {
      entries.add(next.get());
    }
    return entries;
  }
}
