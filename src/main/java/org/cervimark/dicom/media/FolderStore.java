package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
import org.cervimark.dicom.module.InstallationFile;
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
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Study;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.FilmValues;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;

/**
 * Keeps readings as DICOM objects in folders, beside the images they belong to: for each save a
 * structured report of all readings of the study, and a presentation state of the image just read.
 */
public final class FolderStore implements StudyStore {

  private static final int UID_DIGITS = 8;

  /**
   * A revision as it was written.
   *
   * @param report what it says
   * @param files the structured report and the presentation state
   */
  public record Saved(StudyReport report, List<Path> files) {

    /** Copies the list. */
    public Saved {
      files = List.copyOf(files);
    }
  }

  private final Path images;
  private final Path target;
  private final Catalogue catalogue;
  private final Path installationFile;
  private final Clock clock;

  /**
   * A store with the built-in catalogue, for the user who runs the program.
   *
   * @param images the file or folder in which the images lie, and where earlier revisions are
   *     looked for
   * @param target the folder in which new revisions are written; earlier ones are looked for here
   *     too
   */
  public FolderStore(Path images, Path target) {
    this(images, target, Catalogue.builtIn());
  }

  /**
   * A store with a catalogue of the user's, for the user who runs the program.
   *
   * @param images the file or folder in which the images lie
   * @param target the folder in which new revisions are written
   * @param catalogue gives landmarks and measurements their codes
   */
  public FolderStore(Path images, Path target, Catalogue catalogue) {
    this(
        images,
        target,
        catalogue,
        InstallationFile.defaultLocation(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ""))),
        Clock.system(ZoneId.systemDefault()));
  }

  /**
   * A store for the studies below a folder.
   *
   * @param images the file or folder in which the images lie, and where earlier revisions are
   *     looked for
   * @param target the folder in which new revisions are written; earlier ones are looked for here
   *     too
   * @param catalogue gives landmarks and measurements their codes
   * @param installationFile where the program remembers who it is; see {@link InstallationFile}
   * @param clock tells when something is saved
   */
  public FolderStore(
      Path images, Path target, Catalogue catalogue, Path installationFile, Clock clock) {
    this.images = images;
    this.target = target;
    this.catalogue = catalogue;
    this.installationFile = installationFile;
    this.clock = clock;
  }

  @Override
  public List<StudyReport> revisions(String studyInstanceUid) throws StoreException {
    try {
      return index(studyInstanceUid).newestFirstReports().stream().map(SrDocument::report).toList();
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public StudyReport save(Reading reading, PersonName reader) throws StoreException {
    return write(reading, reader).report();
  }

  /**
   * Saves as {@link #save} does, and tells which files were written.
   *
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  public Saved write(Reading reading, PersonName reader) throws StoreException {
    try {
      SaveConditions.requireWritable(target);
      StudyIndex index = index(reading.image().studyInstanceUid());
      if (!index.damagedReports().isEmpty()) {
        throw index.damagedReports().get(0);
      }
      DicomFile image =
          index
              .image(reading.image().sopInstanceUid())
              .orElseThrow(() -> new DicomException(DicomMessages.text("store.no-image", images)));
      SaveConditions.requireSameImage(reading, image);
      Installation installation = InstallationFile.load(installationFile);
      LocalDateTime now = now(image.dataSet());
      RevisionPlan plan = RevisionPlan.of(index, installation, now);
      for (SrDocument predecessor : plan.predecessors()) {
        SaveConditions.requireContinuable(predecessor, image);
      }
      return write(
          SaveConditions.withoutPatientTraces(reading, image),
          SaveConditions.named(reader, target),
          image,
          index,
          plan,
          installation,
          now);
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private Saved write(
      Reading reading,
      PersonName reader,
      DicomFile image,
      StudyIndex index,
      RevisionPlan plan,
      Installation installation,
      LocalDateTime now)
      throws DicomException {
    Attributes header = image.dataSet();
    boolean multiFrame = isMultiFrame(header);
    DerivedSeries.Instance state =
        new DerivedSeries.Instance(
            PrWriter.SOP_CLASS_UID, Uids.random(), plan.presentationNumber(), now);
    List<Reading> readings = plan.readingsWith(reading);
    Map<ImageKey, ImageContext> contexts = new HashMap<>();
    for (Reading each : readings) {
      contexts.put(ImageKey.of(each.image()), carriedOver(each, index, plan));
    }
    contexts.put(
        ImageKey.of(reading.image()),
        new ImageContext(
            multiFrame,
            headerSpacing(header),
            Optional.of(
                new ImageContext.PresentationReference(
                    plan.presentation().uid(), state.sopInstanceUid()))));
    SrRevision revision =
        new SrRevision(
            report(readings, reader, header, plan, now),
            plan.report(),
            plan.predecessors(),
            contexts,
            header,
            installation);
    Attributes sr = new SrWriter(catalogue).write(revision);
    Attributes pr =
        new PrWriter(catalogue)
            .write(
                new PrRevision(
                    reading, reader, plan.presentation(), state, multiFrame, header, installation));
    Path srFile = file("SR", plan.reportNumber(), revision.report().documentUid());
    StudyReport readBack = readBack(sr, srFile, revision.report());
    Path prFile = file("PR", plan.presentationNumber(), state.sopInstanceUid());
    publish(pr, prFile, sr, srFile);
    return new Saved(readBack, List.of(srFile, prFile));
  }

  /** The presentation state first, so that the report never names one that is not there. */
  static void publish(Attributes pr, Path prFile, Attributes sr, Path srFile)
      throws DicomException {
    DataSetWriter.write(prFile, pr);
    boolean written = false;
    try {
      DataSetWriter.write(srFile, sr);
      written = true;
    } finally {
      if (!written) {
        withdraw(prFile);
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
    if (!report.readings().equals(intended.readings())) {
      throw new IllegalStateException("the report does not restore its readings");
    }
    return report;
  }

  private StudyReport report(
      List<Reading> readings,
      PersonName reader,
      Attributes header,
      RevisionPlan plan,
      LocalDateTime now) {
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
        now,
        reader,
        catalogue.version(),
        readings,
        FilmValues.of(readings, catalogue),
        StudyRemarks.NONE,
        Optional.empty());
  }

  /** What is known of the image of an earlier reading, from its file or else its report. */
  private static ImageContext carriedOver(Reading reading, StudyIndex index, RevisionPlan plan) {
    Optional<ImageContext> earlier =
        plan.predecessors().stream()
            .flatMap(p -> p.image(ImageKey.of(reading.image())).stream())
            .findFirst();
    Optional<Attributes> header =
        index.image(reading.image().sopInstanceUid()).map(DicomFile::dataSet);
    return new ImageContext(
        header
            .map(FolderStore::isMultiFrame)
            .or(() -> earlier.map(ImageContext::multiFrame))
            .orElse(reading.image().frame() > 1),
        header.flatMap(FolderStore::headerSpacing),
        earlier.flatMap(ImageContext::presentation));
  }

  private StudyIndex index(String studyInstanceUid) throws DicomException {
    return StudyIndex.of(
        Files.exists(target) ? List.of(images, target) : List.of(images),
        studyInstanceUid,
        new SrReader(catalogue));
  }

  private Path file(String kind, int number, String uid) {
    String digits = uid.substring(Math.max(0, uid.length() - UID_DIGITS));
    return target.resolve(
        String.format(Locale.ROOT, "CerviMark-%s-%04d-%s.dcm", kind, number, digits));
  }

  /** The time of day where the image was taken if its header says so, else here. */
  private LocalDateTime now(Attributes header) {
    String offset = header.getString(Tag.TimezoneOffsetFromUTC, "");
    if (!offset.isEmpty()) {
      try {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.of(offset))
            .truncatedTo(ChronoUnit.MILLIS);
      } catch (DateTimeException e) {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
      }
    }
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isMultiFrame(Attributes header) {
    return header.getInt(Tag.NumberOfFrames, 1) > 1;
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
