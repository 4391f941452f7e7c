package org.cervimark.imagej;

import java.awt.Component;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Wording;
import org.jspecify.annotations.Nullable;

/** Questions and messages in windows of their own, before the viewer. */
final class SwingDialogs implements Dialogs {

  private final Supplier<Component> parent;
  private final Settings settings;
  private final StudySessions study;
  private final Supplier<ViewerCommands> commands;
  private @Nullable NoteWindow shownNote;

  /**
   * Dialogs of a viewer.
   *
   * @param parent the window before which they appear
   * @param study whose revisions are shown
   * @param commands the commands that the help lists
   */
  SwingDialogs(
      Supplier<Component> parent,
      Settings settings,
      StudySessions study,
      Supplier<ViewerCommands> commands) {
    this.parent = parent;
    this.settings = settings;
    this.study = study;
    this.commands = commands;
  }

  @Override
  public Unsaved unsaved(int images) {
    int answer =
        ask(
            FormPanel.saying(wording().get("unsaved.question", Integer.toString(images))),
            "unsaved.save",
            "unsaved.discard",
            "answer.cancel");
    return switch (answer) {
      case 0 -> Unsaved.SAVE;
      case 1 -> Unsaved.DISCARD;
      default -> Unsaved.CANCEL;
    };
  }

  @Override
  public LeftBehind leftBehind(int marks, int images, Instant changedAt) {
    String when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(wording().locale())
            .format(changedAt.atZone(ZoneId.systemDefault()));
    int answer =
        ask(
            FormPanel.saying(
                wording()
                    .get("left.question", Integer.toString(marks), Integer.toString(images), when)),
            "left.restore",
            "left.later",
            "left.discard");
    return switch (answer) {
      case 0 -> LeftBehind.RESTORE;
      case 2 -> LeftBehind.DISCARD;
      default -> LeftBehind.LATER;
    };
  }

  @Override
  public Optional<PersonName> reader() {
    JTextField family = FormPanel.line("reader-family", "");
    JTextField given = FormPanel.line("reader-given", "");
    JTextField hangul = FormPanel.line("reader-hangul", "");
    FormPanel form = FormPanel.saying(wording().get("reader.question"));
    form.ask(wording().get("reader.family"), family);
    form.ask(wording().get("reader.given"), given);
    form.ask(wording().get("reader.hangul"), hangul);
    int answer = ask(form, "answer.ok", "answer.cancel");
    String latin = component(family) + (component(given).isEmpty() ? "" : "^" + component(given));
    if (answer != 0 || latin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PersonName(latin, "", component(hangul)));
  }

  @Override
  public Optional<String> words() {
    JTextField words = FormPanel.line("words", "");
    FormPanel form = new FormPanel();
    form.ask(wording().get("words.question"), words);
    return ask(form, "answer.ok", "answer.cancel") == 0
        ? Optional.of(words.getText())
        : Optional.empty();
  }

  @Override
  public Optional<CalibrationObject> object() {
    JTextField length = FormPanel.line("object-length", "");
    JTextField description = FormPanel.line("object-description", "");
    while (true) {
      FormPanel form = new FormPanel();
      form.ask(wording().get("calibration.length"), length);
      form.ask(wording().get("calibration.description"), description);
      if (ask(form, "answer.ok", "answer.cancel") != 0) {
        return Optional.empty();
      }
      OptionalDouble millimetres = millimetres(length.getText());
      if (millimetres.isPresent()) {
        return Optional.of(CalibrationObject.of(millimetres.getAsDouble(), description.getText()));
      }
      length.setBackground(Look.NEXT_TINT);
    }
  }

  /** A positive length, with a dot or a comma; empty for anything else. */
  static OptionalDouble millimetres(String text) {
    String plain = text.strip().replace(',', '.').replaceFirst("\\s*mm$", "");
    if (!plain.matches("[0-9]{1,5}(\\.[0-9]{0,6})?")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  @Override
  public HistoryAnswer history(StudyHistory history) {
    return new HistoryDialog(parent.get(), history, revisionWords()).ask();
  }

  @Override
  public Optional<Signature> signature(
      StudyReport revision, Optional<PersonName> reader, String organization) {
    return new SignatureForm(wording(), reader, organization).ask(parent.get(), revision);
  }

  @Override
  public Optional<StudyRemarks> remarks(StudyRemarks remarks) {
    return new RemarksForm(wording(), remarks).ask(parent.get());
  }

  @Override
  public boolean merge(MergeChoice choice) {
    return new MergeForm(choice, revisionWords()).ask(parent.get());
  }

  private RevisionWords revisionWords() {
    return new RevisionWords(study.catalogue(), wording(), study::name);
  }

  @Override
  public void problem(String sentence) {
    ask(FormPanel.saying(sentence), "answer.ok");
  }

  @Override
  public void unwritable(Path file) {
    problem(wording().get("note.unwritable", file.toString()));
  }

  @Override
  public void note(OpenNote note) {
    if (shownNote != null) {
      shownNote.dispose();
    }
    shownNote = new NoteWindow(note, settings, this::problem);
    shownNote.showBefore(parent.get());
  }

  @Override
  public void help() {
    QuestionDialog.ask(
        Optional.of(parent.get()),
        wording().get("help.title"),
        new KeyHelp(commands.get(), wording()),
        List.of(wording().get("answer.close")));
  }

  /** Asks; the number of the answer, negative if there was none. */
  private int ask(JComponent content, String... answers) {
    return QuestionDialog.ask(
        Optional.of(parent.get()),
        wording().get("product"),
        content,
        Arrays.stream(answers).map(wording()::get).toList());
  }

  private Wording wording() {
    return settings.wording();
  }

  // A caret or an equals sign would end a component or group of the name.
  static String component(JTextField field) {
    return field.getText().replaceAll("[\\^=\\\\\\p{Cntrl}]", " ").strip();
  }
}
