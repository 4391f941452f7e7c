package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LandmarkTableTest {

  private static final LandmarkId DENS = new LandmarkId("c2-dens-tip");
  private static final LandmarkId BASION = new LandmarkId("basion");
  private static final String HEADER = "image,landmark,column,row,visibility\n";

  @TempDir Path folder;
  private Radiograph film;

  @BeforeEach
  void readFilm() throws Exception {
    film = Phantoms.radiograph(Phantoms.LATERAL);
  }

  @Test
  void readsWhatItSays() throws Exception {
    LandmarkSet landmarks =
        of(HEADER + ",c2-dens-tip,512.25,300.5,\n,basion,1,2,estimated\n,opisthion,,,not-visible");
    assertEquals(Optional.of(new ImagePoint(512.25, 300.5)), landmarks.point(DENS));
    assertEquals(Visibility.CLEAR, landmarks.find(DENS).orElseThrow().visibility());
    assertEquals(Visibility.ESTIMATED, landmarks.find(BASION).orElseThrow().visibility());
    assertEquals(
        Visibility.NOT_VISIBLE,
        landmarks.find(new LandmarkId("opisthion")).orElseThrow().visibility());
  }

  @Test
  void columnsMayStandInAnyOrderWithOthersBetweenThem() throws Exception {
    LandmarkSet landmarks =
        of("remark,Row,landmark,COLUMN,image\n\"a, \"\"b\"\"\",300.5,c2-dens-tip,512.25,\n");
    assertEquals(Optional.of(new ImagePoint(512.25, 300.5)), landmarks.point(DENS));
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws Exception {
    LandmarkSet landmarks =
        of("\uFEFF" + HEADER.replace("\n", "\r\n") + "\"\",\"c2-dens-tip\", 5 ,6,clear\r\n\r\n");
    assertEquals(Optional.of(new ImagePoint(5, 6)), landmarks.point(DENS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lateral-neutral.dcm",
        "2026-01-14/lateral-neutral.dcm",
        "hong/2026-01-14/lateral-neutral.dcm",
        "2.25.307602510834589782698934521631538557889"
      })
  void anImageIsNamedByItsUidOrTheEndOfItsPath(String name) throws Exception {
    assertTrue(means(name, Phantoms.LATERAL));
    LandmarkSet landmarks = of(HEADER + name + ",c2-dens-tip,5,6,\nother.dcm,basion,7,8,\n");
    assertEquals(1, landmarks.all().size());
  }

  @Test
  void aFileNameOfAnotherFolderOrOnlyItsEndIsNotMeant() throws Exception {
    assertFalse(means("neutral.dcm", Phantoms.LATERAL));
    assertFalse(means("2026-02-25/lateral-neutral.dcm", Phantoms.LATERAL));
    assertFalse(means(".", Phantoms.LATERAL));
  }

  @Test
  void severalNamesOfAnImageStandInTheOrderOfTheTable() throws Exception {
    String uid = film.reference().sopInstanceUid();
    String path = "hong/2026-01-14/lateral-neutral.dcm";
    LandmarkTable table =
        table(
            HEADER
                + path
                + ",basion,7,8,\nx/lateral-neutral.dcm,basion,7,8,\n"
                + uid
                + ",c2-dens-tip,5,6,\nlateral-neutral.dcm,opisthion,9,9,\n");
    assertEquals(List.of(path, uid, "lateral-neutral.dcm"), table.names(Phantoms.LATERAL, film));
  }

  @Test
  void hangulFileNamesAreTheSameComposedAndDecomposed() throws Exception {
    Path composed = Path.of("\uD64D.dcm");
    assertTrue(means("\u1112\u1169\u11BC.dcm", composed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",c2-dens-typ,5,6, | line 3, column landmark: there is no landmark \"c2-dens-typ\";"
            + " probably \"c2-dens-tip\" is meant.",
        ",C2 dens,5,6, | line 3, column landmark: there is no landmark \"C2 dens\"",
        ",,5,6, | line 3, column landmark: there is no landmark \"\"",
        ",c2-dens-tip,five,6, | line 3, column column: a number of pixels such as 512.25 is"
            + " expected, found \"five\".",
        ",c2-dens-tip,5,\"6,5\", | line 3, column row: a number of pixels such as 512.25 is"
            + " expected, found \"6,5\".",
        ",c2-dens-tip,5,, | line 3, column row: a number of pixels such as 512.25 is expected,"
            + " found \"\".",
        ",c2-dens-tip,NaN,6, | line 3, column column: a number",
        ",c2-dens-tip,5,1e999, | line 3, column row: a number",
        ",c2-dens-tip,5,6,seen | line 3, column visibility: found \"seen\"; one of clear,"
            + " uncertain, estimated, not-visible is expected.",
        ",c2-dens-tip | line 3, column column: a number",
        ",c2-dens-tip,5,\"6 | line 3: a quoted field is not closed",
      })
  void aMistakeIsNamedWithFileLineAndColumn(String row, String sentence) {
    String message = refusal(HEADER + ",basion,1,1,\n" + row + "\n");
    assertTrue(message.startsWith(folder.resolve("t.csv").toString()), message);
    assertTrue(message.contains(sentence), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image,landmark,column | line 1, column row: the header lacks \"row\"",
        "image;landmark;column;row | columns separated by commas are expected",
        "image,landmark,column,row,row | names \"row\" twice",
        "image,landmark,column,row,visibilty | names \"visibilty\"; probably \"visibility\" is"
            + " meant",
        "image,landmrk,column,row | lacks \"landmark\"",
      })
  void aWrongHeaderIsNamed(String header, String sentence) {
    String message = refusal(header + "\n,c2-dens-tip,5,6\n");
    assertTrue(message.contains(sentence), message);
  }

  @Test
  void aPointOutsideTheImageIsRefusedWithTheSizeOfTheImage() {
    String message = refusal(HEADER + ",basion,1,1,\n,c2-dens-tip,1664.5,20,\n");
    assertEquals(
        folder.resolve("t.csv")
            + ", line 3: landmark c2-dens-tip at column 1664.5, row 20.0 lies outside "
            + Phantoms.LATERAL
            + ", which has 1664 columns and 1984 rows; correct the point or name the right image.",
        message);
    assertTrue(refusal(HEADER + ",c2-dens-tip,-0.5,20,\n").contains("lies outside"));
  }

  @Test
  void theOuterCornersBelongToTheImage() throws Exception {
    LandmarkSet landmarks = of(HEADER + ",c2-dens-tip,0,0,\n,basion,1664,1984,\n");
    assertEquals(2, landmarks.all().size());
  }

  @Test
  void aLandmarkGivenTwiceIsRefusedWithBothLines() {
    String twice = refusal(HEADER + ",c2-dens-tip,5,6,\n,basion,1,1,\n,c2-dens-tip,7,8,\n");
    assertTrue(twice.contains("line 4: landmark c2-dens-tip was already given on line 2"), twice);
    String names =
        refusal(HEADER + ",c2-dens-tip,5,6,\nlateral-neutral.dcm,c2-dens-tip,5,6,clear\n");
    assertTrue(names.contains("already given on line 2"), names);
  }

  @Test
  void anImageWithoutLandmarksIsRefusedWithItsUid() {
    String message = refusal(HEADER + "other.dcm,c2-dens-tip,5,6,\n");
    assertTrue(message.contains("has no landmarks for " + Phantoms.LATERAL), message);
    assertTrue(message.contains(film.reference().sopInstanceUid()), message);
  }

  @Test
  void rowsWithoutAnImageAreRefusedIfThereAreSeveral() throws Exception {
    LandmarkTable table = table(HEADER + ",c2-dens-tip,5,6,\n");
    TableException thrown =
        assertThrows(TableException.class, () -> table.landmarks(Phantoms.LATERAL, film, false));
    assertTrue(thrown.getMessage().contains("does not say which image"), thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "image,landmark,column,row,visibility\n"})
  void anEmptyTableIsRefused(String text) {
    assertTrue(refusal(text).contains("holds no landmarks"));
  }

  @Test
  void filesThatAreNoTextAreRefused() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertTrue(refusal(missing).contains("missing.csv does not exist"));
    assertTrue(refusal(folder).contains("could not be read"));
    Path korean = folder.resolve("cp949.csv");
    Files.write(korean, (HEADER + "홍길동.dcm,basion,1,2,\n").getBytes(Charset.forName("MS949")));
    assertTrue(refusal(korean).contains("is not UTF-8 text"));
    Path utf16 = folder.resolve("utf16.csv");
    Files.write(utf16, HEADER.getBytes(StandardCharsets.UTF_16));
    assertTrue(refusal(utf16).contains("is not UTF-8 text"));
  }

  private boolean means(String name, Path image) throws Exception {
    return table(HEADER + name + ",c2-dens-tip,5,6,\nother.dcm,basion,7,8,\n")
        .names(image, film)
        .equals(List.of(name));
  }

  private LandmarkSet of(String text) throws Exception {
    return table(text).landmarks(Phantoms.LATERAL, film, true);
  }

  private LandmarkTable table(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    return LandmarkTable.read(file, Catalogue.builtIn().landmarks(), Locale.ENGLISH);
  }

  private String refusal(String text) {
    return assertThrows(TableException.class, () -> of(text)).getMessage();
  }

  private String refusal(Path file) {
    return assertThrows(
            TableException.class,
            () -> LandmarkTable.read(file, Catalogue.builtIn().landmarks(), Locale.ENGLISH))
        .getMessage();
  }
}
