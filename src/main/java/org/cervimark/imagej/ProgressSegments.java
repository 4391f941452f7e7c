package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.report.Wording;

/** One segment for each landmark of the protocol, with its state; a click makes it the target. */
@SuppressWarnings("serial")
final class ProgressSegments extends JComponent {

  private static final int GAP = 2;

  private final ViewerModel model;
  private final Wording wording;

  ProgressSegments(ViewerModel model, Wording wording) {
    this.model = model;
    this.wording = wording;
    int height = Look.scaled(12);
    setPreferredSize(new Dimension(100, height));
    setMinimumSize(new Dimension(50, height));
    setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
    setAlignmentX(LEFT_ALIGNMENT);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    ToolTipManager.sharedInstance().registerComponent(this);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            at(e.getX()).ifPresent(model::choose);
          }
        });
  }

  @Override
  public String getToolTipText(MouseEvent e) {
    return at(e.getX())
        .map(
            id -> {
              int number = model.session().protocol().landmarks().indexOf(id) + 1;
              String name =
                  ResultText.name(model.study().catalogue().landmarks(), id, wording.locale());
              String state =
                  model
                      .session()
                      .landmarks()
                      .find(id)
                      .map(p -> wording.get("visibility." + p.visibility().id()))
                      .orElse(wording.get("visibility.open"));
              return number + ". " + name + " – " + state;
            })
        .orElse("");
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    List<LandmarkId> order = model.session().protocol().landmarks();
    for (int i = 0; i < order.size(); i++) {
      int left = edge(i, order.size());
      int width = edge(i + 1, order.size()) - left - GAP;
      g.setColor(colour(order.get(i)));
      g.fillRoundRect(left, 2, Math.max(1, width), getHeight() - 5, 4, 4);
      if (model.session().target().equals(Optional.of(order.get(i)))) {
        g.setColor(Look.NEXT);
        g.drawRoundRect(left, 1, Math.max(1, width), getHeight() - 3, 4, 4);
      }
    }
    g.dispose();
  }

  private Color colour(LandmarkId id) {
    Optional<Visibility> visibility =
        model.session().landmarks().find(id).map(Placement::visibility);
    if (visibility.isEmpty()) {
      return model.session().target().equals(Optional.of(id)) ? Look.EXPECTED : Look.RULE;
    }
    return switch (visibility.get()) {
      case CLEAR -> Look.ACCENT;
      case UNCERTAIN, ESTIMATED -> Look.ESTIMATED;
      case NOT_VISIBLE -> Look.HIDDEN;
    };
  }

  private Optional<LandmarkId> at(int x) {
    List<LandmarkId> order = model.session().protocol().landmarks();
    for (int i = 0; i < order.size(); i++) {
      if (x >= edge(i, order.size()) && x < edge(i + 1, order.size())) {
        return Optional.of(order.get(i));
      }
    }
    return Optional.empty();
  }

  private int edge(int index, int count) {
    return (int) Math.round((getWidth() + GAP) * (double) index / count);
  }
}
