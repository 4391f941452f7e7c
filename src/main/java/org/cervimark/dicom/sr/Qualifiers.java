package org.cervimark.dicom.sr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.View;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Outcome;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/**
 * The concepts of our private scheme besides landmarks, measurements and methods, and how they map
 * to the values of the domain. All are published in {@code terminology/99CERVIMARK.json}; once
 * published, a code never changes its meaning.
 */
final class Qualifiers {

  static final Code CURVE_DIRECTION = code("CURVDIR", "Direction of sagittal curve");
  static final Code CURVE_SIGN = code("CURVSGN", "Sign of the unrounded sagittal angle");
  static final Code LORDOTIC = code("LORD", "Lordotic");
  static final Code KYPHOTIC = code("KYPH", "Kyphotic");
  static final Code STRAIGHT = code("STRAIGHT", "Straight");

  static final Code LANDMARK_VISIBILITY = code("LMVIS", "Landmark visibility");
  static final Code NOT_VISIBLE = code("NOTVIS", "Not visible");
  static final Code LANDMARK_ORIGIN = code("LMORIG", "Landmark origin");

  static final Code VERTICAL_REFERENCE = code("VERTREF", "Vertical reference");
  static final Code IMAGE_VERTICAL = code("VIMAGE", "Image vertical");
  static final Code PLUMB_LINE = code("VPLUMB", "Plumb line in the image");

  static final Code UNCERTAINTY_BASIS = code("UNCBASIS", "Basis of stated uncertainty");
  static final Code VALUE_CAUTION = code("VALCAV", "Caution on the value");
  static final Code LANDMARK_UNCERTAIN = code("LMUNC", "A landmark is uncertain or estimated");

  static final Code ORIENTATION_SOURCE = code("ORISRC", "Source of patient orientation");
  static final Code VIEW_AS_READ = code("RDVIEW", "View as read");
  static final Code READING_PROTOCOL = code("RDPROT", "Reading protocol");
  static final Code CATALOGUE_VERSION = code("CATVER", "Measurement catalogue version");
  static final Code PIXEL_ASPECT = code("PIXASP", "Pixel aspect ratio, row to column spacing");

  private static final CodePairs<Visibility> VISIBILITIES =
      new CodePairs<>(
          Map.of(
              Visibility.CLEAR, code("CLEAR", "Clearly visible"),
              Visibility.UNCERTAIN, code("UNCERTAIN", "Position uncertain"),
              Visibility.ESTIMATED, code("ESTIMATED", "Estimated, edge not visible"),
              Visibility.NOT_VISIBLE, NOT_VISIBLE));

  private static final CodePairs<Origin> ORIGINS =
      new CodePairs<>(
          Map.of(
              Origin.MANUAL, code("MANUAL", "Placed manually"),
              Origin.AUTOMATIC, code("AUTO", "Placed by algorithm"),
              Origin.CORRECTED, code("AUTOEDIT", "Placed by algorithm, then edited")));

  /** What an interval is derived from, and whether it accounts for the scale. */
  record IntervalBasis(Outcome.Interval.Basis basis, boolean scaleIncluded) {}

  private static final CodePairs<IntervalBasis> BASES =
      new CodePairs<>(
          Map.of(
              new IntervalBasis(Outcome.Interval.Basis.PLACEMENT_DEFAULT, false),
              code("UNC95PL", "95 percent half-width, landmark placement only"),
              new IntervalBasis(Outcome.Interval.Basis.PLACEMENT_DEFAULT, true),
              code("UNC95PLS", "95 percent half-width, landmark placement and scale"),
              new IntervalBasis(Outcome.Interval.Basis.PLACEMENT_READER, false),
              code("UNC95RD", "95 percent half-width, placement error of this reader"),
              new IntervalBasis(Outcome.Interval.Basis.PLACEMENT_READER, true),
              code("UNC95RDS", "95 percent half-width, error of this reader and scale"),
              new IntervalBasis(Outcome.Interval.Basis.PUBLISHED_RETEST, false),
              code("UNC95RT", "95 percent half-width, published retest error")));

  private static final CodePairs<Outcome.Caveat> CAUTIONS =
      new CodePairs<>(
          Map.of(
              Outcome.Caveat.LANDMARK_UNCERTAIN, LANDMARK_UNCERTAIN,
              Outcome.Caveat.MAGNIFIED, code("MAGNIF", "A length of the magnified shadow"),
              Outcome.Caveat.VERTICAL_FROM_IMAGE, IMAGE_VERTICAL));

  private static final CodePairs<OrientationSource> ORIENTATION_SOURCES =
      new CodePairs<>(
          Map.of(
              OrientationSource.HEADER, code("ORIHDR", "Image header"),
              OrientationSource.READER, code("ORIUSER", "Confirmed by user"),
              OrientationSource.LANDMARKS, code("ORILMK", "Agreement of the placed landmarks")));

  private static final CodePairs<ScaleSource> CALIBRATIONS =
      new CodePairs<>(
          Map.of(
              ScaleSource.FIDUCIAL, code("CALFID", "Object of known size in the image"),
              ScaleSource.GEOMETRY, code("CALGEO", "Geometric magnification from header"),
              ScaleSource.HEADER, code("CALHDR", "Pixel Spacing from header"),
              ScaleSource.DETECTOR, code("CALDET", "Detector spacing, magnification not corrected"),
              ScaleSource.READER_OBJECT, code("CALUSER", "Object marked by the user"),
              ScaleSource.SLICE, code("CALSLICE", "Spacing of a reconstructed slice"),
              ScaleSource.FILM, code("CALFILM", "Film spacing, magnification not corrected")));

  private static final CodePairs<View> VIEWS =
      new CodePairs<>(
          Map.of(
              View.LATERAL_NEUTRAL, code("VLATN", "Lateral, neutral"),
              View.LATERAL_FLEXION, code("VLATF", "Lateral, flexion"),
              View.LATERAL_EXTENSION, code("VLATE", "Lateral, extension"),
              View.AP, code("VAP", "Antero-posterior"),
              View.AP_OPEN_MOUTH, code("VAPOM", "Antero-posterior, open mouth"),
              View.NASIUM, code("VNASIUM", "Nasium"),
              View.VERTEX, code("VVERTEX", "Vertex"),
              View.BASE_POSTERIOR, code("VBASEP", "Base posterior"),
              View.PROTRACTO, code("VPROTR", "Protracto")));

  private Qualifiers() {}

  /** All concepts of this class, for the published dictionary. */
  static List<Code> all() {
    List<Code> all =
        new java.util.ArrayList<>(
            List.of(
                CURVE_DIRECTION,
                CURVE_SIGN,
                LORDOTIC,
                KYPHOTIC,
                STRAIGHT,
                LANDMARK_VISIBILITY,
                LANDMARK_ORIGIN,
                VERTICAL_REFERENCE,
                PLUMB_LINE,
                UNCERTAINTY_BASIS,
                VALUE_CAUTION,
                ORIENTATION_SOURCE,
                VIEW_AS_READ,
                READING_PROTOCOL,
                CATALOGUE_VERSION,
                PIXEL_ASPECT));
    List.of(VISIBILITIES, ORIGINS, BASES, ORIENTATION_SOURCES, CALIBRATIONS, VIEWS, CAUTIONS)
        .forEach(pairs -> all.addAll(pairs.codes()));
    return List.copyOf(all);
  }

  static Code of(Visibility visibility) {
    return VISIBILITIES.code(visibility);
  }

  static Code of(Origin origin) {
    return ORIGINS.code(origin);
  }

  static Code of(Outcome.Interval interval) {
    return BASES.code(new IntervalBasis(interval.basis(), interval.scaleIncluded()));
  }

  static Code of(OrientationSource source) {
    return ORIENTATION_SOURCES.code(source);
  }

  /** The calibration code; {@link ScaleSource#NONE} has none. */
  static Code of(ScaleSource source) {
    return CALIBRATIONS.code(source);
  }

  static Code of(View view) {
    return VIEWS.code(view);
  }

  static Optional<Visibility> visibility(Code code) {
    return VISIBILITIES.key(code);
  }

  static Optional<Origin> origin(Code code) {
    return ORIGINS.key(code);
  }

  static Optional<IntervalBasis> basis(Code code) {
    return BASES.key(code);
  }

  static Optional<OrientationSource> orientationSource(Code code) {
    return ORIENTATION_SOURCES.key(code);
  }

  static Optional<ScaleSource> calibration(Code code) {
    return CALIBRATIONS.key(code);
  }

  static Code caution(Outcome.Caveat caveat) {
    return CAUTIONS.code(caveat);
  }

  static Optional<Outcome.Caveat> caveat(Code code) {
    return CAUTIONS.key(code);
  }

  static Optional<View> view(Code code) {
    return VIEWS.key(code);
  }

  private static Code code(String value, String meaning) {
    return PrivateScheme.code(value, meaning);
  }
}
