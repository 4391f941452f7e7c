package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.report.Wording;

/**
 * The landmarks of the protocol in their order, each with its state; a click makes one the next.
 */
@SuppressWarnings("serial")
final class LandmarkList extends ListPanel {

  private static final Font NAME = Look.font(12);
  private static final Font STATE = Look.font(11);

  private final transient ViewerModel model;
  private final transient Wording wording;
  private List<LandmarkId> shown = List.of();
  private Optional<LandmarkId> target = Optional.empty();

  LandmarkList(ViewerModel model, Wording wording) {
    this.model = model;
    this.wording = wording;
    update();
  }

  /** Shows the state of the session. */
  void update() {
    List<LandmarkId> order = model.session().protocol().landmarks();
    if (!order.equals(shown)) {
      shown = order;
      removeAll();
      int number = 1;
      for (LandmarkId id : order) {
        add(new Row(id, number++));
      }
      revalidate();
    }
    if (!model.session().target().equals(target)) {
      target = model.session().target();
      int at = target.map(shown::indexOf).orElse(-1);
      if (at >= 0) {
        SwingUtilities.invokeLater(() -> scrollTo(at));
      }
    }
    repaint();
  }

  /** What the list says, one line for each landmark. */
  List<String> spoken() {
    List<String> lines = new ArrayList<>();
    for (LandmarkId id : shown) {
      lines.add(name(id) + ": " + state(id));
    }
    return lines;
  }

  private void scrollTo(int index) {
    if (index < getComponentCount()) {
      scrollRectToVisible(getComponent(index).getBounds());
    }
  }

  private String name(LandmarkId id) {
    return ResultText.name(model.study().catalogue().landmarks(), id, wording.locale());
  }

  private Optional<Visibility> visibility(LandmarkId id) {
    return model.session().landmarks().find(id).map(Placement::visibility);
  }

  private String state(LandmarkId id) {
    return wording.get("visibility." + visibility(id).map(Visibility::id).orElse("open"));
  }

  /** One landmark. */
  private final class Row extends JComponent {

    private final LandmarkId id;
    private final int number;

    Row(LandmarkId id, int number) {
      this.id = id;
      this.number = number;
      setName("landmark-" + id.value());
      setAlignmentX(LEFT_ALIGNMENT);
      setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      int height = getFontMetrics(NAME).getHeight() + Look.scaled(8);
      setPreferredSize(new Dimension(200, height));
      setMinimumSize(new Dimension(100, height));
      setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
              model.choose(Row.this.id);
            }
          });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Look.smooth(graphics);
      boolean next = model.session().target().equals(Optional.of(id));
      boolean selected = model.marking().selected().equals(Optional.of(id));
      if (next || selected) {
        g.setColor(next ? Look.NEXT_TINT : Look.ACCENT_TINT);
        g.fillRect(0, 0, getWidth(), getHeight());
      }
      int pad = Look.scaled(8);
      FontMetrics metrics = g.getFontMetrics(NAME);
      int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
      int size = Look.scaled(9);
      Ellipse2D dot = new Ellipse2D.Double(pad, (getHeight() - size) / 2.0, size, size);
      Optional<Visibility> visibility = visibility(id);
      g.setColor(visibility.map(Row::colour).orElse(next ? Look.TARGET : Look.FAINT));
      g.setStroke(Look.stroke(1.6));
      if (visibility.isPresent()) {
        g.fill(dot);
      } else {
        g.draw(dot);
      }
      String state = state(id);
      g.setFont(STATE);
      g.setColor(Look.MUTED);
      int right = getWidth() - pad - g.getFontMetrics().stringWidth(state);
      g.drawString(state, right, baseline);
      g.setFont(next ? NAME.deriveFont(Font.BOLD) : NAME);
      g.setColor(next ? Look.NEXT : Look.TEXT);
      int left = pad + size + pad;
      g.drawString(
          WrappedText.clipped(g.getFontMetrics(), number + ". " + name(id), right - left - pad),
          left,
          baseline);
      g.setColor(Look.RULE);
      g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
      g.dispose();
    }

    private static Color colour(Visibility visibility) {
      return switch (visibility) {
        case CLEAR -> Look.ACCENT;
        case UNCERTAIN, ESTIMATED -> Look.ESTIMATED;
        case NOT_VISIBLE -> Look.HIDDEN;
      };
    }
  }
}
