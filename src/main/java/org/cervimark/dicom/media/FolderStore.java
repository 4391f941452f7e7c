package org.cervimark.dicom.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;
import org.cervimark.reading.Verification;

/**
 * Keeps readings as DICOM objects in folders, beside the images they belong to: for each save a
 * structured report of all readings of the study, and a presentation state of the image just read.
 */
public final class FolderStore implements StudyStore {

  /**
   * A revision as it was written.
   *
   * @param report what it says
   * @param files the structured report, the presentation states, and the Key Object if one is
   *     wanted
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
  private final BooleanSupplier keyObjects;

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
    this(images, target, catalogue, installationFile, clock, () -> false);
  }

  private FolderStore(
      Path images,
      Path target,
      Catalogue catalogue,
      Path installationFile,
      Clock clock,
      BooleanSupplier keyObjects) {
    this.images = images;
    this.target = target;
    this.catalogue = catalogue;
    this.installationFile = installationFile;
    this.clock = clock;
    this.keyObjects = keyObjects;
  }

  /**
   * The same store, which with each revision also writes a Key Object that points at it.
   *
   * @param wanted asked at each save
   */
  public FolderStore withKeyObjects(BooleanSupplier wanted) {
    return new FolderStore(images, target, catalogue, installationFile, clock, wanted);
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
  public StudyReport save(RevisionDraft draft, PersonName reader) throws StoreException {
    return write(draft, reader).report();
  }

  @Override
  public StudyReport sign(String studyInstanceUid, PersonName observer, String organization)
      throws StoreException {
    return saved(
            studyInstanceUid,
            (index, now) -> {
              List<SrDocument> heads = index.heads();
              if (heads.isEmpty()) {
                throw refused("store.nothing-to-sign");
              }
              if (heads.size() > 1) {
                throw refused("store.sign-conflict");
              }
              if (organization.isBlank()) {
                throw refused("store.no-organization");
              }
              return RevisionChange.signed(
                  heads.get(0),
                  new Verification(
                      SaveConditions.named(observer, target), organization, now.moment()));
            })
        .report();
  }

  @Override
  public StudyReport merge(
      RevisionMerge merge,
      Map<RevisionMerge.Subject, RevisionMerge.Side> choices,
      PersonName reader)
      throws StoreException {
    return saved(
            merge.one().studyInstanceUid(),
            (index, now) -> {
              List<SrDocument> heads = index.heads();
              Optional<SrDocument> one = index.report(merge.one().documentUid());
              Optional<SrDocument> other = index.report(merge.other().documentUid());
              if (one.filter(heads::contains).isEmpty()
                  || other.filter(heads::contains).isEmpty()) {
                throw refused("store.merge-outdated");
              }
              return RevisionChange.merged(
                  one.get(),
                  other.get(),
                  merge.joined(choices, catalogue),
                  SaveConditions.named(reader, target));
            })
        .report();
  }

  @Override
  public String keepNote(StudyReport report, byte[] pdf) throws StoreException {
    return new PdfStore(installationFile, clock).store(images, target, report, pdf).toString();
  }

  /**
   * Saves as {@link #save} does, and tells which files were written.
   *
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  public Saved write(Reading reading, PersonName reader) throws StoreException {
    return write(RevisionDraft.of(reading), reader);
  }

  /**
   * Saves as {@link #save} does, and tells which files were written.
   *
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  public Saved write(RevisionDraft draft, PersonName reader) throws StoreException {
    return saved(
        draft.studyInstanceUid(),
        (index, now) ->
            RevisionChange.of(
                SaveConditions.requireSaveable(draft, index, images),
                SaveConditions.named(reader, target),
                index,
                catalogue));
  }

  /** Finds out what to write, knowing what lies in the folders. */
  @FunctionalInterface
  private interface Work {
    RevisionChange change(StudyIndex index, SaveTime now) throws DicomException;
  }

  private Saved saved(String studyInstanceUid, Work work) throws StoreException {
    try {
      SaveConditions.requireWritable(target);
      StudyIndex index = index(studyInstanceUid);
      if (!index.damagedReports().isEmpty()) {
        throw index.damagedReports().get(0);
      }
      DicomFile image =
          index
              .anyImage()
              .orElseThrow(() -> new DicomException(DicomMessages.text("store.no-image", images)));
      Installation installation = InstallationFile.load(installationFile);
      SaveTime now = SaveTime.of(clock, image.dataSet());
      RevisionChange change = work.change(index, now);
      for (SrDocument predecessor : change.predecessors()) {
        SaveConditions.requireContinuable(predecessor, image);
      }
      Saved saved =
          new RevisionWriter(index, catalogue, installation, now, target).write(change, image);
      if (!keyObjects.getAsBoolean()) {
        return saved;
      }
      List<Path> files = new ArrayList<>(saved.files());
      files.add(
          new KeyObjectStore(catalogue, installationFile, clock)
              .store(images, target, saved.report()));
      return new Saved(saved.report(), files);
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private DicomException refused(String key) {
    return new DicomException(DicomMessages.text(key, target));
  }

  private StudyIndex index(String studyInstanceUid) throws DicomException {
    return StudyIndex.of(
        Files.exists(target) ? List.of(images, target) : List.of(images),
        studyInstanceUid,
        new SrReader(catalogue));
  }
}
