package org.cervimark.imagej;

import java.awt.Component;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Wording;
import org.jspecify.annotations.Nullable;

/** Questions and messages in windows of their own, before the viewer. */
final class SwingDialogs implements Dialogs {

  private static final int WIDTH = 60;

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
    Object[] answers = {
      wording().get("unsaved.save"),
      wording().get("unsaved.discard"),
      wording().get("unsaved.cancel")
    };
    int answer =
        JOptionPane.showOptionDialog(
            parent.get(),
            wording().get("unsaved.question", Integer.toString(images)),
            wording().get("product"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            answers,
            answers[0]);
    return switch (answer) {
      case 0 -> Unsaved.SAVE;
      case 1 -> Unsaved.DISCARD;
      default -> Unsaved.CANCEL;
    };
  }

  @Override
  public LeftBehind leftBehind(int marks, int images, Instant changedAt) {
    Object[] answers = {
      wording().get("left.restore"), wording().get("left.later"), wording().get("left.discard")
    };
    String when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(wording().locale())
            .format(changedAt.atZone(ZoneId.systemDefault()));
    int answer =
        JOptionPane.showOptionDialog(
            parent.get(),
            html(
                wording()
                    .get("left.question", Integer.toString(marks), Integer.toString(images), when)),
            wording().get("product"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            answers,
            answers[0]);
    return switch (answer) {
      case 0 -> LeftBehind.RESTORE;
      case 2 -> LeftBehind.DISCARD;
      default -> LeftBehind.LATER;
    };
  }

  @Override
  public Optional<PersonName> reader() {
    JTextField family = new JTextField(20);
    JTextField given = new JTextField(20);
    JTextField hangul = new JTextField(20);
    family.setName("reader-family");
    JPanel form = new JPanel(new GridLayout(0, 1, 2, 2));
    form.add(new JLabel(wording().get("reader.question")));
    form.add(new JLabel(wording().get("reader.family")));
    form.add(family);
    form.add(new JLabel(wording().get("reader.given")));
    form.add(given);
    form.add(new JLabel(wording().get("reader.hangul")));
    form.add(hangul);
    int answer =
        JOptionPane.showConfirmDialog(
            parent.get(),
            form,
            wording().get("product"),
            JOptionPane.OK_CANCEL_OPTION,
            JOptionPane.PLAIN_MESSAGE);
    String latin = component(family) + (component(given).isEmpty() ? "" : "^" + component(given));
    if (answer != JOptionPane.OK_OPTION || latin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PersonName(latin, "", component(hangul)));
  }

  @Override
  public Optional<String> words() {
    return Optional.ofNullable(
        JOptionPane.showInputDialog(
            parent.get(),
            wording().get("words.question"),
            wording().get("product"),
            JOptionPane.PLAIN_MESSAGE));
  }

  @Override
  public Optional<CalibrationObject> object() {
    JTextField length = new JTextField(10);
    length.setName("object-length");
    JTextField description = new JTextField(24);
    JPanel form = new JPanel(new GridLayout(0, 1, 2, 2));
    form.add(new JLabel(wording().get("calibration.length")));
    form.add(length);
    form.add(new JLabel(wording().get("calibration.description")));
    form.add(description);
    while (true) {
      int answer =
          JOptionPane.showConfirmDialog(
              parent.get(),
              form,
              wording().get("product"),
              JOptionPane.OK_CANCEL_OPTION,
              JOptionPane.PLAIN_MESSAGE);
      if (answer != JOptionPane.OK_OPTION) {
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
    JOptionPane.showMessageDialog(
        parent.get(), html(sentence), wording().get("product"), JOptionPane.WARNING_MESSAGE);
  }

  @Override
  public void unwritable(Path file) {
    problem(wording().get("note.unwritable", file.toString()));
  }

  @Override
  public void note(String text) {
    if (shownNote != null) {
      shownNote.dispose();
    }
    shownNote = new NoteWindow(text, wording(), this::problem);
    shownNote.showBefore(parent.get());
  }

  @Override
  public void help() {
    StringBuilder html = new StringBuilder("<html><div style='width:460px'>");
    html.append("<b>").append(wording().get("help.title")).append("</b><br><br>");
    html.append(wording().get("help.mouse")).append("<br><br><table cellpadding='2'>");
    for (ViewerCommand command : commands.get().all()) {
      html.append("<tr><td><b>")
          .append(command.keyText())
          .append("</b></td><td>")
          .append(command.help(wording()))
          .append("</td></tr>");
    }
    html.append("</table><br>").append(wording().get("help.limits")).append("</div></html>");
    JOptionPane.showMessageDialog(
        parent.get(), html.toString(), wording().get("product"), JOptionPane.PLAIN_MESSAGE);
  }

  private Wording wording() {
    return settings.wording();
  }

  // A caret or an equals sign would end a component or group of the name.
  static String component(JTextField field) {
    return field.getText().replaceAll("[\\^=\\\\\\p{Cntrl}]", " ").strip();
  }

  private static String html(String sentence) {
    String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
    return sentence.length() > WIDTH
        ? "<html><div style='width:380px'>" + escaped + "</div></html>"
        : "<html>" + escaped + "</html>";
  }
}
