package org.cervimark.imagej;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;

/** The images of the study with date and view; a dot says that measurements are saved. */
@SuppressWarnings("serial")
final class StudyStrip extends JPanel {

  private static final int PICTURE = 108;

  private final ViewerActions actions;
  private final ViewerModel model;
  private StudyWords words;
  private final Thumbnails thumbnails;

  StudyStrip(ViewerActions actions, StudyWords words, Executor background, Executor eventThread) {
    this.actions = actions;
    this.model = actions.model();
    this.words = words;
    this.thumbnails =
        new Thumbnails(Look.scaled(2 * PICTURE), background, eventThread, this::repaint);
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBackground(Look.PAPER);
    setBorder(BorderFactory.createEmptyBorder(Look.scaled(8), 0, Look.scaled(8), 0));
    for (ImageEntry entry : model.study().images()) {
      add(new Item(entry));
    }
  }

  /** Says everything in other words. */
  void speak(StudyWords others) {
    words = others;
    repaint();
  }

  /** Shows the state of the study. */
  void update() {
    repaint();
  }

  /** One image. */
  private final class Item extends JComponent {

    private final ImageEntry entry;

    Item(ImageEntry entry) {
      this.entry = entry;
      Dimension size = new Dimension(Look.scaled(PICTURE + 24), Look.scaled(PICTURE + 52));
      setPreferredSize(size);
      setMinimumSize(size);
      setMaximumSize(size);
      setName("image-" + entry.file().getFileName());
      setToolTipText(entry.file().getFileName().toString());
      setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
              actions.show(entry);
            }
          });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Look.smooth(graphics);
      int margin = Look.scaled(12);
      int side = Look.scaled(PICTURE);
      boolean shown = entry.equals(model.entry());
      g.setColor(Look.STAGE);
      g.fillRoundRect(margin, 4, side, side, 6, 6);
      Optional<BufferedImage> picture = thumbnails.of(entry.file());
      if (picture.isPresent()) {
        double factor =
            (side - 4.0) / Math.max(picture.get().getWidth(), picture.get().getHeight());
        int width = (int) (picture.get().getWidth() * factor);
        int height = (int) (picture.get().getHeight() * factor);
        g.drawImage(
            picture.get(),
            margin + (side - width) / 2,
            4 + (side - height) / 2,
            width,
            height,
            null);
      }
      if (shown) {
        g.setColor(Look.ACCENT);
        g.setStroke(Look.stroke(3));
        g.drawRoundRect(margin - 1, 3, side + 2, side + 2, 8, 8);
      }
      paintDot(g, margin + side - Look.scaled(14), 4 + Look.scaled(4));
      int top = side + Look.scaled(8);
      g.setFont(shown ? Look.bold(11) : Look.font(11));
      g.setColor(Look.TEXT);
      FontMetrics metrics = g.getFontMetrics();
      g.drawString(words.date(entry.radiograph()), margin, top + metrics.getAscent());
      g.setFont(Look.font(11));
      g.setColor(Look.MUTED);
      g.drawString(
          WrappedText.clipped(
              g.getFontMetrics(), words.view(entry.radiograph()), getWidth() - margin - 2),
          margin,
          top + metrics.getHeight() + metrics.getAscent());
      g.dispose();
    }

    private void paintDot(Graphics2D g, int x, int y) {
      boolean modified = model.study().isModified(entry.radiograph());
      boolean saved = model.study().saved(entry.radiograph()).isPresent();
      if (modified || saved) {
        int size = Look.scaled(10);
        g.setColor(Look.PAPER);
        g.fillOval(x - 1, y - 1, size + 2, size + 2);
        g.setColor(modified ? Look.UNSAVED : Look.SAVED);
        g.fillOval(x, y, size, size);
      }
    }
  }
}
