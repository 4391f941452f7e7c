package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.cervimark.report.Wording;

/** The note as text, to choose what of the patient it shows, to read, copy, lay out and keep. */
@SuppressWarnings("serial")
final class NoteWindow extends JFrame {

  private final transient OpenNote note;
  private final Wording wording;
  private final transient Consumer<String> problem;
  private final CellText area;
  private final FlatButton keep;
  private final FlatButton pdf;
  private final WrappedText said = new WrappedText(Look.bold(12), Look.SAVED, 2);

  /**
   * A window with a note.
   *
   * @param problem told the sentence if the note cannot be written
   */
  NoteWindow(OpenNote note, Settings settings, Consumer<String> problem) {
    super(settings.wording().get("note.window"));
    this.note = note;
    this.wording = settings.wording();
    this.problem = problem;
    setName("note");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    area = new CellText(note.text());
    area.setName("note-text");
    area.setBorder(BorderFactory.createEmptyBorder(12, 14, 12, 14));
    JScrollPane pane = ThinScrollBar.pane(area);
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 8, 8));
    buttons.setBackground(Look.BAR);
    if (note.layout().isPresent()) {
      buttons.add(button("note-layout", "note.layout", this::layOut));
    }
    keep = button("note-keep", "command.keepNote", this::keep);
    pdf =
        button(
            "note-pdf", "note.pdf", () -> choose("cervimark-note.pdf", f -> say(note.writePdf(f))));
    buttons.add(keep);
    buttons.add(pdf);
    buttons.add(button("note-save", "note.save", () -> choose("cervimark-note.txt", this::write)));
    FlatButton copy = button("note-copy", "note.copy", this::copy);
    copy.setPrimary(true);
    buttons.add(copy);
    add(new ShownFields(settings, this::refresh), BorderLayout.NORTH);
    add(pane, BorderLayout.CENTER);
    said.setName("note-said");
    said.setVisible(false);
    said.setBorder(BorderFactory.createEmptyBorder(8, 14, 0, 14));
    JPanel below = new JPanel(new BorderLayout());
    below.setBackground(Look.BAR);
    below.add(said, BorderLayout.NORTH);
    below.add(buttons, BorderLayout.SOUTH);
    add(below, BorderLayout.SOUTH);
    addWindowFocusListener(
        new WindowAdapter() {
          @Override
          public void windowGainedFocus(WindowEvent e) {
            refresh();
          }
        });
    refresh();
    pack();
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    setSize(
        Math.min(getWidth() + 24, screen.width * 9 / 10),
        Math.min(getHeight(), screen.height * 8 / 10));
  }

  /** Shows the window before another. */
  void showBefore(Component parent) {
    setLocationRelativeTo(parent);
    setVisible(true);
  }

  private FlatButton button(String name, String key, Runnable action) {
    FlatButton button = new FlatButton(wording.get(key), "");
    button.setName(name);
    button.addActionListener(e -> action.run());
    return button;
  }

  /** Shows the note as things stand. */
  private void refresh() {
    String text = note.text();
    if (!text.equals(area.getText())) {
      area.setText(text);
      area.setCaretPosition(0);
    }
    Optional<String> hindrance = note.hindrance();
    for (FlatButton button : List.of(keep, pdf)) {
      button.setEnabled(hindrance.isEmpty());
      String help = button == keep ? "command.keepNote.help" : "note.pdf.help";
      button.setToolTipText(wording.get(hindrance.orElse(help)));
    }
  }

  private void copy() {
    Toolkit.getDefaultToolkit()
        .getSystemClipboard()
        .setContents(new StringSelection(area.getText()), null);
  }

  private void keep() {
    say(note.keep());
    refresh();
  }

  private void say(Optional<ViewerModel.Message> message) {
    said.setText(
        message.map(m -> wording.get(m.key(), m.values().toArray(String[]::new))).orElse(""));
    said.setVisible(message.isPresent());
    validate();
  }

  private void layOut() {
    note.layout().ifPresent(layout -> new LayoutForm(layout, wording, problem).ask(this));
    refresh();
  }

  private void choose(String name, Consumer<Path> writing) {
    JFileChooser chooser = new JFileChooser();
    chooser.setSelectedFile(new File(name));
    if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
      Path file = chooser.getSelectedFile().toPath();
      if (!Files.exists(file) || mayReplace(file)) {
        writing.accept(file);
      }
    }
  }

  private boolean mayReplace(Path file) {
    return QuestionDialog.ask(
            Optional.of(this),
            wording.get("product"),
            FormPanel.saying(wording.get("note.replace", String.valueOf(file.getFileName()))),
            List.of(wording.get("answer.ok"), wording.get("answer.cancel")))
        == 0;
  }

  private void write(Path file) {
    try {
      NoteFile.write(file, area.getText());
      note.written(file);
    } catch (IOException e) {
      problem.accept(wording.get("note.unwritable", file.toString()));
    }
  }
}
