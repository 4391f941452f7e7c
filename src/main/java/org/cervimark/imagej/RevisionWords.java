package org.cervimark.imagej;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.HistoryText;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/** What the windows on revisions say, in the language of the viewer. */
final class RevisionWords {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final int DECIMALS = 1;

  private final Wording wording;
  private final StudyWords words;
  private final HistoryText text;
  private final OutcomeText outcomes;

  /**
   * Words on the revisions of a study.
   *
   * @param images names an image
   */
  RevisionWords(Catalogue catalogue, Wording wording, Function<ImageReference, String> images) {
    this.wording = wording;
    this.words = new StudyWords(wording);
    this.text = new HistoryText(catalogue, wording.locale(), images);
    this.outcomes = new OutcomeText(wording.locale(), catalogue.landmarks());
  }

  /** The texts themselves. */
  Wording wording() {
    return wording;
  }

  /** Number, moment and reader of a revision. */
  String revision(StudyReport report) {
    return wording.get(
        "history.revision",
        Integer.toString(report.revision()),
        MOMENT.format(report.savedAt()),
        PlainText.harmless(report.reader().display()));
  }

  /** What a revision changed, and who signed it, as lines for a font of fixed pitch. */
  List<String> changes(RevisionHistory.Entry entry) {
    List<String> lines = text.lines(entry);
    List<String> changes = lines.subList(1, lines.size());
    return changes.isEmpty() ? List.of("  " + wording.get("history.unchanged")) : changes;
  }

  /** Whether the newest revision can be signed, else why not; two that stand side by side. */
  String state(StudyHistory history) {
    return history.isConflict()
        ? wording.get(history.merge().isPresent() ? "history.conflict" : "merge.unsaved")
        : wording.get("sign.no." + history.signing().name());
  }

  /** What two revisions contradict each other about, on which image, and how far it is apart. */
  String subject(MergeChoice choice, RevisionMerge.Conflict conflict) {
    String subject =
        conflict.subject() instanceof RevisionMerge.OfLandmark landmark
            ? outcomes.name(landmark.landmark())
            : text.subject(conflict.subject());
    String image =
        image(conflict.subject())
            .flatMap(choice.merge().one()::reading)
            .map(r -> " · " + r.view().name(wording.locale()))
            .orElse("");
    String apart =
        conflict
            .pixels()
            .map(p -> " · " + wording.get("merge.apart", PlainText.number(p, DECIMALS)))
            .orElse("");
    return subject + image + apart;
  }

  /** What one side says of a conflict. */
  String side(MergeChoice choice, RevisionMerge.Subject subject, Side side) {
    if (subject instanceof RevisionMerge.OfLandmark landmark) {
      return choice
          .placement(landmark, side)
          .map(this::placement)
          .orElseGet(() -> wording.get("visibility.open"));
    }
    if (subject instanceof RevisionMerge.OfSettings settings) {
      return choice.reading(settings, side).map(this::settings).orElse("");
    }
    if (subject instanceof RevisionMerge.OfMark mark) {
      return choice.mark(mark, side).map(this::mark).orElseGet(() -> wording.get("merge.absent"));
    }
    return remarks(choice.revision(side).remarks());
  }

  private static Optional<ImageReference> image(RevisionMerge.Subject subject) {
    if (subject instanceof RevisionMerge.OfLandmark landmark) {
      return Optional.of(landmark.image());
    }
    if (subject instanceof RevisionMerge.OfSettings settings) {
      return Optional.of(settings.image());
    }
    return subject instanceof RevisionMerge.OfMark mark
        ? Optional.of(mark.image())
        : Optional.empty();
  }

  private String placement(Placement placement) {
    String seen = wording.get("visibility." + placement.visibility().id());
    return placement
        .point()
        .map(
            p ->
                wording.get(
                    "merge.position",
                    PlainText.number(p.column(), DECIMALS),
                    PlainText.number(p.row(), DECIMALS),
                    seen))
        .orElse(seen);
  }

  private String settings(Reading reading) {
    return reading.view().name(wording.locale()) + " · " + words.scale(reading.scale());
  }

  private String mark(FreeMark mark) {
    String first =
        wording.get(
            "merge.place",
            PlainText.number(mark.points().get(0).column(), DECIMALS),
            PlainText.number(mark.points().get(0).row(), DECIMALS));
    String kind = wording.get("merge.mark." + mark.kind().id());
    String what =
        mark.text().isBlank() ? kind : kind + " “" + PlainText.harmless(mark.text()) + "”";
    return what + " · " + first;
  }

  private String remarks(StudyRemarks remarks) {
    String said =
        PlainText.harmless(
            String.join(" ", remarks.findings()) + remarks.plan().map(p -> " " + p).orElse(""));
    return said.isBlank() ? wording.get("merge.absent") : said.strip();
  }
}
