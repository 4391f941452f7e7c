package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.RevisionMerge.Subject;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;
import org.cervimark.report.Identification;

/**
 * What macros do with what is saved of a study, one method for each command. Needs neither a window
 * nor a display.
 */
final class MacroRevisions {

  private final RevisionActions revisions;

  MacroRevisions(InFront front) {
    this.revisions = front.actions().revisions();
  }

  /** Signs the newest revision: {@code reader=[Family^Given] organization=[...]}. */
  void sign(MacroOptions options) throws MacroException {
    revisions.signAs(new Signature(options.person("reader"), options.required("organization")));
  }

  /**
   * Says something of the study in free words, in the place of what was said before: {@code
   * [findings=[...]] [plan=[...]] [moment=[...] [type=TYPE]] reader=[Family^Given]}; each line of
   * the findings is one.
   */
  void remark(MacroOptions options) throws MacroException {
    PersonName reader = options.person("reader");
    List<String> types =
        Arrays.stream(TimePoint.Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    Optional<TimePoint.Type> type =
        options.choice("type", types).map(t -> TimePoint.Type.valueOf(t.toUpperCase(Locale.ROOT)));
    Optional<String> moment = options.of("moment");
    if (moment.isEmpty() && type.isPresent()) {
      throw options.wrong("moment");
    }
    revisions.remarkAs(
        new StudyRemarks(
            options.of("findings").map(f -> f.lines().toList()).orElse(List.of()),
            options.of("plan"),
            moment.map(m -> new TimePoint(m, type))),
        reader);
  }

  /**
   * Joins two revisions that stand side by side: {@code [one=[NAME,...]] [other=[NAME,...]]
   * reader=[Family^Given]}; what is in conflict and not named counts as it was saved last.
   */
  void merge(MacroOptions options) throws MacroException {
    PersonName reader = options.person("reader");
    Optional<MergeChoice> choice = revisions.joining();
    if (choice.isEmpty()) {
      throw options.refused("merge.nothing");
    }
    Map<String, Subject> named = choice.get().named();
    for (Side side : Side.values()) {
      String key = side == Side.ONE ? "one" : "other";
      List<String> names = new ArrayList<>(List.of(options.of(key).orElse("").split(",", -1)));
      names.removeIf(String::isBlank);
      for (String name : names) {
        Subject subject =
            Optional.ofNullable(named.get(name.strip())).orElseThrow(() -> options.wrong(key));
        choice.get().choose(subject, side);
      }
    }
    revisions.mergeAs(choice.get(), reader);
  }

  /**
   * Keeps the note of the newest revision with the study as PDF: {@code [language=en]
   * [identify=all] [paper=a4]}; what is not given is as the reader chose it.
   */
  void keepNote(MacroOptions options) throws MacroException {
    done(revisions.keepNoteAs(choice(options)), options);
  }

  /** Writes the note of the newest revision as PDF: {@code path=[FILE]}, and as for keeping it. */
  void writePdf(MacroOptions options) throws MacroException {
    done(revisions.writePdfAs(Path.of(options.required("path")), choice(options)), options);
  }

  private static void done(Optional<String> hindrance, MacroOptions options) throws MacroException {
    if (hindrance.isPresent()) {
      throw options.refused(hindrance.get());
    }
  }

  private NoteChoice choice(MacroOptions options) throws MacroException {
    NoteChoice choice = revisions.noteChoice();
    Optional<String> language = options.choice("language", List.of("en", "ko"));
    if (language.isPresent()) {
      choice = choice.withLocale(Locale.forLanguageTag(language.get()));
    }
    Optional<String> identify = options.of("identify");
    if (identify.isPresent()) {
      choice =
          choice.withShown(
              Identification.parse(identify.get()).orElseThrow(() -> options.wrong("identify")));
    }
    Optional<String> paper = options.of("paper");
    if (paper.isPresent()) {
      choice =
          choice.withPaper(NoteChoice.paper(paper.get()).orElseThrow(() -> options.wrong("paper")));
    }
    return choice;
  }
}
