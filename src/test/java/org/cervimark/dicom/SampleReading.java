package org.cervimark.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Replicates;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.measurement.Subject;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;

/** Readings made for tests. */
public final class SampleReading {

  /** The scale of the sample image. */
  public static final Scale FIDUCIAL =
      new Scale(
          0.12, 0.12, ScaleSource.FIDUCIAL, Optional.of("25.0 mm sphere in midsagittal plane"));

  /** The landmarks of the worked example: patient facing left, spacing 0.12 mm. */
  public static final Map<LandmarkId, ImagePoint> EXAMPLE =
      Map.of(
          SmallCatalogue.C2A, new ImagePoint(440.859375, 274.21875),
          SmallCatalogue.C2P, new ImagePoint(589.40625, 295.09375),
          SmallCatalogue.C7A, new ImagePoint(482.015625, 747.8125),
          SmallCatalogue.C7P, new ImagePoint(635.03125, 701.046875),
          SmallCatalogue.ARCH, new ImagePoint(452, 182),
          SmallCatalogue.DENS, new ImagePoint(470.5, 183.25));

  /** What people write: nothing, much, two lines, Hangul, and what has a meaning in DICOM. */
  private static final String[] TEXTS = {
    "",
    "osteophyte",
    "C5 \\ C6 = narrow^1",
    "first line\nsecond line",
    "\uC81C5\uACBD\uCD94 \uACE8\uADF9",
    "a colon: here",
    "x".repeat(300)
  };

  private SampleReading() {}

  /** The worked example. */
  public static Reading example(SampleCr image) {
    return of(image, landmarks(EXAMPLE), FIDUCIAL, SmallCatalogue.get());
  }

  /** Landmarks clearly seen and placed by hand. */
  public static LandmarkSet landmarks(Map<LandmarkId, ImagePoint> points) {
    List<Placement> placements = new ArrayList<>();
    points.forEach((id, point) -> placements.add(Placement.at(id, point, Visibility.CLEAR)));
    return LandmarkSet.of(placements);
  }

  /** A reading with all values that the landmarks give. */
  public static Reading of(
      SampleCr image, LandmarkSet landmarks, Scale scale, Catalogue catalogue) {
    return of(
        image,
        landmarks,
        scale,
        catalogue,
        View.LATERAL_NEUTRAL,
        Optional.of(PatientOrientation.lateral(Facing.LEFT)),
        Optional.of(OrientationSource.HEADER));
  }

  /** A reading with all values that the landmarks give. */
  public static Reading of(
      SampleCr image,
      LandmarkSet landmarks,
      Scale scale,
      Catalogue catalogue,
      View view,
      Optional<PatientOrientation> orientation,
      Optional<OrientationSource> source) {
    return new Reading(
        image.reference(1),
        "CR",
        SampleCr.COLUMNS,
        SampleCr.ROWS,
        view,
        "lateral-test",
        scale,
        orientation,
        source,
        landmarks,
        values(new Subject(landmarks, scale, orientation), catalogue));
  }

  /** The same reading with other landmarks and the values that they give. */
  public static Reading with(Reading reading, LandmarkSet landmarks, Catalogue catalogue) {
    Subject subject = new Subject(landmarks, reading.scale(), reading.orientation());
    return new Reading(
        reading.image(),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        reading.scale(),
        reading.orientation(),
        reading.orientationSource(),
        landmarks,
        values(subject, catalogue));
  }

  /** The same reading with other free marks. */
  public static Reading withMarks(Reading reading, List<FreeMark> marks) {
    return new Reading(
        reading.image(),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        reading.scale(),
        reading.orientation(),
        reading.orientationSource(),
        reading.landmarks(),
        reading.values(),
        reading.replicates(),
        marks);
  }

  /** A reading in which everything that can be stored is drawn by lot. */
  public static Reading random(SampleCr image, Random lot, Catalogue catalogue) {
    List<LandmarkSet> passes = new ArrayList<>();
    int count = lot.nextInt(4) == 0 ? 2 + lot.nextInt(2) : 1;
    for (int i = 0; i < count; i++) {
      passes.add(randomLandmarks(lot, catalogue));
    }
    LandmarkSet landmarks = count == 1 ? passes.get(0) : Replicates.mean(passes);
    ScaleSource source = pick(lot, ScaleSource.values());
    Scale scale =
        source == ScaleSource.NONE
            ? Scale.unknown(lot.nextBoolean() ? 1 : 0.5 + lot.nextDouble())
            : new Scale(
                0.05 + lot.nextDouble(),
                0.05 + lot.nextDouble(),
                source,
                lot.nextBoolean() ? Optional.empty() : Optional.of("ball of 25 mm"));
    View view = pick(lot, View.values());
    Optional<PatientOrientation> orientation =
        Optional.of(
                switch (view.projection()) {
                  case LATERAL -> PatientOrientation.lateral(pick(lot, Facing.values()));
                  case FRONTAL -> PatientOrientation.frontal(lot.nextBoolean());
                  case TRANSVERSE -> PatientOrientation.transverse(lot.nextBoolean());
                })
            .filter(o -> lot.nextInt(6) > 0);
    Reading once =
        of(
            image,
            landmarks,
            scale,
            catalogue,
            view,
            orientation,
            orientation.map(o -> pick(lot, OrientationSource.values())));
    return new Reading(
        once.image(),
        once.modality(),
        once.columns(),
        once.rows(),
        once.view(),
        once.protocol(),
        once.scale(),
        once.orientation(),
        once.orientationSource(),
        once.landmarks(),
        once.values(),
        count == 1 ? List.of() : passes,
        marks(lot));
  }

  private static LandmarkSet randomLandmarks(Random lot, Catalogue catalogue) {
    List<Placement> placements = new ArrayList<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      Visibility visibility = pick(lot, Visibility.values());
      if (lot.nextInt(5) > 0) {
        Optional<ImagePoint> point =
            visibility == Visibility.NOT_VISIBLE ? Optional.empty() : Optional.of(point(lot));
        placements.add(new Placement(landmark.id(), point, visibility, pick(lot, Origin.values())));
      }
    }
    return LandmarkSet.of(placements);
  }

  private static List<FreeMark> marks(Random lot) {
    List<FreeMark> marks = new ArrayList<>();
    for (int i = lot.nextInt(4); i > 0; i--) {
      FreeMark.Kind kind = pick(lot, FreeMark.Kind.values());
      List<ImagePoint> points = new ArrayList<>();
      for (int k = 0; k < kind.points(); k++) {
        // Now and then two points are one, so that an angle has no value.
        points.add(k > 0 && lot.nextInt(6) == 0 ? points.get(k - 1) : point(lot));
      }
      String text = pick(lot, TEXTS);
      marks.add(FreeMark.of(kind, points, kind == FreeMark.Kind.NOTE ? "see " + text : text));
    }
    return marks;
  }

  private static ImagePoint point(Random lot) {
    return new ImagePoint(lot.nextDouble() * SampleCr.COLUMNS, lot.nextDouble() * SampleCr.ROWS)
        .snapped();
  }

  private static List<MeasuredValue> values(Subject subject, Catalogue catalogue) {
    List<MeasuredValue> values = new ArrayList<>();
    for (Measurement measurement : catalogue.measurements()) {
      if (measurement.evaluate(subject) instanceof Outcome.Value value) {
        values.add(new MeasuredValue(measurement.id(), measurement.version(), value));
      }
    }
    return values;
  }

  private static <T> T pick(Random lot, T[] values) {
    return values[lot.nextInt(values.length)];
  }
}
