package org.cervimark.dicom.sr;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.EvidenceSequence;
import org.cervimark.dicom.module.PatientStudyModules;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.image.ImageReference;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.terminology.PrivateScheme;

/** Writes a revision of a report as a structured report of template TID 1500. */
public final class SrWriter {

  private static final String SERIES_DESCRIPTION = "C-spine measurements (SR)";

  private final Catalogue catalogue;

  /** With the catalogue that gives landmarks and measurements their codes. */
  public SrWriter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The data set of a revision.
   *
   * @throws IllegalArgumentException if it holds a landmark or value without a code, or a landmark
   *     outside its image
   */
  public Attributes write(SrRevision revision) {
    Toolkit.start();
    Identities identities = new Identities(Uids::random);
    revision
        .predecessors()
        .forEach(p -> identities.recall(p.landmarkGroups(), p.measurementGroups()));
    ContentItem.Container root = new ReportTree(revision, catalogue, identities).build();

    StudyReport report = revision.report();
    Attributes document = PatientStudyModules.beginObject(revision.header());
    revision
        .series()
        .writeTo(
            document,
            "SR",
            SERIES_DESCRIPTION,
            new DerivedSeries.Instance(
                revision.installation().reportClass().uid(),
                report.documentUid(),
                report.revision(),
                report.savedAt()),
            revision.installation());
    document.newSequence(Tag.ReferencedPerformedProcedureStepSequence, 0);
    document.setString(Tag.CompletionFlag, VR.CS, "COMPLETE");
    VerificationModule.write(report.verification(), document);
    document.setString(Tag.PreliminaryFlag, VR.CS, "FINAL");
    DerivedSeries.writeDateTime(document, Tag.ContentDate, Tag.ContentTime, report.savedAt());
    document.newSequence(Tag.PerformedProcedureCodeSequence, 0);
    writePredecessors(document, revision.predecessors());
    writeEvidence(document, revision);
    writeCodingScheme(document);
    ContentEncoder.encodeRoot(root, document);
    return document;
  }

  private static void writePredecessors(Attributes document, List<SrDocument> predecessors) {
    EvidenceSequence list = new EvidenceSequence();
    for (SrDocument predecessor : predecessors) {
      list.add(
          predecessor.report().studyInstanceUid(),
          predecessor.report().lineage(),
          predecessor.sopClassUid(),
          predecessor.report().documentUid());
    }
    list.writeTo(document, Tag.PredecessorDocumentsSequence);
  }

  private static void writeEvidence(Attributes document, SrRevision revision) {
    EvidenceSequence current = new EvidenceSequence();
    EvidenceSequence other = new EvidenceSequence();
    String study = revision.report().studyInstanceUid();
    for (Reading reading : revision.report().readings()) {
      ImageReference image = reading.image();
      EvidenceSequence list = image.studyInstanceUid().equals(study) ? current : other;
      list.add(
          image.studyInstanceUid(),
          image.seriesInstanceUid(),
          image.sopClassUid(),
          image.sopInstanceUid());
      ImageContext context = revision.images().get(ImageKey.of(image));
      if (context != null) {
        context
            .presentation()
            .ifPresent(
                p ->
                    list.add(
                        image.studyInstanceUid(),
                        p.seriesUid(),
                        UID.GrayscaleSoftcopyPresentationStateStorage,
                        p.sopInstanceUid()));
      }
    }
    current.writeTo(document, Tag.CurrentRequestedProcedureEvidenceSequence);
    other.writeTo(document, Tag.PertinentOtherEvidenceSequence);
  }

  private static void writeCodingScheme(Attributes document) {
    Sequence schemes = document.newSequence(Tag.CodingSchemeIdentificationSequence, 1);
    Attributes item = new Attributes(5);
    schemes.add(item);
    item.setString(Tag.CodingSchemeDesignator, VR.SH, PrivateScheme.DESIGNATOR);
    item.setString(Tag.CodingSchemeVersion, VR.SH, PrivateScheme.VERSION);
    item.setString(Tag.CodingSchemeUID, VR.UI, PrivateScheme.UID);
    item.setString(Tag.CodingSchemeName, VR.ST, PrivateScheme.NAME);
    item.setString(
        Tag.CodingSchemeResponsibleOrganization, VR.ST, PrivateScheme.RESPONSIBLE_ORGANIZATION);
  }
}
