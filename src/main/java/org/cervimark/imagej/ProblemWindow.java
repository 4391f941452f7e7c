package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.cervimark.report.Wording;

/** Lists files that could not be opened, without standing in the way of those that could. */
final class ProblemWindow {

  private ProblemWindow() {}

  /** Shows the sentences. */
  static void show(List<String> sentences, Optional<? extends Component> parent, Wording wording) {
    JDialog window = new JDialog((JFrame) null, wording.get("product"), false);
    window.setName("problems");
    window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    JLabel title = new JLabel(wording.get("problems.title", Integer.toString(sentences.size())));
    title.setFont(Look.bold(13));
    title.setBorder(BorderFactory.createEmptyBorder(12, 14, 4, 14));
    JTextArea area = new JTextArea(String.join("\n\n", sentences), 8, 60);
    area.setName("sentences");
    area.setEditable(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setFont(Look.font(12));
    area.setBorder(BorderFactory.createEmptyBorder(6, 14, 12, 14));
    area.setCaretPosition(0);
    JScrollPane pane = new JScrollPane(area);
    pane.setBorder(BorderFactory.createEmptyBorder());
    window.add(title, BorderLayout.NORTH);
    window.add(pane, BorderLayout.CENTER);
    window.pack();
    window.setLocationRelativeTo(parent.isPresent() ? parent.get() : null);
    window.setVisible(true);
  }
}
