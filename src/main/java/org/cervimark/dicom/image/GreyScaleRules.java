package org.cervimark.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.GreyScale;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.StoredRange;
import org.cervimark.image.Window;

/** Reads the parameters of the grey-scale pipeline. Windows that cannot be used are left out. */
final class GreyScaleRules {

  private GreyScaleRules() {}

  static GreyScale greyScale(Elements elements, PixelFormat format) {
    double slope = elements.number(Tag.RescaleSlope).orElse(1);
    boolean inverted =
        format.photometricInterpretation().equals("MONOCHROME1")
            || elements.text(Tag.PresentationLUTShape).orElse("").equals("INVERSE");
    return new GreyScale(
        slope == 0 ? 1 : slope,
        elements.number(Tag.RescaleIntercept).orElse(0),
        windows(elements),
        inverted,
        padding(elements, format));
  }

  private static List<Window> windows(Elements elements) {
    List<Double> centres = elements.numbers(Tag.WindowCenter).orElse(List.of());
    List<Double> widths = elements.numbers(Tag.WindowWidth).orElse(List.of());
    List<String> explanations = elements.texts(Tag.WindowCenterWidthExplanation);
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < Math.min(centres.size(), widths.size()); i++) {
      if (widths.get(i) >= 1) {
        windows.add(
            new Window(
                centres.get(i), widths.get(i), i < explanations.size() ? explanations.get(i) : ""));
      }
    }
    return windows;
  }

  private static Optional<StoredRange> padding(Elements elements, PixelFormat format) {
    OptionalInt value = elements.integer(Tag.PixelPaddingValue);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int first = stored(value.getAsInt(), format);
    OptionalInt limit = elements.integer(Tag.PixelPaddingRangeLimit);
    int last = limit.isPresent() ? stored(limit.getAsInt(), format) : first;
    return Optional.of(new StoredRange(Math.min(first, last), Math.max(first, last)));
  }

  // The element is often written as US where the pixels are signed, and the other way round.
  private static int stored(int value, PixelFormat format) {
    int unused = Integer.SIZE - format.bitsAllocated();
    return format.signed() ? value << unused >> unused : value << unused >>> unused;
  }
}
