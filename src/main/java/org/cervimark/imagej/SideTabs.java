package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** Several lists in the same place, one of them seen, chosen by the names above. */
@SuppressWarnings("serial")
final class SideTabs extends JPanel {

  private final CardLayout cards = new CardLayout();
  private final JPanel body = new JPanel(cards);
  private final JPanel names = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private String chosen = "";

  SideTabs(Component remark) {
    super(new BorderLayout());
    setOpaque(false);
    body.setOpaque(false);
    names.setOpaque(false);
    JPanel row = new JPanel(new BorderLayout());
    row.setOpaque(false);
    row.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, Look.RULE));
    row.add(names, BorderLayout.WEST);
    row.add(remark, BorderLayout.EAST);
    add(row, BorderLayout.NORTH);
    add(body, BorderLayout.CENTER);
  }

  /** Adds a list; the first one added is seen at first. */
  void add(String id, String title, Component list) {
    JScrollPane pane = ThinScrollBar.pane(list);
    pane.setName(id);
    body.add(pane, id);
    Tab tab = new Tab(id, title);
    tabs.put(id, tab);
    names.add(tab);
    if (tabs.size() == 1) {
      choose(id);
    }
  }

  /** Shows a list. */
  void choose(String id) {
    chosen = id;
    cards.show(body, id);
    tabs.values().forEach(Component::repaint);
  }

  /** The id of the list that is seen. */
  String chosen() {
    return chosen;
  }

  /** The name of one list. */
  private final class Tab extends JLabel {

    private final String id;

    Tab(String id, String title) {
      super(title);
      this.id = id;
      setName("tab-" + id);
      setFont(Look.bold(13));
      setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      setBorder(
          BorderFactory.createEmptyBorder(
              Look.scaled(6), Look.scaled(8), Look.scaled(6), Look.scaled(8)));
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
              choose(id);
            }
          });
    }

    @Override
    public Color getForeground() {
      return id != null && id.equals(chosen) ? Look.TEXT : Look.MUTED;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      super.paintComponent(graphics);
      if (id.equals(chosen)) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(Look.ACCENT);
        g.fillRect(Look.scaled(8), getHeight() - 3, getWidth() - 2 * Look.scaled(8), 3);
        g.dispose();
      }
    }

    @Override
    public Dimension getMinimumSize() {
      return getPreferredSize();
    }
  }
}
