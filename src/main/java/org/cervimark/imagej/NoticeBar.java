package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.cervimark.image.ScaleQuestion;

/** What is unusual about the header of the image: said, and in nobody's way. */
@SuppressWarnings("serial")
final class NoticeBar extends JPanel {

  private static final int LINES = 3;

  private final ViewerModel model;
  private final WrappedText text = new WrappedText(Look.font(11), Look.MUTED, LINES);

  NoticeBar(ViewerModel model) {
    super(new BorderLayout());
    this.model = model;
    setName("notices");
    setAlignmentX(LEFT_ALIGNMENT);
    setOpaque(false);
    text.setName("notices-text");
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(0, Look.scaled(3), 0, 0, Look.NEXT_EDGE),
            BorderFactory.createEmptyBorder(0, Look.scaled(8), 0, 0)));
    add(text, BorderLayout.CENTER);
    update();
  }

  /** Shows the notices of the image, or hides; what is asked is not said twice. */
  void update() {
    Optional<String> asked = model.session().scaleQuestion().map(ScaleQuestion::sentence);
    List<String> notices =
        model.radiograph().notices().stream()
            .filter(notice -> !asked.equals(Optional.of(notice)))
            .toList();
    setVisible(!notices.isEmpty());
    text.setText(String.join(" ", notices));
  }
}
