package org.cervimark.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.cervimark.dicom.DicomException;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Wording;

/**
 * What a reader can do with what is saved of a study: look, remark, sign, merge, keep a note of it
 * with the study. Knows no widgets.
 */
final class RevisionActions {

  private final ViewerModel model;
  private final Dialogs dialogs;
  private final ReaderName readerName;
  private final StudyNote notes;
  private final Executor saver;

  /**
   * What a reader can do.
   *
   * @param saver where files are read and written; returns when they are
   */
  RevisionActions(
      ViewerModel model, Dialogs dialogs, ReaderName readerName, StudyNote notes, Executor saver) {
    this.model = model;
    this.dialogs = dialogs;
    this.readerName = readerName;
    this.notes = notes;
    this.saver = saver;
  }

  /** Whether what is saved may be shown: not while a reading must not know the earlier ones. */
  boolean isOpen() {
    return !model.session().isBlinded() && !model.isSaving();
  }

  /** Shows the revisions, and does what is asked of them there, until that is enough. */
  void history() {
    Optional<StudyHistory> history = read();
    while (history.isPresent()) {
      switch (dialogs.history(history.get())) {
        case SIGN -> sign();
        case MERGE -> merge();
        case CLOSE -> {
          return;
        }
      }
      history = read();
    }
  }

  /** Signs the newest revision, after asking who does; says why if it cannot be signed. */
  void sign() {
    Optional<StudyHistory> history = read();
    if (history.isEmpty() || refuses(history.get())) {
      return;
    }
    StudyReport revision = history.get().newest().orElseThrow();
    Optional<Signature> signature =
        dialogs.signature(revision, readerName.get(), readerName.organization());
    // Somebody may have saved while the question was open: nobody signs what was not seen.
    Optional<StudyHistory> now = signature.flatMap(s -> read());
    if (now.isEmpty() || refuses(now.get())) {
      return;
    }
    sign(signature.orElseThrow());
  }

  /** Signs the newest revision as macros do; says why if it cannot be signed. */
  void signAs(Signature signature) {
    Optional<StudyHistory> history = read();
    if (history.isPresent() && !refuses(history.get())) {
      sign(signature);
    }
  }

  private void sign(Signature signature) {
    PersonName observer = signature.observer();
    String organization = signature.organization();
    model.setSaving(true);
    try {
      StudyReport signed = model.study().sign(model.radiograph(), observer, organization, saver);
      readerName.setOrganization(organization);
      model.did(new Deed.Signed(signature));
      model.tell("sign.done", Integer.toString(signed.revision()));
    } catch (StoreException e) {
      problem(e);
    } finally {
      model.setSaving(false);
    }
  }

  /**
   * Asks for findings, plan and moment of the treatment, and saves them as a revision at once. What
   * is entered is asked for again as long as it cannot be saved.
   */
  void remark() {
    model.marking().cancel();
    Optional<StudyReport> newest = model.study().newest(model.radiograph());
    if (newest.isEmpty()) {
      model.tell("remarks.first");
      return;
    }
    StudyRemarks before = newest.get().remarks();
    Optional<StudyRemarks> said = dialogs.remarks(before);
    while (said.isPresent() && !said.get().equals(before)) {
      Optional<PersonName> reader = reader();
      if (reader.isPresent() && remarkAs(said.get(), reader.get())) {
        return;
      }
      said = dialogs.remarks(said.get());
    }
  }

  /**
   * Says something of the study in free words, in the place of what was said of it before.
   *
   * @return whether it is saved; if not, the reader was told why
   */
  boolean remarkAs(StudyRemarks remarks, PersonName reader) {
    model.setSaving(true);
    try {
      StudyReport saved = model.study().remark(model.radiograph(), remarks, reader, saver);
      model.did(new Deed.Remarked(remarks, reader));
      model.tell("remarks.done", Integer.toString(saved.revision()));
      return true;
    } catch (StoreException e) {
      problem(e);
      return false;
    } finally {
      model.setSaving(false);
    }
  }

  /** How notes are written now. */
  NoteChoice noteChoice() {
    return notes.choice();
  }

  /**
   * Why no note can be kept with the study at the moment, as the key of a sentence; empty if
   * nothing is known to stand against it. A note tells of what is saved, and of all of it.
   */
  Optional<String> keepingHindrance() {
    if (model.session().isBlinded()) {
      return Optional.of("keep.no.BLINDED");
    }
    if (model.isSaving()) {
      return Optional.of("keep.no.SAVING");
    }
    if (model.study().isModifiedStudy(model.radiograph())) {
      return Optional.of("keep.no.UNSAVED");
    }
    return model.study().newest(model.radiograph()).isEmpty()
        ? Optional.of("keep.no.NOTHING")
        : Optional.empty();
  }

  /** Keeps the note of the newest revision with the study as PDF; says where, or why not. */
  void keepNote() {
    keepNoteAs(notes.choice()).ifPresent(model::tell);
  }

  /**
   * Keeps the note of the newest revision with the study as PDF, and says where.
   *
   * @param choice how it is written
   * @return why it was not kept, as the key of a sentence, if the study stands against it
   */
  Optional<String> keepNoteAs(NoteChoice choice) {
    return handOn(
        choice,
        "keep.done",
        (revision, pdf) -> {
          String place = model.study().keepNote(model.radiograph(), revision, pdf, saver);
          model.did(new Deed.NoteKept(choice));
          return place;
        });
  }

  /** Writes the note of the newest revision as PDF to a file; says so, or why not. */
  void writePdf(Path file) {
    writePdfAs(file, notes.choice()).ifPresent(model::tell);
  }

  /**
   * Writes the note of the newest revision as PDF to a file, and says so.
   *
   * @param choice how it is written
   * @return why it was not written, as the key of a sentence, if the study stands against it
   */
  Optional<String> writePdfAs(Path file, NoteChoice choice) {
    return handOn(
        choice,
        "pdf.done",
        (revision, pdf) -> {
          String place = StoreWork.done(saver, () -> write(file, pdf.call()));
          model.did(new Deed.PdfWritten(file, choice));
          return place;
        });
  }

  private String write(Path file, byte[] pdf) throws StoreException {
    try {
      NoteFile.write(file, pdf);
      return file.toString();
    } catch (IOException e) {
      Wording wording = Wording.of(RevisionActions.class, notes.choice().locale());
      throw new StoreException(wording.get("note.unwritable", file.toString()), e);
    }
  }

  /** Where a note of a revision goes. */
  @FunctionalInterface
  private interface Destination {
    String take(StudyReport revision, Callable<byte[]> pdf) throws StoreException;
  }

  private Optional<String> handOn(NoteChoice choice, String done, Destination destination) {
    Optional<String> hindrance = keepingHindrance();
    if (hindrance.isPresent()) {
      return hindrance;
    }
    Optional<StudyHistory> history = read();
    Optional<StudyHistory.Signing> open = history.flatMap(StudyHistory::unsettled);
    if (history.isEmpty() || open.isPresent()) {
      return open.map(o -> "keep.no." + o.name());
    }
    StudyReport revision = history.get().newest().orElseThrow();
    List<DicomException> missing = Collections.synchronizedList(new ArrayList<>());
    model.setSaving(true);
    try {
      String place =
          destination.take(
              revision, () -> StudyNote.pdf(model.study(), revision, choice, missing::add));
      model.tell(done, Integer.toString(revision.revision()), place);
      missing.stream().findFirst().ifPresent(this::problem);
    } catch (StoreException e) {
      problem(e);
    } finally {
      model.setSaving(false);
    }
    return Optional.empty();
  }

  /** Joins two revisions that stand side by side, after asking what counts. */
  void merge() {
    Optional<MergeChoice> choice = joining();
    Optional<PersonName> reader =
        choice.isPresent() && dialogs.merge(choice.get()) ? reader() : Optional.empty();
    reader.ifPresent(r -> mergeAs(choice.orElseThrow(), r));
  }

  /** What is to be decided before two revisions are joined; says so if there is nothing to join. */
  Optional<MergeChoice> joining() {
    Optional<StudyHistory> history = read();
    Optional<RevisionMerge> merge = history.flatMap(StudyHistory::merge);
    if (history.isPresent() && merge.isEmpty()) {
      model.tell(history.get().isConflict() ? "merge.unsaved" : "merge.nothing");
    }
    return merge.map(MergeChoice::new);
  }

  /** Joins two revisions that stand side by side, as was decided. */
  void mergeAs(MergeChoice choice, PersonName reader) {
    model.setSaving(true);
    try {
      StudyReport merged = model.study().merge(model.radiograph(), choice, reader, saver);
      model.did(new Deed.Merged(choice, reader));
      model.tell("merge.done", Integer.toString(merged.revision()));
    } catch (StoreException e) {
      problem(e);
    } finally {
      model.setSaving(false);
    }
  }

  private boolean refuses(StudyHistory history) {
    StudyHistory.Signing signing = history.signing();
    if (signing == StudyHistory.Signing.POSSIBLE) {
      return false;
    }
    model.tell("sign.no." + signing.name());
    return true;
  }

  private Optional<StudyHistory> read() {
    model.marking().cancel();
    try {
      return Optional.of(model.study().history(model.radiograph(), saver));
    } catch (StoreException e) {
      problem(e);
      return Optional.empty();
    }
  }

  private Optional<PersonName> reader() {
    Optional<PersonName> known = readerName.get();
    if (known.isPresent()) {
      return known;
    }
    Optional<PersonName> told = dialogs.reader();
    told.ifPresent(readerName::set);
    return told;
  }

  private void problem(Exception problem) {
    dialogs.problem(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
  }
}
