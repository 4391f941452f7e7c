package org.cervimark.imagej;

import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.cervimark.image.Radiograph;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A study in the list of a browser: whose it is, then date, description and number of images. Every
 * study names its patient, since the first one may be scrolled away; only the first does so in
 * bold.
 */
@SuppressWarnings("serial")
final class StudyCell extends JComponent implements ListCellRenderer<StudyBrowserModel.Row> {

  private final transient Wording wording;
  private final transient StudyWords words;
  private transient StudyBrowserModel.@Nullable Row value;
  private boolean selected;

  StudyCell(Wording wording) {
    this.wording = wording;
    this.words = new StudyWords(wording);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends StudyBrowserModel.Row> list,
      StudyBrowserModel.Row row,
      int index,
      boolean isSelected,
      boolean hasFocus) {
    value = row;
    selected = isSelected;
    return this;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    StudyBrowserModel.Row row = Objects.requireNonNull(value);
    Graphics2D g = Look.smooth(graphics);
    g.setColor(selected ? Look.ACCENT_TINT : Look.PAPER);
    g.fillRect(0, 0, getWidth(), getHeight());
    int left = Look.scaled(12);
    int width = getWidth() - Look.scaled(36);
    if (row.firstOfPatient()) {
      g.setColor(Look.RULE);
      g.drawLine(0, 0, getWidth(), 0);
    }
    g.setFont(row.firstOfPatient() ? Look.bold(13) : Look.font(13));
    g.setColor(row.firstOfPatient() ? Look.TEXT : Look.MUTED);
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(
        WrappedText.clipped(metrics, words.patient(row.patient()), width),
        left,
        Look.scaled(8) + metrics.getAscent());
    g.setFont(Look.font(12));
    g.setColor(row.firstOfPatient() ? Look.MUTED : Look.TEXT);
    FontMetrics small = g.getFontMetrics();
    g.drawString(
        WrappedText.clipped(small, study(row), width),
        left,
        Look.scaled(14) + metrics.getHeight() + small.getAscent());
    if (row.measured()) {
      PictureTile.dot(
          g, left + width + Look.scaled(6), Look.scaled(18) + metrics.getHeight(), Look.SAVED);
    }
    g.dispose();
  }

  private String study(StudyBrowserModel.Row row) {
    Radiograph first = row.study().series().get(0).images().get(0).radiograph();
    int images = row.study().series().stream().mapToInt(s -> s.images().size()).sum();
    String description = PlainText.harmless(row.study().study().description().orElse("")).strip();
    String count = wording.get("browse.images", Integer.toString(images));
    return description.isEmpty()
        ? words.date(first) + " · " + count
        : words.date(first) + " · " + description + " · " + count;
  }
}
