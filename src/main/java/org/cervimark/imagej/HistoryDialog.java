package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.report.Wording;

/** The revisions of a study, newest first, with what each changed; signs and joins from there. */
@SuppressWarnings("serial")
final class HistoryDialog extends JDialog {

  private static final int WIDTH = 820;
  private static final int HEIGHT = 620;

  private final transient StudyHistory history;
  private final transient RevisionWords words;
  private final transient Wording wording;
  private final transient Component parent;
  private Dialogs.HistoryAnswer answer = Dialogs.HistoryAnswer.CLOSE;

  HistoryDialog(Component parent, StudyHistory history, RevisionWords words) {
    super(
        SwingUtilities.getWindowAncestor(parent),
        words.wording().get("history.window"),
        ModalityType.APPLICATION_MODAL);
    this.parent = parent;
    this.history = history;
    this.words = words;
    this.wording = words.wording();
    setName("history-window");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    JScrollPane pane = ThinScrollBar.pane(revisions());
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    add(pane, BorderLayout.CENTER);
    add(foot(), BorderLayout.SOUTH);
    Rectangle screen = getGraphicsConfiguration().getBounds();
    setSize(
        Math.min(Look.scaled(WIDTH), screen.width * 9 / 10),
        Math.min(Look.scaled(HEIGHT), screen.height * 8 / 10));
  }

  /** Shows the revisions until the reader wants something done, or nothing more. */
  Dialogs.HistoryAnswer ask() {
    setLocationRelativeTo(parent);
    setVisible(true);
    return answer;
  }

  private JPanel revisions() {
    JPanel list = new JPanel();
    list.setLayout(new BoxLayout(list, BoxLayout.Y_AXIS));
    list.setBackground(Look.PAPER);
    list.setBorder(BorderFactory.createEmptyBorder(4, 16, 16, 16));
    for (RevisionHistory.Entry entry : history.entries()) {
      list.add(Box.createVerticalStrut(Look.scaled(12)));
      list.add(heading(entry));
      CellText changes = new CellText(String.join("\n", words.changes(entry)));
      changes.setName("revision-" + entry.report().revision());
      changes.setAlignmentX(LEFT_ALIGNMENT);
      list.add(changes);
    }
    if (history.entries().isEmpty()) {
      list.add(label(wording.get("history.none"), Look.MUTED));
    }
    return list;
  }

  private JPanel heading(RevisionHistory.Entry entry) {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, Look.scaled(2)));
    row.setOpaque(false);
    row.setAlignmentX(LEFT_ALIGNMENT);
    JLabel heading = label(words.revision(entry.report()), Look.TEXT);
    heading.setFont(Look.bold(14));
    row.add(heading);
    if (entry.report().isVerified()) {
      row.add(badge("saved.signed", Look.SAVED));
    }
    if (history.isContested(entry.report())) {
      row.add(badge("history.contested", Look.UNSAVED));
    }
    row.setMaximumSize(new Dimension(Integer.MAX_VALUE, row.getPreferredSize().height));
    return row;
  }

  private JLabel badge(String key, Color colour) {
    JLabel badge = label("   ● " + wording.get(key), colour);
    badge.setFont(Look.bold(13));
    return badge;
  }

  private static JLabel label(String text, Color colour) {
    JLabel label = new JLabel(text);
    label.setFont(Look.font(13));
    label.setForeground(colour);
    return label;
  }

  private JPanel foot() {
    JPanel foot = new JPanel(new BorderLayout(Look.scaled(12), 0));
    foot.setBackground(Look.BAR);
    foot.setBorder(BorderFactory.createEmptyBorder(8, 16, 8, 12));
    WrappedText state =
        new WrappedText(Look.font(13), history.isConflict() ? Look.UNSAVED : Look.TEXT, 2);
    state.setText(words.state(history));
    foot.add(state, BorderLayout.CENTER);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, Look.scaled(8), 0));
    buttons.setOpaque(false);
    boolean signable = history.signing() == StudyHistory.Signing.POSSIBLE;
    if (history.isConflict()) {
      button(
          buttons,
          "merge",
          KeyStroke.getKeyStroke(KeyEvent.VK_F3, InputEvent.SHIFT_DOWN_MASK),
          history.merge().isPresent(),
          Dialogs.HistoryAnswer.MERGE);
    } else {
      button(
          buttons,
          "sign",
          KeyStroke.getKeyStroke(KeyEvent.VK_F4, 0),
          signable,
          Dialogs.HistoryAnswer.SIGN);
    }
    button(
        buttons,
        "close",
        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
        true,
        Dialogs.HistoryAnswer.CLOSE);
    foot.add(buttons, BorderLayout.EAST);
    return foot;
  }

  private void button(
      JPanel buttons, String id, KeyStroke key, boolean enabled, Dialogs.HistoryAnswer meant) {
    FlatButton button =
        new FlatButton(wording.get("history.button." + id), ViewerCommand.keyText(key));
    button.setName("history-" + id);
    button.setEnabled(enabled);
    button.setPrimary(enabled && meant != Dialogs.HistoryAnswer.CLOSE);
    button.addActionListener(e -> close(meant));
    buttons.add(button);
    if (enabled) {
      getRootPane()
          .registerKeyboardAction(e -> close(meant), key, JComponent.WHEN_IN_FOCUSED_WINDOW);
    }
  }

  private void close(Dialogs.HistoryAnswer meant) {
    answer = meant;
    dispose();
  }
}
