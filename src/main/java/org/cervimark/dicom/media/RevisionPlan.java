package org.cervimark.dicom.media;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.sr.ImageKey;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.toolkit.Uids;

/**
 * Where a new revision belongs: which series, which number, after which predecessors.
 *
 * <p>A lineage stays in its series while the same program writes it; another version begins a new
 * series, because equipment is a property of the series.
 *
 * @param report the series of the report
 * @param reportNumber Instance Number of the report
 * @param presentation the series of the presentation state
 * @param presentationNumber Instance Number of the presentation state
 * @param predecessors the reports it replaces, the one that it continues first
 */
record RevisionPlan(
    DerivedSeries report,
    int reportNumber,
    DerivedSeries presentation,
    int presentationNumber,
    List<SrDocument> predecessors) {

  private static final int REPORT_SERIES = 901;
  private static final int PRESENTATION_SERIES = 902;

  /**
   * The plan for a study as it lies in the folders.
   *
   * @param predecessors the reports to be replaced, the one that is continued first
   */
  static RevisionPlan of(
      StudyIndex index,
      List<SrDocument> predecessors,
      Installation installation,
      LocalDateTime now) {
    Optional<SrDocument> previous =
        predecessors.stream().findFirst().filter(head -> isBy(head, installation));
    DerivedSeries report =
        previous
            .map(
                head ->
                    new DerivedSeries(
                        head.report().lineage(), head.series().number(), head.series().begun()))
            .orElseGet(
                () -> new DerivedSeries(Uids.random(), index.freeSeriesNumber(REPORT_SERIES), now));
    Optional<StudyIndex.OwnSeries> states =
        previous.flatMap(head -> presentations(head, index, installation));
    DerivedSeries presentation =
        states
            .map(s -> series(s.first(), now))
            .orElseGet(
                () ->
                    new DerivedSeries(
                        Uids.random(), index.freeSeriesNumber(PRESENTATION_SERIES), now));
    return new RevisionPlan(
        report,
        index.highestRevision(report.uid()) + 1,
        presentation,
        states.map(StudyIndex.OwnSeries::highestInstance).orElse(0) + 1,
        predecessors);
  }

  private static boolean isBy(SrDocument document, Installation installation) {
    return document
        .equipment()
        .equals(
            new SrDocument.Equipment(
                Installation.MANUFACTURER,
                Installation.MANUFACTURER,
                installation.serialNumber(),
                installation.softwareVersion()));
  }

  private static Optional<StudyIndex.OwnSeries> presentations(
      SrDocument document, StudyIndex index, Installation installation) {
    return document.report().readings().stream()
        .flatMap(r -> document.image(ImageKey.of(r.image())).stream())
        .flatMap(context -> context.presentation().stream())
        .flatMap(p -> index.presentations(p.seriesUid()).stream())
        .filter(s -> s.isBy(installation))
        .findFirst()
        // A report without values names no picture, yet there may be some.
        .or(() -> index.presentations(installation));
  }

  /** The series of an object of ours. */
  static DerivedSeries series(Attributes header, LocalDateTime otherwise) {
    String begun = header.getString(Tag.SeriesDate, "") + header.getString(Tag.SeriesTime, "");
    LocalDateTime moment =
        begun.matches("[0-9]{14}\\.[0-9]{3}")
            ? LocalDateTime.parse(
                begun, DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSS", Locale.ROOT))
            : otherwise;
    return new DerivedSeries(
        header.getString(Tag.SeriesInstanceUID, ""), header.getInt(Tag.SeriesNumber, 0), moment);
  }
}
