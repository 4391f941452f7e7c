package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Polygon;
import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.image.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Display shutters by what PS3.3 C.7.6.11 says of every single pixel. (DCMTK reads shutters, but
 * leaves drawing them to the viewer.)
 */
class ShutterTest {

  private static final int COLUMNS = 40;
  private static final int ROWS = 30;
  private static final Window WHITE = new Window(-100, 1, "");

  @TempDir Path folder;

  /** A shutter in a header, and which pixels, counted from 1, it leaves open. */
  record Case(String name, List<Attributes> parts, BiPredicate<Integer, Integer> open) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    BiPredicate<Integer, Integer> circle = (column, row) -> Math.hypot(column - 25, row - 12) <= 9;
    BiPredicate<Integer, Integer> rectangle =
        (column, row) -> column >= 5 && column <= 30 && row >= 3 && row <= 20;
    return Stream.of(
        new Case("rectangle", List.of(rectangle(5, 30, 3, 20)), rectangle),
        new Case(
            "rectangle over the edges",
            List.of(rectangle(-4, 17, 12, 900)),
            (column, row) -> column <= 17 && row >= 12),
        new Case("circle", List.of(circle(12, 25, 9)), circle),
        new Case(
            "circle over the corner",
            List.of(circle(-2, 3, 20)),
            (column, row) -> Math.hypot(column - 3, row + 2) <= 20),
        new Case("nothing left, so that it is none", List.of(circle(-50, 3, 5)), (c, r) -> true),
        new Case(
            "rectangle and circle",
            List.of(rectangle(5, 30, 3, 20), circle(12, 25, 9)),
            rectangle.and(circle)),
        polygon("triangle", 2, 3, 25, 10, 9, 38),
        polygon("square", 5, 5, 5, 20, 20, 20, 20, 5),
        polygon("bow", 3, 3, 27, 35, 3, 35, 27, 3),
        polygon("hollow", 2, 2, 2, 38, 28, 38, 12, 20, 28, 2),
        polygon("over the edges", -20, 10, 15, 60, 50, 20, 12, -30));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pixelsOutsideAreCovered(Case example) throws Exception {
    Attributes header = image();
    String[] shapes =
        example.parts().stream()
            .map(part -> part.getString(Tag.ShutterShape))
            .toArray(String[]::new);
    example.parts().forEach(header::addAll);
    header.setString(Tag.ShutterShape, VR.CS, shapes);
    DicomImage image = DicomImages.read(ImageFiles.write(folder, "a.dcm", header), 1);
    byte[] grey = image.render(WHITE, image.cover());
    StringBuilder expected = new StringBuilder();
    StringBuilder found = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      for (int column = 1; column <= COLUMNS; column++) {
        expected.append(example.open().test(column, row) ? '.' : '#');
        found.append(grey[(row - 1) * COLUMNS + column - 1] == 0 ? '#' : '.');
      }
      expected.append('\n');
      found.append('\n');
    }
    assertEquals(expected.toString(), found.toString());
  }

  @Test
  void theCoverHasTheGreyThatTheHeaderSays() throws Exception {
    Attributes header = image();
    header.addAll(rectangle(5, 5, 5, 5));
    header.setInt(Tag.ShutterPresentationValue, VR.US, 0x8000);
    DicomImage image = DicomImages.read(ImageFiles.write(folder, "a.dcm", header), 1);
    byte[] grey = image.render(WHITE, image.cover());
    assertEquals(128, grey[0] & 0xFF);
    byte[] bare = image.render(WHITE, image.cover().withoutShutter());
    assertEquals(255, bare[0] & 0xFF);
  }

  private static Case polygon(String name, int... rowsAndColumns) {
    Attributes part = new Attributes();
    part.setString(Tag.ShutterShape, VR.CS, "POLYGONAL");
    part.setInt(Tag.VerticesOfThePolygonalShutter, VR.IS, rowsAndColumns);
    int number = rowsAndColumns.length / 2;
    Polygon polygon = new Polygon();
    for (int i = 0; i < number; i++) {
      polygon.addPoint(rowsAndColumns[2 * i + 1], rowsAndColumns[2 * i]);
    }
    return new Case(
        name,
        List.of(part),
        (column, row) -> onEdge(polygon, column, row) || polygon.contains(column, row));
  }

  private static boolean onEdge(Polygon polygon, int column, int row) {
    for (int i = 0; i < polygon.npoints; i++) {
      int j = (i + 1) % polygon.npoints;
      double distance =
          Line2D.ptSegDist(
              polygon.xpoints[i],
              polygon.ypoints[i],
              polygon.xpoints[j],
              polygon.ypoints[j],
              column,
              row);
      if (distance < 1e-9) {
        return true;
      }
    }
    return false;
  }

  private static Attributes rectangle(int left, int right, int upper, int lower) {
    Attributes part = new Attributes();
    part.setString(Tag.ShutterShape, VR.CS, "RECTANGULAR");
    part.setInt(Tag.ShutterLeftVerticalEdge, VR.IS, left);
    part.setInt(Tag.ShutterRightVerticalEdge, VR.IS, right);
    part.setInt(Tag.ShutterUpperHorizontalEdge, VR.IS, upper);
    part.setInt(Tag.ShutterLowerHorizontalEdge, VR.IS, lower);
    return part;
  }

  private static Attributes circle(int row, int column, int radius) {
    Attributes part = new Attributes();
    part.setString(Tag.ShutterShape, VR.CS, "CIRCULAR");
    part.setInt(Tag.CenterOfCircularShutter, VR.IS, row, column);
    part.setInt(Tag.RadiusOfCircularShutter, VR.IS, radius);
    return part;
  }

  private static Attributes image() {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.Rows, VR.US, ROWS);
    image.setInt(Tag.Columns, VR.US, COLUMNS);
    byte[] cells = new byte[2 * ROWS * COLUMNS];
    Arrays.fill(cells, (byte) 1);
    image.setBytes(Tag.PixelData, VR.OW, cells);
    return image;
  }
}
