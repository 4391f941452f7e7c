package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;
import static org.cervimark.dicom.sr.Relationship.HAS_PROPERTIES;
import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.Side;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Outcome.Caveat;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.Unit;

/** Writes one measurement group for each value (TID 1501), with exactly one number. */
final class MeasurementGroupWriter {

  private final Catalogue catalogue;
  private final Identities identities;
  private final List<ContentItem> studyContext;

  /**
   * With the catalogue and the UIDs in force.
   *
   * @param studyContext what each group repeats of the study
   */
  MeasurementGroupWriter(
      Catalogue catalogue, Identities identities, List<ContentItem> studyContext) {
    this.catalogue = catalogue;
    this.identities = identities;
    this.studyContext = List.copyOf(studyContext);
  }

  /**
   * The group of a number.
   *
   * @param value the value, which is a number
   * @param measurement what it measures
   * @param images the images on which it rests, the first one shown by most viewers
   */
  ContentItem write(MeasuredValue value, Measurement measurement, List<MeasuredImage> images) {
    Outcome.Measured outcome = value.number().orElseThrow();
    Map<MeasuredImage, Map<Landmark, ImagePoint>> landmarks = new LinkedHashMap<>();
    Map<MeasuredImage, DisplayLine> lines = new LinkedHashMap<>();
    for (MeasuredImage image : images) {
      Map<Landmark, ImagePoint> used = landmarks(measurement, image);
      landmarks.put(image, used);
      lines.put(image, displayLine(outcome, measurement, image, used, images.size() == 1));
    }
    MeasuredImage first = images.get(0);
    DisplayLine line = lines.values().iterator().next();
    String name = measurement.code().meaning();

    List<ContentItem> items = new ArrayList<>();
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT,
            Concepts.TRACKING_IDENTIFIER,
            line.tool()
                .map(tool -> TrackingLabel.forTool(tool, name))
                .orElseGet(() -> TrackingLabel.of(name))));
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT,
            Concepts.TRACKING_UID,
            ContentItem.Text.Type.UIDREF,
            identities.tracking(first.citation().key(), measurement.code())));
    items.add(new ContentItem.Coded(CONTAINS, Concepts.FINDING, measurement.code()));
    items.addAll(studyContext);
    items.add(
        new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.MEASUREMENT_METHOD, measurement.method()));
    items.addAll(
        sites(landmarks.values().stream().flatMap(used -> used.keySet().stream()).toList()));
    items.add(
        new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_NAME, measurement.code().value()));
    items.add(new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_VERSION, value.version()));
    items.add(number(outcome, measurement, lines, landmarks));
    for (MeasuredImage image : images) {
      items.add(
          new ContentItem.Image(
              CONTAINS,
              Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
              image
                  .citation()
                  .shownBy(
                      image
                          .context()
                          .presentation()
                          .map(ImageContext.PresentationReference::sopInstanceUid)),
              List.of()));
    }
    lines.forEach((image, shown) -> items.add(shown(CONTAINS, shown, image)));
    items.addAll(qualifiers(outcome, measurement));
    items.add(new ContentItem.Text(CONTAINS, Concepts.COMMENT, name));
    return new ContentItem.Container(
        CONTAINS, Concepts.MEASUREMENT_GROUP, Optional.of("1501"), items);
  }

  /** The landmarks that were used, in the order of the dictionary. */
  private Map<Landmark, ImagePoint> landmarks(Measurement measurement, MeasuredImage image) {
    Map<Landmark, ImagePoint> used = new LinkedHashMap<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      if (image.used().contains(landmark.id())) {
        image.reading().landmarks().point(landmark.id()).ifPresent(p -> used.put(landmark, p));
      }
    }
    if (used.isEmpty()) {
      throw new IllegalArgumentException("a value without landmarks: " + measurement.id());
    }
    return used;
  }

  private static DisplayLine displayLine(
      Outcome.Measured outcome,
      Measurement measurement,
      MeasuredImage image,
      Map<Landmark, ImagePoint> landmarks,
      boolean alone) {
    if (!alone) {
      return DisplayLine.plainOf(image.graphics(), List.copyOf(landmarks.values()));
    }
    Scale scale = image.reading().scale();
    Optional<ImageContext.HeaderSpacing> header = image.context().headerSpacing();
    return DisplayLine.of(
        image.graphics(),
        List.copyOf(landmarks.values()),
        stored(outcome, measurement),
        outcome.unit(),
        header.map(ImageContext.HeaderSpacing::row).orElse(scale.rowSpacing()),
        header.map(ImageContext.HeaderSpacing::column).orElse(scale.columnSpacing()),
        header.filter(h -> h.isThatOf(scale)).isPresent());
  }

  private static ContentItem shown(
      Relationship relationship, DisplayLine line, MeasuredImage image) {
    return new ContentItem.Coordinates(
        relationship,
        Concepts.SOURCE_OF_MEASUREMENT,
        line.points(),
        Optional.empty(),
        image.citation());
  }

  /** One site for each bone; with a side if all its landmarks are of that side. */
  private static List<ContentItem> sites(List<Landmark> landmarks) {
    Map<String, Code> sites = new LinkedHashMap<>();
    Map<String, Set<Optional<Side>>> sides = new LinkedHashMap<>();
    for (Landmark landmark : landmarks) {
      String site = landmark.site().value();
      sites.putIfAbsent(site, landmark.site());
      sides.computeIfAbsent(site, s -> new LinkedHashSet<>()).add(landmark.side());
    }
    List<ContentItem> items = new ArrayList<>();
    sites.forEach(
        (value, code) -> {
          Set<Optional<Side>> found = sides.getOrDefault(value, Set.of());
          Optional<Side> side =
              found.size() == 1 ? found.iterator().next() : Optional.<Side>empty();
          items.add(
              new ContentItem.Coded(
                  HAS_CONCEPT_MOD,
                  Concepts.FINDING_SITE,
                  code,
                  LandmarkGroupWriter.laterality(side)));
        });
    return items;
  }

  private ContentItem number(
      Outcome.Measured outcome,
      Measurement measurement,
      Map<MeasuredImage, DisplayLine> lines,
      Map<MeasuredImage, Map<Landmark, ImagePoint>> landmarks) {
    Scale scale = lines.keySet().iterator().next().reading().scale();
    Code unit = outcome.unit().code();
    List<ContentItem> items = new ArrayList<>();
    if (outcome.caveats().contains(Caveat.MAGNIFIED)) {
      items.add(new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.DERIVATION, Concepts.ESTIMATED));
    }
    items.addAll(ReferenceItems.of(outcome, measurement, scale, catalogue));
    outcome
        .interval()
        .ifPresent(
            interval ->
                items.add(
                    new ContentItem.Numeric(
                        HAS_PROPERTIES, Concepts.UNCERTAINTY, interval.halfWidth(), unit)));
    if (outcome.unit() == Unit.MILLIMETRE) {
      items.addAll(Groups.spacings(scale));
    }
    lines.forEach((image, line) -> items.add(shown(INFERRED_FROM, line, image)));
    if (outcome.unit() == Unit.DEGREE) {
      for (MeasuredImage image : lines.keySet()) {
        for (Graphic graphic : image.graphics()) {
          if (graphic.role() == Graphic.Role.ARM && graphic.points().size() == 2) {
            items.add(
                new ContentItem.Coordinates(
                    INFERRED_FROM,
                    Concepts.ARM_OF_ANGLE,
                    graphic.points(),
                    Optional.empty(),
                    image.citation()));
          }
        }
      }
    }
    landmarks.forEach(
        (image, used) ->
            used.forEach(
                (landmark, point) ->
                    items.add(
                        new ContentItem.Coordinates(
                            INFERRED_FROM,
                            landmark.code(),
                            List.of(point),
                            Optional.of(
                                identities.fiducial(
                                    image.citation().key(), landmark.code(), point)),
                            image.citation()))));
    items.add(
        new ContentItem.Text(
            HAS_CONCEPT_MOD, Concepts.EQUIVALENT_MEANING, measurement.code().meaning()));
    boolean cobb = measurement.kind() == Measurement.Kind.SAGITTAL_COBB;
    return new ContentItem.Numeric(
        CONTAINS,
        cobb ? Concepts.COBB_ANGLE : measurement.code(),
        stored(outcome, measurement),
        unit,
        items);
  }

  /** A sagittal Cobb angle is stored as its magnitude, everything else with its sign. */
  private static double stored(Outcome.Measured outcome, Measurement measurement) {
    return measurement.kind() == Measurement.Kind.SAGITTAL_COBB
        ? Math.abs(outcome.value())
        : outcome.value();
  }

  private static List<ContentItem> qualifiers(Outcome.Measured outcome, Measurement measurement) {
    List<ContentItem> items = new ArrayList<>();
    if (measurement.kind() == Measurement.Kind.SAGITTAL_COBB) {
      items.addAll(direction(outcome));
    }
    if (outcome.caveats().contains(Caveat.VERTICAL_FROM_IMAGE)) {
      items.add(qualifier(Qualifiers.VERTICAL_REFERENCE, Qualifiers.IMAGE_VERTICAL));
    } else if (measurement.formula().isGravityReferenced()) {
      items.add(qualifier(Qualifiers.VERTICAL_REFERENCE, Qualifiers.PLUMB_LINE));
    }
    outcome
        .interval()
        .ifPresent(
            interval ->
                items.add(qualifier(Qualifiers.UNCERTAINTY_BASIS, Qualifiers.of(interval))));
    if (outcome.caveats().contains(Caveat.LANDMARK_UNCERTAIN)) {
      items.add(qualifier(Qualifiers.VALUE_CAUTION, Qualifiers.LANDMARK_UNCERTAIN));
    }
    return items;
  }

  /**
   * The direction of a sagittal curve. A curve that is displayed as 0.0 is called straight; the
   * sign that the magnitude has lost is then stated apart, so that the value comes back as it was.
   */
  private static List<ContentItem> direction(Outcome.Measured outcome) {
    boolean negative = Math.copySign(1, outcome.value()) < 0;
    Code sign = negative ? Qualifiers.KYPHOTIC : Qualifiers.LORDOTIC;
    if (outcome.unit().displayed(outcome.value()) != 0) {
      return List.of(qualifier(Qualifiers.CURVE_DIRECTION, sign));
    }
    return List.of(
        qualifier(Qualifiers.CURVE_DIRECTION, Qualifiers.STRAIGHT),
        qualifier(Qualifiers.CURVE_SIGN, sign));
  }

  private static ContentItem qualifier(Code name, Code value) {
    return new ContentItem.Coded(CONTAINS, name, value);
  }
}
