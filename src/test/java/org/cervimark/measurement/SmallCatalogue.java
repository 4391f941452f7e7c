package org.cervimark.measurement;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.Side;
import org.cervimark.anatomy.View;
import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Visibility;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;

/**
 * A few landmarks and measurements with constructions written out by hand, so that what tests of
 * the stored objects expect does not depend on the expression language.
 */
public final class SmallCatalogue {

  public static final LandmarkId ARCH = new LandmarkId("c1-anterior-arch-posterior-mid");
  public static final LandmarkId DENS = new LandmarkId("c2-dens-anterior-at-c1");
  public static final LandmarkId C2A = new LandmarkId("c2-inferior-endplate-anterior");
  public static final LandmarkId C2P = new LandmarkId("c2-inferior-endplate-posterior");
  public static final LandmarkId C7A = new LandmarkId("c7-inferior-endplate-anterior");
  public static final LandmarkId C7P = new LandmarkId("c7-inferior-endplate-posterior");
  public static final LandmarkId T1A = new LandmarkId("t1-superior-endplate-anterior");
  public static final LandmarkId T1P = new LandmarkId("t1-superior-endplate-posterior");
  public static final LandmarkId MASS_R = new LandmarkId("c1-lateral-mass-lateral-right");
  public static final LandmarkId FACET_R = new LandmarkId("c2-superior-facet-lateral-right");

  private SmallCatalogue() {}

  public static Catalogue get() {
    return of("test-1", landmarks());
  }

  /** The same without some landmarks and the measurements that need them, as another version. */
  public static Catalogue without(String version, Set<LandmarkId> missing) {
    return of(version, landmarks().stream().filter(l -> !missing.contains(l.id())).toList());
  }

  private static Catalogue of(String version, List<Landmark> landmarks) {
    List<LandmarkId> ids = landmarks.stream().map(Landmark::id).toList();
    List<Measurement> measurements =
        measurements().stream().filter(m -> ids.containsAll(m.formula().landmarks())).toList();
    return new Catalogue(
        version,
        new LandmarkDictionary(landmarks),
        measurements,
        List.of(
            new Protocol(
                "lateral-test",
                "Test",
                "시험",
                View.LATERAL_NEUTRAL,
                ids,
                measurements.stream().map(Measurement::id).toList(),
                new BilingualText("", ""))),
        Map.of());
  }

  private static List<Landmark> landmarks() {
    Code c1 = new Code("14806007", "SCT", "C1 vertebra");
    Code c2 = new Code("39976000", "SCT", "C2 vertebra");
    Code c7 = new Code("87391001", "SCT", "C7 vertebra");
    Code t1 = new Code("64864005", "SCT", "T1 vertebra");
    Code neck = new Code("122494005", "SCT", "Cervical spine");
    return List.of(
        landmark(ARCH, "C1AAPM", "C1 anterior arch, posterior margin", c1, Optional.empty()),
        landmark(DENS, "C2DENA", "Dens, anterior margin", c2, Optional.empty()),
        landmark(C2A, "C2IEPA", "C2 inferior endplate, anterior corner", c2, Optional.empty()),
        landmark(C2P, "C2IEPP", "C2 inferior endplate, posterior corner", c2, Optional.empty()),
        landmark(C7A, "C7IEPA", "C7 inferior endplate, anterior corner", c7, Optional.empty()),
        landmark(C7P, "C7IEPP", "C7 inferior endplate, posterior corner", c7, Optional.empty()),
        landmark(T1A, "T1SEPA", "T1 superior endplate, anterior corner", t1, Optional.empty()),
        landmark(T1P, "T1SEPP", "T1 superior endplate, posterior corner", t1, Optional.empty()),
        landmark(
            MASS_R,
            "C1LMLR",
            "C1 lateral mass, lateral margin, right",
            c1,
            Optional.of(Side.RIGHT)),
        landmark(
            FACET_R,
            "C2SFLR",
            "C2 superior facet, lateral margin, right",
            c2,
            Optional.of(Side.RIGHT)),
        landmark(Subject.PLUMB_TOP, "PLUMBT", "Plumb line, upper point", neck, Optional.empty()),
        landmark(
            Subject.PLUMB_BOTTOM, "PLUMBB", "Plumb line, lower point", neck, Optional.empty()));
  }

  private static Landmark landmark(
      LandmarkId id, String code, String meaning, Code site, Optional<Side> side) {
    return new Landmark(
        id,
        PrivateScheme.code(code, meaning),
        "시험",
        "test",
        "시험",
        site,
        side,
        1,
        Map.of(
            Projection.LATERAL, new Point2(0, 0),
            Projection.FRONTAL, new Point2(0, 0),
            Projection.TRANSVERSE, new Point2(0, 0)));
  }

  private static List<Measurement> measurements() {
    return List.of(
        measurement(
            "c2-c7-cobb",
            "C2C7COBB",
            "C2-C7 Cobb angle",
            Unit.DEGREE,
            Measurement.Kind.SAGITTAL_COBB,
            PrivateScheme.code("ANG2LINE", "Angle between two lines through landmark pairs"),
            new Construction(
                List.of(C2A, C2P, C7A, C7P),
                false,
                (s, f) -> {
                  Point2 upper = vector(s, f, C2A, C2P);
                  Point2 lower = vector(s, f, C7A, C7P);
                  return Angles.normalise(Angles.elevation(upper) - Angles.elevation(lower));
                },
                s ->
                    List.of(
                        line(s, C2A, C2P, Graphic.Role.ARM), line(s, C7A, C7P, Graphic.Role.ARM)))),
        measurement(
            "adi",
            "ADI",
            "Atlanto-dens interval",
            Unit.MILLIMETRE,
            Measurement.Kind.OTHER,
            PrivateScheme.code("DIST2PT", "Distance between two landmarks"),
            new Construction(
                List.of(ARCH, DENS),
                false,
                (s, f) -> vector(s, f, ARCH, DENS).length(),
                s -> List.of(line(s, ARCH, DENS, Graphic.Role.DISTANCE)))),
        measurement(
            "t1-slope",
            "T1SLOPE",
            "T1 slope",
            Unit.DEGREE,
            Measurement.Kind.OTHER,
            PrivateScheme.code("ANGHORZ", "Signed angle between a line and the horizontal"),
            new Construction(
                List.of(T1A, T1P),
                true,
                (s, f) -> -Angles.elevation(vector(s, f, T1P, T1A)),
                SmallCatalogue::slope)),
        measurement(
            "torg-test",
            "TORGC3",
            "Canal to body ratio C3",
            Unit.RATIO,
            Measurement.Kind.OTHER,
            PrivateScheme.code("RATIODIST", "Ratio of two distances"),
            new Construction(
                List.of(ARCH, DENS, C2A, C2P),
                false,
                (s, f) -> vector(s, f, ARCH, DENS).length() / vector(s, f, C2A, C2P).length(),
                s ->
                    List.of(
                        line(s, ARCH, DENS, Graphic.Role.DISTANCE),
                        line(s, C2A, C2P, Graphic.Role.DISTANCE)))),
        measurement(
            "blair-protracto-right",
            "BLAIRPROR",
            "Condyle-atlas margin offset, right",
            Unit.MILLIMETRE,
            Measurement.Kind.OTHER,
            PrivateScheme.code("HORZDIST", "Signed horizontal distance"),
            new Construction(
                List.of(MASS_R, FACET_R),
                false,
                (s, f) -> vector(s, f, MASS_R, FACET_R).u(),
                s -> List.of())));
  }

  private static Measurement measurement(
      String id,
      String code,
      String meaning,
      Unit unit,
      Measurement.Kind kind,
      Code method,
      Formula formula) {
    return new Measurement(
        id,
        PrivateScheme.code(code, meaning),
        meaning,
        meaning,
        "",
        EnumSet.allOf(View.class),
        Optional.of(unit),
        kind,
        method,
        "1.0",
        formula,
        Measurement.Tier.E1,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Point2 vector(Subject s, PatientFrame frame, LandmarkId from, LandmarkId to) {
    return frame.toPatient(point(s, to)).minus(frame.toPatient(point(s, from)));
  }

  private static ImagePoint point(Subject s, LandmarkId id) {
    return s.landmarks().point(id).orElseThrow();
  }

  private static Graphic line(Subject s, LandmarkId from, LandmarkId to, Graphic.Role role) {
    return Graphic.segment(point(s, from), point(s, to), role);
  }

  /** The endplate and the horizontal through its posterior end. */
  private static List<Graphic> slope(Subject s) {
    PatientFrame frame = s.frame().orElseThrow();
    Point2 vertex = frame.toPatient(point(s, T1P));
    double length = vector(s, frame, T1P, T1A).length();
    ImagePoint helper = frame.toImage(vertex.plus(new Point2(length, 0)));
    return List.of(
        line(s, T1P, T1A, Graphic.Role.ARM),
        Graphic.segment(point(s, T1P), helper, Graphic.Role.CONSTRUCTION));
  }

  private interface Value {
    double of(Subject subject, PatientFrame frame);
  }

  private record Construction(
      List<LandmarkId> needed,
      boolean isGravityReferenced,
      Value value,
      Function<Subject, List<Graphic>> drawing)
      implements Formula {

    @Override
    public String source() {
      return "test";
    }

    @Override
    public SortedSet<LandmarkId> landmarks() {
      return new TreeSet<>(needed);
    }

    @Override
    public SortedSet<LandmarkId> landmarks(LandmarkSet placed) {
      return landmarks();
    }

    @Override
    public Outcome evaluate(Measurement measurement, Subject subject) {
      TreeSet<LandmarkId> missing = new TreeSet<>(needed);
      missing.removeIf(id -> subject.landmarks().point(id).isPresent());
      if (!missing.isEmpty()) {
        return new Outcome.MissingLandmarks(missing);
      }
      if (subject.frame().isEmpty()) {
        return new Outcome.NotOriented();
      }
      Unit unit =
          measurement.unit().equals(Optional.of(Unit.MILLIMETRE))
              ? subject.scale().lengthUnit()
              : measurement.unit().orElseThrow();
      Set<Outcome.Caveat> caveats = EnumSet.noneOf(Outcome.Caveat.class);
      if (unit == Unit.MILLIMETRE && subject.scale().source().magnified()) {
        caveats.add(Outcome.Caveat.MAGNIFIED);
      }
      if (isGravityReferenced && subject.plumbLine().isEmpty()) {
        caveats.add(Outcome.Caveat.VERTICAL_FROM_IMAGE);
      }
      if (needed.stream()
          .anyMatch(
              id -> subject.landmarks().find(id).orElseThrow().visibility() != Visibility.CLEAR)) {
        caveats.add(Outcome.Caveat.LANDMARK_UNCERTAIN);
      }
      return new Outcome.Measured(
          value.of(subject, subject.frame().orElseThrow()),
          unit,
          unit == Unit.RATIO
              ? Optional.empty()
              : Optional.of(
                  new Outcome.Interval(1.7 / 3, Outcome.Interval.Basis.PLACEMENT_DEFAULT)),
          caveats);
    }

    @Override
    public List<Graphic> graphics(Subject subject) {
      return evaluate(SmallCatalogue.get().measurements().get(0), subject)
              instanceof Outcome.Measured
          ? drawing.apply(subject)
          : List.of();
    }
  }
}
