package org.cervimark.dicom.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.GreyCover;
import org.cervimark.image.OverlayPlane;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Shutter;

/** Reads what lies over an image: overlay planes and the display shutter. */
final class CoverRules {

  private static final int GROUPS = 16;

  /** Overlay planes are no larger than the images they lie over. */
  private static final long MOST_PIXELS = 1L << 27;

  private CoverRules() {}

  /** How a plane is stored; with the right number of bits for its size. */
  private record Layout(int columns, int rows, int position, boolean embedded) {

    long pixels() {
      return (long) columns * rows;
    }
  }

  /**
   * What lies over a frame; planes and shapes that cannot be used are left out.
   *
   * @param cells the pixel cells of the frame, whose unused bits may hold overlays
   * @param frame frame number from 1
   */
  static GreyCover cover(Elements image, PixelFormat format, short[] cells, int frame) {
    List<OverlayPlane> planes = new ArrayList<>();
    for (int group : groups(image)) {
      layout(image, group, format)
          .flatMap(layout -> plane(image, group, layout, cells, frame))
          .ifPresent(planes::add);
    }
    return new GreyCover(planes, shutter(image, format, new ArrayList<>()));
  }

  /** Says which planes and shapes will be left out, because their reader would miss them. */
  static void check(Elements image, PixelFormat format, List<String> notices) {
    for (int group : groups(image)) {
      if (layout(image, group, format).isEmpty()) {
        notices.add(
            DicomMessages.text("overlay.unusable", Integer.toHexString(0x6000 + (group >> 16))));
      }
    }
    if (image.dataSet().contains(Tag.ShutterShape)) {
      shutter(image, format, notices);
    }
  }

  /** The repeating groups that hold a plane, as what is added to the tags of group 6000. */
  private static List<Integer> groups(Elements image) {
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      int group = i << 17;
      if (image.dataSet().contains(Tag.OverlayRows | group)
          || image.dataSet().contains(Tag.OverlayBitPosition | group)) {
        groups.add(group);
      }
    }
    return groups;
  }

  private static Optional<Layout> layout(Elements image, int group, PixelFormat format) {
    Layout layout =
        new Layout(
            image.integer(Tag.OverlayColumns | group).orElse(format.columns()),
            image.integer(Tag.OverlayRows | group).orElse(format.rows()),
            image.integer(Tag.OverlayBitPosition | group).orElse(0),
            image.integer(Tag.OverlayBitsAllocated | group).orElse(1) > 1
                && !image.dataSet().containsValue(Tag.OverlayData | group));
    if (layout.columns() < 1 || layout.rows() < 1 || layout.pixels() > MOST_PIXELS) {
      return Optional.empty();
    }
    boolean whole =
        layout.embedded()
            ? isUnused(layout.position(), format)
                && layout.pixels() == (long) format.columns() * format.rows()
                && format.samplesPerPixel() == 1
            : image.bytes(Tag.OverlayData | group).length * 8L >= layout.pixels();
    return whole ? Optional.of(layout) : Optional.empty();
  }

  private static boolean isUnused(int bit, PixelFormat format) {
    return (bit > format.highBit() && bit < format.bitsAllocated())
        || (bit >= 0 && bit <= format.highBit() - format.bitsStored());
  }

  private static Optional<OverlayPlane> plane(
      Elements image, int group, Layout layout, short[] cells, int frame) {
    Optional<BitSet> bits =
        layout.embedded()
            ? Optional.of(plane(cells, layout.position()))
            : plane(image, group, layout.pixels(), frame);
    List<Double> origin = image.numbers(Tag.OverlayOrigin | group).orElse(List.of());
    boolean placed = origin.size() == 2;
    return bits.map(
        set ->
            new OverlayPlane(
                placed ? origin.get(1).intValue() - 1 : 0,
                placed ? origin.get(0).intValue() - 1 : 0,
                layout.columns(),
                layout.rows(),
                set,
                image.text(Tag.OverlayType | group).orElse("G").equals("R"),
                image
                    .text(Tag.OverlayLabel | group)
                    .or(() -> image.text(Tag.OverlayDescription | group))
                    .orElse("")));
  }

  private static BitSet plane(short[] cells, int position) {
    BitSet bits = new BitSet(cells.length);
    for (int i = 0; i < cells.length; i++) {
      if ((cells[i] >> position & 1) != 0) {
        bits.set(i);
      }
    }
    return bits;
  }

  /** The plane of a frame from Overlay Data; empty if it has none or is too short. */
  private static Optional<BitSet> plane(Elements image, int group, long pixels, int frame) {
    OptionalInt frames = image.integer(Tag.NumberOfFramesInOverlay | group);
    int plane = 0;
    if (frames.isPresent()) {
      plane = frame - image.integer(Tag.ImageFrameOrigin | group).orElse(1);
      if (plane < 0 || plane >= frames.getAsInt()) {
        return Optional.empty();
      }
    }
    int[] words = image.words(Tag.OverlayData | group);
    long start = plane * pixels;
    if (words.length * 16L < start + pixels) {
      return Optional.empty();
    }
    BitSet bits = new BitSet((int) pixels);
    for (int i = 0; i < pixels; i++) {
      long at = start + i;
      if ((words[(int) (at >> 4)] >> (at & 15) & 1) != 0) {
        bits.set(i);
      }
    }
    return Optional.of(bits);
  }

  private static Optional<Shutter> shutter(
      Elements image, PixelFormat format, List<String> notices) {
    List<Shutter.Shape> shapes = new ArrayList<>();
    for (String name : image.texts(Tag.ShutterShape)) {
      Optional<Shutter.Shape> shape =
          switch (name) {
            case "RECTANGULAR" -> rectangle(image);
            case "CIRCULAR" -> circle(image);
            case "POLYGONAL" -> polygon(image);
            // BITMAP belongs to presentation states.
            default -> Optional.empty();
          };
      if (shape.filter(s -> isOpen(s, format)).isPresent()) {
        shapes.add(shape.get());
      } else {
        notices.add(DicomMessages.text("shutter.unusable", name));
      }
    }
    int value = image.integer(Tag.ShutterPresentationValue).orElse(0) & 0xFFFF;
    return shapes.isEmpty() ? Optional.empty() : Optional.of(new Shutter(shapes, value));
  }

  /** Whether any pixel is seen through a shape. */
  private static boolean isOpen(Shutter.Shape shape, PixelFormat format) {
    boolean[] closed = new boolean[format.columns()];
    for (int row = 0; row < format.rows(); row++) {
      Arrays.fill(closed, false);
      shape.close(row, closed);
      for (boolean hidden : closed) {
        if (!hidden) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Shutter.Shape> rectangle(Elements image) {
    OptionalInt left = image.integer(Tag.ShutterLeftVerticalEdge);
    OptionalInt right = image.integer(Tag.ShutterRightVerticalEdge);
    OptionalInt upper = image.integer(Tag.ShutterUpperHorizontalEdge);
    OptionalInt lower = image.integer(Tag.ShutterLowerHorizontalEdge);
    if (left.isEmpty() || right.isEmpty() || upper.isEmpty() || lower.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Shutter.Rectangle(
            left.getAsInt(), right.getAsInt(), upper.getAsInt(), lower.getAsInt()));
  }

  private static Optional<Shutter.Shape> circle(Elements image) {
    List<Double> centre = image.numbers(Tag.CenterOfCircularShutter).orElse(List.of());
    OptionalInt radius = image.integer(Tag.RadiusOfCircularShutter);
    if (centre.size() != 2 || radius.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Shutter.Circle(centre.get(1).intValue(), centre.get(0).intValue(), radius.getAsInt()));
  }

  private static Optional<Shutter.Shape> polygon(Elements image) {
    List<Double> values = image.numbers(Tag.VerticesOfThePolygonalShutter).orElse(List.of());
    int number = values.size() / 2;
    if (number < 3 || values.size() % 2 != 0) {
      return Optional.empty();
    }
    int[] columns = new int[number];
    int[] rows = new int[number];
    for (int i = 0; i < number; i++) {
      rows[i] = values.get(2 * i).intValue();
      columns[i] = values.get(2 * i + 1).intValue();
    }
    return Optional.of(new Shutter.Polygon(columns, rows));
  }
}
