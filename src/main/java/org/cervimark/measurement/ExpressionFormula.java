package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.expression.Availability;
import org.cervimark.measurement.expression.Demand;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Fault;
import org.cervimark.measurement.expression.Scene;
import org.cervimark.measurement.expression.Stroke;

/** A construction written in the expression language. */
final class ExpressionFormula implements Formula {

  private static final double SHORTEST_BASELINE_MILLIMETRES = 5;
  private static final double SHORTEST_BASELINE_PIXELS = 30;

  /** A position farther out than this is no position on an image and counts as not placed. */
  private static final double FARTHEST = 1e9;

  private final Expression expression;
  private final Set<Projection> projections;
  private final PlacementError placementError;

  /**
   * A formula with a value on images of certain planes.
   *
   * @param projections the planes
   * @param dictionary knows how exactly landmarks are placed
   */
  ExpressionFormula(
      Expression expression, Set<Projection> projections, LandmarkDictionary dictionary) {
    this.expression = expression;
    this.projections = Set.copyOf(projections);
    this.placementError = new PlacementError(expression, dictionary);
  }

  Expression expression() {
    return expression;
  }

  @Override
  public String source() {
    return expression.text();
  }

  @Override
  public SortedSet<LandmarkId> landmarks() {
    return expression.landmarks();
  }

  @Override
  public SortedSet<LandmarkId> landmarks(LandmarkSet placed) {
    Demand demand = expression.demand(id -> availability(placed, id));
    SortedSet<LandmarkId> all = demand.used();
    all.addAll(demand.missing());
    all.addAll(demand.notVisible());
    return all;
  }

  @Override
  public boolean isGravityReferenced() {
    return expression.turnsWithVertical();
  }

  @Override
  public Outcome evaluate(Measurement measurement, Subject subject) {
    Optional<PatientFrame> frame = frame(subject);
    if (frame.isEmpty()) {
      return new Outcome.NotOriented();
    }
    Demand demand = expression.demand(id -> availability(subject.landmarks(), id));
    if (!demand.notVisible().isEmpty()) {
      return new Outcome.NotVisible(demand.notVisible());
    }
    if (!demand.missing().isEmpty()) {
      return new Outcome.MissingLandmarks(demand.missing());
    }
    boolean calibrated = subject.scale().isCalibrated();
    if (expression.needsScale() && !calibrated) {
      return new Outcome.NotCalibrated();
    }
    Evaluation evaluation =
        expression.evaluate(scene(frame.get(), demand.used(), subject.landmarks()::point));
    if (evaluation instanceof Evaluation.Value value) {
      return new Outcome.Measured(
          value.value(),
          measurement.unit().orElseThrow(),
          calibrated
              ? placementError.interval(subject, demand.used(), value.value())
              : Optional.empty(),
          caveats(subject, frame.get(), demand.used()));
    }
    Fault fault = ((Evaluation.Faulty) evaluation).fault();
    return new Outcome.Degenerate(reason(fault.reason()), fault.landmarks());
  }

  @Override
  public List<Graphic> graphics(Subject subject) {
    Optional<PatientFrame> frame = frame(subject);
    Demand demand = expression.demand(id -> availability(subject.landmarks(), id));
    boolean complete = demand.missing().isEmpty() && demand.notVisible().isEmpty();
    boolean scaled = subject.scale().isCalibrated() || !expression.needsScale();
    if (frame.isEmpty() || !complete || !scaled) {
      return List.of();
    }
    List<Graphic> graphics = new ArrayList<>();
    for (Stroke stroke :
        expression.strokes(scene(frame.get(), demand.used(), subject.landmarks()::point))) {
      graphics.add(
          Graphic.segment(
              frame.get().toImage(stroke.from()), frame.get().toImage(stroke.to()), stroke.role()));
    }
    return graphics;
  }

  /** Landmarks in the patient plane. */
  static Scene scene(
      PatientFrame frame,
      Set<LandmarkId> landmarks,
      Function<LandmarkId, Optional<ImagePoint>> positions) {
    Map<LandmarkId, Point2> points = new HashMap<>();
    for (LandmarkId id : landmarks) {
      positions.apply(id).ifPresent(p -> points.put(id, frame.toPatient(p)));
    }
    return new Scene(
        points,
        frame.scale().isCalibrated() ? SHORTEST_BASELINE_MILLIMETRES : SHORTEST_BASELINE_PIXELS);
  }

  private Optional<PatientFrame> frame(Subject subject) {
    return subject.frame().filter(f -> projections.contains(f.projection()));
  }

  private static Availability availability(LandmarkSet landmarks, LandmarkId id) {
    Optional<Placement> placement = landmarks.find(id);
    if (placement.isEmpty()) {
      return Availability.OPEN;
    }
    Optional<ImagePoint> point = placement.get().point();
    if (point.isEmpty()) {
      return Availability.NOT_VISIBLE;
    }
    boolean conceivable =
        Math.abs(point.get().column()) <= FARTHEST && Math.abs(point.get().row()) <= FARTHEST;
    return conceivable ? Availability.PLACED : Availability.OPEN;
  }

  private Set<Outcome.Caveat> caveats(Subject subject, PatientFrame frame, Set<LandmarkId> used) {
    Set<Outcome.Caveat> caveats = EnumSet.noneOf(Outcome.Caveat.class);
    if (expression.needsScale() && subject.scale().source().magnified()) {
      caveats.add(Outcome.Caveat.MAGNIFIED);
    }
    Set<LandmarkId> relied = new TreeSet<>(used);
    if (isGravityReferenced() && frame.plumbLine().isPresent()) {
      relied.add(Subject.PLUMB_TOP);
      relied.add(Subject.PLUMB_BOTTOM);
    }
    boolean uncertain =
        relied.stream()
            .flatMap(id -> subject.landmarks().find(id).stream())
            .anyMatch(p -> p.visibility() != Visibility.CLEAR);
    if (uncertain) {
      caveats.add(Outcome.Caveat.LANDMARK_UNCERTAIN);
    }
    if (isGravityReferenced() && frame.plumbLine().isEmpty()) {
      caveats.add(Outcome.Caveat.VERTICAL_FROM_IMAGE);
    }
    return caveats;
  }

  private static Outcome.Degenerate.Reason reason(Fault.Reason reason) {
    return switch (reason) {
      case BASELINE_TOO_SHORT -> Outcome.Degenerate.Reason.BASELINE_TOO_SHORT;
      case LINE_RUNS_BACKWARDS -> Outcome.Degenerate.Reason.LINE_RUNS_BACKWARDS;
      case LINES_PARALLEL -> Outcome.Degenerate.Reason.LINES_PARALLEL;
      case DIVISION_BY_ZERO -> Outcome.Degenerate.Reason.DIVISION_BY_ZERO;
    };
  }
}
