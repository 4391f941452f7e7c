package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;

/** What the reader says of the study in free words. */
final class RemarkItems {

  private RemarkItems() {}

  /** The qualitative evaluations that hold the remarks. */
  static List<ContentItem> of(StudyRemarks remarks) {
    List<ContentItem> items = new ArrayList<>();
    remarks.findings().forEach(f -> items.add(new ContentItem.Text(CONTAINS, Concepts.FINDING, f)));
    remarks.plan().ifPresent(p -> items.add(new ContentItem.Text(CONTAINS, ReadingCodes.PLAN, p)));
    remarks
        .timePoint()
        .ifPresent(
            t ->
                items.add(
                    new ContentItem.Text(
                        CONTAINS,
                        ReadingCodes.TIME_POINT,
                        ContentItem.Text.Type.TEXT,
                        t.label(),
                        t.type()
                            .<List<ContentItem>>map(
                                type ->
                                    List.of(
                                        new ContentItem.Coded(
                                            HAS_CONCEPT_MOD,
                                            ReadingCodes.TIME_POINT_TYPE,
                                            ReadingCodes.of(type))))
                            .orElse(List.of()))));
    return items;
  }

  /** The time point as every measurement group repeats it (TID 1502). */
  static List<ContentItem> context(StudyRemarks remarks) {
    List<ContentItem> items = new ArrayList<>();
    remarks
        .timePoint()
        .ifPresent(
            t -> {
              items.add(new ContentItem.Text(HAS_OBS_CONTEXT, ReadingCodes.TIME_POINT, t.label()));
              t.type()
                  .ifPresent(
                      type ->
                          items.add(
                              new ContentItem.Coded(
                                  HAS_OBS_CONTEXT,
                                  ReadingCodes.TIME_POINT_TYPE,
                                  ReadingCodes.of(type))));
            });
    return items;
  }

  /** The remarks of a document. */
  static StudyRemarks read(ContentItem root) {
    List<ContentItem.Text> texts =
        QualitativeEvaluations.items(root)
            .filter(ContentItem.Text.class::isInstance)
            .map(ContentItem.Text.class::cast)
            .filter(t -> !t.value().isBlank())
            .toList();
    List<String> findings =
        texts.stream()
            .filter(t -> t.concept().sameConceptAs(Concepts.FINDING))
            .map(ContentItem.Text::value)
            .toList();
    Optional<String> plan =
        texts.stream()
            .filter(t -> t.concept().sameConceptAs(ReadingCodes.PLAN))
            .map(ContentItem.Text::value)
            .findFirst();
    Optional<TimePoint> timePoint =
        texts.stream()
            .filter(t -> t.concept().sameConceptAs(ReadingCodes.TIME_POINT))
            .findFirst()
            .map(
                t ->
                    new TimePoint(
                        t.value(),
                        Groups.coded(t, ReadingCodes.TIME_POINT_TYPE)
                            .flatMap(ReadingCodes::timePointType)));
    return new StudyRemarks(findings, plan, timePoint);
  }

  /** Whether an item is one of the remarks. */
  static boolean isRemark(ContentItem item) {
    return item instanceof ContentItem.Text text
        && List.of(Concepts.FINDING, ReadingCodes.PLAN, ReadingCodes.TIME_POINT).stream()
            .anyMatch(text.concept()::sameConceptAs);
  }
}
