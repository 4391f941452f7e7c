package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.TimePoint;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/**
 * The concepts of a reading that are neither landmark nor measurement nor a qualifier of one:
 * blinded passes, free marks, classes, reasons. Those of our private scheme are published in {@code
 * terminology/99CERVIMARK.json}; once published, a code never changes its meaning.
 */
final class ReadingCodes {

  static final Code REPLICATE = code("LMREP", "Placement in a blinded pass");
  static final Code PASS = code("RDPASS", "Number of the blinded pass");
  static final Code PASSES = code("RDPASSES", "Count of blinded passes");
  static final Code COUNT = new Code("1", "UCUM", "no units");

  static final Code MARK_POINTS = code("MARKPTS", "Points of a free mark, in order");
  static final Code MARK_TEXT = code("MARKTXT", "Text of a free mark");
  static final Code POSITION = code("ITEMNO", "Position in its list");
  static final Code NO_LINE = code("NOLINE", "A line without length");
  static final Code ANGLE_OF_THREE = code("ANG3PT", "Angle at the middle of three landmarks");
  static final Code ANGLE_OF_LINES =
      code("ANG2LINE", "Angle between two lines through landmark pairs");
  static final Code DISTANCE_OF_POINTS = code("DIST2PT", "Distance between two landmarks");

  static final Code ALSO_POSSIBLE = code("CATALSO", "Class also possible within placement error");

  static final Code UNSEEN = code("RSNVIS", "A landmark is not visible");
  static final Code NO_SCALE = code("RSNSCAL", "The image has no scale");
  static final Code NO_ORIENTATION = code("RSNORI", "The patient orientation is not known");
  static final Code DEGENERATE = code("RSNDEG", "The landmarks do not span the construction");
  static final Code NO_VALUE = code("RSNOTHR", "No value can be given");

  private static final List<Code> REASONS =
      List.of(UNSEEN, NO_SCALE, NO_ORIENTATION, DEGENERATE, NO_VALUE);

  static final Code TIME_POINT = new Code("C2348792", "UMLS", "Time Point");
  static final Code TIME_POINT_TYPE = new Code("126072", "DCM", "Time Point Type");
  static final Code PLAN = new Code("18776-5", "LN", "Plan of care note");

  private static final CodePairs<FreeMark.Kind> MARKS =
      new CodePairs<>(
          Map.of(
              FreeMark.Kind.ANGLE, code("FREEANG", "Freely drawn angle"),
              FreeMark.Kind.COBB, code("FREECOBB", "Freely drawn Cobb angle"),
              FreeMark.Kind.DISTANCE, code("FREEDIST", "Freely drawn distance"),
              FreeMark.Kind.NOTE, code("FREENOTE", "Note at a point")));

  private static final CodePairs<TimePoint.Type> TIME_POINTS =
      new CodePairs<>(
          Map.of(
              TimePoint.Type.BASELINE, new Code("C1442488", "UMLS", "Baseline"),
              TimePoint.Type.PRETREATMENT, new Code("C3539075", "UMLS", "Pretreatment"),
              TimePoint.Type.POSTTREATMENT, new Code("126074", "DCM", "Posttreatment"),
              TimePoint.Type.UNSCHEDULED, new Code("C1699701", "UMLS", "Unscheduled"),
              TimePoint.Type.PREOPERATIVE, new Code("262068006", "SCT", "Pre-operative"),
              TimePoint.Type.POSTOPERATIVE, new Code("262061000", "SCT", "Post-operative")));

  private ReadingCodes() {}

  /** The concepts of our scheme among them that no catalogue has, for the published dictionary. */
  static List<Code> all() {
    List<Code> all =
        new ArrayList<>(
            List.of(
                REPLICATE,
                PASS,
                PASSES,
                MARK_POINTS,
                MARK_TEXT,
                NO_LINE,
                POSITION,
                ALSO_POSSIBLE,
                UNSEEN,
                NO_SCALE,
                NO_ORIENTATION,
                DEGENERATE,
                NO_VALUE));
    all.addAll(MARKS.codes());
    return List.copyOf(all);
  }

  /** How the values of free marks are constructed. */
  static List<Code> methods() {
    return List.of(ANGLE_OF_THREE, ANGLE_OF_LINES, DISTANCE_OF_POINTS);
  }

  static Code of(FreeMark.Kind kind) {
    return MARKS.code(kind);
  }

  static Optional<FreeMark.Kind> markKind(Code code) {
    return MARKS.key(code);
  }

  static Code of(TimePoint.Type type) {
    return TIME_POINTS.code(type);
  }

  static Optional<TimePoint.Type> timePointType(Code code) {
    return TIME_POINTS.key(code);
  }

  /**
   * Why there is no value; empty for a value, and where landmarks have simply not been placed,
   * which needs no record.
   */
  static Optional<Code> reason(Outcome outcome) {
    if (outcome instanceof Outcome.Value
        || outcome instanceof Outcome.MissingLandmarks
        || outcome instanceof Outcome.MissingFilm) {
      return Optional.empty();
    }
    if (outcome instanceof Outcome.OnFilm film) {
      return reason(film.reason());
    }
    if (outcome instanceof Outcome.NotVisible) {
      return Optional.of(UNSEEN);
    }
    if (outcome instanceof Outcome.NotCalibrated) {
      return Optional.of(NO_SCALE);
    }
    if (outcome instanceof Outcome.NotOriented) {
      return Optional.of(NO_ORIENTATION);
    }
    return Optional.of(outcome instanceof Outcome.Degenerate ? DEGENERATE : NO_VALUE);
  }

  /** Whether a code is one of {@link #reason}. */
  static boolean isReason(Code code) {
    return REASONS.stream().anyMatch(code::sameConceptAs);
  }

  private static Code code(String value, String meaning) {
    return PrivateScheme.code(value, meaning);
  }
}
