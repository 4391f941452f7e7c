package org.cervimark.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Replicates;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Protocol;

/**
 * All of a session that undo takes back. Immutable.
 *
 * @param protocol the protocol in force
 * @param confirmed what the reader has stated of the orientation
 * @param landmarks the landmarks as shown: those of the pass under way, else those that count
 * @param target the landmark that the next click places
 * @param passes earlier passes while one is under way, else all passes; none if read once
 * @param blinded whether a pass is under way that must not see the earlier ones
 * @param marks what was drawn freely
 * @param scaling what decides the scale
 */
record SessionState(
    Protocol protocol,
    Optional<PatientOrientation> confirmed,
    LandmarkSet landmarks,
    Optional<LandmarkId> target,
    List<LandmarkSet> passes,
    boolean blinded,
    List<FreeMark> marks,
    Scaling scaling) {

  SessionState {
    passes = List.copyOf(passes);
    marks = List.copyOf(marks);
  }

  /** Nothing done yet. */
  static SessionState begin(Protocol protocol, Scaling scaling) {
    return new SessionState(
        protocol,
        Optional.empty(),
        LandmarkSet.empty(),
        protocol.landmarks().stream().findFirst(),
        List.of(),
        false,
        List.of(),
        scaling);
  }

  /** Where a saved reading left off. */
  static SessionState of(
      Protocol protocol, Optional<PatientOrientation> confirmed, Reading reading, Scaling scaling) {
    SessionState state =
        new SessionState(
            protocol,
            confirmed,
            reading.landmarks(),
            Optional.empty(),
            reading.replicates(),
            false,
            reading.marks(),
            scaling);
    return state.withTarget(state.firstOpen());
  }

  SessionState withTarget(Optional<LandmarkId> other) {
    return new SessionState(protocol, confirmed, landmarks, other, passes, blinded, marks, scaling);
  }

  SessionState withConfirmed(Optional<PatientOrientation> orientation) {
    return new SessionState(
        protocol, orientation, landmarks, target, passes, blinded, marks, scaling);
  }

  SessionState withProtocol(Protocol other) {
    SessionState state =
        new SessionState(other, confirmed, landmarks, target, passes, blinded, marks, scaling);
    return state.withTarget(state.firstOpen());
  }

  /** With an object of known length between two ends. */
  SessionState calibrated(ImagePoint firstEnd, ImagePoint secondEnd, CalibrationObject object) {
    return with(Placement.at(Scaling.FIRST_END, firstEnd, Visibility.CLEAR))
        .with(Placement.at(Scaling.SECOND_END, secondEnd, Visibility.CLEAR))
        .withScaling(scaling.with(Optional.of(object)));
  }

  /** Without the object of known length and its ends. */
  SessionState uncalibrated() {
    return without(Scaling.FIRST_END)
        .without(Scaling.SECOND_END)
        .withTarget(target)
        .withScaling(scaling.with(Optional.empty()));
  }

  /** Without a mark; empty if there is none with that UID. */
  Optional<SessionState> withoutMark(String uid) {
    List<FreeMark> rest = marks.stream().filter(m -> !m.uid().equals(uid)).toList();
    return rest.size() < marks.size() ? Optional.of(withMarks(rest)) : Optional.empty();
  }

  SessionState withMarks(List<FreeMark> others) {
    return new SessionState(
        protocol, confirmed, landmarks, target, passes, blinded, others, scaling);
  }

  SessionState withScaling(Scaling other) {
    return new SessionState(protocol, confirmed, landmarks, target, passes, blinded, marks, other);
  }

  /** The scale in force, which a pass under way does not take away. */
  Scale scale() {
    return scaling.scale(revealed().landmarks());
  }

  /** With a mark added, or in the place of the one with its UID. */
  SessionState withMark(FreeMark mark) {
    List<FreeMark> others = new ArrayList<>(marks);
    int known = others.stream().map(FreeMark::uid).toList().indexOf(mark.uid());
    if (known < 0) {
      others.add(mark);
    } else {
      others.set(known, mark);
    }
    return withMarks(others);
  }

  /** With a landmark placed by hand, keeping its visibility if it was placed before. */
  SessionState placed(LandmarkId landmark, ImagePoint point) {
    Optional<Placement> before = landmarks.find(landmark);
    Visibility visibility =
        before
            .map(Placement::visibility)
            .filter(v -> v != Visibility.NOT_VISIBLE)
            .orElse(Visibility.CLEAR);
    Origin origin =
        before
            .map(Placement::origin)
            .filter(o -> o != Origin.MANUAL)
            .map(o -> Origin.CORRECTED)
            .orElse(Origin.MANUAL);
    return with(new Placement(landmark, Optional.of(point.snapped()), visibility, origin));
  }

  /** With a landmark placed anew: what earlier passes said of it does not count any more. */
  SessionState with(Placement placement) {
    return changed(placement.landmark(), Optional.of(placement));
  }

  /** Without a landmark, in no pass. */
  SessionState without(LandmarkId landmark) {
    return changed(landmark, Optional.empty()).withTarget(Optional.of(landmark));
  }

  private SessionState changed(LandmarkId landmark, Optional<Placement> placement) {
    LandmarkSet next = placement.map(landmarks::with).orElseGet(() -> landmarks.without(landmark));
    List<LandmarkSet> nextPasses = passes;
    if (!blinded && !passes.isEmpty()) {
      nextPasses = new ArrayList<>();
      for (LandmarkSet pass : passes) {
        LandmarkSet rest = pass.without(landmark);
        nextPasses.add(nextPasses.isEmpty() ? placement.map(rest::with).orElse(rest) : rest);
      }
    }
    return new SessionState(protocol, confirmed, next, target, nextPasses, blinded, marks, scaling);
  }

  /** The next pass begins, from nothing. */
  SessionState nextPass() {
    List<LandmarkSet> earlier = new ArrayList<>(passes);
    if (blinded || passes.isEmpty()) {
      earlier.add(landmarks);
    }
    return new SessionState(
        protocol,
        confirmed,
        LandmarkSet.empty(),
        protocol.landmarks().stream().findFirst(),
        earlier,
        true,
        marks,
        scaling);
  }

  /** The pass under way ends, and all passes count together; one without a landmark is dropped. */
  SessionState revealed() {
    if (!blinded) {
      return this;
    }
    List<LandmarkSet> all = new ArrayList<>(passes);
    all.add(landmarks);
    all.removeIf(LandmarkSet::isEmpty);
    SessionState state =
        new SessionState(
            protocol,
            confirmed,
            all.isEmpty() ? LandmarkSet.empty() : Replicates.mean(all),
            Optional.empty(),
            all.size() < 2 ? List.of() : all,
            false,
            marks,
            scaling);
    return state.withTarget(state.firstOpen());
  }

  /** The first open landmark of the protocol. */
  Optional<LandmarkId> firstOpen() {
    return protocol.landmarks().stream().filter(l -> landmarks.find(l).isEmpty()).findFirst();
  }

  /** The first open landmark after the target, or else the first open one. */
  SessionState onToNextOpen() {
    List<LandmarkId> order = protocol.landmarks();
    int start = target.map(order::indexOf).orElse(-1) + 1;
    for (int i = 0; i < order.size(); i++) {
      LandmarkId candidate = order.get((start + i) % order.size());
      if (landmarks.find(candidate).isEmpty()) {
        return withTarget(Optional.of(candidate));
      }
    }
    return withTarget(Optional.empty());
  }

  /** Whether what is saved differs. */
  boolean saysTheSameAs(SessionState other) {
    return landmarks.equals(other.landmarks)
        && confirmed.equals(other.confirmed)
        && passes.equals(other.passes)
        && blinded == other.blinded
        && marks.equals(other.marks)
        && scaling.equals(other.scaling);
  }
}
