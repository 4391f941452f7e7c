package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.cervimark.peer.Peers;
import org.cervimark.report.Phantoms;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenderCommandTest {

  @TempDir Path folder;

  /** DCMTK's rendering with the same window; it rounds, so that a grey level may differ by one. */
  @ParameterizedTest
  @CsvSource({
    "highdicom/dx_image.dcm, 128, 200",
    "nema-wg04-compsamples/IMAGES/REF/RG3_UNC, 400, 600",
    "cornerstone-wado/CTImage.dcm, 40, 400",
  })
  void looksAsDcmtkRendersIt(String file, double centre, double width) throws Exception {
    Path image = SharedFiles.get(file);
    Path png = folder.resolve("ours.png");
    Path pgm = folder.resolve("theirs.pgm");
    CommandRun.of("render", image, "--out", png, "--window", centre, width).ends(ExitCode.DONE);
    Peers.succeed(
        "dcmtk",
        "dcm2pnm",
        "--write-raw-pnm",
        "--set-window",
        Double.toString(centre),
        Double.toString(width),
        image.toString(),
        pgm.toString());
    BufferedImage ours = ImageIO.read(png.toFile());
    int[][] theirs = grey(pgm);
    assertEquals(theirs.length, ours.getHeight());
    assertEquals(theirs[0].length, ours.getWidth());
    for (int row = 0; row < theirs.length; row++) {
      for (int column = 0; column < theirs[row].length; column++) {
        int grey = ours.getRaster().getSample(column, row, 0);
        if (Math.abs(theirs[row][column] - grey) > 1) {
          assertEquals(theirs[row][column], grey, "at " + column + ", " + row);
        }
      }
    }
  }

  @Test
  void oneOfTheWindowsOfTheHeaderIsChosenByItsNumber() throws Exception {
    Path image = folder.resolve("windows.dcm");
    Files.copy(SharedFiles.get("highdicom/dx_image.dcm"), image);
    Peers.succeed(
        "dcmtk",
        "dcmodify",
        "-nb",
        "-i",
        "(0028,1050)=128\\90",
        "-i",
        "(0028,1051)=200\\40",
        "-i",
        "(0028,1055)=WIDE\\NARROW",
        image.toString());
    Path second = folder.resolve("second.png");
    Path given = folder.resolve("given.png");
    CommandRun.of("render", image, "--out", second, "--voi", 2).ends(ExitCode.DONE);
    CommandRun.of("render", image, "--out", given, "--window", 90, 40).ends(ExitCode.DONE);
    assertArrayEquals(Files.readAllBytes(given), Files.readAllBytes(second));
    Path automatic = folder.resolve("auto.png");
    CommandRun.of("render", image, "--out", automatic, "--auto").ends(ExitCode.DONE);
    assertFalse(Arrays.equals(Files.readAllBytes(given), Files.readAllBytes(automatic)));
    CommandRun third =
        CommandRun.of("render", image, "--out", folder.resolve("3.png"), "--voi", 3)
            .ends(ExitCode.INPUT_FAILED);
    assertTrue(third.err().contains("offers 2: 1 WIDE, 2 NARROW;"), third.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--voi 0",
    "--voi first",
    "--voi 1 --auto",
    "--window 1 2 --auto",
    "--function sigmoid",
    "--window 1 2 --function spline",
    "--window 1 0 --function sigmoid",
  })
  void whatMakesNoSenseIsSaidBeforeAnythingIsRead(String options) {
    List<Object> words = new ArrayList<>(List.of("render", "none.dcm", "--out", "none.png"));
    words.addAll(List.of(options.split(" ", -1)));
    CommandRun.of(words.toArray()).ends(ExitCode.USAGE);
  }

  @Test
  void isAnEightBitGreyPictureOfFullSize() throws Exception {
    Path png = folder.resolve("film.png");
    CommandRun run = CommandRun.of("render", Phantoms.OPEN_MOUTH, "--out", png).ends(ExitCode.DONE);
    assertEquals("", run.out());
    BufferedImage picture = ImageIO.read(png.toFile());
    assertEquals(1024, picture.getWidth());
    assertEquals(1056, picture.getHeight());
    assertEquals(1, picture.getRaster().getNumBands());
    assertEquals(8, picture.getColorModel().getPixelSize());
  }

  @Test
  void aSavedReadingIsDrawnOnTheImage() throws Exception {
    Path film = copy(Phantoms.OPEN_MOUTH);
    CommandRun.of(
            "measure",
            film,
            "--landmarks",
            Phantoms.table(Phantoms.OPEN_MOUTH),
            "--side",
            "standard",
            "--save",
            "--reader",
            "Lee^Younghee",
            "--json")
        .ends(ExitCode.DONE);
    Path plain = folder.resolve("plain.png");
    Path annotated = folder.resolve("annotated.png");
    CommandRun.of("render", film, "--out", plain).ends(ExitCode.DONE);
    CommandRun run =
        CommandRun.of("render", film, "--out", annotated, "--annotated").ends(ExitCode.DONE);
    assertTrue(run.err().contains("revision 1"), run.err());
    BufferedImage grey = ImageIO.read(plain.toFile());
    BufferedImage picture = ImageIO.read(annotated.toFile());
    assertEquals(grey.getWidth(), picture.getWidth());
    assertEquals(grey.getHeight(), picture.getHeight());
    // Between the mastoids nothing is drawn at the lower edge; the corner pixel is the image's own.
    int last = grey.getRaster().getSample(1000, 1050, 0);
    int rgb = picture.getRGB(1000, 1050);
    assertArrayEquals(
        new int[] {last, last, last}, new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF});
    assertFalse(ImageIO.read(annotated.toFile()).getRaster().getNumBands() < 3);
  }

  @Test
  void anImageWithoutASavedReadingCannotBeAnnotated() throws Exception {
    Path film = copy(Phantoms.OPEN_MOUTH);
    Path png = folder.resolve("film.png");
    CommandRun run =
        CommandRun.of("render", film, "--out", png, "--annotated").ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains("has no saved measurements"), run.err());
    assertFalse(Files.exists(png));
  }

  private Path copy(Path film) throws IOException {
    return Files.copy(film, folder.resolve(film.getFileName()));
  }

  /** Reads a raw portable greymap of 8 bits. */
  private static int[][] grey(Path pgm) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(pgm))) {
      assertEquals("P5", word(in));
      int columns = Integer.parseInt(word(in));
      int rows = Integer.parseInt(word(in));
      assertEquals("255", word(in));
      int[][] grey = new int[rows][columns];
      for (int[] line : grey) {
        for (int i = 0; i < columns; i++) {
          line[i] = in.readUnsignedByte();
        }
      }
      return grey;
    }
  }

  private static String word(DataInputStream in) throws IOException {
    StringBuilder word = new StringBuilder();
    int c = in.read();
    while (c == '#' || Character.isWhitespace(c)) {
      while (c == '#' && in.read() != '\n') {
        word.setLength(0);
      }
      c = in.read();
    }
    while (!Character.isWhitespace(c)) {
      word.append((char) c);
      c = in.read();
    }
    return word.toString();
  }
}
