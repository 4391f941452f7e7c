package org.cervimark.reading;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;
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

  /** The landmarks at both ends of an object of known length. */
  public static final List<LandmarkId> CALIBRATION_ENDS =
      List.of(Scaling.FIRST_END, Scaling.SECOND_END);

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

  private final Radiograph radiograph;
  private Catalogue catalogue;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final SessionSteps steps;

  /** A session on an image on which nothing is placed yet. */
  public ReadingSession(Radiograph radiograph, Catalogue catalogue, Protocol protocol) {
    this(radiograph, catalogue, SessionState.begin(protocol, Scaling.of(radiograph)));
  }

  private ReadingSession(Radiograph radiograph, Catalogue catalogue, SessionState begun) {
    this.radiograph = radiograph;
    this.catalogue = catalogue;
    this.steps = new SessionSteps(begun);
  }

  /** A session that continues from a saved reading of the same image. */
  public static ReadingSession resume(
      Radiograph radiograph, Catalogue catalogue, Protocol protocol, Reading reading) {
    Optional<PatientOrientation> confirmed =
        reading.orientationSource().equals(Optional.of(OrientationSource.READER))
            ? reading.orientation()
            : Optional.empty();
    Scaling scaling = Scaling.resumed(radiograph, reading.scale());
    return new ReadingSession(
        radiograph, catalogue, SessionState.of(protocol, confirmed, reading, scaling));
  }

  /** The image. */
  public Radiograph radiograph() {
    return radiograph;
  }

  /** The catalogue in force. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Goes on with another catalogue; what is placed stays. A protocol that has vanished stays in
   * force with the measurements that are still known.
   */
  public void use(Catalogue other) {
    catalogue = other;
    notifyListeners();
  }

  /** The protocol in force, as the catalogue in force defines it. */
  public Protocol protocol() {
    return catalogue.protocol(state().protocol().id()).orElse(state().protocol());
  }

  /** The landmarks as they are now. */
  public LandmarkSet landmarks() {
    return state().landmarks();
  }

  /** Whether a drag has begun and not ended. */
  public boolean isDragging() {
    return steps.isDragging();
  }

  /** The scale in force. */
  public Scale scale() {
    return state().scale();
  }

  /** What the reader must still say of the scale, if the header leaves it open. */
  public Optional<ScaleQuestion> scaleQuestion() {
    return state().scaling().open(state().scale());
  }

  /** The object of known length that the reader has named, if any. */
  public Optional<CalibrationObject> calibrationObject() {
    return state().scaling().object();
  }

  /** Why that object gives no scale although both its ends are placed. */
  public Optional<CalibrationObject.Flaw> calibrationFlaw() {
    return state().scaling().flaw(landmarks());
  }

  /** What speaks against the scale of that object, compared with that of the header. */
  public Optional<CalibrationDoubt> calibrationDoubt() {
    return state().scaling().doubt(state().scale());
  }

  /** The landmark that the next click places; empty when all are dealt with. */
  public Optional<LandmarkId> target() {
    return state().target();
  }

  /** What is known of the patient's orientation. */
  public Orientations.Finding orientation() {
    return orientation(state());
  }

  /** What the measurements are computed from. */
  public Subject subject() {
    return new Subject(
        landmarks(), scale(), known(state()).map(Orientations.Known::orientation), replicates());
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
    return steps.isModified();
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
    state().target().ifPresent(landmark -> place(landmark, point));
  }

  /**
   * Places a landmark, keeping its visibility if it was placed before, and goes on to the next open
   * one.
   *
   * @throws IllegalArgumentException if the point lies outside the image
   */
  public void place(LandmarkId landmark, ImagePoint point) {
    requireWithin(landmark, point);
    push(state().placed(landmark, point).onToNextOpen());
  }

  /**
   * Moves a placed landmark without going on to the next one: one step of a drag. All steps up to
   * {@link #endDrag} are undone as one.
   *
   * @throws IllegalArgumentException if the point lies outside the image
   */
  public void drag(LandmarkId landmark, ImagePoint point) {
    requireWithin(landmark, point);
    steps.drag(state().placed(landmark, point));
    notifyListeners();
  }

  /** Ends a drag. */
  public void endDrag() {
    if (steps.endDrag()) {
      notifyListeners();
    }
  }

  /** Records that the reader looked for a landmark and could not see it; goes on to the next. */
  public void markNotVisible(LandmarkId landmark) {
    push(state().with(Placement.notVisible(landmark)).onToNextOpen());
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
            p -> push(state().with(new Placement(landmark, p.point(), visibility, p.origin()))));
  }

  /** Takes a landmark away and makes it the target. */
  public void remove(LandmarkId landmark) {
    push(state().without(landmark));
  }

  /** Makes a landmark the one that the next click places. Not a step to undo. */
  public void setTarget(LandmarkId landmark) {
    steps.replace(state().withTarget(Optional.of(landmark)));
    notifyListeners();
  }

  /** Takes back what the reader has said of the patient's orientation, as a step of its own. */
  public void withdrawOrientation() {
    push(state().withConfirmed(Optional.empty()));
  }

  /** Records what the reader says of the patient's orientation. */
  public void confirmOrientation(PatientOrientation orientation) {
    push(state().withConfirmed(Optional.of(orientation)));
  }

  /** Changes the protocol; landmarks already placed stay. */
  public void chooseProtocol(Protocol protocol) {
    push(state().withProtocol(protocol));
  }

  /**
   * Marks an object of known length; from then on it decides the scale. Its ends are landmarks that
   * can be moved like all others.
   *
   * @throws IllegalArgumentException if an end lies outside the image
   */
  public void calibrate(ImagePoint firstEnd, ImagePoint secondEnd, CalibrationObject object) {
    requireWithin(Scaling.FIRST_END, firstEnd);
    requireWithin(Scaling.SECOND_END, secondEnd);
    push(state().calibrated(firstEnd, secondEnd, object));
  }

  /** Takes the object of known length and its ends away; the scale is again the header's. */
  public void removeCalibration() {
    push(state().uncalibrated());
  }

  /**
   * Records which of the scales that the header supports the reader relies on.
   *
   * @param answer id of an answer to the image's question
   * @throws IllegalArgumentException if the image's question has no such answer
   */
  public void answerScaleQuestion(String answer) {
    push(answered(answer));
  }

  /** Takes back which scale the reader relies on; the question is open again. */
  public void withdrawScaleAnswer() {
    push(state().withScaling(state().scaling().unanswered(radiograph)));
  }

  /**
   * Takes over what the reader has answered for another image. Not a step to undo; a session in
   * which nothing has been done yet is not modified by it.
   *
   * @param answer id of an answer to the image's question
   * @throws IllegalArgumentException if the image's question has no such answer
   */
  public void adoptScaleAnswer(String answer) {
    boolean fresh = steps.isUntouched() && landmarks().isEmpty();
    steps.replace(answered(answer));
    if (fresh) {
      steps.markSaved(state());
    }
    notifyListeners();
  }

  private SessionState answered(String answer) {
    ScaleQuestion.Answer chosen =
        radiograph
            .scaleQuestion()
            .flatMap(q -> q.answer(answer))
            .orElseThrow(() -> new IllegalArgumentException("no such answer: " + answer));
    return state().withScaling(state().scaling().answeredBy(chosen));
  }

  /**
   * Begins another pass over the image, which must not see the earlier ones: until {@link
   * #revealPasses} the landmarks are those of this pass alone.
   */
  public void beginPass() {
    push(state().nextPass());
  }

  /** Ends the pass under way: the landmarks are the mean of all passes from here on. */
  public void revealPasses() {
    if (state().blinded()) {
      push(state().revealed());
    }
  }

  /** Whether a pass is under way that must not see the earlier ones. */
  public boolean isBlinded() {
    return state().blinded();
  }

  /**
   * The passes of which the landmarks are the mean; none while one is under way or if read once.
   */
  public List<LandmarkSet> replicates() {
    return state().blinded() ? List.of() : state().passes();
  }

  /** Which pass is under way or was the last one, from 1. */
  public int pass() {
    return Math.max(1, state().passes().size() + (state().blinded() ? 1 : 0));
  }

  /** What was drawn freely, in the order in which it was drawn. */
  public List<FreeMark> marks() {
    return state().marks();
  }

  /**
   * Adds a mark, or replaces the one with its UID.
   *
   * @throws IllegalArgumentException if a point lies outside the image
   */
  public void put(FreeMark mark) {
    mark.points().forEach(point -> requireWithin(mark.kind().id(), point));
    push(state().withMark(mark));
  }

  /** Takes a mark away; does nothing if there is none with that UID. */
  public void removeMark(String uid) {
    state().withoutMark(uid).ifPresent(this::push);
  }

  /** All there is, for the journal. */
  SessionState state() {
    return steps.now();
  }

  /** Puts a state back that the journal has kept, as one step to undo. */
  void restore(SessionState kept) {
    push(kept);
  }

  /** Whether there is a step to undo. */
  public boolean canUndo() {
    return steps.canUndo();
  }

  /** Whether there is a step to redo. */
  public boolean canRedo() {
    return steps.canRedo();
  }

  /** Takes the last step back; does nothing if there is none. */
  public void undo() {
    endDrag();
    if (canUndo()) {
      steps.undo();
      notifyListeners();
    }
  }

  /** Takes the last undone step again; does nothing if there is none. */
  public void redo() {
    if (canRedo()) {
      steps.redo();
      notifyListeners();
    }
  }

  /**
   * The reading as it stands, with all values that the protocol gives; a pass under way counts as
   * if it ended here.
   */
  public Reading toReading() {
    SessionState whole = state().revealed();
    Optional<Orientations.Known> known = known(whole);
    Optional<PatientOrientation> orientation = known.map(Orientations.Known::orientation);
    Subject subject = new Subject(whole.landmarks(), whole.scale(), orientation, whole.passes());
    return new Reading(
        radiograph.reference(),
        radiograph.modality(),
        radiograph.columns(),
        radiograph.rows(),
        protocol().view(),
        protocol().id(),
        whole.scale(),
        orientation,
        known.map(Orientations.Known::source),
        whole.landmarks(),
        MeasuredValue.of(catalogue.measurements(protocol()), subject),
        whole.passes(),
        whole.marks());
  }

  /**
   * Records that the reading has been saved as another one: joined with what somebody else had
   * saved meanwhile. It is taken over as a step that can be undone.
   */
  public void markSavedAs(Reading joined) {
    if (!joined.equals(toReading())) {
      push(SessionState.of(protocol(), state().confirmed(), joined, state().scaling()));
    }
    markSaved();
  }

  /** Records that the reading as it stands has been saved. */
  public void markSaved() {
    markSaved(SavePoint.of(this));
  }

  /** Records that a reading has been saved as it stood; what has changed since is not. */
  public void markSaved(SavePoint point) {
    steps.markSaved(point.state());
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

  private Optional<Orientations.Known> known(SessionState of) {
    return orientation(of) instanceof Orientations.Known known
        ? Optional.of(known)
        : Optional.empty();
  }

  private Orientations.Finding orientation(SessionState of) {
    return Orientations.find(
        radiograph, protocol().view().projection(), of.landmarks(), of.confirmed());
  }

  private void push(SessionState next) {
    endDrag();
    steps.go(next);
    notifyListeners();
  }

  private void requireWithin(Object what, ImagePoint point) {
    if (!point.snapped().isWithin(radiograph.columns(), radiograph.rows())) {
      throw new IllegalArgumentException("outside the image: " + what);
    }
  }

  private void notifyListeners() {
    listeners.forEach(Listener::changed);
  }
}
