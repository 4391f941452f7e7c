package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;

/** The images of the study with date and view; a dot says that measurements are saved. */
@SuppressWarnings("serial")
final class StudyStrip extends JPanel {

  private static final int PICTURE = 108;
  private final ViewerActions actions;
  private final ViewerModel model;
  private StudyWords words;
  private final Thumbnails thumbnails;
  private int picture = PICTURE;

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

  private boolean isSmall() {
    return picture < PICTURE;
  }

  private int margin() {
    return isSmall() ? 7 : 12;
  }

  private int fontSize() {
    return isSmall() ? 10 : 11;
  }

  /** Shows pictures of the size that there is room for. */
  void fit(Room room) {
    picture = room.picture();
    for (Component item : getComponents()) {
      ((Item) item).fit();
    }
    revalidate();
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
      fit();
      setName("image-" + entry.file().getFileName());
      ToolTipManager.sharedInstance().registerComponent(this);
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
    public String getToolTipText() {
      return words.view(entry.radiograph()) + " · " + entry.file().getFileName();
    }

    void fit() {
      int date = getFontMetrics(Look.bold(fontSize())).stringWidth("0000-00-00");
      int width = Math.max(Look.scaled(picture + 2 * margin()), date + Look.scaled(2 * margin()));
      Dimension size = new Dimension(width, Look.scaled(picture + 52));
      setPreferredSize(size);
      setMinimumSize(size);
      setMaximumSize(size);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Look.smooth(graphics);
      int margin = Look.scaled(margin());
      int side = Look.scaled(picture);
      boolean shown = entry.equals(model.entry());
      PictureTile tile = new PictureTile(margin, 4, side);
      tile.paint(g, thumbnails.of(entry.file()), shown);
      if (model.study().isModified(entry.radiograph())) {
        tile.mark(g, Look.UNSAVED);
      } else if (model.study().saved(entry.radiograph()).isPresent()) {
        tile.mark(g, Look.SAVED);
      }
      int top = side + Look.scaled(8);
      g.setFont(shown ? Look.bold(fontSize()) : Look.font(fontSize()));
      g.setColor(Look.TEXT);
      FontMetrics metrics = g.getFontMetrics();
      g.drawString(words.date(entry.radiograph()), margin, top + metrics.getAscent());
      g.setFont(Look.font(fontSize()));
      g.setColor(Look.MUTED);
      g.drawString(
          WrappedText.clipped(
              g.getFontMetrics(), words.view(entry.radiograph()), getWidth() - margin - 2),
          margin,
          top + metrics.getHeight() + metrics.getAscent());
      g.dispose();
    }
  }
}
