package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.cervimark.report.Wording;

/** Lists files that could not be opened, without standing in the way of those that could. */
final class ProblemWindow {

  private ProblemWindow() {}

  /** Shows the sentences. */
  static void show(List<String> sentences, Optional<? extends Component> parent, Wording wording) {
    JDialog window = new JDialog((JFrame) null, wording.get("product"), false);
    window.setName("problems");
    window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    window.getContentPane().setBackground(Look.PAPER);
    JLabel title = new JLabel(wording.get("problems.title", Integer.toString(sentences.size())));
    title.setFont(Look.bold(13));
    title.setForeground(Look.TEXT);
    title.setBorder(BorderFactory.createEmptyBorder(12, 14, 4, 14));
    JTextArea area = new JTextArea(String.join("\n\n", sentences), 8, 60);
    area.setName("sentences");
    area.setEditable(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setFont(Look.font(12));
    area.setBackground(Look.PAPER);
    area.setForeground(Look.TEXT);
    area.setBorder(BorderFactory.createEmptyBorder(6, 14, 12, 14));
    area.setCaretPosition(0);
    area.getCaret().setVisible(false);
    JScrollPane pane = ThinScrollBar.pane(area);
    FlatButton close = new FlatButton(wording.get("answer.close"), "Esc");
    close.addActionListener(e -> window.dispose());
    window
        .getRootPane()
        .registerKeyboardAction(
            e -> window.dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    JPanel foot = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 8));
    foot.setBackground(Look.BAR);
    foot.add(close);
    window.add(title, BorderLayout.NORTH);
    window.add(pane, BorderLayout.CENTER);
    window.add(foot, BorderLayout.SOUTH);
    window.pack();
    window.setLocationRelativeTo(parent.isPresent() ? parent.get() : null);
    window.setVisible(true);
  }
}
