package org.cervimark.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingDifference;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.TextTable.Align;

/** The history of a study and the conflicts in it, for people. */
public final class HistoryText {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private static final int LENGTH_DECIMALS = 1;

  private final Catalogue catalogue;
  private final Wording wording;
  private final OutcomeText outcomes;
  private final Function<ImageReference, String> images;

  /** In the given language, with the names of a catalogue; images are named by their UID. */
  public HistoryText(Catalogue catalogue, Locale locale) {
    this(catalogue, locale, ImageReference::sopInstanceUid);
  }

  /**
   * In the given language, with the names of a catalogue.
   *
   * @param images names an image
   */
  public HistoryText(Catalogue catalogue, Locale locale, Function<ImageReference, String> images) {
    this.images = images;
    this.catalogue = catalogue;
    this.wording = Wording.of(HistoryText.class, locale);
    this.outcomes = new OutcomeText(locale, catalogue.landmarks());
  }

  /** One revision: who, when, and what it changed, as lines. */
  public List<String> lines(RevisionHistory.Entry entry) {
    StudyReport report = entry.report();
    List<String> lines = new ArrayList<>();
    lines.add(heading(entry));
    report
        .verification()
        .ifPresent(
            v ->
                lines.add(
                    "  "
                        + wording.get(
                            "history.signed",
                            PlainText.harmless(v.observer().display()),
                            PlainText.harmless(v.organization()),
                            MOMENT.format(v.at()))));
    if (entry.isMerge()) {
      lines.add("  " + wording.get("history.merge"));
    }
    for (ReadingDifference difference : entry.differences()) {
      lines.add("  " + image(report, difference));
      for (ReadingDifference.Setting setting : ReadingDifference.Setting.values()) {
        if (difference.settings().contains(setting)) {
          lines.add("    " + wording.get("history.setting." + OutcomeText.id(setting)));
        }
      }
      indent(lines, landmarks(difference));
      indent(lines, values(difference));
      indent(lines, marks(difference));
    }
    entry
        .removed()
        .forEach(r -> lines.add("  " + wording.get("history.removed", images.apply(r.image()))));
    if (entry.remarksChanged()) {
      lines.add("  " + wording.get("history.remarks"));
    }
    return lines;
  }

  /** What a person must decide before two revisions can be one, as lines. */
  public List<String> lines(RevisionMerge merge) {
    List<String> lines = new ArrayList<>();
    lines.add(wording.get("merge.one", revision(merge.one())));
    lines.add(wording.get("merge.other", revision(merge.other())));
    for (RevisionMerge.Conflict conflict : merge.conflicts()) {
      lines.add(
          "  "
              + subject(conflict.subject())
              + conflict
                  .pixels()
                  .map(p -> ": " + wording.get("merge.apart", PlainText.number(p, LENGTH_DECIMALS)))
                  .orElse(""));
    }
    return lines;
  }

  /** What two revisions contradict each other about. */
  public String subject(RevisionMerge.Subject subject) {
    if (subject instanceof RevisionMerge.OfLandmark landmark) {
      return landmark.landmark() + " (" + outcomes.name(landmark.landmark()) + ")";
    }
    if (subject instanceof RevisionMerge.OfSettings) {
      return wording.get("merge.settings");
    }
    return subject instanceof RevisionMerge.OfMark
        ? wording.get("merge.mark")
        : wording.get("merge.remarks");
  }

  private String heading(RevisionHistory.Entry entry) {
    String text = revision(entry.report());
    return entry
        .forerunner()
        .map(f -> wording.get("history.after", text, Integer.toString(f.revision())))
        .orElse(text);
  }

  private String revision(StudyReport report) {
    return wording.get(
        "history.revision",
        Integer.toString(report.revision()),
        report.savedAt().toString(),
        PlainText.harmless(report.reader().display()));
  }

  private String image(StudyReport report, ReadingDifference difference) {
    Optional<Reading> reading = report.reading(difference.image());
    return wording.get(
        "history.image",
        images.apply(difference.image()),
        reading.map(r -> r.view().name(wording.locale())).orElse(""));
  }

  private TextTable landmarks(ReadingDifference difference) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT);
    for (ReadingDifference.LandmarkChange change : difference.landmarks()) {
      table.row(
          outcomes.name(change.landmark()),
          what(change),
          change.pixels().map(p -> PlainText.number(p, LENGTH_DECIMALS) + " px").orElse(""),
          change.millimetres().map(m -> PlainText.number(m, LENGTH_DECIMALS) + " mm").orElse(""));
    }
    return table;
  }

  private String what(ReadingDifference.LandmarkChange change) {
    if (change.before().isEmpty()) {
      return wording.get("history.placed");
    }
    if (change.after().isEmpty()) {
      return wording.get("history.taken");
    }
    boolean moved = !change.before().get().point().equals(change.after().get().point());
    return wording.get(
        moved ? "history.moved" : "history.seen",
        change.before().map(Placement::visibility).orElseThrow().id(),
        change.after().map(Placement::visibility).orElseThrow().id());
  }

  private TextTable values(ReadingDifference difference) {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT);
    for (ReadingDifference.ValueChange change : difference.values()) {
      table.row(
          catalogue
              .measurement(change.measurement())
              .map(m -> m.name(wording.locale()))
              .orElse(PlainText.harmless(change.measurement())),
          change.before().map(this::value).orElse("-"),
          "->",
          change.after().map(this::value).orElse("-"),
          change.isOtherVersion()
              ? wording.get(
                  "history.version",
                  version(change.before(), MeasuredValue::version),
                  version(change.after(), MeasuredValue::version))
              : wording.get(
                  "history.formula",
                  version(change.after().or(change::before), MeasuredValue::version)));
    }
    return table;
  }

  private static String version(
      Optional<MeasuredValue> value, Function<MeasuredValue, String> version) {
    return PlainText.harmless(value.map(version).orElse("-"));
  }

  private String value(MeasuredValue value) {
    if (value.outcome() instanceof Outcome.Classified classified) {
      return outcomes.category(classified);
    }
    return value.number().map(n -> n.unit().format(n.value()) + n.unit().suffix()).orElse("-");
  }

  private TextTable marks(ReadingDifference difference) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT);
    for (ReadingDifference.MarkChange change : difference.marks()) {
      FreeMark mark = change.after().or(change::before).orElseThrow();
      String key =
          change.before().isEmpty()
              ? "history.drawn"
              : change.after().isEmpty() ? "history.taken" : "history.changed";
      table.row(
          wording.get("note.mark." + mark.kind().id()),
          wording.get(key),
          PlainText.harmless(mark.text()));
    }
    return table;
  }

  private static void indent(List<String> lines, TextTable table) {
    table.lines().forEach(line -> lines.add("    " + line));
  }
}
