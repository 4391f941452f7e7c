package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ScaleChoices;

/**
 * Everything that macros can mark on an image, as it is at one moment. Of two moments it can be
 * told by which commands one becomes the other.
 *
 * @param protocol id of the protocol
 * @param orientation what the reader said of it; what header or landmarks say is found by itself
 * @param scale which of the scales of a contradictory header the reader chose
 * @param answeredFor for what that holds
 * @param calibration the object of known length and its two ends
 * @param pass which pass over the image counts, from 1
 * @param blinded whether it must not see the earlier ones
 * @param placed the landmarks
 * @param marks what is drawn beside the protocol
 */
record MacroState(
    String protocol,
    Optional<PatientOrientation> orientation,
    Optional<String> scale,
    ScaleChoices.Extent answeredFor,
    Optional<Calibration> calibration,
    int pass,
    boolean blinded,
    Map<LandmarkId, Placement> placed,
    List<FreeMark> marks) {

  /** An object of known length with its ends. */
  record Calibration(CalibrationObject object, ImagePoint first, ImagePoint second) {}

  /** The state of a session. */
  static MacroState of(ReadingSession session, ScaleChoices.Extent answeredFor) {
    Map<LandmarkId, Placement> placed = new LinkedHashMap<>();
    for (Placement placement : session.landmarks().all()) {
      if (!ReadingSession.CALIBRATION_ENDS.contains(placement.landmark())) {
        placed.put(placement.landmark(), placement);
      }
    }
    return new MacroState(
        session.protocol().id(),
        orientation(session),
        scale(session),
        answeredFor,
        calibration(session),
        session.pass(),
        session.isBlinded(),
        placed,
        session.marks());
  }

  private static Optional<PatientOrientation> orientation(ReadingSession session) {
    return session.orientation() instanceof Orientations.Known known
            && known.source() == OrientationSource.READER
        ? Optional.of(known.orientation())
        : Optional.empty();
  }

  private static Optional<String> scale(ReadingSession session) {
    boolean open = session.scaleQuestion().isPresent();
    return session
        .radiograph()
        .scaleQuestion()
        .filter(q -> !open && session.calibrationObject().isEmpty())
        .flatMap(
            q ->
                q.answers().stream()
                    .filter(a -> a.scale().equals(session.scale()))
                    .map(ScaleQuestion.Answer::id)
                    .findFirst());
  }

  private static Optional<Calibration> calibration(ReadingSession session) {
    Optional<ImagePoint> first = session.landmarks().point(ReadingSession.CALIBRATION_ENDS.get(0));
    Optional<ImagePoint> second = session.landmarks().point(ReadingSession.CALIBRATION_ENDS.get(1));
    return session
        .calibrationObject()
        .filter(o -> first.isPresent() && second.isPresent())
        .map(o -> new Calibration(o, first.get(), second.get()));
  }

  /** The steps that lead here from an earlier state of the same image. */
  List<MacroStep> since(MacroState before) {
    List<MacroStep> steps = new ArrayList<>();
    if (!protocol.equals(before.protocol)) {
      steps.add(new MacroStep("CerviMark Protocol", "protocol=" + protocol));
    }
    if (!orientation.equals(before.orientation)) {
      steps.add(
          new MacroStep(
              "CerviMark Orientation",
              orientation
                  .map(o -> "row=" + o.row().letter() + " column=" + o.column().letter())
                  .orElse("row=none")));
    }
    scale(before, steps);
    // A pass comes with its landmarks, the ends of an object of known length among them.
    if (!pass(before, steps)) {
      calibration(before, steps);
      landmarks(before.placed, steps);
    }
    marks(before.marks, steps);
    return steps;
  }

  private void scale(MacroState before, List<MacroStep> steps) {
    // An object of known length hides the answer, which stays.
    if (!scale.equals(before.scale) && calibration.equals(before.calibration)) {
      boolean ofDevice = scale.isPresent() && answeredFor == ScaleChoices.Extent.DEVICE;
      steps.add(
          new MacroStep(
              "CerviMark Scale",
              "answer=" + scale.orElse("none") + (ofDevice ? " extent=device" : "")));
    }
  }

  private void calibration(MacroState before, List<MacroStep> steps) {
    if (calibration.equals(before.calibration)) {
      return;
    }
    steps.add(
        calibration
            .map(
                c ->
                    new MacroStep(
                        "CerviMark Calibrate",
                        "points="
                            + MacroStep.points(List.of(c.first(), c.second()))
                            + " length="
                            + c.object().length()
                            + " object="
                            + MacroText.quoted(c.object().description())))
            .orElseGet(() -> new MacroStep("CerviMark Remove Calibration", "")));
  }

  /** Whether another pass counts. */
  private boolean pass(MacroState before, List<MacroStep> steps) {
    if (blinded == before.blinded) {
      return false;
    }
    // Undoing what began or ended a pass leads back to it.
    String what =
        blinded ? pass > before.pass ? "begin" : "resume" : pass < before.pass ? "cancel" : "end";
    steps.add(new MacroStep("CerviMark Repeat", "pass=" + what));
    return true;
  }

  private void landmarks(Map<LandmarkId, Placement> before, List<MacroStep> steps) {
    for (LandmarkId gone : before.keySet()) {
      if (!placed.containsKey(gone)) {
        steps.add(new MacroStep("CerviMark Remove", "landmark=" + gone.value()));
      }
    }
    placed.forEach(
        (id, placement) -> {
          if (!placement.equals(before.get(id))) {
            steps.add(command(placement));
          }
        });
  }

  private static MacroStep command(Placement placement) {
    String options = "landmark=" + placement.landmark().value();
    if (placement.point().isEmpty()) {
      return new MacroStep("CerviMark Not Visible", options);
    }
    ImagePoint point = placement.point().get();
    options += " column=" + point.column() + " row=" + point.row();
    if (placement.visibility() != Visibility.CLEAR) {
      options += " visibility=" + placement.visibility().id();
    }
    return new MacroStep("CerviMark Place", options);
  }

  /** Marks have numbers in macros; those before the first change keep theirs. */
  private void marks(List<FreeMark> before, List<MacroStep> steps) {
    int same = 0;
    while (same < Math.min(marks.size(), before.size())
        && marks.get(same).equals(before.get(same))) {
      same++;
    }
    boolean oneChanged =
        marks.size() == before.size()
            && same < marks.size()
            && marks.subList(same + 1, marks.size()).equals(before.subList(same + 1, marks.size()));
    boolean oneGone =
        marks.size() == before.size() - 1
            && marks.subList(same, marks.size()).equals(before.subList(same + 1, before.size()));
    if (oneChanged) {
      steps.add(draw(marks.get(same), " mark=" + (same + 1)));
    } else if (oneGone) {
      steps.add(new MacroStep("CerviMark Remove Mark", "mark=" + (same + 1)));
    } else {
      for (int i = before.size(); i > same; i--) {
        steps.add(new MacroStep("CerviMark Remove Mark", "mark=" + i));
      }
      marks.subList(same, marks.size()).forEach(m -> steps.add(draw(m, "")));
    }
  }

  private static MacroStep draw(FreeMark mark, String which) {
    String text = mark.text().isEmpty() ? "" : " text=" + MacroText.quoted(mark.text());
    return new MacroStep(
        "CerviMark Draw",
        "kind=" + mark.kind().id() + " points=" + MacroStep.points(mark.points()) + text + which);
  }
}
