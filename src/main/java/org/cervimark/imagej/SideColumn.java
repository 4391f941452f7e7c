package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import org.cervimark.report.Wording;

/**
 * The column beside the image: the guide above, the results below. Only the results scroll where
 * there is room; on a small screen the whole column does.
 */
@SuppressWarnings("serial")
final class SideColumn extends JPanel implements Scrollable {

  private static final int WIDTH = 420;
  private static final int MIN_RESULTS = 190;

  private final JPanel top = new JPanel();

  SideColumn(GuidePanel guide, ResultsPanel results, Wording wording) {
    super(new BorderLayout());
    setBackground(Look.PAPER);
    int pad = Look.scaled(14);
    setBorder(BorderFactory.createEmptyBorder(Look.scaled(10), pad, Look.scaled(10), pad));
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.setOpaque(false);
    top.add(guide);
    top.add(Box.createVerticalStrut(Look.scaled(10)));
    top.add(heading(wording));
    add(top, BorderLayout.NORTH);
    JScrollPane pane = ThinScrollBar.pane(results);
    pane.setName("results");
    add(pane, BorderLayout.CENTER);
    add(notice(wording), BorderLayout.SOUTH);
  }

  private static Component heading(Wording wording) {
    JPanel row = new JPanel(new BorderLayout());
    row.setOpaque(false);
    row.setAlignmentX(LEFT_ALIGNMENT);
    row.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(1, 0, 1, 0, Look.RULE),
            BorderFactory.createEmptyBorder(Look.scaled(6), 0, Look.scaled(6), 0)));
    JLabel title = new JLabel(wording.get("results"));
    title.setFont(Look.bold(13));
    title.setForeground(Look.TEXT);
    JLabel unit = new JLabel(wording.get("results.interval"));
    unit.setFont(Look.font(11));
    unit.setForeground(Look.MUTED);
    unit.setToolTipText(wording.get("results.interval.help"));
    row.add(title, BorderLayout.WEST);
    row.add(unit, BorderLayout.EAST);
    row.setMaximumSize(new Dimension(Integer.MAX_VALUE, row.getPreferredSize().height));
    return row;
  }

  private static Component notice(Wording wording) {
    WrappedText text = new WrappedText(Look.font(11), Look.MUTED, 2);
    text.setText(wording.get("notice"));
    text.setBorder(BorderFactory.createEmptyBorder());
    JPanel row = new JPanel(new BorderLayout());
    row.setOpaque(false);
    row.setBorder(BorderFactory.createEmptyBorder(Look.scaled(8), 0, 0, 0));
    row.add(text, BorderLayout.CENTER);
    return row;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(
        Look.scaled(WIDTH), super.getMinimumSize().height + Look.scaled(MIN_RESULTS));
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Look.scaled(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    Component parent = getParent();
    return parent != null && parent.getHeight() > getPreferredSize().height;
  }
}
