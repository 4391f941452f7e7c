package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
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

/** The note as text, to read, copy and keep. */
@SuppressWarnings("serial")
final class NoteWindow extends JFrame {

  private final String text;
  private final Wording wording;
  private final Consumer<String> problem;

  /**
   * A window with a note.
   *
   * @param problem told the sentence if the note cannot be written
   */
  NoteWindow(String text, Wording wording, Consumer<String> problem) {
    super(wording.get("note.window"));
    this.text = text;
    this.wording = wording;
    this.problem = problem;
    setName("note");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    CellText area = new CellText(text);
    area.setName("note-text");
    area.setBorder(BorderFactory.createEmptyBorder(12, 14, 12, 14));
    JScrollPane pane = ThinScrollBar.pane(area);
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 8, 8));
    buttons.setBackground(Look.BAR);
    FlatButton copy = new FlatButton(wording.get("note.copy"), "");
    FlatButton save = new FlatButton(wording.get("note.save"), "");
    copy.setName("note-copy");
    save.setName("note-save");
    copy.setPrimary(true);
    copy.addActionListener(
        e ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(text), null));
    save.addActionListener(e -> chooseAndWrite());
    buttons.add(copy);
    buttons.add(save);
    add(pane, BorderLayout.CENTER);
    add(buttons, BorderLayout.SOUTH);
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

  private void chooseAndWrite() {
    JFileChooser chooser = new JFileChooser();
    chooser.setSelectedFile(new File("cervimark-note.txt"));
    if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
      write(chooser.getSelectedFile().toPath());
    }
  }

  private void write(Path file) {
    if (Files.exists(file)
        && QuestionDialog.ask(
                Optional.of(this),
                wording.get("product"),
                FormPanel.saying(wording.get("note.replace", String.valueOf(file.getFileName()))),
                List.of(wording.get("answer.ok"), wording.get("answer.cancel")))
            != 0) {
      return;
    }
    try {
      NoteFile.write(file, text);
    } catch (IOException e) {
      problem.accept(wording.get("note.unwritable", file.toString()));
    }
  }
}
