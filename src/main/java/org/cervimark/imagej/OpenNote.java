package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.Optional;

/** The note of what is open, as a window shows it and hands it on. Knows no widgets. */
final class OpenNote {

  private final ViewerModel model;
  private final StudyNote notes;
  private final RevisionActions revisions;

  OpenNote(ViewerModel model, StudyNote notes, RevisionActions revisions) {
    this.model = model;
    this.notes = notes;
    this.revisions = revisions;
  }

  /** The note as text, as things stand. */
  String text() {
    return notes.of(model);
  }

  /** How the site lays it out, where a site can. */
  Optional<NoteLayout> layout() {
    return notes.layout(model.study().catalogue());
  }

  /** Says that it was written to a file. */
  void written(Path file) {
    model.did(new Deed.NoteWritten(file));
  }

  /** Why it cannot be written as PDF now, as the key of a sentence. */
  Optional<String> hindrance() {
    return revisions.keepingHindrance();
  }

  /** Keeps it with the study; what came of it. */
  Optional<ViewerModel.Message> keep() {
    revisions.keepNote();
    return model.message();
  }

  /** Writes it as PDF to a file; what came of it. */
  Optional<ViewerModel.Message> writePdf(Path file) {
    revisions.writePdf(file);
    return model.message();
  }
}
