package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.EvidenceSequence;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.PatientStudyModules;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.ImageReference;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;

/**
 * Writes a Key Object Selection (TID 2010) that points at what belongs together: the images of a
 * report, the presentation states that show them measured, and the report. Archives show it among
 * their key images.
 */
public final class KeyObjectWriter {

  /** Key Object Selection Document Storage. */
  public static final String SOP_CLASS_UID = UID.KeyObjectSelectionDocumentStorage;

  private static final String SERIES_DESCRIPTION = "C-spine measurements (KO)";
  private static final String DESCRIPTION = "C-spine measurements";

  private KeyObjectWriter() {}

  /**
   * The data set.
   *
   * @param document the report
   * @param image header of an image of the study
   * @param series the series of such objects
   * @param instance which object of the series it is
   */
  public static Attributes write(
      SrDocument document,
      Attributes image,
      DerivedSeries series,
      DerivedSeries.Instance instance,
      Installation installation) {
    Toolkit.start();
    StudyReport report = document.report();
    Attributes object = PatientStudyModules.beginObject(image);
    series.writeTo(object, "KO", SERIES_DESCRIPTION, instance, installation);
    object.newSequence(Tag.ReferencedPerformedProcedureStepSequence, 0);
    DerivedSeries.writeDateTime(object, Tag.ContentDate, Tag.ContentTime, instance.savedAt());
    List<ContentItem> items = new ArrayList<>();
    items.add(new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.LANGUAGE, Concepts.ENGLISH));
    items.add(new ContentItem.Coded(HAS_OBS_CONTEXT, Concepts.OBSERVER_TYPE, Concepts.PERSON));
    items.add(new ContentItem.Person(HAS_OBS_CONTEXT, Concepts.PERSON_NAME, report.reader()));
    items.add(new ContentItem.Text(CONTAINS, Concepts.KEY_OBJECT_DESCRIPTION, DESCRIPTION));
    EvidenceSequence evidence = new EvidenceSequence();
    for (Reading reading : report.readings()) {
      // An image of another study would need a copy of this object in that study.
      if (reading.image().studyInstanceUid().equals(report.studyInstanceUid())) {
        items.add(image(reading.image(), document.image(ImageKey.of(reading.image())), evidence));
      }
    }
    items.add(
        new ContentItem.Composite(
            CONTAINS,
            new ObjectCitation(
                document.sopClassUid(),
                report.documentUid(),
                OptionalInt.empty(),
                Optional.empty())));
    evidence.add(
        report.studyInstanceUid(), report.lineage(), document.sopClassUid(), report.documentUid());
    evidence.writeTo(object, Tag.CurrentRequestedProcedureEvidenceSequence);
    ContentEncoder.encodeRoot(
        new ContentItem.Container(CONTAINS, Concepts.OF_INTEREST, Optional.of("2010"), items),
        object);
    return object;
  }

  private static ContentItem image(
      ImageReference image, Optional<ImageContext> context, EvidenceSequence evidence) {
    evidence.add(
        image.studyInstanceUid(),
        image.seriesInstanceUid(),
        image.sopClassUid(),
        image.sopInstanceUid());
    Optional<ImageContext.PresentationReference> presentation =
        context.flatMap(ImageContext::presentation);
    presentation.ifPresent(
        p ->
            evidence.add(
                image.studyInstanceUid(),
                p.seriesUid(),
                UID.GrayscaleSoftcopyPresentationStateStorage,
                p.sopInstanceUid()));
    return new ContentItem.Image(
        CONTAINS,
        Optional.empty(),
        new ObjectCitation(
            image.sopClassUid(),
            image.sopInstanceUid(),
            context.filter(ImageContext::multiFrame).isPresent()
                ? OptionalInt.of(image.frame())
                : OptionalInt.empty(),
            presentation.map(ImageContext.PresentationReference::sopInstanceUid)),
        List.of());
  }
}
