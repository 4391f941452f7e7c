package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.cervimark.report.Wording;

/**
 * Lets the reader change how the site lays out its note as text, and says what is wrong with it.
 */
final class LayoutForm {

  private static final int ROWS = 22;
  private static final int COLUMNS = 96;
  private static final int SAVE = 0;
  private static final int OURS = 1;

  private final NoteLayout layout;
  private final Wording wording;
  private final Consumer<String> problem;
  private final FormPanel form = new FormPanel();
  private final JTextArea text;
  private final WrappedText mistake = new WrappedText(Look.font(12), Look.UNSAVED, 2);

  /**
   * A form.
   *
   * @param problem told the sentence if the layout cannot be kept
   */
  LayoutForm(NoteLayout layout, Wording wording, Consumer<String> problem) {
    this.layout = layout;
    this.wording = wording;
    this.problem = problem;
    text = FormPanel.lines("layout-text", layout.text(), ROWS);
    text.setLineWrap(false);
    text.setColumns(COLUMNS);
    text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, Look.scaled(12)));
    text.setCaretPosition(0);
    text.getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent e) {
                check();
              }

              @Override
              public void removeUpdate(DocumentEvent e) {
                check();
              }

              @Override
              public void changedUpdate(DocumentEvent e) {
                check();
              }
            });
    JScrollPane pane = FormPanel.framed(text);
    pane.setAlignmentX(Component.LEFT_ALIGNMENT);
    mistake.setName("layout-mistake");
    form.say(wording.get("layout.meaning", layout.place().toString()));
    form.add(pane);
    form.add(mistake);
    check();
  }

  /** Asks until the layout makes sense and is kept, or nothing is to be changed. */
  void ask(Component parent) {
    List<String> answers =
        List.of(
            wording.get("layout.save"), wording.get("layout.ours"), wording.get("answer.cancel"));
    while (true) {
      switch (QuestionDialog.ask(
          Optional.of(parent), wording.get("layout.window"), form, answers)) {
        case SAVE -> {
          if (save()) {
            return;
          }
        }
        case OURS -> text.setText(NoteLayout.ours());
        default -> {
          return;
        }
      }
    }
  }

  private void check() {
    mistake.setText(layout.mistake(text.getText()).orElse(""));
  }

  private boolean save() {
    Optional<String> wrong = layout.mistake(text.getText());
    if (wrong.isPresent()) {
      problem.accept(wrong.get());
      return false;
    }
    try {
      layout.use(text.getText());
      return true;
    } catch (IOException e) {
      problem.accept(wording.get("note.unwritable", layout.place().toString()));
      return false;
    }
  }
}
