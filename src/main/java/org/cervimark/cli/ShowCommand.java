package org.cervimark.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cervimark.dicom.media.StudyFolder.ForeignEntry;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.HistoryText;
import org.cervimark.report.PlainText;
import org.cervimark.report.ReadingJson;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.TextTable;
import org.cervimark.report.TextTable.Align;

/**
 * {@code show PATH [--history] [--json]}: every saved revision, what it says or what it changed.
 */
final class ShowCommand implements Command {

  private static final Option JSON = Option.flag("--json");
  private static final Option HISTORY = Option.flag("--history");

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Set<Option> options() {
    return Set.of(JSON, HISTORY, SavedReports.STORE, Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException, InputException {
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    if (arguments.has(HISTORY.name())) {
      if (arguments.has(JSON.name())) {
        throw new UsageException(console.wording().get("usage.history.json"));
      }
      SavedReports saved =
          SavedReports.at(arguments.onlyPath(), SavedReports.store(arguments), catalogue, console);
      history(saved, catalogue, console);
      return saved.exitCode();
    }
    SavedReports saved =
        SavedReports.withForeignAt(
            arguments.onlyPath(), SavedReports.store(arguments), catalogue, console);
    ReadingJson json = new ReadingJson(catalogue);
    for (ReportEntry entry : saved.entries()) {
      console.data(
          arguments.has(JSON.name())
              ? json.line(entry.file(), ReportedStudy.of(entry.report(), catalogue))
              : String.join("\n", lines(entry, console)) + "\n");
    }
    for (ForeignEntry entry : saved.foreign()) {
      console.data(
          arguments.has(JSON.name())
              ? ForeignMarks.json(entry)
              : String.join("\n", ForeignMarks.lines(entry, console)) + "\n");
    }
    return saved.exitCode();
  }

  /** Study by study what each revision changed, newest first, and what contradicts itself. */
  private static void history(SavedReports saved, Catalogue catalogue, Console console) {
    HistoryText text = new HistoryText(catalogue, console.wording().locale());
    Map<String, List<StudyReport>> studies = new LinkedHashMap<>();
    for (ReportEntry entry : saved.entries()) {
      studies
          .computeIfAbsent(entry.report().studyInstanceUid(), uid -> new ArrayList<>())
          .add(entry.report());
    }
    for (List<StudyReport> revisions : studies.values()) {
      RevisionHistory history = RevisionHistory.of(revisions);
      if (history.heads().size() > 1) {
        console.tell("show.conflict", Integer.toString(history.heads().size()));
      }
      history.entries().forEach(entry -> text.lines(entry).forEach(console::data));
    }
  }

  private static List<String> lines(ReportEntry entry, Console console) {
    StudyReport report = entry.report();
    List<String> lines = new ArrayList<>();
    lines.add(
        console
            .wording()
            .get(
                "show.revision",
                Integer.toString(report.revision()),
                report.savedAt().toString(),
                PlainText.harmless(report.reader().display())));
    TextTable facts = new TextTable(Align.LEFT, Align.LEFT);
    facts.row(console.wording().get("show.file"), entry.file().toString());
    facts.row(console.wording().get("show.document"), report.documentUid());
    facts.row(console.wording().get("show.predecessor"), report.predecessor().orElse("-"));
    report
        .verification()
        .ifPresent(
            v ->
                facts.row(
                    console.wording().get("show.signed"),
                    PlainText.harmless(v.observer().display() + ", " + v.organization())
                        + ", "
                        + v.at()));
    facts.row(
        console.wording().get("show.catalogue"), PlainText.harmless(report.catalogueVersion()));
    addIndented(lines, facts);
    for (Reading reading : report.readings()) {
      lines.add("");
      lines.add(
          "  "
              + console
                  .wording()
                  .get(
                      "show.image",
                      reading.image().sopInstanceUid(),
                      reading.view().name(console.wording().locale()),
                      PlainText.harmless(reading.protocol())));
      addIndented(lines, values(reading, console));
      addIndented(lines, landmarks(reading, console));
    }
    return lines;
  }

  private static TextTable values(Reading reading, Console console) {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT);
    table.row(console.wording().get("show.values").split("\\|", -1));
    for (MeasuredValue value : reading.values()) {
      table.row(
          PlainText.harmless(value.measurement()),
          value
              .number()
              .map(n -> Double.toString(n.value() + 0.0))
              .orElseGet(() -> category(value, console)),
          value.number().map(n -> n.unit().code().value()).orElse("-"),
          value
              .number()
              .flatMap(n -> n.interval().map(i -> "± " + n.unit().format(i.halfWidth())))
              .orElse("-"));
    }
    return table;
  }

  private static String category(MeasuredValue value, Console console) {
    return value.outcome() instanceof Outcome.Classified classified
        ? classified.category().name(console.wording().locale())
        : "-";
  }

  private static TextTable landmarks(Reading reading, Console console) {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.row(console.wording().get("show.landmarks").split("\\|", -1));
    for (Placement placement : reading.landmarks().all()) {
      table.row(
          placement.landmark().value(),
          placement.point().map(p -> Double.toString(p.column())).orElse("-"),
          placement.point().map(p -> Double.toString(p.row())).orElse("-"),
          placement.visibility().id());
    }
    return table;
  }

  private static void addIndented(List<String> lines, TextTable table) {
    table.lines().forEach(line -> lines.add("    " + line));
  }
}
