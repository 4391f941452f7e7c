package org.cervimark.dicom.media;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.dicom.sr.ImageKey;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.Verification;

/**
 * What a new revision says, and which earlier ones it replaces.
 *
 * @param readings the readings of all images
 * @param drawn the images of which a new picture is made
 * @param remarks what is said of the study
 * @param reader who has read
 * @param verification who signs it, if anybody
 * @param predecessors the reports it replaces, the one that it continues first
 */
record RevisionChange(
    List<Reading> readings,
    Set<ImageKey> drawn,
    StudyRemarks remarks,
    PersonName reader,
    Optional<Verification> verification,
    List<SrDocument> predecessors) {

  RevisionChange {
    readings = List.copyOf(readings);
    drawn = Set.copyOf(drawn);
    predecessors = List.copyOf(predecessors);
  }

  /**
   * A draft on top of its base, joined with all that others have saved since as far as nothing
   * contradicts it.
   */
  static RevisionChange of(
      RevisionDraft draft, PersonName reader, StudyIndex index, Catalogue catalogue) {
    List<SrDocument> heads = index.heads();
    Optional<SrDocument> base =
        draft.base().flatMap(index::report).or(() -> heads.stream().findFirst());
    Map<ImageKey, Reading> readings = new LinkedHashMap<>();
    base.ifPresent(
        b -> b.report().readings().forEach(r -> readings.put(ImageKey.of(r.image()), r)));
    draft.readings().forEach(r -> readings.put(ImageKey.of(r.image()), r));
    Set<ImageKey> drawn = new HashSet<>();
    draft.readings().forEach(r -> drawn.add(ImageKey.of(r.image())));
    StudyRemarks remarks =
        draft.remarks().or(() -> base.map(b -> b.report().remarks())).orElse(StudyRemarks.NONE);
    RevisionChange change =
        new RevisionChange(
            List.copyOf(readings.values()),
            drawn,
            remarks,
            reader,
            Optional.empty(),
            base.stream().toList());
    for (SrDocument head : heads) {
      if (base.isPresent() && !head.equals(base.get())) {
        change = change.joined(head, base.get(), index, catalogue);
      }
    }
    return change;
  }

  private RevisionChange joined(
      SrDocument head, SrDocument base, StudyIndex index, Catalogue catalogue) {
    RevisionHistory history =
        RevisionHistory.of(index.newestFirstReports().stream().map(SrDocument::report).toList());
    RevisionMerge merge =
        new RevisionMerge(
            history.commonAncestor(base.report(), head.report()),
            base.report().with(readings, remarks),
            head.report());
    if (!merge.conflicts().isEmpty()) {
      return this;
    }
    RevisionMerge.Joined joined = merge.joined(Map.of(), catalogue);
    List<SrDocument> replaced = new ArrayList<>(predecessors);
    // What the base is a forerunner of continues it; the base itself is replaced already.
    if (history.isForerunner(base.report(), head.report())) {
      replaced.remove(base);
    }
    replaced.add(head);
    return new RevisionChange(
        joined.readings(), drawn, joined.remarks(), reader, verification, replaced);
  }

  /** The same content as a report, signed. */
  static RevisionChange signed(SrDocument head, Verification verification) {
    StudyReport report = head.report();
    return new RevisionChange(
        report.readings(),
        Set.of(),
        report.remarks(),
        report.reader(),
        Optional.of(verification),
        List.of(head));
  }

  /** Two reports joined as a person has decided. */
  static RevisionChange merged(
      SrDocument one, SrDocument other, RevisionMerge.Joined joined, PersonName reader) {
    Set<ImageKey> drawn = new HashSet<>();
    for (Reading reading : joined.readings()) {
      boolean known =
          List.of(one, other).stream()
              .anyMatch(d -> d.report().reading(reading.image()).equals(Optional.of(reading)));
      if (!known) {
        drawn.add(ImageKey.of(reading.image()));
      }
    }
    return new RevisionChange(
        joined.readings(), drawn, joined.remarks(), reader, Optional.empty(), List.of(one, other));
  }
}
