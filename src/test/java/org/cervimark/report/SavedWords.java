package org.cervimark.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;

/**
 * All that a folder's reports say, in words that are the same for two folders in which the same was
 * done: without the UIDs and times that are new each time.
 */
public final class SavedWords {

  private SavedWords() {}

  /** What the reports of a folder say, oldest first, and how many files there are. */
  public static String of(Path folder) throws Exception {
    List<String> words = new ArrayList<>();
    StudyFolder.scan(folder).reports().stream()
        .map(StudyFolder.ReportEntry::report)
        .sorted(Comparator.comparing(StudyReport::revision))
        .forEach(r -> words.add(of(r)));
    try (Stream<Path> files = Files.list(folder)) {
      words.add(files.count() + " files");
    }
    return String.join("\n", words);
  }

  /** What a report says. */
  public static String of(StudyReport report) {
    List<String> words = new ArrayList<>();
    words.add(
        "revision "
            + report.revision()
            + " after "
            + report.predecessors().size()
            + " by "
            + report.reader()
            + " signed "
            + report.verification().map(v -> v.observer() + " " + v.organization())
            + " says "
            + report.remarks());
    for (Reading reading : report.readings()) {
      words.add(
          String.join(
              "\n",
              reading.protocol(),
              reading.scale().toString(),
              reading.orientation().toString(),
              reading.landmarks().toString(),
              reading.values().toString(),
              reading.replicates().toString(),
              of(reading.marks())));
    }
    return String.join("\n", words);
  }

  /** Marks without their UIDs. */
  public static String of(List<FreeMark> marks) {
    return marks.stream()
        .map(m -> m.kind() + " " + m.points() + " " + m.text())
        .toList()
        .toString();
  }
}
