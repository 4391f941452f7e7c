package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Who and what is shown, and whether it is saved. */
@SuppressWarnings("serial")
final class HeaderBar extends JPanel {

  private final ViewerModel model;
  private final StudyWords words;
  private final JLabel title = new JLabel();
  private final JLabel saved = new JLabel();

  HeaderBar(ViewerModel model, StudyWords words) {
    super(new BorderLayout(Look.scaled(16), 0));
    this.model = model;
    this.words = words;
    saved.setName("saved");
    title.setName("title");
    setBackground(Look.BAR);
    setBorder(
        BorderFactory.createEmptyBorder(
            Look.scaled(7), Look.scaled(12), Look.scaled(7), Look.scaled(12)));
    title.setFont(Look.bold(13));
    title.setForeground(Look.TEXT);
    saved.setFont(Look.font(12));
    saved.setIconTextGap(Look.scaled(6));
    add(title, BorderLayout.CENTER);
    add(saved, BorderLayout.EAST);
    update();
  }

  /** Shows the state of the session. */
  void update() {
    title.setText(
        words.patient(model.radiograph().patient())
            + "   —   "
            + words.view(model.radiograph())
            + " · "
            + words.date(model.radiograph())
            + words.frame(model.radiograph()));
    boolean modified = model.session().isModified();
    boolean known = model.study().saved(model.radiograph()).isPresent();
    boolean open = modified || model.study().isContested(model.radiograph());
    Color colour = open ? Look.UNSAVED : known ? Look.SAVED : Look.MUTED;
    saved.setForeground(colour);
    saved.setText(words.saved(model));
    saved.setIcon(new Dot(colour, modified || known));
  }

  /** A filled or open dot. */
  private record Dot(Color colour, boolean filled) implements Icon {

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
      Graphics2D g = Look.smooth(graphics);
      g.setColor(colour);
      int size = getIconWidth() - 2;
      if (filled) {
        g.fillOval(x + 1, y + 1, size, size);
      } else {
        g.drawOval(x + 1, y + 1, size, size);
      }
      g.dispose();
    }

    @Override
    public int getIconWidth() {
      return Look.scaled(10);
    }

    @Override
    public int getIconHeight() {
      return Look.scaled(10);
    }
  }
}
