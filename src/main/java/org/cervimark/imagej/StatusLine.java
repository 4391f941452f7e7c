package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.cervimark.image.ImagePoint;
import org.cervimark.report.Wording;

/**
 * Scale with its provenance, coding of the pixels, position and value under the pointer, reader.
 */
@SuppressWarnings("serial")
final class StatusLine extends JPanel {

  private final ViewerActions actions;
  private final StudyWords words;
  private final Wording wording;
  private final JLabel left = new JLabel();
  private final JLabel pointer = new JLabel("", SwingConstants.RIGHT);
  private final JLabel reader = new JLabel();

  StatusLine(ViewerActions actions, StudyWords words, Wording wording) {
    super(new BorderLayout(Look.scaled(18), 0));
    this.actions = actions;
    this.words = words;
    this.wording = wording;
    setBackground(Look.BAR);
    setBorder(
        BorderFactory.createEmptyBorder(
            Look.scaled(5), Look.scaled(12), Look.scaled(5), Look.scaled(12)));
    for (JLabel label : new JLabel[] {left, pointer, reader}) {
      label.setFont(Look.font(12));
      label.setForeground(Look.TEXT);
    }
    left.setName("scale");
    pointer.setName("pointer");
    // On a small screen what is said of the image is cut, and nothing lies on anything else.
    JPanel right = new JPanel(new BorderLayout(Look.scaled(18), 0));
    right.setOpaque(false);
    right.add(pointer, BorderLayout.CENTER);
    right.add(reader, BorderLayout.EAST);
    add(left, BorderLayout.CENTER);
    add(right, BorderLayout.EAST);
    update();
  }

  /** Shows what is known of the image and the reader. */
  void update() {
    ViewerModel model = actions.model();
    left.setText(
        words.scale(model.session().scale())
            + "   ·   "
            + words.pixels(model.radiograph())
            + "   ·   "
            + OrientationBar.words(model, wording));
    left.setToolTipText(model.session().scale().note().orElse(null));
    reader.setText(words.reader(actions.reader()));
  }

  /** Shows a position in DICOM coordinates with the modality value of its pixel. */
  void point(Optional<ImagePoint> point) {
    pointer.setText(
        point
            .map(p -> String.format(Locale.ROOT, "(%.1f, %.1f)%s", p.column(), p.row(), value(p)))
            .orElse(""));
  }

  private String value(ImagePoint p) {
    int column = (int) Math.floor(p.column());
    int row = (int) Math.floor(p.row());
    ViewerModel model = actions.model();
    if (column >= model.radiograph().columns() || row >= model.radiograph().rows()) {
      return "";
    }
    double value =
        model.image().greyScale().modalityValue(model.image().pixels().value(column, row));
    return String.format(Locale.ROOT, " = %.0f", value);
  }
}
