package org.cervimark.dicom.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;

/**
 * Decides what scale a header supports and where it comes from (PS3.3 10.7.1). The first rule that
 * applies decides: Pixel Spacing with a calibration type; Imager Pixel Spacing divided by a stated
 * magnification; Pixel Spacing without a type, which on projection radiographs is the detector's
 * unless it differs from it; Imager Pixel Spacing; the spacing of a digitised film; nothing.
 */
final class ScaleRules {

  /** No detector, film or calibration is finer or coarser than this, in millimetres. */
  private static final double FINEST = 0.001;

  private static final double COARSEST = 10;

  /** A shadow is larger than its object, but never by more in a room of this world. */
  private static final double LARGEST_MAGNIFICATION = 5;

  /** Spacings are decimal texts, rounded by whoever wrote them. */
  private static final double ROUNDING = 0.002;

  /** Vertical first, as DICOM writes it. */
  private record Spacing(double row, double column) {

    boolean equals(Spacing other, double tolerance) {
      return Math.abs(row - other.row) <= tolerance * other.row
          && Math.abs(column - other.column) <= tolerance * other.column;
    }

    Spacing dividedBy(double factor) {
      return new Spacing(row / factor, column / factor);
    }

    Scale scale(ScaleSource source, Optional<String> note) {
      return new Scale(column, row, source, note);
    }

    @Override
    public String toString() {
      return row == column ? row + " mm" : row + " × " + column + " mm";
    }
  }

  private final Elements elements;
  private final List<String> notices;

  private ScaleRules(Elements elements, List<String> notices) {
    this.elements = elements;
    this.notices = notices;
  }

  /** The scale of a header; what contradicts itself or cannot be used is added to the notices. */
  static Scale scale(Elements elements, List<String> notices) {
    return new ScaleRules(elements, notices).decide();
  }

  private Scale decide() {
    Optional<Spacing> pixel = spacing(Tag.PixelSpacing, "Pixel Spacing");
    Optional<Spacing> imager = spacing(Tag.ImagerPixelSpacing, "Imager Pixel Spacing");
    Optional<Spacing> film =
        spacing(Tag.NominalScannedPixelSpacing, "Nominal Scanned Pixel Spacing");
    OptionalDouble magnification = magnification();
    Optional<ScaleSource> calibration = calibration();
    if (pixel.isPresent() && calibration.isPresent()) {
      return calibrated(pixel.get(), imager, calibration.get());
    }
    if (imager.isPresent() && magnification.isPresent()) {
      return divided(imager.get(), magnification.getAsDouble(), pixel);
    }
    if (pixel.isPresent()) {
      return untyped(pixel.get(), imager, film);
    }
    if (imager.isPresent()) {
      return imager.get().scale(ScaleSource.DETECTOR, Optional.empty());
    }
    if (film.isPresent()) {
      return film.get().scale(ScaleSource.FILM, Optional.empty());
    }
    return Scale.unknown(aspect());
  }

  private Scale calibrated(Spacing pixel, Optional<Spacing> imager, ScaleSource source) {
    if (imager.isPresent() && pixel.row() > imager.get().row() * (1 + ROUNDING)) {
      notices.add(DicomMessages.text("scale.reduced", pixel, imager.get()));
    }
    return pixel.scale(source, elements.text(Tag.PixelSpacingCalibrationDescription));
  }

  private Scale divided(Spacing imager, double magnification, Optional<Spacing> pixel) {
    Spacing result = imager.dividedBy(magnification);
    if (pixel.isPresent()
        && !pixel.get().equals(result, ROUNDING)
        && !pixel.get().equals(imager, ROUNDING)) {
      notices.add(DicomMessages.text("scale.contradicted", pixel.get(), imager, magnification));
    }
    return result.scale(
        ScaleSource.GEOMETRY,
        Optional.of(DicomMessages.text("scale.divided", imager, magnification)));
  }

  private Scale untyped(Spacing pixel, Optional<Spacing> imager, Optional<Spacing> film) {
    if (imager.isPresent()) {
      if (pixel.equals(imager.get(), ROUNDING)) {
        return pixel.scale(ScaleSource.DETECTOR, Optional.empty());
      }
      notices.add(DicomMessages.text("scale.untyped", pixel, imager.get()));
      return pixel.scale(ScaleSource.HEADER, Optional.empty());
    }
    if (film.isPresent()) {
      if (pixel.equals(film.get(), ROUNDING)) {
        return pixel.scale(ScaleSource.FILM, Optional.empty());
      }
      notices.add(DicomMessages.text("scale.film", pixel, film.get()));
      return pixel.scale(ScaleSource.HEADER, Optional.empty());
    }
    String modality = elements.text(Tag.Modality).orElse("");
    boolean projection = modality.equals("CR") || modality.equals("DX");
    return pixel.scale(projection ? ScaleSource.DETECTOR : ScaleSource.HEADER, Optional.empty());
  }

  private Optional<ScaleSource> calibration() {
    Optional<String> type = elements.text(Tag.PixelSpacingCalibrationType);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<ScaleSource> source =
        Optional.ofNullable(
            Map.of("FIDUCIAL", ScaleSource.FIDUCIAL, "GEOMETRY", ScaleSource.GEOMETRY)
                .get(type.get()));
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
    OptionalDouble source = elements.number(Tag.DistanceSourceToDetector);
    OptionalDouble patient = elements.number(Tag.DistanceSourceToPatient);
    if (source.isPresent() && patient.isPresent() && patient.getAsDouble() > 0) {
      double ratio = source.getAsDouble() / patient.getAsDouble();
      if (Math.abs(ratio - factor.getAsDouble()) > 0.05 * ratio) {
        notices.add(DicomMessages.text("scale.distances", factor.getAsDouble()));
      }
    }
    return factor;
  }

  private Optional<Spacing> spacing(int tag, String name) {
    if (!elements.has(tag)) {
      return Optional.empty();
    }
    Optional<List<Double>> values = elements.numbers(tag);
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

  private double aspect() {
    if (!elements.has(Tag.PixelAspectRatio)) {
      return 1;
    }
    Optional<List<Double>> values = elements.numbers(Tag.PixelAspectRatio);
    if (values.isPresent()
        && values.get().size() == 2
        && values.get().stream().allMatch(v -> v > 0 && v < 1e6)) {
      return values.get().get(0) / values.get().get(1);
    }
    notices.add(DicomMessages.text("scale.aspect"));
    return 1;
  }
}
