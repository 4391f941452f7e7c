package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.cervimark.reading.JournalledSession;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.SavePoint;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;

/**
 * The images of an opened file or folder, each with its session and with what is saved of it.
 * Sessions begin from the newest saved revision of their study.
 */
final class StudySessions {

  private final StudyFolder folder;
  private Catalogue catalogue;
  private final BiFunction<Path, Catalogue, StudyStore> stores;
  private final Journal journal;
  private final Consumer<JournalException> trouble;
  private final ScaleMemory scales;
  private final Map<ImageReference, ReadingSession> sessions = new LinkedHashMap<>();
  private final Map<ImageReference, JournalledSession> journalled = new HashMap<>();
  private final Map<String, StudyReport> newest = new HashMap<>();
  private final List<StudyReport> savedHere = new ArrayList<>();

  /**
   * The images of a folder.
   *
   * @param stores the store for the study of an image file, with the catalogue in force
   */
  StudySessions(
      StudyFolder folder, Catalogue catalogue, BiFunction<Path, Catalogue, StudyStore> stores) {
    this(folder, catalogue, stores, Journal.none(), e -> {}, ScaleMemory.none());
  }

  /**
   * The images of a folder, with a journal of what is not saved yet.
   *
   * @param stores the store for the study of an image file
   * @param trouble told when the journal cannot be kept
   * @param scales what was answered where headers contradict themselves on the scale
   */
  StudySessions(
      StudyFolder folder,
      Catalogue catalogue,
      BiFunction<Path, Catalogue, StudyStore> stores,
      Journal journal,
      Consumer<JournalException> trouble,
      ScaleMemory scales) {
    this.scales = scales;
    this.journal = journal;
    this.trouble = trouble;
    this.folder = folder;
    this.catalogue = catalogue;
    this.stores = stores;
    for (StudyFolder.ReportEntry entry : folder.reports()) {
      newest.merge(entry.report().studyInstanceUid(), entry.report(), StudySessions::newer);
    }
  }

  /** What was opened. */
  StudyFolder folder() {
    return folder;
  }

  /** The images in the order of display. */
  List<ImageEntry> images() {
    return folder.images();
  }

  /** Goes on with another catalogue; what is placed stays, and keeps its names and codes. */
  void use(Catalogue other) {
    catalogue = other.keepingLandmarksOf(catalogue);
    sessions.values().forEach(session -> session.use(catalogue));
  }

  /** The name of the file of an image; its UID if it is not one of the opened images. */
  String name(ImageReference image) {
    return images().stream()
        .filter(e -> e.radiograph().reference().equals(image))
        .findFirst()
        .map(e -> String.valueOf(e.file().getFileName()))
        .orElse(image.sopInstanceUid());
  }

  /** The catalogue in force. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** What other programs have marked on an image. */
  List<ForeignLayer> foreign(Radiograph radiograph) {
    return folder.foreign().stream()
        .map(StudyFolder.ForeignEntry::layer)
        .filter(layer -> !layer.on(radiograph.reference()).isEmpty())
        .toList();
  }

  /** The newest saved revision of the study of an image. */
  Optional<StudyReport> newest(Radiograph radiograph) {
    return Optional.ofNullable(newest.get(radiograph.reference().studyInstanceUid()));
  }

  /** The saved revisions of the study of an image, newest first. */
  List<StudyReport> revisions(Radiograph radiograph) {
    List<StudyReport> all = new ArrayList<>(savedHere);
    folder.reports().forEach(entry -> all.add(entry.report()));
    return all.stream()
        .filter(r -> r.studyInstanceUid().equals(radiograph.reference().studyInstanceUid()))
        .sorted(Comparator.comparing(StudyReport::savedAt).reversed())
        .toList();
  }

  /** What is saved of an image. */
  Optional<Reading> saved(Radiograph radiograph) {
    return newest(radiograph).flatMap(r -> r.reading(radiograph.reference()));
  }

  /** A session of an image as it is when it begins, of which nobody else knows. */
  ReadingSession unopened(Radiograph radiograph) {
    return begin(radiograph);
  }

  /** The session of an image; the same one each time. */
  ReadingSession session(Radiograph radiograph) {
    return sessions.computeIfAbsent(
        radiograph.reference(),
        r -> {
          ReadingSession session = begin(radiograph);
          journalled.put(r, new JournalledSession(session, journal, trouble));
          return session;
        });
  }

  /** The sessions with marks that are not saved, in the order in which they were begun. */
  List<ReadingSession> modified() {
    return sessions.values().stream().filter(ReadingSession::isModified).toList();
  }

  /** Whether an image has marks that are not saved. */
  boolean isModified(Radiograph radiograph) {
    return Optional.ofNullable(sessions.get(radiograph.reference()))
        .map(ReadingSession::isModified)
        .orElse(false);
  }

  /** Whether any image of the study of an image has marks that are not saved. */
  boolean isModifiedStudy(Radiograph radiograph) {
    String uid = radiograph.reference().studyInstanceUid();
    return modified().stream()
        .anyMatch(s -> s.radiograph().reference().studyInstanceUid().equals(uid));
  }

  /**
   * Saves a session as a new revision of its study, on top of the one that was opened. What
   * somebody else has saved meanwhile and does not contradict it is taken over. What is changed
   * while it is being written is not saved, and the session is modified then.
   *
   * @param writer where to write; returns when that is done
   * @throws StoreException if it could not be written; the session is then still modified
   */
  StudyReport save(ReadingSession session, PersonName reader, Executor writer)
      throws StoreException {
    StudyStore store = store(session.radiograph());
    RevisionDraft draft = RevisionDraft.of(session.toReading());
    Optional<StudyReport> base = newest(session.radiograph());
    RevisionDraft based = base.map(b -> draft.basedOn(b.documentUid())).orElse(draft);
    SavePoint point = SavePoint.of(session);
    StudyReport report = remember(StoreWork.done(writer, () -> store.save(based, reader)));
    Optional<Reading> merged = report.reading(session.radiograph().reference());
    if (merged.isPresent() && point.isNow(session)) {
      session.markSavedAs(merged.get());
    } else {
      session.markSaved(point);
    }
    if (!session.isModified()) {
      journalled(session).clear();
    }
    return report;
  }

  /** Whether two revisions of the study of an image are known that stand side by side. */
  boolean isContested(Radiograph radiograph) {
    List<StudyReport> known = revisions(radiograph);
    Set<String> replaced = new HashSet<>();
    known.forEach(r -> replaced.addAll(r.predecessors()));
    return known.stream().filter(r -> !replaced.contains(r.documentUid())).count() > 1;
  }

  /**
   * All that is stored of the study of an image, read anew.
   *
   * @param reader where to read; returns when that is done
   * @throws StoreException if the store cannot be read
   */
  StudyHistory history(Radiograph radiograph, Executor reader) throws StoreException {
    StudyStore store = store(radiograph);
    String uid = radiograph.reference().studyInstanceUid();
    RevisionHistory history =
        StoreWork.done(reader, () -> RevisionHistory.of(store.revisions(uid)));
    return new StudyHistory(history, newest(radiograph), isModifiedStudy(radiograph));
  }

  /**
   * Signs the newest revision of the study of an image.
   *
   * @param writer where to write; returns when that is done
   * @throws StoreException if it could not be written
   */
  StudyReport sign(Radiograph radiograph, PersonName observer, String organization, Executor writer)
      throws StoreException {
    StudyStore store = store(radiograph);
    String uid = radiograph.reference().studyInstanceUid();
    return remember(StoreWork.done(writer, () -> store.sign(uid, observer, organization)));
  }

  /**
   * Joins two revisions of the study of an image; its readings go on from what they became.
   *
   * @param writer where to write; returns when that is done
   * @throws StoreException if it could not be written
   */
  StudyReport merge(Radiograph radiograph, MergeChoice choice, PersonName reader, Executor writer)
      throws StoreException {
    StudyStore store = store(radiograph);
    StudyReport merged =
        remember(
            StoreWork.done(writer, () -> store.merge(choice.merge(), choice.choices(), reader)));
    goOnFrom(merged);
    return merged;
  }

  /**
   * Says something of the study of an image in free words, on top of the newest revision; marks
   * that are not saved stay so.
   *
   * @param writer where to write; returns when that is done
   * @throws StoreException if it could not be written, or if the words name the patient
   */
  StudyReport remark(
      Radiograph radiograph, StudyRemarks remarks, PersonName reader, Executor writer)
      throws StoreException {
    StudyStore store = store(radiograph);
    String uid = radiograph.reference().studyInstanceUid();
    Optional<String> base = newest(radiograph).map(StudyReport::documentUid);
    RevisionDraft draft = new RevisionDraft(uid, List.of(), Optional.of(remarks), base);
    StudyReport saved = remember(StoreWork.done(writer, () -> store.save(draft, reader)));
    goOnFrom(saved);
    return saved;
  }

  /**
   * Keeps a note of a revision with the study of an image.
   *
   * @param pdf writes it
   * @param writer where to write; returns when that is done
   * @return where it is kept
   * @throws StoreException if it could not be written
   */
  String keepNote(Radiograph radiograph, StudyReport report, Callable<byte[]> pdf, Executor writer)
      throws StoreException {
    StudyStore store = store(radiograph);
    String place = StoreWork.done(writer, () -> store.keepNote(report, pdf.call()));
    return place;
  }

  /** Readings without unsaved marks go on from what they became in a revision. */
  private void goOnFrom(StudyReport revision) {
    for (ReadingSession session : sessions.values()) {
      Optional<Reading> reading = revision.reading(session.radiograph().reference());
      if (reading.isPresent() && !session.isModified()) {
        session.markSavedAs(reading.get());
        journalled(session).clear();
      }
    }
  }

  private StudyReport remember(StudyReport report) {
    newest.put(report.studyInstanceUid(), report);
    savedHere.add(report);
    return report;
  }

  /** Gives up what is not saved. */
  void discardUnsaved() {
    modified().forEach(session -> journalled(session).clear());
  }

  /** What programs that ended without saving left behind of the images, one for each image. */
  List<LeftBehind> leftBehind() {
    List<LeftBehind> found = new ArrayList<>();
    Map<String, List<Journal.Kept>> kept = new HashMap<>();
    for (ImageEntry entry : images()) {
      ImageReference image = entry.radiograph().reference();
      SortedSet<Integer> frames = new TreeSet<>();
      kept.computeIfAbsent(image.studyInstanceUid(), this::kept).stream()
          .filter(k -> k.image().sopInstanceUid().equals(image.sopInstanceUid()))
          .forEach(k -> frames.add(k.image().frame()));
      for (int frame : frames) {
        frame(entry, frame).flatMap(this::leftBehind).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<LeftBehind> leftBehind(Radiograph radiograph) {
    ReadingSession session = session(radiograph);
    List<Journal.Kept> ofThisImage = journalled(session).leftBehind();
    return ofThisImage.isEmpty()
        ? Optional.empty()
        : Optional.of(new LeftBehind(session, ofThisImage));
  }

  /** What the header says of a frame; empty if the file cannot be read any more. */
  private static Optional<Radiograph> frame(ImageEntry entry, int frame) {
    if (frame == entry.radiograph().reference().frame()) {
      return Optional.of(entry.radiograph());
    }
    try {
      return Optional.of(DicomImages.readHeader(entry.file(), frame));
    } catch (DicomException e) {
      return Optional.empty();
    }
  }

  /** Puts back what was left behind of an image. */
  void takeOver(LeftBehind leftBehind) {
    journalled(leftBehind.session()).takeOver(leftBehind.kept());
  }

  /** Removes what was left behind of an image. */
  void discard(LeftBehind leftBehind) {
    journalled(leftBehind.session()).discard(leftBehind.kept());
  }

  /**
   * What was left behind of an image.
   *
   * @param session the session of the image
   * @param kept oldest first
   */
  record LeftBehind(ReadingSession session, List<Journal.Kept> kept) {}

  private List<Journal.Kept> kept(String studyInstanceUid) {
    try {
      return journal.kept(studyInstanceUid);
    } catch (JournalException e) {
      trouble.accept(e);
      return List.of();
    }
  }

  private JournalledSession journalled(ReadingSession session) {
    return Objects.requireNonNull(journalled.get(session.radiograph().reference()));
  }

  private StudyStore store(Radiograph radiograph) {
    return images().stream()
        .filter(
            e ->
                e.radiograph()
                    .reference()
                    .sopInstanceUid()
                    .equals(radiograph.reference().sopInstanceUid()))
        .findFirst()
        .map(e -> stores.apply(e.file(), catalogue))
        .orElseThrow(() -> new IllegalArgumentException("not one of the opened images"));
  }

  private ReadingSession begin(Radiograph radiograph) {
    Optional<Reading> saved = saved(radiograph);
    if (saved.isPresent()) {
      Protocol protocol =
          catalogue.protocol(saved.get().protocol()).orElseGet(() -> protocol(radiograph));
      return ReadingSession.resume(radiograph, catalogue, protocol, saved.get());
    }
    ReadingSession fresh = new ReadingSession(radiograph, catalogue, protocol(radiograph));
    scales.recall(fresh);
    return fresh;
  }

  /**
   * Answers the question that the header of a session's image leaves open on its scale, for the
   * other images that ask the same too.
   *
   * @param answer id of one of the question's answers
   */
  void answerScale(ReadingSession session, String answer, ScaleChoices.Extent extent) {
    Optional<ScaleQuestion> question = session.scaleQuestion();
    session.answerScaleQuestion(answer);
    if (question.isPresent()) {
      scales.remember(session, question.get(), answer, extent);
      sessions.values().forEach(scales::recall);
    }
  }

  /**
   * The protocol to begin with: that of the view, else of the plane that the header names, else the
   * first.
   */
  private Protocol protocol(Radiograph radiograph) {
    Optional<Projection> projection =
        radiograph
            .view()
            .map(View::projection)
            .or(() -> radiograph.orientation().map(PatientOrientation::projection));
    return radiograph
        .view()
        .flatMap(catalogue::protocolFor)
        .or(
            () ->
                catalogue.protocols().stream()
                    .filter(p -> projection.equals(Optional.of(p.view().projection())))
                    .findFirst())
        .orElseGet(() -> catalogue.protocols().get(0));
  }

  private static StudyReport newer(StudyReport one, StudyReport other) {
    int order = one.savedAt().compareTo(other.savedAt());
    if (order == 0) {
      order = Integer.compare(one.revision(), other.revision());
    }
    return order >= 0 ? one : other;
  }
}
