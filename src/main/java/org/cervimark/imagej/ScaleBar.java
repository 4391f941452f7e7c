package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.report.Wording;

/**
 * Asks once which scale holds where the header of the image supports several; stands in nobody's
 * way.
 */
@SuppressWarnings("serial")
final class ScaleBar extends JPanel {

  private final ViewerModel model;
  private final StudyWords words;
  private final JPanel buttons = new JPanel(new GridLayout(0, 1, 0, Look.scaled(4)));
  private final WrappedText contradiction = new WrappedText(Look.font(12), Look.TEXT, 3);
  private final JCheckBox ofDevice = new JCheckBox();
  private Optional<ScaleQuestion> shown = Optional.empty();

  ScaleBar(ViewerModel model, StudyWords words, Wording wording) {
    super(new BorderLayout(0, Look.scaled(4)));
    this.model = model;
    this.words = words;
    setName("scale-question");
    setAlignmentX(LEFT_ALIGNMENT);
    setBackground(Look.NEXT_TINT);
    int pad = Look.scaled(8);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(Look.NEXT_EDGE),
            BorderFactory.createEmptyBorder(pad, pad, pad, pad)));
    WrappedText question = new WrappedText(Look.bold(12), Look.NEXT, 2);
    question.setText(wording.get("scale.question"));
    buttons.setOpaque(false);
    contradiction.setName("scale-contradiction");
    JPanel text = new JPanel(new BorderLayout(0, Look.scaled(2)));
    text.setOpaque(false);
    text.add(question, BorderLayout.NORTH);
    text.add(contradiction, BorderLayout.CENTER);
    ofDevice.setName("scale-device");
    ofDevice.setText(wording.get("scale.device"));
    ofDevice.setFont(Look.font(11));
    ofDevice.setForeground(Look.TEXT);
    ChoiceIcon.dress(ofDevice, false);
    ofDevice.setFocusable(false);
    add(text, BorderLayout.NORTH);
    add(buttons, BorderLayout.CENTER);
    add(ofDevice, BorderLayout.SOUTH);
    setVisible(false);
    update();
  }

  /** Shows the question, or hides. */
  void update() {
    Optional<ScaleQuestion> question = model.session().scaleQuestion();
    setVisible(question.isPresent());
    if (question.isEmpty() || question.equals(shown)) {
      return;
    }
    shown = question;
    contradiction.setText(question.get().sentence());
    ofDevice.setSelected(false);
    ofDevice.setVisible(!question.get().device().isEmpty());
    buttons.removeAll();
    for (ScaleQuestion.Answer answer : question.get().answers()) {
      FlatButton button = new FlatButton(words.scale(answer.scale()), "");
      button.setName("scale-" + answer.id());
      button.setToolTipText(answer.sentence());
      button.addActionListener(e -> answer(answer.id()));
      buttons.add(button);
    }
    revalidate();
  }

  private void answer(String id) {
    model.answerScale(
        id, ofDevice.isSelected() ? ScaleChoices.Extent.DEVICE : ScaleChoices.Extent.STUDY);
  }
}
