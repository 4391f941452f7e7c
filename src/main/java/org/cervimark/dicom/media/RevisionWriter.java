package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.pr.PrRevision;
import org.cervimark.dicom.pr.PrWriter;
import org.cervimark.dicom.sr.ImageContext;
import org.cervimark.dicom.sr.ImageKey;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.sr.SrRevision;
import org.cervimark.dicom.sr.SrWriter;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Study;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;
import org.cervimark.reading.StudyReport;

/** Writes the objects of one revision: a picture for each image drawn anew, then the report. */
final class RevisionWriter {

  private static final int UID_DIGITS = 8;

  private final StudyIndex index;
  private final Catalogue catalogue;
  private final Installation installation;
  private final SaveTime now;
  private final Path target;

  RevisionWriter(
      StudyIndex index, Catalogue catalogue, Installation installation, SaveTime now, Path target) {
    this.index = index;
    this.catalogue = catalogue;
    this.installation = installation;
    this.now = now;
    this.target = target;
  }

  /**
   * Writes a change.
   *
   * @param image an image of the study, whose header names patient and study
   */
  FolderStore.Saved write(RevisionChange change, DicomFile image) throws DicomException {
    RevisionPlan plan = RevisionPlan.of(index, change.predecessors(), installation, now.local());
    Map<ImageKey, ImageContext> contexts = new HashMap<>();
    Map<Path, Attributes> states = new LinkedHashMap<>();
    StudyFilms films = StudyFilms.of(change.readings());
    for (Reading reading : change.readings()) {
      ImageKey key = ImageKey.of(reading.image());
      Map<MeasuredValue, List<Graphic>> filmValues = films.drawnOn(reading, catalogue);
      ImageContext context = carriedOver(reading, filmValues, plan);
      Optional<DicomFile> file = index.image(reading.image().sopInstanceUid());
      if (file.isPresent() && (change.drawn().contains(key) || context.presentation().isEmpty())) {
        DerivedSeries.Instance instance =
            new DerivedSeries.Instance(
                PrWriter.SOP_CLASS_UID,
                Uids.random(),
                plan.presentationNumber() + states.size(),
                now.local());
        context = context.shownBy(plan.presentation().uid(), instance.sopInstanceUid());
        states.put(
            file("PR", instance.number(), instance.sopInstanceUid()),
            new PrWriter(catalogue)
                .write(
                    new PrRevision(
                        reading,
                        filmValues,
                        change.reader(),
                        plan.presentation(),
                        instance,
                        context.multiFrame(),
                        file.get().dataSet(),
                        installation)));
      }
      contexts.put(key, context);
    }
    SrRevision revision =
        new SrRevision(
            report(change, image.dataSet(), plan),
            plan.report(),
            plan.predecessors(),
            contexts,
            image.dataSet(),
            installation);
    Attributes report = new SrWriter(catalogue).write(revision);
    Path reportFile = file("SR", plan.reportNumber(), revision.report().documentUid());
    StudyReport readBack = readBack(report, reportFile, revision.report());
    publish(states, report, reportFile);
    List<Path> files = new ArrayList<>(List.of(reportFile));
    files.addAll(states.keySet());
    return new FolderStore.Saved(readBack, files);
  }

  /** The presentation states first, so that the report never names one that is not there. */
  static void publish(Map<Path, Attributes> states, Attributes report, Path reportFile)
      throws DicomException {
    List<Path> written = new ArrayList<>();
    boolean complete = false;
    try {
      for (Map.Entry<Path, Attributes> state : states.entrySet()) {
        DataSetWriter.write(state.getKey(), state.getValue());
        written.add(state.getKey());
      }
      DataSetWriter.write(reportFile, report);
      complete = true;
    } finally {
      if (!complete) {
        for (Path file : written) {
          withdraw(file);
        }
      }
    }
  }

  private static void withdraw(Path file) throws DicomException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("store.left-behind", file), e);
    }
  }

  /** What is about to be written must say exactly what was read. */
  private StudyReport readBack(Attributes sr, Path file, StudyReport intended)
      throws DicomException {
    StudyReport report =
        new SrReader(catalogue)
            .read(sr, file)
            .map(SrDocument::report)
            .orElseThrow(() -> new IllegalStateException("our own report is not recognised"));
    if (!report.readings().equals(intended.readings())
        || !report.filmValues().equals(intended.filmValues())
        || !report.remarks().equals(intended.remarks())
        || !report.verification().equals(intended.verification())) {
      throw new IllegalStateException("the report does not restore its readings");
    }
    return report;
  }

  private StudyReport report(RevisionChange change, Attributes header, RevisionPlan plan) {
    return new StudyReport(
        header.getString(Tag.StudyInstanceUID, ""),
        new Patient(
            PersonName.parse(header.getString(Tag.PatientName, "")),
            header.getString(Tag.PatientID, ""),
            optional(header, Tag.PatientBirthDate),
            optional(header, Tag.PatientSex)),
        new Study(
            optional(header, Tag.StudyDate),
            optional(header, Tag.StudyTime),
            optional(header, Tag.StudyDescription)),
        plan.report().uid(),
        Uids.random(),
        plan.reportNumber(),
        plan.predecessors().stream().map(p -> p.report().documentUid()).toList(),
        now.local(),
        change.reader(),
        catalogue.version(),
        change.readings(),
        StudyFilms.of(change.readings()).values(catalogue),
        change.remarks(),
        change.verification());
  }

  /**
   * What is known of the image of a reading, from its file or else an earlier report. The picture
   * of an earlier revision still holds where nothing on it has changed.
   */
  private ImageContext carriedOver(
      Reading reading, Map<MeasuredValue, List<Graphic>> filmValues, RevisionPlan plan) {
    List<SrDocument> same =
        plan.predecessors().stream()
            .filter(p -> p.report().reading(reading.image()).equals(Optional.of(reading)))
            .toList();
    ImageKey key = ImageKey.of(reading.image());
    Optional<ImageContext> earlier = same.stream().flatMap(p -> p.image(key).stream()).findFirst();
    Optional<ImageContext.PresentationReference> presentation =
        same.stream()
            .filter(p -> drawnOn(p.report(), reading).equals(filmValues))
            .flatMap(p -> p.image(key).flatMap(ImageContext::presentation).stream())
            .findFirst();
    Optional<Attributes> header =
        index.image(reading.image().sopInstanceUid()).map(DicomFile::dataSet);
    return new ImageContext(
        header
            .map(h -> h.getInt(Tag.NumberOfFrames, 1) > 1)
            .or(() -> earlier.map(ImageContext::multiFrame))
            .orElse(reading.image().frame() > 1),
        header.flatMap(RevisionWriter::headerSpacing),
        presentation);
  }

  private Map<MeasuredValue, List<Graphic>> drawnOn(StudyReport report, Reading reading) {
    return StudyFilms.of(report.readings()).drawnOn(reading, catalogue);
  }

  private Path file(String kind, int number, String uid) {
    String digits = uid.substring(Math.max(0, uid.length() - UID_DIGITS));
    return target.resolve(
        String.format(Locale.ROOT, "CerviMark-%s-%04d-%s.dcm", kind, number, digits));
  }

  private static Optional<ImageContext.HeaderSpacing> headerSpacing(Attributes header) {
    double[] spacing = header.getDoubles(Tag.PixelSpacing);
    return spacing == null || spacing.length != 2 || !(spacing[0] > 0 && spacing[1] > 0)
        ? Optional.empty()
        : Optional.of(new ImageContext.HeaderSpacing(spacing[0], spacing[1]));
  }

  private static Optional<String> optional(Attributes header, int tag) {
    return Optional.ofNullable(header.getString(tag)).filter(s -> !s.isEmpty());
  }
}
