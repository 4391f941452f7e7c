package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.PatientFrame;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.PlacedFilms.PlacedFilm;
import org.cervimark.measurement.expression.Demand;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Fault;
import org.cervimark.measurement.expression.Scene;
import org.cervimark.measurement.expression.Stroke;

/** A construction written in the expression language: of a number, or of a class. */
final class ExpressionFormula implements Formula {

  private final Expression expression;
  private final Optional<Bands> bands;
  private final FilmCheck check;
  private final boolean needsScale;
  private final boolean gravityReferenced;
  private final SortedSet<FilmRole> films;
  private final PlacementError placementError;

  /**
   * A formula with a value on images of certain planes.
   *
   * @param expression what is computed
   * @param bands the classes into which it divides what is computed; empty for a number
   * @param projections the planes
   * @param dictionary knows how exactly landmarks are placed
   */
  ExpressionFormula(
      Expression expression,
      Optional<Bands> bands,
      Set<Projection> projections,
      LandmarkDictionary dictionary) {
    this.expression = expression;
    this.bands = bands;
    this.check =
        new FilmCheck(
            Stream.concat(Stream.of(expression), bands.stream().flatMap(b -> b.limits().stream()))
                .toList(),
            projections,
            bands.isPresent());
    this.needsScale = check.needsScale();
    this.gravityReferenced = check.turnsWithVertical();
    this.films =
        Collections.unmodifiableSortedSet(
            check.films().stream()
                .flatMap(film -> FilmRole.withId(film).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    this.placementError = new PlacementError(dictionary);
  }

  Expression expression() {
    return expression;
  }

  /** The classes; of none if it gives a number. */
  Bands bands() {
    return bands.orElseGet(() -> new Bands(List.of()));
  }

  @Override
  public String source() {
    return bands
        .map(
            b ->
                b.bands().stream()
                    .map(
                        band ->
                            band.category().id()
                                + band.below().stream()
                                    .map(limit -> " below " + limit.text())
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining("\n", expression.text() + "\n", "")))
        .orElse(expression.text());
  }

  @Override
  public Map<String, String> definitions() {
    Map<String, String> definitions = new LinkedHashMap<>(expression.definitions());
    bands.ifPresent(b -> b.limits().forEach(limit -> definitions.putAll(limit.definitions())));
    return definitions;
  }

  @Override
  public SortedSet<LandmarkId> landmarks() {
    SortedSet<LandmarkId> landmarks = new TreeSet<>(expression.landmarks());
    bands.ifPresent(b -> b.limits().forEach(limit -> landmarks.addAll(limit.landmarks())));
    return landmarks;
  }

  @Override
  public SortedSet<LandmarkId> landmarks(LandmarkSet placed) {
    return all(check.demand(PlacedFilms.ONLY, placed));
  }

  @Override
  public SortedSet<LandmarkId> landmarks(FilmRole role, LandmarkSet placed) {
    return all(check.demand(role.id(), placed));
  }

  private static SortedSet<LandmarkId> all(Demand demand) {
    SortedSet<LandmarkId> all = new TreeSet<>(demand.used());
    all.addAll(demand.missing());
    all.addAll(demand.notVisible());
    return all;
  }

  @Override
  public boolean isGravityReferenced() {
    return gravityReferenced;
  }

  @Override
  public SortedSet<FilmRole> films() {
    return films;
  }

  @Override
  public Outcome evaluate(Measurement measurement, Subject subject) {
    return evaluate(measurement, Map.of(PlacedFilms.ONLY, subject));
  }

  @Override
  public Outcome evaluate(Measurement measurement, Films subjects) {
    SortedSet<FilmRole> missing = new TreeSet<>(films);
    missing.removeAll(subjects.subjects().keySet());
    return missing.isEmpty()
        ? evaluate(measurement, named(subjects))
        : new Outcome.MissingFilm(missing);
  }

  private Map<String, Subject> named(Films subjects) {
    Map<String, Subject> named = new HashMap<>();
    for (FilmRole role : films()) {
      subjects.in(role).ifPresent(subject -> named.put(role.id(), subject));
    }
    return named;
  }

  private Outcome evaluate(Measurement measurement, Map<String, Subject> subjects) {
    FilmCheck.Finding finding = check.check(subjects);
    if (finding instanceof FilmCheck.Lacking lacking) {
      return lacking.reason();
    }
    SortedMap<String, PlacedFilm> films = ((FilmCheck.Complete) finding).films();
    Scene scene = PlacedFilms.scene(films).orElseThrow();
    for (Expression limit : bands.map(Bands::limits).orElse(List.of())) {
      if (limit.evaluate(scene) instanceof Evaluation.Faulty faulty) {
        return degenerate(faulty.fault());
      }
    }
    if (expression.evaluate(scene) instanceof Evaluation.Value value) {
      Set<Outcome.Caveat> caveats = caveats(films);
      return bands
          .<Outcome>map(b -> b.classify(expression, films, placementError, caveats))
          .orElseGet(
              () ->
                  new Outcome.Measured(
                      value.value(),
                      measurement.unit().orElseThrow(),
                      placementError.interval(
                          films, f -> PlacedFilms.value(expression, f), expression.type()),
                      caveats));
    }
    return degenerate(((Evaluation.Faulty) expression.evaluate(scene)).fault());
  }

  private static Outcome degenerate(Fault fault) {
    Outcome.Degenerate reason = new Outcome.Degenerate(reason(fault.reason()), fault.landmarks());
    return fault.film().map(film -> FilmCheck.onFilm(film, reason)).orElse(reason);
  }

  @Override
  public List<Graphic> graphics(Subject subject) {
    return graphics(PlacedFilms.ONLY, Map.of(PlacedFilms.ONLY, subject));
  }

  @Override
  public List<Graphic> graphics(Films subjects, FilmRole role) {
    Map<String, Subject> named = named(subjects);
    return named.size() == films().size() && named.containsKey(role.id())
        ? graphics(role.id(), named)
        : List.of();
  }

  private List<Graphic> graphics(String film, Map<String, Subject> subjects) {
    if (!(check.check(subjects) instanceof FilmCheck.Complete complete)) {
      return List.of();
    }
    Scene scene = PlacedFilms.scene(complete.films()).orElseThrow();
    PatientFrame frame =
        Optional.ofNullable(complete.films().get(film)).flatMap(PlacedFilm::frame).orElseThrow();
    List<Graphic> graphics = new ArrayList<>();
    for (Stroke stroke : expression.strokes(film, scene)) {
      graphics.add(
          Graphic.segment(frame.toImage(stroke.from()), frame.toImage(stroke.to()), stroke.role()));
    }
    return graphics;
  }

  private Set<Outcome.Caveat> caveats(SortedMap<String, PlacedFilm> films) {
    Set<Outcome.Caveat> caveats = EnumSet.noneOf(Outcome.Caveat.class);
    for (PlacedFilm film : films.values()) {
      Subject subject = film.subject();
      if (needsScale && subject.scale().source().magnified()) {
        caveats.add(Outcome.Caveat.MAGNIFIED);
      }
      boolean uncertain =
          film.movable().stream()
              .flatMap(id -> subject.landmarks().find(id).stream())
              .anyMatch(p -> p.visibility() != Visibility.CLEAR);
      if (uncertain) {
        caveats.add(Outcome.Caveat.LANDMARK_UNCERTAIN);
      }
      if (isGravityReferenced() && subject.plumbLine().isEmpty()) {
        caveats.add(Outcome.Caveat.VERTICAL_FROM_IMAGE);
      }
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
