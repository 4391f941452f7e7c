package org.cervimark.imagej;

import ij.IJ;
import java.nio.file.Path;
import java.util.Optional;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;
import org.cervimark.report.Wording;

/** What macros without a display are told: sentences instead of windows, and no questions. */
final class MacroDialogs implements Dialogs {

  private final Wording wording;

  MacroDialogs(Wording wording) {
    this.wording = wording;
  }

  /** A macro that ends has done what it wanted. */
  @Override
  public Unsaved unsaved(int images) {
    return Unsaved.DISCARD;
  }

  @Override
  public Optional<PersonName> reader() {
    problem(wording.get("macro.missing", "reader"));
    return Optional.empty();
  }

  /** A macro that draws says what it draws. */
  @Override
  public Optional<String> words() {
    return Optional.empty();
  }

  @Override
  public Optional<CalibrationObject> object() {
    return Optional.empty();
  }

  @Override
  public void problem(String sentence) {
    IJ.error(wording.get("product"), sentence);
  }

  @Override
  public void unwritable(Path file) {
    problem(wording.get("note.unwritable", file.toString()));
  }

  @Override
  public void note(OpenNote note) {
    IJ.log(note.text());
  }

  @Override
  public void help() {
    IJ.log(wording.get("product"));
  }
}
