package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;
import org.cervimark.report.Wording;

/** Asks what a reader says of a study in free words: findings, plan, moment of the treatment. */
final class RemarksForm {

  private static final int COLUMNS = 44;
  private static final List<TimePoint.Type> TYPES = List.of(TimePoint.Type.values());

  private final Wording wording;
  private final JPanel form = new JPanel();
  private final JTextArea findings;
  private final JTextArea plan;
  private final JTextField time;
  private final JComboBox<String> type = new JComboBox<>();

  /**
   * A form.
   *
   * @param remarks what is said so far
   */
  RemarksForm(Wording wording, StudyRemarks remarks) {
    this.wording = wording;
    findings = area("remarks-findings", String.join("\n", remarks.findings()), 6);
    plan = area("remarks-plan", remarks.plan().orElse(""), 3);
    time = new JTextField(remarks.timePoint().map(TimePoint::label).orElse(""), COLUMNS);
    time.setName("remarks-time");
    type.setName("remarks-type");
    type.addItem(wording.get("remarks.type.none"));
    for (TimePoint.Type known : TYPES) {
      type.addItem(wording.get("remarks.type." + known.name()));
      if (remarks.timePoint().flatMap(TimePoint::type).equals(Optional.of(known))) {
        type.setSelectedIndex(type.getItemCount() - 1);
      }
    }
    JLabel meaning = new JLabel();
    meaning.setText(
        "<html><div style='width:380px'>" + wording.get("remarks.meaning") + "</div></html>");
    meaning.setFont(meaning.getFont().deriveFont(Font.PLAIN));
    meaning.setAlignmentX(Component.LEFT_ALIGNMENT);
    form.setLayout(new BoxLayout(form, BoxLayout.Y_AXIS));
    form.add(meaning);
    add("remarks.findings", new JScrollPane(findings));
    add("remarks.plan", new JScrollPane(plan));
    add("remarks.time", time);
    form.add(Box.createVerticalStrut(Look.scaled(4)));
    type.setAlignmentX(Component.LEFT_ALIGNMENT);
    form.add(type);
  }

  /** Asks; empty if the question was cancelled. */
  Optional<StudyRemarks> ask(Component parent) {
    Object[] answers = {wording.get("remarks.save"), wording.get("unsaved.cancel")};
    int answer =
        JOptionPane.showOptionDialog(
            parent,
            form,
            wording.get("remarks.window"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.PLAIN_MESSAGE,
            null,
            answers,
            null);
    return answer == 0 ? Optional.of(remarks()) : Optional.empty();
  }

  /** What is entered. A kind of moment without words is called by its kind. */
  StudyRemarks remarks() {
    int chosen = type.getSelectedIndex();
    Optional<TimePoint.Type> kind =
        chosen > 0 ? Optional.of(TYPES.get(chosen - 1)) : Optional.empty();
    String words = time.getText().strip();
    String label = words.isEmpty() && kind.isPresent() ? (String) type.getSelectedItem() : words;
    return new StudyRemarks(
        findings.getText().lines().toList(),
        Optional.of(plan.getText()),
        Optional.of(label).filter(l -> !l.isEmpty()).map(l -> new TimePoint(l, kind)));
  }

  private void add(String key, JComponent field) {
    JLabel label = new JLabel(wording.get(key));
    label.setAlignmentX(Component.LEFT_ALIGNMENT);
    field.setAlignmentX(Component.LEFT_ALIGNMENT);
    form.add(Box.createVerticalStrut(Look.scaled(8)));
    form.add(label);
    form.add(field);
  }

  private static JTextArea area(String name, String text, int rows) {
    JTextArea area = new JTextArea(text, rows, COLUMNS);
    area.setName(name);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    // Tab leads on to the next field, as in every form.
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    for (int keys :
        List.of(
            KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
            KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS)) {
      area.setFocusTraversalKeys(keys, focus.getDefaultFocusTraversalKeys(keys));
    }
    return area;
  }
}
