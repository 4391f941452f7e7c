package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.GreyCover;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each step of the grey-scale pipeline on a file that is made for it, as DCMTK draws it. The table
 * goes to {@code target/grey-features.tsv}.
 */
class GreyFeaturesTest {

  private static final int COLUMNS = 96;
  private static final int ROWS = 64;
  private static final GreyTable TABLE = new GreyTable("grey-features.tsv");

  @TempDir static Path folder;

  @AfterAll
  static void writeTable() throws IOException {
    TABLE.write();
  }

  /** A file that shows one thing, which of its windows and tables to use, and how DCMTK does it. */
  record Case(String name, Consumer<Attributes> change, int voi, String options) {
    @Override
    public String toString() {
      return name + " " + options;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("window", window("", 1000, 1500), 1, "+Wi 1"),
        new Case("second window", window("", 1000, 1500, 2000.5, 333), 2, "+Wi 2"),
        new Case("window of width 1", window("LINEAR", 2000, 1), 1, "+Wi 1"),
        new Case("sigmoid", window("SIGMOID", 2000, 1500), 1, "+Wi 1"),
        new Case("linear exact", window("LINEAR_EXACT", 2000, 1500), 1, "+Ww 2000.5 1501"),
        new Case("rescale", window("", -500, 900).andThen(rescale("1.5", "-3000")), 1, "+Wi 1"),
        new Case(
            "falling rescale", window("", 0, 900).andThen(rescale("-0.25", "512")), 1, "+Wi 1"),
        new Case("MONOCHROME1", window("", 1000, 1500).andThen(monochrome1()), 1, "+Wi 1"),
        new Case(
            "MONOCHROME1, shape INVERSE",
            window("", 1000, 1500).andThen(monochrome1()).andThen(shape("INVERSE")),
            1,
            "+Wi 1"),
        new Case(
            "shape INVERSE", window("", 1000, 1500).andThen(shape("INVERSE")), 1, "+Wi 1 +Piv"),
        new Case(
            "MONOCHROME1, sigmoid", window("SIGMOID", 900, 600).andThen(monochrome1()), 1, "+Wi 1"),
        new Case(
            "Modality LUT",
            window("", 30000, 40000)
                .andThen(table(Tag.ModalityLUTSequence, 4096, 0, 16, i -> i * i / 256)),
            1,
            "+Wi 1"),
        new Case(
            "Modality LUT from 500",
            window("", 500, 900)
                .andThen(table(Tag.ModalityLUTSequence, 2000, 500, 10, i -> 1023 - i / 2)),
            1,
            "+Wi 1"),
        new Case(
            "Modality LUT of signed values",
            signed()
                .andThen(window("", 2000, 3000))
                .andThen(table(Tag.ModalityLUTSequence, 4096, -2048, 12, i -> i)),
            1,
            "+Wi 1"),
        new Case("VOI LUT", table(Tag.VOILUTSequence, 4096, 0, 12, i -> i * i / 4096), 1, "+Wl 1"),
        new Case(
            "VOI LUT from 1000 of 8 bits",
            table(Tag.VOILUTSequence, 1000, 1000, 8, i -> 255 - i / 4),
            1,
            "+Wl 1"),
        new Case(
            "second VOI LUT behind a window",
            window("", 1000, 1500)
                .andThen(table(Tag.VOILUTSequence, 4096, 0, 16, i -> i * 16))
                .andThen(table(Tag.VOILUTSequence, 4096, 0, 16, i -> 65535 - i * i / 256)),
            3,
            "+Wl 2"),
        new Case(
            "VOI LUT behind a rescale",
            rescale("2", "-1000")
                .andThen(table(Tag.VOILUTSequence, 6000, -1000, 14, i -> (int) (i * 2.5))),
            1,
            "+Wl 1"),
        new Case(
            "MONOCHROME1, VOI LUT",
            monochrome1().andThen(table(Tag.VOILUTSequence, 4096, 0, 12, i -> i * i / 4096)),
            1,
            "+Wl 1"),
        new Case("signed", signed().andThen(window("", -100, 1500)), 1, "+Wi 1"),
        new Case(
            "overlay", window("", 1000, 1500).andThen(overlay(0, 40, 30, 5, 9, "G")), 1, "+Wi 1"),
        new Case(
            "overlays over the edge",
            window("", 1000, 1500)
                .andThen(overlay(0, 90, 60, -3, -7, "G"))
                .andThen(overlay(3, 41, 33, 50, 80, "G")),
            1,
            "+Wi 1"),
        new Case(
            "overlay left out",
            window("", 1000, 1500).andThen(overlay(0, 40, 30, 5, 9, "G")),
            -1,
            "+Wi 1 -O"),
        new Case(
            "overlay in unused bits", window("", 1000, 1500).andThen(embedded(13)), 1, "+Wi 1"),
        new Case(
            "overlays in unused bits and beside",
            window("", 1000, 1500).andThen(embedded(15)).andThen(overlay(2, 20, 20, 3, 3, "G")),
            1,
            "+Wi 1"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void greyIsThatOfDcmtk(Case example) throws Exception {
    Path file = write(example.change());
    DicomImage image = DicomImages.read(file, 1);
    GreyCover cover = example.voi() < 0 ? image.cover().withoutOverlays() : image.cover();
    Voi voi = image.greyScale().vois().get(Math.abs(example.voi()) - 1);
    byte[] theirs =
        DcmtkPictures.grey(
                file,
                TransferSyntax.EXPLICIT_LITTLE.uid(),
                folder,
                example.options().split(" ", -1))
            .orElseThrow();
    GreyTable.Row row = GreyTable.Row.of(image.render(voi, cover), theirs);
    TABLE.add(example.name(), example.options(), row, GreyTable.rounding(row));
    assertTrue(row.largest() <= 1, row::toString);
  }

  static Stream<Case> presented() {
    Consumer<Attributes> window = window("", 1000, 1500);
    return Stream.of(
        new Case(
            "Presentation LUT",
            window.andThen(table(Tag.PresentationLUTSequence, 1024, 0, 16, i -> i * i / 1024 * 64)),
            1,
            ""),
        new Case(
            "falling Presentation LUT of 8 bits",
            window.andThen(table(Tag.PresentationLUTSequence, 256, 0, 8, i -> 255 - i)),
            1,
            ""));
  }

  /** What stands in presentation states too: a state is made of the image and drawn on it. */
  @ParameterizedTest
  @MethodSource("presented")
  void greyIsThatOfDcmtkThroughAPresentationState(Case example) throws Exception {
    Path file = write(example.change());
    Path state = folder.resolve("state.dcm");
    Files.deleteIfExists(state);
    Peers.succeed("dcmtk", "dcmpsmk", file.toString(), state.toString());
    DicomImage image = DicomImages.read(file, 1);
    Attributes header = DataSetReader.readHeader(file).dataSet();
    if (header.contains(Tag.PresentationLUTSequence)) {
      Attributes made = DataSetReader.readWhole(state).dataSet();
      made.remove(Tag.PresentationLUTShape);
      Attributes item = new Attributes(header.getNestedDataset(Tag.PresentationLUTSequence));
      made.newSequence(Tag.PresentationLUTSequence, 1).add(item);
      state = folder.resolve("changed.dcm");
      Files.deleteIfExists(state);
      DataSetWriter.write(state, made, TransferSyntax.EXPLICIT_LITTLE);
    }
    byte[] theirs = DcmtkPictures.presented(file, state, folder);
    GreyTable.Row row = GreyTable.Row.of(image.render(image.initialVoi(), image.cover()), theirs);
    TABLE.add(example.name(), "dcmpsmk, dcmp2pgm", row, GreyTable.rounding(row));
    assertTrue(row.largest() <= 1, row::toString);
  }

  /** DCMTK shows padding like any other value; it is no part of the image and black with us. */
  @Test
  void paddingIsBlackWhateverThePipelineMakesOfIt() throws Exception {
    Consumer<Attributes> padding =
        window("", 1000, 1500)
            .andThen(monochrome1())
            .andThen(image -> image.setInt(Tag.PixelPaddingValue, VR.US, 0))
            .andThen(image -> image.setInt(Tag.PixelPaddingRangeLimit, VR.US, 99));
    Path file = write(padding);
    DicomImage image = DicomImages.read(file, 1);
    byte[] ours = image.render(image.initialVoi(), image.cover());
    byte[] theirs =
        DcmtkPictures.grey(file, TransferSyntax.EXPLICIT_LITTLE.uid(), folder, "+Wi", "1")
            .orElseThrow();
    TABLE.add(
        "padding", "+Wi 1", GreyTable.Row.of(ours, theirs), "padding is black; DCMTK shows it");
    for (int i = 0; i < ours.length; i++) {
      if (image.pixels().value(i) <= 99) {
        assertEquals(0, ours[i]);
        theirs[i] = 0;
      }
    }
    assertTrue(GreyTable.Row.of(ours, theirs).largest() <= 1);
  }

  /** DCMTK darkens what lies outside a region of interest; we draw its outline. */
  @Test
  void aRegionOfInterestIsOutlined() throws Exception {
    Consumer<Attributes> region =
        window("", 10000, 1500).andThen(overlay(0, 8, 6, 11, 21, "R")).andThen(this::fill);
    Path file = write(region);
    DicomImage image = DicomImages.read(file, 1);
    byte[] ours = image.render(image.initialVoi(), image.cover());
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        boolean inside = column >= 20 && column < 28 && row >= 10 && row < 16;
        boolean inner = column > 20 && column < 27 && row > 10 && row < 15;
        assertEquals(inside && !inner ? 255 : 0, ours[row * COLUMNS + column] & 0xFF);
      }
    }
    TABLE.addUnread("region overlay", "+Wi 1", "DCMTK darkens the outside, we draw the outline");
  }

  private void fill(Attributes image) {
    byte[] bits = new byte[6];
    Arrays.fill(bits, (byte) 0xFF);
    image.setBytes(Tag.OverlayData, VR.OW, bits);
  }

  /** Enhanced images keep rescale and window in functional groups, of all frames or of each. */
  @Test
  void functionalGroupsOfTheFrameCount() throws Exception {
    Attributes header = ImageFiles.image();
    header.setInt(Tag.Rows, VR.US, 1);
    header.setString(Tag.NumberOfFrames, VR.IS, "2");
    Attributes shared = group(Tag.PixelValueTransformationSequence, rescale("3", "-7"));
    header.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
    var frames = header.newSequence(Tag.PerFrameFunctionalGroupsSequence, 2);
    frames.add(group(Tag.FrameVOILUTSequence, window("", 40, 400)));
    frames.add(group(Tag.FrameVOILUTSequence, window("LINEAR_EXACT", 50, 500)));
    Path file = ImageFiles.write(folder, "enhanced.dcm", header);
    DicomImage second = DicomImages.read(file, 2);
    assertEquals(5 * 3 - 7, second.greyScale().modalityValue(5));
    assertEquals(
        new Window(50, 500, Window.Function.LINEAR_EXACT, ""), second.greyScale().vois().get(0));
    assertEquals(new Window(40, 400, ""), DicomImages.read(file, 1).greyScale().vois().get(0));
  }

  private static Attributes group(int sequence, Consumer<Attributes> contents) {
    Attributes item = new Attributes();
    contents.accept(item);
    Attributes group = new Attributes();
    group.newSequence(sequence, 1).add(item);
    return group;
  }

  @Test
  void whatCannotBeUsedIsSaid() throws Exception {
    Consumer<Attributes> broken =
        table(Tag.ModalityLUTSequence, 16, 0, 12, i -> i)
            .andThen(table(Tag.VOILUTSequence, 16, 0, 12, i -> i))
            .andThen(window("SPLINE", 100, 0.5));
    Path file =
        write(
            broken.andThen(
                image -> {
                  for (int sequence : new int[] {Tag.ModalityLUTSequence, Tag.VOILUTSequence}) {
                    image.getNestedDataset(sequence).setInt(Tag.LUTData, VR.US, 1, 2, 3);
                  }
                }));
    DicomImage image = DicomImages.read(file, 1);
    assertEquals(4, image.radiograph().notices().size());
    assertEquals(0, image.greyScale().vois().size());
    assertEquals(99, image.greyScale().modalityValue(99));
  }

  private Path write(Consumer<Attributes> change) throws Exception {
    Path file = folder.resolve("image.dcm");
    Files.deleteIfExists(file);
    Attributes image = image();
    change.accept(image);
    DataSetWriter.write(file, image, TransferSyntax.EXPLICIT_LITTLE);
    return file;
  }

  /** All 4096 values and noise. */
  private static Attributes image() {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.Rows, VR.US, ROWS);
    image.setInt(Tag.Columns, VR.US, COLUMNS);
    Random random = new Random(7);
    ByteBuffer cells = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      cells.putShort((short) (i < 4096 ? i : random.nextInt(4096)));
    }
    image.setBytes(Tag.PixelData, VR.OW, cells.array());
    return image;
  }

  private static Consumer<Attributes> window(String function, double... numbers) {
    return image -> {
      double[] centres = new double[numbers.length / 2];
      double[] widths = new double[centres.length];
      for (int i = 0; i < centres.length; i++) {
        centres[i] = numbers[2 * i];
        widths[i] = numbers[2 * i + 1];
      }
      image.setDouble(Tag.WindowCenter, VR.DS, centres);
      image.setDouble(Tag.WindowWidth, VR.DS, widths);
      if (!function.isEmpty()) {
        image.setString(Tag.VOILUTFunction, VR.CS, function);
      }
    };
  }

  private static Consumer<Attributes> rescale(String slope, String intercept) {
    return image -> {
      image.setString(Tag.RescaleSlope, VR.DS, slope);
      image.setString(Tag.RescaleIntercept, VR.DS, intercept);
      image.setString(Tag.RescaleType, VR.LO, "US");
    };
  }

  private static Consumer<Attributes> monochrome1() {
    return image -> image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
  }

  private static Consumer<Attributes> shape(String shape) {
    return image -> image.setString(Tag.PresentationLUTShape, VR.CS, shape);
  }

  private static Consumer<Attributes> signed() {
    return image -> image.setInt(Tag.PixelRepresentation, VR.US, 1);
  }

  private static Consumer<Attributes> table(
      int sequence, int length, int first, int bits, IntUnaryOperator entry) {
    return image -> {
      Attributes item = new Attributes();
      VR vr = first < 0 ? VR.SS : VR.US;
      item.setInt(Tag.LUTDescriptor, vr, length, first, bits);
      int[] entries = new int[length];
      for (int i = 0; i < length; i++) {
        entries[i] = entry.applyAsInt(i);
      }
      item.setInt(Tag.LUTData, VR.US, entries);
      if (sequence == Tag.ModalityLUTSequence) {
        item.setString(Tag.ModalityLUTType, VR.LO, "US");
      }
      var items = image.getSequence(sequence);
      (items == null ? image.newSequence(sequence, 2) : items).add(item);
    };
  }

  /** A plane of circles. */
  private static Consumer<Attributes> overlay(
      int number, int columns, int rows, int originRow, int originColumn, String type) {
    return image -> {
      int group = number << 17;
      byte[] bits = new byte[(columns * rows + 15) / 16 * 2];
      for (int i = 0; i < columns * rows; i++) {
        int x = i % columns - columns / 2;
        int y = i / columns - rows / 2;
        if ((x * x + y * y) / 40 % 2 == 0) {
          bits[i / 8] |= (byte) (1 << (i % 8));
        }
      }
      image.setInt(Tag.OverlayRows | group, VR.US, rows);
      image.setInt(Tag.OverlayColumns | group, VR.US, columns);
      image.setString(Tag.OverlayType | group, VR.CS, type);
      image.setInt(Tag.OverlayOrigin | group, VR.SS, originRow, originColumn);
      image.setInt(Tag.OverlayBitsAllocated | group, VR.US, 1);
      image.setInt(Tag.OverlayBitPosition | group, VR.US, 0);
      image.setBytes(Tag.OverlayData | group, VR.OW, bits);
    };
  }

  /** A plane in a bit of the pixel cells above those that are stored. */
  private static Consumer<Attributes> embedded(int bit) {
    return image -> {
      int group = (bit - 12) << 17;
      image.setInt(Tag.OverlayRows | group, VR.US, ROWS);
      image.setInt(Tag.OverlayColumns | group, VR.US, COLUMNS);
      image.setString(Tag.OverlayType | group, VR.CS, "G");
      image.setInt(Tag.OverlayOrigin | group, VR.SS, 1, 1);
      image.setInt(Tag.OverlayBitsAllocated | group, VR.US, 16);
      image.setInt(Tag.OverlayBitPosition | group, VR.US, bit);
      ByteBuffer cells =
          ByteBuffer.wrap(image.getSafeBytes(Tag.PixelData)).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < ROWS * COLUMNS; i++) {
        if (i % 7 == 0) {
          cells.putShort(2 * i, (short) (cells.getShort(2 * i) | (1 << bit)));
        }
      }
      image.setBytes(Tag.PixelData, VR.OW, cells.array());
    };
  }
}
