package org.cervimark.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTableTest {

  private final ActionTable table = ActionTable.load();

  /** Edition 2024b lists 620 attributes and groups of attributes besides the private ones. */
  @Test
  void itIsComplete() {
    assertEquals(620, table.size());
  }

  @ParameterizedTest
  @CsvSource({
    "00100010, Z",
    "00100020, Z/D",
    "00100030, Z",
    "00101010, X",
    "00080018, U",
    "00080020, Z",
    "00080050, Z",
    "00080080, X/Z/D",
    "0008103E, X",
    "00081140, X/Z/U*",
    "0040A123, D",
    "0040A730, D",
    "00700001, D",
    "00700084, Z/D",
    "60023000, X",
    "501E0010, X",
    "FFFAFFFA, X"
  })
  void rowsAreThoseOfTheStandard(String tag, String code) {
    assertEquals(
        Optional.of(code), table.row(Integer.parseUnsignedInt(tag, 16)).map(ActionTable.Row::code));
  }

  @Test
  void whatTheStandardDoesNotNameIsNotThere() {
    for (int tag : new int[] {Tag.Rows, Tag.PixelData, Tag.PixelSpacing, Tag.CodeMeaning}) {
      assertTrue(table.row(tag).isEmpty());
    }
  }
}
