package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.cervimark.reading.Orientations;
import org.cervimark.report.Wording;

/**
 * The next step in one line above the film, while the panel that tells it is put away; a click
 * brings the panel back.
 */
@SuppressWarnings("serial")
final class NextLine extends JPanel {

  private final transient ViewerModel model;
  private final transient GuidePanel guide;
  private final transient Wording wording;
  private final JLabel next = new JLabel();
  private final JLabel progress = new JLabel();

  NextLine(ViewerModel model, GuidePanel guide, Wording wording) {
    super(new BorderLayout(Look.scaled(16), 0));
    this.model = model;
    this.guide = guide;
    this.wording = wording;
    setBackground(Look.PAPER);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(0, 0, 1, 0, Look.RULE),
            BorderFactory.createEmptyBorder(
                Look.scaled(4), Look.scaled(12), Look.scaled(4), Look.scaled(12))));
    next.setName("next-line");
    next.setFont(Look.bold(14));
    progress.setFont(Look.font(12));
    progress.setForeground(Look.MUTED);
    add(next, BorderLayout.CENTER);
    add(progress, BorderLayout.EAST);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            model.togglePanel();
          }
        });
    update();
  }

  /** Shows the state of the guide; an open question of how the patient lies comes before it. */
  void update() {
    setVisible(!model.isPanelShown());
    boolean asked = model.session().orientation() instanceof Orientations.Unconfirmed;
    Color colour = asked || model.session().target().isPresent() ? Look.NEXT : Look.SAVED;
    next.setForeground(colour);
    next.setText((asked ? wording.get("orientation.unconfirmed") + "  ·  " : "") + guide.next());
    progress.setText(guide.progress());
  }
}
