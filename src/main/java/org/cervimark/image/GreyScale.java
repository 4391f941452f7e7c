package org.cervimark.image;

import java.util.List;
import java.util.Optional;

/**
 * How stored values become grey: the parameters of the grey-scale pipeline (PS3.3 C.11, PS3.4 N.2).
 *
 * @param modality from stored values to modality values
 * @param modalityUnit what modality values are: Rescale Type (0028,1054) or Modality LUT Type
 *     (0028,3004), such as HU; empty if the header does not say
 * @param vois the windows and VOI tables of the header, windows first, possibly none; the first is
 *     what the sender wants to be shown
 * @param presentation the table of a Presentation LUT Sequence (2050,0010), if there is one
 * @param inverted whether the lowest presentation value is white (MONOCHROME1, or Presentation LUT
 *     Shape INVERSE)
 * @param padding the stored values that are no part of the image and shown black: Pixel Padding
 *     Value (0028,0120) and Range Limit (0028,0121)
 */
public record GreyScale(
    ModalityTransform modality,
    String modalityUnit,
    List<Voi> vois,
    Optional<LookupTable> presentation,
    boolean inverted,
    Optional<StoredRange> padding) {

  /** Copies the list. */
  public GreyScale {
    vois = List.copyOf(vois);
  }

  /** Rescale and windows only. */
  public GreyScale(double slope, double intercept, List<? extends Voi> vois, boolean inverted) {
    this(slope, intercept, vois, inverted, Optional.empty());
  }

  /** Rescale, windows and padding only. */
  public GreyScale(
      double slope,
      double intercept,
      List<? extends Voi> vois,
      boolean inverted,
      Optional<StoredRange> padding) {
    this(new Rescale(slope, intercept), "", List.copyOf(vois), Optional.empty(), inverted, padding);
  }

  /** The same, padding shown like any other value. */
  public GreyScale withoutPadding() {
    return new GreyScale(modality, modalityUnit, vois, presentation, inverted, Optional.empty());
  }

  /** The windows among {@link #vois()}. */
  public List<Window> windows() {
    return vois.stream().filter(Window.class::isInstance).map(Window.class::cast).toList();
  }

  /** The modality value of a stored value. */
  public double modalityValue(int stored) {
    return modality.modalityValue(stored);
  }

  /** The grey of a modality value, 0 black to 1 white, whatever padding says. */
  public double grey(double modalityValue, Voi voi) {
    double share = voi.share(modalityValue);
    if (presentation.isPresent()) {
      LookupTable table = presentation.get();
      share = table.share(table.first() + share * (table.entries().length - 1));
    }
    return inverted ? 1 - share : share;
  }
}
