package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;

/**
 * Everything that macros can do to the image shown, as it is at one moment. Of two moments it can
 * be told by which commands one becomes the other.
 *
 * @param protocol id of the protocol
 * @param orientation what the reader said of it; what header or landmarks say is found by itself
 * @param scale which of the scales of a contradictory header the reader chose
 * @param calibration the object of known length and its two ends
 * @param pass which pass over the image counts, from 1
 * @param blinded whether it must not see the earlier ones
 * @param placed the landmarks
 * @param marks what is drawn beside the protocol
 * @param turn how the image lies on the screen
 * @param greys how it is shown, where that is known
 * @param newest the newest revision of the study
 * @param keptNotes how the notes are written that were kept with the study
 */
record MacroState(
    String protocol,
    Optional<PatientOrientation> orientation,
    Optional<String> scale,
    Optional<Calibration> calibration,
    int pass,
    boolean blinded,
    Map<LandmarkId, Placement> placed,
    List<FreeMark> marks,
    Turn turn,
    Optional<GreyState> greys,
    Optional<StudyReport> newest,
    List<NoteChoice> keptNotes) {

  /**
   * A command of a macro.
   *
   * @param name as in ImageJ's menus
   * @param options as in macros, possibly empty
   */
  record Command(String name, String options) {}

  /** An object of known length with its ends. */
  record Calibration(CalibrationObject object, ImagePoint first, ImagePoint second) {}

  /** The state of a model. */
  static MacroState of(ViewerModel model) {
    ReadingSession session = model.session();
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
        calibration(session),
        session.pass(),
        session.isBlinded(),
        placed,
        session.marks(),
        model.turn(),
        model.greys(),
        model.study().newest(model.radiograph()),
        model.study().keptNotes(model.radiograph()));
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

  /** The commands that lead here from an earlier state of the same image. */
  List<Command> since(MacroState before) {
    List<Command> commands = new ArrayList<>();
    if (!protocol.equals(before.protocol)) {
      commands.add(new Command("CerviMark Protocol", "protocol=" + protocol));
    }
    if (!orientation.equals(before.orientation)) {
      orientation.ifPresent(
          o ->
              commands.add(
                  new Command(
                      "CerviMark Orientation",
                      "row=" + o.row().letter() + " column=" + o.column().letter())));
    }
    if (!scale.equals(before.scale)) {
      scale.ifPresent(s -> commands.add(new Command("CerviMark Scale", "answer=" + s)));
    }
    // A pass comes with its landmarks, the ends of an object of known length among them.
    if (!pass(before, commands)) {
      calibration(before, commands);
      landmarks(before.placed, commands);
    }
    marks(before.marks, commands);
    if (!turn.equals(before.turn)) {
      commands.add(
          new Command(
              "CerviMark Turn", "quarters=" + turn.quarters() + flag("mirrored", turn.mirrored())));
    }
    if (before.greys.isPresent() && !greys.equals(before.greys)) {
      greys.ifPresent(g -> commands.add(new Command("CerviMark Window", options(g))));
    }
    revision(before, commands);
    keptNotes.stream()
        .skip(before.keptNotes.size())
        .forEach(c -> commands.add(new Command("CerviMark Keep Note", c.options())));
    return commands;
  }

  private void calibration(MacroState before, List<Command> commands) {
    if (calibration.equals(before.calibration)) {
      return;
    }
    commands.add(
        calibration
            .map(
                c ->
                    new Command(
                        "CerviMark Calibrate",
                        "points="
                            + points(List.of(c.first(), c.second()))
                            + " length="
                            + c.object().length()
                            + " object="
                            + MacroText.quoted(c.object().description())))
            .orElseGet(() -> new Command("CerviMark Remove Calibration", "")));
  }

  /** Whether another pass counts. */
  private boolean pass(MacroState before, List<Command> commands) {
    if (blinded == before.blinded) {
      return false;
    }
    // Undoing what began or ended a pass leads back to it.
    String what =
        blinded ? pass > before.pass ? "begin" : "resume" : pass < before.pass ? "cancel" : "end";
    commands.add(new Command("CerviMark Repeat", "pass=" + what));
    return true;
  }

  private void landmarks(Map<LandmarkId, Placement> before, List<Command> commands) {
    for (LandmarkId gone : before.keySet()) {
      if (!placed.containsKey(gone)) {
        commands.add(new Command("CerviMark Remove", "landmark=" + gone.value()));
      }
    }
    placed.forEach(
        (id, placement) -> {
          if (!placement.equals(before.get(id))) {
            commands.add(command(placement));
          }
        });
  }

  private static Command command(Placement placement) {
    String options = "landmark=" + placement.landmark().value();
    if (placement.point().isEmpty()) {
      return new Command("CerviMark Not Visible", options);
    }
    ImagePoint point = placement.point().get();
    options += " column=" + point.column() + " row=" + point.row();
    if (placement.visibility() != Visibility.CLEAR) {
      options += " visibility=" + placement.visibility().id();
    }
    return new Command("CerviMark Place", options);
  }

  /** Marks have numbers in macros; those before the first change keep theirs. */
  private void marks(List<FreeMark> before, List<Command> commands) {
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
      commands.add(draw(marks.get(same), " mark=" + (same + 1)));
    } else if (oneGone) {
      commands.add(new Command("CerviMark Remove Mark", "mark=" + (same + 1)));
    } else {
      for (int i = before.size(); i > same; i--) {
        commands.add(new Command("CerviMark Remove Mark", "mark=" + i));
      }
      marks.subList(same, marks.size()).forEach(m -> commands.add(draw(m, "")));
    }
  }

  private static Command draw(FreeMark mark, String which) {
    String text = mark.text().isEmpty() ? "" : " text=" + MacroText.quoted(mark.text());
    return new Command(
        "CerviMark Draw",
        "kind=" + mark.kind().id() + " points=" + points(mark.points()) + text + which);
  }

  private static String options(GreyState greys) {
    String window =
        greys.voi().isPresent()
            ? "voi=" + greys.voi().getAsInt()
            : "centre=" + greys.centre() + " width=" + greys.width();
    return window
        + " gamma="
        + greys.gamma()
        + flag("inverted", greys.exchanged())
        + flag("enhanced", greys.enhanced());
  }

  /** A new revision was saved, or it is the one before with a signature. */
  private void revision(MacroState before, List<Command> commands) {
    if (newest.isEmpty() || newest.equals(before.newest)) {
      return;
    }
    StudyReport now = newest.get();
    if (now.predecessors().size() > 1 || !now.remarks().equals(remarks(before))) {
      // Joined with what somebody else saved, which no macro can repeat, or words of this study,
      // which belong to no other.
      return;
    }
    commands.add(
        now.verification()
            .map(
                v ->
                    new Command(
                        "CerviMark Sign",
                        "reader="
                            + MacroText.quoted(v.observer().toDicom())
                            + " organization="
                            + MacroText.quoted(v.organization())))
            .orElseGet(
                () ->
                    new Command(
                        "CerviMark Save", "reader=" + MacroText.quoted(now.reader().toDicom()))));
  }

  private static StudyRemarks remarks(MacroState state) {
    return state.newest.map(StudyReport::remarks).orElse(StudyRemarks.NONE);
  }

  private static String flag(String name, boolean on) {
    return on ? " " + name + "=yes" : "";
  }

  private static String points(List<ImagePoint> points) {
    return points.stream()
        .map(p -> p.column() + " " + p.row())
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
