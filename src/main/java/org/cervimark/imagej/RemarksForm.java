package org.cervimark.imagej;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;
import org.cervimark.report.Wording;

/** Asks what a reader says of a study in free words: findings, plan, moment of the treatment. */
final class RemarksForm {

  private static final List<TimePoint.Type> TYPES = List.of(TimePoint.Type.values());

  private final Wording wording;
  private final FormPanel form;
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
    findings = FormPanel.lines("remarks-findings", String.join("\n", remarks.findings()), 6);
    plan = FormPanel.lines("remarks-plan", remarks.plan().orElse(""), 3);
    time = FormPanel.line("remarks-time", remarks.timePoint().map(TimePoint::label).orElse(""));
    type.setName("remarks-type");
    type.addItem(wording.get("remarks.type.none"));
    for (TimePoint.Type known : TYPES) {
      type.addItem(wording.get("remarks.type." + known.name()));
      if (remarks.timePoint().flatMap(TimePoint::type).equals(Optional.of(known))) {
        type.setSelectedIndex(type.getItemCount() - 1);
      }
    }
    FormPanel.dress(type);
    form = FormPanel.saying(wording.get("remarks.meaning"));
    form.ask(wording.get("remarks.findings"), FormPanel.framed(findings));
    form.ask(wording.get("remarks.plan"), FormPanel.framed(plan));
    form.ask(wording.get("remarks.time"), time);
    form.add(Box.createVerticalStrut(Look.scaled(4)));
    form.append(type);
  }

  /** Asks; empty if the question was cancelled. */
  Optional<StudyRemarks> ask(Component parent) {
    int answer =
        QuestionDialog.ask(
            Optional.of(parent),
            wording.get("remarks.window"),
            form,
            List.of(wording.get("remarks.save"), wording.get("answer.cancel")));
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
}
