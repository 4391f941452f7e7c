package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * A question before a window, in the theme of the viewer: what is asked above, the answers as
 * buttons below, the proposed one first. Enter gives that one, Escape none. Scrolls where the
 * screen is too small for it.
 */
@SuppressWarnings("serial")
final class QuestionDialog extends JDialog {

  private static final int NONE = -1;

  private int answer = NONE;

  private QuestionDialog(
      Optional<? extends Component> parent,
      String title,
      JComponent content,
      List<String> answers) {
    super(parent.map(QuestionDialog::window).orElse(null), title, ModalityType.APPLICATION_MODAL);
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    int pad = Look.scaled(16);
    content.setBorder(BorderFactory.createEmptyBorder(pad, pad, Look.scaled(8), pad));
    content.setOpaque(true);
    content.setBackground(Look.PAPER);
    JScrollPane pane = ThinScrollBar.pane(new Sheet(content));
    add(pane, BorderLayout.CENTER);
    add(buttons(answers), BorderLayout.SOUTH);
    getRootPane()
        .registerKeyboardAction(
            e -> dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    pack();
    Rectangle screen = getGraphicsConfiguration().getBounds();
    Dimension size = getSize();
    int height = Math.min(size.height, screen.height * 17 / 20);
    int bar = height < size.height ? pane.getVerticalScrollBar().getPreferredSize().width : 0;
    setSize(Math.min(size.width + bar, screen.width * 19 / 20), height);
    setLocationRelativeTo(parent.orElse(null));
  }

  /** What is asked, never wider than the dialog. */
  private static final class Sheet extends ListPanel {

    Sheet(JComponent content) {
      super(content.getPreferredSize());
      setLayout(new BorderLayout());
      add(content, BorderLayout.CENTER);
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param parent before which it appears; in the middle of the screen without one
   * @param answers the first one is proposed
   * @return the number of the answer, counted from 0; -1 if none was given
   */
  static int ask(
      Optional<? extends Component> parent,
      String title,
      JComponent content,
      List<String> answers) {
    QuestionDialog dialog = new QuestionDialog(parent, title, content, answers);
    dialog.setVisible(true);
    return dialog.answer;
  }

  private static Window window(Component component) {
    return component instanceof Window window
        ? window
        : SwingUtilities.getWindowAncestor(component);
  }

  private JPanel buttons(List<String> answers) {
    JPanel bar = new JPanel(new FlowLayout(FlowLayout.TRAILING, Look.scaled(8), 0));
    bar.setBackground(Look.BAR);
    bar.setBorder(BorderFactory.createEmptyBorder(Look.scaled(8), 0, Look.scaled(8), 0));
    for (int i = 0; i < answers.size(); i++) {
      int number = i;
      FlatButton button = new FlatButton(answers.get(i), "");
      button.setFocusable(true);
      button.setPrimary(i == 0);
      button.addActionListener(
          e -> {
            answer = number;
            dispose();
          });
      bar.add(button);
      if (i == 0) {
        getRootPane().setDefaultButton(button);
      }
    }
    return bar;
  }
}
