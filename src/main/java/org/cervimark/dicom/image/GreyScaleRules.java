package org.cervimark.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.GreyScale;
import org.cervimark.image.LookupTable;
import org.cervimark.image.ModalityTransform;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Rescale;
import org.cervimark.image.StoredRange;
import org.cervimark.image.Voi;
import org.cervimark.image.VoiTable;
import org.cervimark.image.Window;

/**
 * Reads the parameters of the grey-scale pipeline, of enhanced images from the functional groups of
 * the frame. What cannot be used is left out, and a notice says so.
 */
final class GreyScaleRules {

  private final Elements image;
  private final Elements modality;
  private final Elements voi;
  private final PixelFormat format;
  private final List<String> notices;

  private GreyScaleRules(Elements image, PixelFormat format, int frame, List<String> notices) {
    this.image = image;
    this.format = format;
    this.notices = notices;
    FunctionalGroups groups = new FunctionalGroups(image, frame);
    modality = groups.groupOrImage(Tag.PixelValueTransformationSequence);
    voi = groups.groupOrImage(Tag.FrameVOILUTSequence);
  }

  /**
   * The grey-scale pipeline of a frame.
   *
   * @param frame frame number from 1
   * @param notices gets a sentence for everything that cannot be used
   */
  static GreyScale greyScale(Elements image, PixelFormat format, int frame, List<String> notices) {
    return new GreyScaleRules(image, format, frame, notices).greyScale();
  }

  private GreyScale greyScale() {
    Optional<Elements> item = first(modality.items(Tag.ModalityLUTSequence));
    Optional<LookupTable> table = item.flatMap(i -> LookupTables.of(i, format.signed()));
    if (item.isPresent() && table.isEmpty()) {
      notices.add(DicomMessages.text("grey.modality"));
    }
    ModalityTransform transform = table.<ModalityTransform>map(t -> t).orElseGet(this::rescale);
    String unit =
        table.isPresent()
            ? item.flatMap(i -> i.text(Tag.ModalityLUTType)).orElse("")
            : modality.text(Tag.RescaleType).orElse("");
    Optional<LookupTable> presentation = presentation();
    return new GreyScale(
        transform,
        unit.equals("US") ? "" : unit,
        vois(transform),
        presentation,
        presentation.isEmpty() && inverted(),
        padding());
  }

  private Rescale rescale() {
    OptionalDouble slope = modality.number(Tag.RescaleSlope);
    if (slope.isPresent() && slope.getAsDouble() == 0) {
      notices.add(DicomMessages.text("grey.slope"));
      slope = OptionalDouble.empty();
    }
    return new Rescale(slope.orElse(1), modality.number(Tag.RescaleIntercept).orElse(0));
  }

  private List<Voi> vois(ModalityTransform transform) {
    List<Voi> vois = new ArrayList<>();
    List<Double> centres = voi.numbers(Tag.WindowCenter).orElse(List.of());
    List<Double> widths = voi.numbers(Tag.WindowWidth).orElse(List.of());
    List<String> explanations = voi.texts(Tag.WindowCenterWidthExplanation);
    Window.Function function = function();
    int number = Math.min(centres.size(), widths.size());
    for (int i = 0; i < number; i++) {
      if (Window.isUsable(centres.get(i), widths.get(i), function)) {
        vois.add(
            new Window(
                centres.get(i),
                widths.get(i),
                function,
                i < explanations.size() ? explanations.get(i) : ""));
      }
    }
    // A width of 0 means that there is no window, and is common.
    if (number > 0 && vois.isEmpty() && widths.stream().anyMatch(width -> width != 0)) {
      notices.add(DicomMessages.text("grey.window"));
    }
    boolean negative =
        transform instanceof Rescale && (format.signed() || transform.modalityValue(0) < 0);
    for (Elements item : voi.items(Tag.VOILUTSequence)) {
      Optional<LookupTable> table = LookupTables.of(item, negative);
      if (table.isPresent()) {
        vois.add(new VoiTable(table.get(), item.text(Tag.LUTExplanation).orElse("")));
      } else {
        notices.add(DicomMessages.text("grey.voi"));
      }
    }
    return vois;
  }

  private Window.Function function() {
    String name = voi.text(Tag.VOILUTFunction).orElse("LINEAR").toUpperCase(Locale.ROOT);
    for (Window.Function function : Window.Function.values()) {
      if (function.name().equals(name)) {
        return function;
      }
    }
    notices.add(DicomMessages.text("grey.function", name));
    return Window.Function.LINEAR;
  }

  private Optional<LookupTable> presentation() {
    Optional<Elements> item = first(image.items(Tag.PresentationLUTSequence));
    Optional<LookupTable> table = item.flatMap(i -> LookupTables.of(i, false));
    if (item.isPresent() && table.isEmpty()) {
      notices.add(DicomMessages.text("grey.presentation"));
    }
    return table;
  }

  private boolean inverted() {
    return format.photometricInterpretation().equals("MONOCHROME1")
        || image.text(Tag.PresentationLUTShape).orElse("").equals("INVERSE");
  }

  private Optional<StoredRange> padding() {
    OptionalInt value = image.integer(Tag.PixelPaddingValue);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int first = stored(value.getAsInt());
    OptionalInt limit = image.integer(Tag.PixelPaddingRangeLimit);
    int last = limit.isPresent() ? stored(limit.getAsInt()) : first;
    return Optional.of(new StoredRange(Math.min(first, last), Math.max(first, last)));
  }

  // The element is often written as US where the pixels are signed, and the other way round.
  private int stored(int value) {
    int unused = Integer.SIZE - format.bitsAllocated();
    return format.signed() ? value << unused >> unused : value << unused >>> unused;
  }

  private static Optional<Elements> first(List<Elements> items) {
    return items.stream().findFirst();
  }
}
