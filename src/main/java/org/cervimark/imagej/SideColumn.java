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
import javax.swing.Scrollable;
import org.cervimark.report.Wording;

/**
 * The column beside the image: the guide above, results, landmarks and history below. Only these
 * scroll where there is room; on a small screen the whole column does.
 */
@SuppressWarnings("serial")
final class SideColumn extends JPanel implements Scrollable {

  private static final int MIN_RESULTS = 150;

  private final JPanel top = new JPanel();
  private final transient GuidePanel guide;
  private final Component remark;
  private int width = Room.in(Integer.MAX_VALUE, Integer.MAX_VALUE).side();

  SideColumn(
      GuidePanel guide,
      ResultsPanel results,
      LandmarkList landmarks,
      HistoryList history,
      Wording wording) {
    super(new BorderLayout());
    this.guide = guide;
    setBackground(Look.PAPER);
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.setOpaque(false);
    top.add(guide);
    top.add(Box.createVerticalStrut(Look.scaled(10)));
    add(top, BorderLayout.NORTH);
    remark = remark(wording);
    SideTabs tabs = new SideTabs(remark);
    tabs.add("results", wording.get("results"), results);
    tabs.add("landmarks", wording.get("landmarks"), landmarks);
    tabs.add("history", wording.get("history"), history);
    add(tabs, BorderLayout.CENTER);
    add(notice(wording), BorderLayout.SOUTH);
  }

  /** Takes the width that there is room for, and shows what there is room for. */
  void fit(Room room) {
    width = room.side();
    int pad = Look.scaled(room.isTight() ? 9 : 14);
    int above = Look.scaled(room.isTight() ? 6 : 10);
    setBorder(BorderFactory.createEmptyBorder(above, pad, above, pad));
    guide.fit(room);
    remark.setVisible(!room.isTight());
    revalidate();
  }

  private static Component remark(Wording wording) {
    JLabel unit = new JLabel(wording.get("results.interval"));
    unit.setFont(Look.font(11));
    unit.setForeground(Look.MUTED);
    unit.setToolTipText(wording.get("results.interval.help"));
    return unit;
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
        Look.scaled(width), super.getMinimumSize().height + Look.scaled(MIN_RESULTS));
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
