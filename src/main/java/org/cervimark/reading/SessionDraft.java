package org.cervimark.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cervimark.image.Direction;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Replicates;
import org.cervimark.measurement.Protocol;

/**
 * Writes what a session holds as a {@link Draft} and gives it back. Reading is tolerant: an entry
 * that makes no sense, or none on this image, is left out and hides no other.
 */
public final class SessionDraft {

  private static final String PROTOCOL = "protocol";
  private static final String ORIENTATION = "orientation";
  private static final String LANDMARK = "landmark/";
  private static final String PASSES = "passes";
  private static final String PASS = "pass/";
  private static final String BLINDED = "blinded";
  private static final String MARK = "mark/";
  private static final String CALIBRATION = "calibration";
  private static final String SCALE_ANSWER = "scale-answer";
  private static final int MOST_PASSES = 99;

  private SessionDraft() {}

  /** What a session holds now. */
  public static Draft of(ReadingSession session) {
    SessionState state = session.state();
    SortedMap<String, String> entries = new TreeMap<>();
    entries.put(PROTOCOL, state.protocol().id());
    state
        .confirmed()
        .ifPresent(o -> entries.put(ORIENTATION, o.row().letter() + " " + o.column().letter()));
    put(state.landmarks(), LANDMARK, entries);
    if (!state.passes().isEmpty()) {
      entries.put(PASSES, Integer.toString(state.passes().size()));
      for (int i = 0; i < state.passes().size(); i++) {
        put(state.passes().get(i), pass(i), entries);
      }
    }
    if (state.blinded()) {
      entries.put(BLINDED, Boolean.toString(true));
    }
    Scaling scaling = state.scaling();
    scaling.object().ifPresent(o -> entries.put(CALIBRATION, DraftText.of(o)));
    answer(scaling).ifPresent(a -> entries.put(SCALE_ANSWER, a.id()));
    for (int i = 0; i < state.marks().size(); i++) {
      FreeMark mark = state.marks().get(i);
      entries.put(MARK + mark.uid(), DraftText.of(mark, i));
    }
    return new Draft(entries);
  }

  /** How many landmarks and free marks changes concern. */
  public static int marks(Draft.Changes changes) {
    return (int)
        (changes.set().keySet().stream().filter(SessionDraft::isMark).count()
            + changes.removed().stream().filter(SessionDraft::isMark).count());
  }

  /**
   * Makes changes in a session, as one step that can be undone.
   *
   * @return whether they changed anything
   */
  public static boolean restore(Draft.Changes changes, ReadingSession session) {
    Draft before = of(session);
    session.restore(state(before.with(changes).entries(), session));
    return !of(session).equals(before);
  }

  private static SessionState state(Map<String, String> entries, ReadingSession session) {
    Radiograph radiograph = session.radiograph();
    Protocol protocol =
        Optional.ofNullable(entries.get(PROTOCOL))
            .flatMap(session.catalogue()::protocol)
            .orElse(session.protocol());
    LandmarkSet landmarks = landmarks(entries, LANDMARK, radiograph);
    boolean blinded = entries.containsKey(BLINDED);
    List<LandmarkSet> passes = new ArrayList<>();
    int count = DraftText.count(entries.getOrDefault(PASSES, "0"), MOST_PASSES);
    for (int i = 0; i < count; i++) {
      passes.add(landmarks(entries, pass(i), radiograph));
    }
    if (!blinded && passes.size() == 1) {
      passes.clear();
    } else if (!blinded && passes.size() > 1) {
      landmarks = Replicates.mean(passes);
    }
    SessionState state =
        new SessionState(
            protocol,
            Optional.ofNullable(entries.get(ORIENTATION)).flatMap(SessionDraft::orientation),
            landmarks,
            Optional.empty(),
            passes,
            blinded,
            marks(entries, radiograph),
            scaling(entries, session.state().scaling()));
    return state.withTarget(state.firstOpen());
  }

  /** What the reader chose where the header contradicts itself. */
  private static Optional<ScaleQuestion.Answer> answer(Scaling scaling) {
    return scaling
        .question()
        .filter(q -> scaling.answered())
        .flatMap(
            q -> q.answers().stream().filter(a -> a.scale().equals(scaling.base())).findFirst());
  }

  private static Scaling scaling(Map<String, String> entries, Scaling now) {
    Optional<ScaleQuestion.Answer> chosen =
        Optional.ofNullable(entries.get(SCALE_ANSWER))
            .flatMap(id -> now.question().flatMap(q -> q.answer(id)));
    return chosen
        .map(now::answeredBy)
        .orElse(now)
        .with(Optional.ofNullable(entries.get(CALIBRATION)).flatMap(DraftText::calibration));
  }

  private static void put(LandmarkSet landmarks, String prefix, Map<String, String> entries) {
    for (Placement placement : landmarks.all()) {
      entries.put(prefix + placement.landmark().value(), DraftText.of(placement));
    }
  }

  private static LandmarkSet landmarks(
      Map<String, String> entries, String prefix, Radiograph radiograph) {
    List<Placement> placements = new ArrayList<>();
    entries.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            DraftText.placement(key.substring(prefix.length()), text)
                .filter(
                    p ->
                        p.point()
                            .map(q -> q.isWithin(radiograph.columns(), radiograph.rows()))
                            .orElse(true))
                .ifPresent(placements::add);
          }
        });
    return LandmarkSet.of(placements);
  }

  private static List<FreeMark> marks(Map<String, String> entries, Radiograph radiograph) {
    SortedMap<String, FreeMark> marks = new TreeMap<>();
    entries.forEach(
        (key, text) -> {
          if (key.startsWith(MARK)) {
            DraftText.mark(key.substring(MARK.length()), text)
                .filter(
                    m ->
                        m.points().stream()
                            .allMatch(p -> p.isWithin(radiograph.columns(), radiograph.rows())))
                // The text begins with the place in the order.
                .ifPresent(m -> marks.put(text + key, m));
          }
        });
    return List.copyOf(marks.values());
  }

  private static Optional<PatientOrientation> orientation(String text) {
    String[] words = text.split(" ", -1);
    Optional<Direction> row = Direction.principal(words[0]);
    Optional<Direction> column = Direction.principal(words[words.length - 1]);
    if (row.isEmpty()
        || column.isEmpty()
        || row.equals(column)
        || row.get() == column.get().opposite()) {
      return Optional.empty();
    }
    return Optional.of(new PatientOrientation(row.get(), column.get()));
  }

  private static boolean isMark(String key) {
    return key.startsWith(LANDMARK) || key.startsWith(MARK);
  }

  private static String pass(int index) {
    return String.format(Locale.ROOT, "%s%02d/", PASS, index);
  }
}
