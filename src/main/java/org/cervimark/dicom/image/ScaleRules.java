package org.cervimark.dicom.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.image.ScaleSource;

/**
 * Decides what scale a header supports and where it comes from (PS3.3 10.7.1). The first rule that
 * applies decides: the spacing of a slice; Pixel Spacing with a calibration type; Imager Pixel
 * Spacing divided by a stated magnification; Pixel Spacing without a type, which on projection
 * radiographs is the detector's unless it differs from it; Imager Pixel Spacing; the spacing of a
 * digitised film; nothing. Where the header contradicts itself, the reader is asked.
 *
 * <p>The distances from source to detector and to patient never make a scale by themselves: the
 * latter (0018,1111) is usually measured to the table or the skin, not to the spine.
 */
final class ScaleRules {

  /** No detector, film or calibration is finer or coarser than this, in millimetres. */
  private static final double FINEST = 0.001;

  private static final double COARSEST = 10;

  /** A shadow is larger than its object, but never by more in a room of this world. */
  private static final double LARGEST_MAGNIFICATION = 5;

  /** By how much distances, which are rounded to centimetres, may miss a magnification. */
  private static final double DISTANCES = 0.05;

  /**
   * What a header supports.
   *
   * @param scale the scale that holds unless the reader says otherwise
   * @param question what the reader must say, if the header contradicts itself
   */
  record Decision(Scale scale, Optional<ScaleQuestion> question) {}

  private final Elements elements;
  private final FunctionalGroups groups;
  private final Optional<ImagePlane> plane;
  private final List<String> notices;
  private final ScaleDoubt doubt;

  private ScaleRules(
      Elements elements, int frame, Optional<ImagePlane> plane, List<String> notices) {
    this.elements = elements;
    this.groups = new FunctionalGroups(elements, frame);
    this.plane = plane;
    this.notices = notices;
    this.doubt = new ScaleDoubt(elements, notices);
  }

  /**
   * The scale of a frame; what contradicts itself or cannot be used is added to the notices.
   *
   * @param frame frame number from 1
   * @param plane where its pixels lie in the patient, if it is a slice
   */
  static Decision decide(
      Elements elements, int frame, Optional<ImagePlane> plane, List<String> notices) {
    ScaleRules rules = new ScaleRules(elements, frame, plane, notices);
    Scale scale = rules.scale();
    return new Decision(scale, rules.doubt.question(scale));
  }

  private Scale scale() {
    if (plane.isPresent()) {
      return sliced(plane.get());
    }
    Optional<Spacing> pixel =
        spacing(groups.groupOrImage(Tag.PixelMeasuresSequence), Tag.PixelSpacing, "Pixel Spacing");
    Optional<Spacing> imager =
        spacing(
            groups.groupOrImage(Tag.FramePixelDataPropertiesSequence),
            Tag.ImagerPixelSpacing,
            "Imager Pixel Spacing");
    Optional<Spacing> film =
        spacing(elements, Tag.NominalScannedPixelSpacing, "Nominal Scanned Pixel Spacing");
    OptionalDouble magnification = magnification();
    Optional<ScaleSource> calibration = calibration();
    if (pixel.isPresent() && calibration.isPresent()) {
      return squared(calibrated(pixel.get(), imager, calibration.get()));
    }
    if (imager.isPresent() && magnification.isPresent()) {
      return squared(divided(imager.get(), magnification.getAsDouble(), pixel));
    }
    if (pixel.isPresent()) {
      return squared(untyped(pixel.get(), imager, film));
    }
    if (imager.isPresent()) {
      return squared(imager.get().scale(ScaleSource.DETECTOR, Optional.empty()));
    }
    if (film.isPresent()) {
      return squared(film.get().scale(ScaleSource.FILM, Optional.empty()));
    }
    return Scale.unknown(aspect().orElse(1));
  }

  /** A scout view is a shadow, although its plane is known: across the scan it is magnified. */
  private Scale sliced(ImagePlane slice) {
    boolean scout = elements.texts(Tag.ImageType).contains("LOCALIZER");
    boolean shadow = scout && elements.text(Tag.Modality).orElse("").equals("CT");
    return new Spacing(slice.rowSpacing(), slice.columnSpacing())
        .scale(shadow ? ScaleSource.HEADER : ScaleSource.SLICE, Optional.empty());
  }

  private Scale calibrated(Spacing pixel, Optional<Spacing> imager, ScaleSource source) {
    Scale scale = pixel.scale(source, elements.text(Tag.PixelSpacingCalibrationDescription));
    if (imager.isPresent() && pixel.row() > imager.get().row() * (1 + Spacing.ROUNDING)) {
      doubt.between(
          "enlarged-calibration",
          DicomMessages.text("scale.reduced", pixel, imager.get()),
          scale,
          Map.of("imager-spacing", imager.get().scale(ScaleSource.DETECTOR, Optional.empty())));
    }
    return scale;
  }

  private Scale divided(Spacing imager, double magnification, Optional<Spacing> pixel) {
    Scale scale = quotient(imager, magnification, "scale.divided");
    Scale detector = imager.scale(ScaleSource.DETECTOR, Optional.empty());
    if (pixel.isPresent()
        && !pixel.get().agreesWith(imager.dividedBy(magnification))
        && !pixel.get().agreesWith(imager)) {
      doubt.between(
          "pixel-spacing-against-magnification",
          DicomMessages.text("scale.contradicted", pixel.get(), imager, magnification),
          scale,
          Map.of(
              "pixel-spacing",
              pixel.get().scale(ScaleSource.HEADER, Optional.empty()),
              "imager-spacing",
              detector));
    }
    OptionalDouble ratio = distanceRatio();
    if (ratio.isPresent()
        && Math.abs(ratio.getAsDouble() - magnification) > DISTANCES * ratio.getAsDouble()) {
      String sentence = DicomMessages.text("scale.distances", magnification);
      if (ratio.getAsDouble() > 1 && ratio.getAsDouble() <= LARGEST_MAGNIFICATION) {
        doubt.between(
            "magnification-against-distances",
            sentence,
            scale,
            Map.of(
                "distances",
                quotient(imager, ratio.getAsDouble(), "scale.divided.distances"),
                "imager-spacing",
                detector));
      } else {
        notices.add(sentence);
      }
    }
    return scale;
  }

  private static Scale quotient(Spacing imager, double factor, String key) {
    return imager
        .dividedBy(factor)
        .scale(ScaleSource.GEOMETRY, Optional.of(DicomMessages.text(key, imager, factor)));
  }

  private Scale untyped(Spacing pixel, Optional<Spacing> imager, Optional<Spacing> film) {
    Scale unstated = pixel.scale(ScaleSource.HEADER, Optional.empty());
    if (imager.isPresent()) {
      if (pixel.agreesWith(imager.get())) {
        return pixel.scale(ScaleSource.DETECTOR, Optional.empty());
      }
      doubt.between(
          "untyped-pixel-spacing",
          DicomMessages.text("scale.untyped", pixel, imager.get()),
          unstated,
          Map.of("imager-spacing", imager.get().scale(ScaleSource.DETECTOR, Optional.empty())));
      return unstated;
    }
    if (film.isPresent()) {
      if (pixel.agreesWith(film.get())) {
        return pixel.scale(ScaleSource.FILM, Optional.empty());
      }
      doubt.between(
          "pixel-spacing-against-film",
          DicomMessages.text("scale.film", pixel, film.get()),
          unstated,
          Map.of("film-spacing", film.get().scale(ScaleSource.FILM, Optional.empty())));
      return unstated;
    }
    String modality = elements.text(Tag.Modality).orElse("");
    boolean projection = modality.equals("CR") || modality.equals("DX");
    return projection ? pixel.scale(ScaleSource.DETECTOR, Optional.empty()) : unstated;
  }

  /** PS3.3 C.7.6.3.1.7: an aspect ratio stands only where there is no spacing to contradict. */
  private Scale squared(Scale scale) {
    OptionalDouble aspect = aspect();
    if (aspect.isPresent()
        && Math.abs(aspect.getAsDouble() - scale.aspect()) > 0.01 * scale.aspect()) {
      double row = scale.columnSpacing() * aspect.getAsDouble();
      if (row >= FINEST && row <= COARSEST) {
        doubt.between(
            "aspect-ratio-against-spacing",
            DicomMessages.text("scale.aspect.contradicted", aspect.getAsDouble(), scale.aspect()),
            scale,
            Map.of(
                "aspect-ratio",
                new Scale(scale.columnSpacing(), row, scale.source(), scale.note())));
      }
    }
    return scale;
  }

  private Optional<ScaleSource> calibration() {
    Optional<String> type = elements.text(Tag.PixelSpacingCalibrationType);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<ScaleSource> source =
        switch (type.get()) {
          case "FIDUCIAL" -> Optional.of(ScaleSource.FIDUCIAL);
          case "GEOMETRY" -> Optional.of(ScaleSource.GEOMETRY);
          default -> Optional.empty();
        };
    if (source.isEmpty()) {
      notices.add(DicomMessages.text("scale.type"));
    }
    return source;
  }

  private OptionalDouble magnification() {
    if (!elements.has(Tag.EstimatedRadiographicMagnificationFactor)) {
      return OptionalDouble.empty();
    }
    OptionalDouble factor = elements.number(Tag.EstimatedRadiographicMagnificationFactor);
    // A factor of 1 would put the spine into the detector: systems write it for "not known".
    if (factor.isEmpty()
        || factor.getAsDouble() <= 1
        || factor.getAsDouble() > LARGEST_MAGNIFICATION) {
      notices.add(DicomMessages.text("scale.magnification"));
      return OptionalDouble.empty();
    }
    return factor;
  }

  private OptionalDouble distanceRatio() {
    OptionalDouble detector = elements.number(Tag.DistanceSourceToDetector);
    OptionalDouble patient = elements.number(Tag.DistanceSourceToPatient);
    return detector.isPresent()
            && patient.isPresent()
            && detector.getAsDouble() > 0
            && patient.getAsDouble() > 0
        ? OptionalDouble.of(detector.getAsDouble() / patient.getAsDouble())
        : OptionalDouble.empty();
  }

  private Optional<Spacing> spacing(Elements from, int tag, String name) {
    if (!from.has(tag)) {
      return Optional.empty();
    }
    Optional<List<Double>> values = from.numbers(tag);
    boolean usable =
        values.isPresent()
            && values.get().size() == 2
            && values.get().stream().allMatch(v -> v >= FINEST && v <= COARSEST);
    if (!usable) {
      notices.add(DicomMessages.text("scale.unusable", name));
      return Optional.empty();
    }
    return Optional.of(new Spacing(values.get().get(0), values.get().get(1)));
  }

  private OptionalDouble aspect() {
    if (!elements.has(Tag.PixelAspectRatio)) {
      return OptionalDouble.empty();
    }
    Optional<List<Double>> values = elements.numbers(Tag.PixelAspectRatio);
    if (values.isPresent()
        && values.get().size() == 2
        && values.get().stream().allMatch(v -> v > 0 && v < 1e6)) {
      return OptionalDouble.of(values.get().get(0) / values.get().get(1));
    }
    notices.add(DicomMessages.text("scale.aspect"));
    return OptionalDouble.empty();
  }
}
