package org.cervimark.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.measurement.Subject;

/**
 * One image being read: all state there is, changed by commands, undone without limit, watched by
 * listeners. Knows no widgets. Not thread-safe; in a program with windows it lives on the event
 * thread.
 */
public final class ReadingSession {

  /** Told after every change of state. */
  @FunctionalInterface
  public interface Listener {
    /** The session's state has changed. */
    void changed();
  }

  /**
   * A measurement of the protocol with what has come of it so far.
   *
   * @param measurement the measurement
   * @param outcome value or reason
   */
  public record Result(Measurement measurement, Outcome outcome) {}

  private record State(
      Protocol protocol,
      Optional<PatientOrientation> confirmed,
      LandmarkSet landmarks,
      Optional<LandmarkId> target) {}

  private final Radiograph radiograph;
  private final Catalogue catalogue;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Deque<State> past = new ArrayDeque<>();
  private final Deque<State> future = new ArrayDeque<>();
  private Scale scale;
  private State state;
  private State saved;
  private Optional<State> beforeDrag = Optional.empty();

  /** A session on an image on which nothing is placed yet. */
  public ReadingSession(Radiograph radiograph, Catalogue catalogue, Protocol protocol) {
    this.radiograph = radiograph;
    this.catalogue = catalogue;
    this.scale = radiograph.scale();
    this.state =
        new State(
            protocol,
            Optional.empty(),
            LandmarkSet.empty(),
            protocol.landmarks().stream().findFirst());
    this.saved = state;
  }

  /** A session that continues from a saved reading of the same image. */
  public static ReadingSession resume(
      Radiograph radiograph, Catalogue catalogue, Protocol protocol, Reading reading) {
    ReadingSession session = new ReadingSession(radiograph, catalogue, protocol);
    Optional<PatientOrientation> confirmed =
        reading.orientationSource().equals(Optional.of(OrientationSource.READER))
            ? reading.orientation()
            : Optional.empty();
    session.scale = reading.scale();
    session.state =
        new State(
            protocol, confirmed, reading.landmarks(), firstOpen(protocol, reading.landmarks()));
    session.saved = session.state;
    return session;
  }

  /** The image. */
  public Radiograph radiograph() {
    return radiograph;
  }

  /** The catalogue in force. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The protocol in force. */
  public Protocol protocol() {
    return state.protocol();
  }

  /** The landmarks as they are now. */
  public LandmarkSet landmarks() {
    return state.landmarks();
  }

  /** The scale in force. */
  public Scale scale() {
    return scale;
  }

  /** The landmark that the next click places; empty when all are dealt with. */
  public Optional<LandmarkId> target() {
    return state.target();
  }

  /** What is known of the patient's orientation. */
  public Orientations.Finding orientation() {
    return Orientations.find(
        radiograph, protocol().view().projection(), landmarks(), state.confirmed());
  }

  /** What the measurements are computed from. */
  public Subject subject() {
    return new Subject(landmarks(), scale, known().map(Orientations.Known::orientation));
  }

  /** The measurements of the protocol with their outcomes, in its order. */
  public List<Result> results() {
    Subject subject = subject();
    return catalogue.measurements(protocol()).stream()
        .map(m -> new Result(m, m.evaluate(subject)))
        .toList();
  }

  /** Whether something has changed since the last save. */
  public boolean isModified() {
    return !state.landmarks().equals(saved.landmarks())
        || !state.confirmed().equals(saved.confirmed());
  }

  /** How many landmarks of the protocol are dealt with: placed, or marked as not visible. */
  public int done() {
    return (int)
        protocol().landmarks().stream().filter(l -> landmarks().find(l).isPresent()).count();
  }

  /**
   * Places the target and goes on to the next open landmark; does nothing when all are dealt with.
   *
   * @throws IllegalArgumentException if the point lies outside the image
   */
  public void placeTarget(ImagePoint point) {
    state.target().ifPresent(landmark -> place(landmark, point));
  }

  /**
   * Places a landmark, keeping its visibility if it was placed before, and goes on to the next open
   * one.
   *
   * @throws IllegalArgumentException if the point lies outside the image
   */
  public void place(LandmarkId landmark, ImagePoint point) {
    requireWithin(landmark, point);
    change(placed(landmark, point), true);
  }

  /**
   * Moves a placed landmark without going on to the next one: one step of a drag. All steps up to
   * {@link #endDrag} are undone as one.
   *
   * @throws IllegalArgumentException if the point lies outside the image
   */
  public void drag(LandmarkId landmark, ImagePoint point) {
    requireWithin(landmark, point);
    if (beforeDrag.isEmpty()) {
      beforeDrag = Optional.of(state);
    }
    state = new State(state.protocol(), state.confirmed(), placed(landmark, point), state.target());
    notifyListeners();
  }

  /** Ends a drag. */
  public void endDrag() {
    if (beforeDrag.isPresent()) {
      past.push(beforeDrag.get());
      future.clear();
      beforeDrag = Optional.empty();
      notifyListeners();
    }
  }

  /** Records that the reader looked for a landmark and could not see it; goes on to the next. */
  public void markNotVisible(LandmarkId landmark) {
    change(landmarks().with(Placement.notVisible(landmark)), true);
  }

  /**
   * States how well a placed landmark is seen; does nothing if it has no position.
   *
   * @throws IllegalArgumentException for {@link Visibility#NOT_VISIBLE}; see {@link
   *     #markNotVisible}
   */
  public void setVisibility(LandmarkId landmark, Visibility visibility) {
    if (visibility == Visibility.NOT_VISIBLE) {
      throw new IllegalArgumentException("markNotVisible does this: " + landmark);
    }
    landmarks()
        .find(landmark)
        .filter(p -> p.point().isPresent() && p.visibility() != visibility)
        .ifPresent(
            p ->
                change(
                    landmarks().with(new Placement(landmark, p.point(), visibility, p.origin())),
                    false));
  }

  /** Takes a landmark away and makes it the target. */
  public void remove(LandmarkId landmark) {
    push(
        new State(
            state.protocol(),
            state.confirmed(),
            landmarks().without(landmark),
            Optional.of(landmark)));
  }

  /** Makes a landmark the one that the next click places. Not a step to undo. */
  public void setTarget(LandmarkId landmark) {
    state =
        new State(state.protocol(), state.confirmed(), state.landmarks(), Optional.of(landmark));
    notifyListeners();
  }

  /** Records what the reader says of the patient's orientation. */
  public void confirmOrientation(PatientOrientation orientation) {
    push(new State(state.protocol(), Optional.of(orientation), state.landmarks(), state.target()));
  }

  /** Changes the protocol; landmarks already placed stay. */
  public void chooseProtocol(Protocol protocol) {
    push(new State(protocol, state.confirmed(), landmarks(), firstOpen(protocol, landmarks())));
  }

  /** Whether there is a step to undo. */
  public boolean canUndo() {
    return !past.isEmpty();
  }

  /** Whether there is a step to redo. */
  public boolean canRedo() {
    return !future.isEmpty();
  }

  /** Takes the last step back; does nothing if there is none. */
  public void undo() {
    endDrag();
    if (canUndo()) {
      future.push(state);
      state = past.pop();
      notifyListeners();
    }
  }

  /** Takes the last undone step again; does nothing if there is none. */
  public void redo() {
    if (canRedo()) {
      past.push(state);
      state = future.pop();
      notifyListeners();
    }
  }

  /** The reading as it stands, with all values that the protocol gives. */
  public Reading toReading() {
    List<MeasuredValue> values = new ArrayList<>();
    for (Result result : results()) {
      if (result.outcome() instanceof Outcome.Value value) {
        values.add(
            new MeasuredValue(result.measurement().id(), result.measurement().version(), value));
      }
    }
    return new Reading(
        radiograph.reference(),
        radiograph.modality(),
        radiograph.columns(),
        radiograph.rows(),
        protocol().view(),
        protocol().id(),
        scale,
        known().map(Orientations.Known::orientation),
        known().map(Orientations.Known::source),
        landmarks(),
        values);
  }

  /** Records that the reading as it stands has been saved. */
  public void markSaved() {
    saved = state;
    notifyListeners();
  }

  /** Adds a listener. */
  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  private Optional<Orientations.Known> known() {
    return orientation() instanceof Orientations.Known known
        ? Optional.of(known)
        : Optional.empty();
  }

  private LandmarkSet placed(LandmarkId landmark, ImagePoint point) {
    Visibility visibility =
        landmarks()
            .find(landmark)
            .map(Placement::visibility)
            .filter(v -> v != Visibility.NOT_VISIBLE)
            .orElse(Visibility.CLEAR);
    return landmarks().with(Placement.at(landmark, point, visibility));
  }

  private void change(LandmarkSet landmarks, boolean goOn) {
    push(
        new State(
            state.protocol(),
            state.confirmed(),
            landmarks,
            goOn ? nextOpen(landmarks) : state.target()));
  }

  private void push(State next) {
    endDrag();
    past.push(state);
    future.clear();
    state = next;
    notifyListeners();
  }

  /** The first open landmark after the target, or else the first open one. */
  private Optional<LandmarkId> nextOpen(LandmarkSet landmarks) {
    List<LandmarkId> order = protocol().landmarks();
    int start = state.target().map(order::indexOf).orElse(-1) + 1;
    for (int i = 0; i < order.size(); i++) {
      LandmarkId candidate = order.get((start + i) % order.size());
      if (landmarks.find(candidate).isEmpty()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static Optional<LandmarkId> firstOpen(Protocol protocol, LandmarkSet landmarks) {
    return protocol.landmarks().stream().filter(l -> landmarks.find(l).isEmpty()).findFirst();
  }

  private void requireWithin(LandmarkId landmark, ImagePoint point) {
    if (!point.snapped().isWithin(radiograph.columns(), radiograph.rows())) {
      throw new IllegalArgumentException("outside the image: " + landmark);
    }
  }

  private void notifyListeners() {
    listeners.forEach(Listener::changed);
  }
}
