package org.cervimark.imagej;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;

/**
 * What a reader can do with what is saved of a study: look, remark, sign, merge. Knows no widgets.
 */
final class RevisionActions {

  private final ViewerModel model;
  private final Dialogs dialogs;
  private final ReaderName readerName;
  private final Executor saver;

  /**
   * What a reader can do.
   *
   * @param saver where files are read and written; returns when they are
   */
  RevisionActions(ViewerModel model, Dialogs dialogs, ReaderName readerName, Executor saver) {
    this.model = model;
    this.dialogs = dialogs;
    this.readerName = readerName;
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
      if (reader.isPresent() && save(said.get(), reader.get())) {
        return;
      }
      said = dialogs.remarks(said.get());
    }
  }

  private boolean save(StudyRemarks remarks, PersonName reader) {
    model.setSaving(true);
    try {
      StudyReport saved = model.study().remark(model.radiograph(), remarks, reader, saver);
      model.tell("remarks.done", Integer.toString(saved.revision()));
      return true;
    } catch (StoreException e) {
      problem(e);
      return false;
    } finally {
      model.setSaving(false);
    }
  }

  /** Joins two revisions that stand side by side, after asking what counts. */
  void merge() {
    Optional<StudyHistory> history = read();
    if (history.isEmpty()) {
      return;
    }
    Optional<RevisionMerge> merge = history.get().merge();
    if (merge.isEmpty()) {
      model.tell(history.get().isConflict() ? "merge.unsaved" : "merge.nothing");
      return;
    }
    MergeChoice choice = new MergeChoice(merge.get());
    Optional<PersonName> reader = dialogs.merge(choice) ? reader() : Optional.empty();
    if (reader.isEmpty()) {
      return;
    }
    model.setSaving(true);
    try {
      StudyReport merged = model.study().merge(model.radiograph(), choice, reader.get(), saver);
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

  private void problem(StoreException problem) {
    dialogs.problem(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
  }
}
