package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.Radiograph;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The patients and studies of an opened folder with pictures of their images; a green dot says that
 * measurements are saved. Only cells that are seen are drawn, and only their pictures made.
 */
@SuppressWarnings("serial")
final class StudyBrowser extends JFrame {

  private static final int PICTURE = 132;

  private final transient StudyBrowserModel model;
  private final transient Opening opening;
  private final transient StudyWords words;
  private final transient Wording wording;
  private final transient Thumbnails thumbnails;
  private final JTextField search = FormPanel.line("browse-find", "");
  private final JList<StudyBrowserModel.Row> studies = new JList<>();
  private final JList<StudyBrowserModel.Picture> pictures = new JList<>();
  private final FlatButton image;
  private final FlatButton stack = new FlatButton("", "");

  /** What becomes of what the reader opens. */
  interface Opening {
    /** Shows an image. */
    void image(ImageEntry entry);

    /** Shows the slices of a series as a stack. */
    void stack(List<ImageEntry> slices);
  }

  /** A browser. */
  StudyBrowser(
      StudyBrowserModel model,
      Opening opening,
      Wording wording,
      Executor background,
      Executor eventThread) {
    super(wording.get("browse.window"));
    this.model = model;
    this.opening = opening;
    this.wording = wording;
    this.words = new StudyWords(wording);
    this.thumbnails =
        new Thumbnails(Look.scaled(2 * PICTURE), background, eventThread, () -> pictures.repaint());
    this.image = new FlatButton(wording.get("browse.image"), wording.get("browse.image.key"));
    setName("browse");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    add(searchBar(), BorderLayout.NORTH);
    add(studyList(), BorderLayout.WEST);
    add(pictureList(), BorderLayout.CENTER);
    add(doings(), BorderLayout.SOUTH);
    getRootPane()
        .registerKeyboardAction(
            e -> dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    listStudies();
    Rectangle screen = getGraphicsConfiguration().getBounds();
    setSize(
        Math.min(Look.scaled(1180), screen.width * 19 / 20),
        Math.min(Look.scaled(760), screen.height * 9 / 10));
  }

  /** Shows the window before another, with the study of an image. */
  void showBefore(Component parent, ImageEntry shown) {
    setLocationRelativeTo(parent);
    setVisible(true);
    model
        .rowOf(shown)
        .ifPresent(
            row -> {
              studies.setSelectedIndex(row);
              studies.ensureIndexIsVisible(row);
            });
    studies.requestFocusInWindow();
  }

  /** Whether all pictures that have been asked for are made. */
  boolean isDrawn() {
    return thumbnails.isIdle();
  }

  private JPanel searchBar() {
    JPanel bar = new JPanel(new BorderLayout(Look.scaled(8), 0));
    bar.setBackground(Look.BAR);
    bar.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
    JLabel label = new JLabel(wording.get("browse.find"));
    label.setFont(Look.font(12));
    label.setForeground(Look.TEXT);
    search
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent e) {
                find();
              }

              @Override
              public void removeUpdate(DocumentEvent e) {
                find();
              }

              @Override
              public void changedUpdate(DocumentEvent e) {
                find();
              }
            });
    bar.add(label, BorderLayout.WEST);
    bar.add(search, BorderLayout.CENTER);
    return bar;
  }

  private JPanel doings() {
    JPanel bar = new JPanel(new FlowLayout(FlowLayout.TRAILING, Look.scaled(8), 0));
    bar.setBackground(Look.BAR);
    bar.setBorder(BorderFactory.createEmptyBorder(8, 2, 8, 2));
    stack.setName("browse-stack");
    stack.setToolTipText(wording.get("command.stack.help"));
    stack.addActionListener(e -> openStack());
    image.setName("browse-image");
    image.setPrimary(true);
    image.addActionListener(e -> openImage());
    bar.add(stack);
    bar.add(image);
    return bar;
  }

  private JScrollPane studyList() {
    studies.setName("browse-studies");
    studies.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    studies.setBackground(Look.PAPER);
    studies.setCellRenderer(new StudyCell(wording));
    studies.setFixedCellHeight(Look.scaled(62));
    int width = getGraphicsConfiguration().getBounds().width;
    studies.setFixedCellWidth(Math.min(Look.scaled(380), width * 2 / 5));
    studies.addListSelectionListener(e -> showPictures());
    return ThinScrollBar.pane(studies);
  }

  private JScrollPane pictureList() {
    pictures.setName("browse-pictures");
    pictures.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    pictures.setBackground(Look.PAPER);
    pictures.setLayoutOrientation(JList.HORIZONTAL_WRAP);
    pictures.setVisibleRowCount(0);
    pictures.setCellRenderer(new PictureCell());
    pictures.setFixedCellWidth(Look.scaled(PICTURE + 40));
    pictures.setFixedCellHeight(Look.scaled(PICTURE + 62));
    pictures.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2) {
              openImage();
            }
          }
        });
    pictures.registerKeyboardAction(
        e -> openImage(), KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), JComponent.WHEN_FOCUSED);
    pictures.addListSelectionListener(e -> offer());
    return ThinScrollBar.pane(pictures);
  }

  private void find() {
    model.find(search.getText());
    listStudies();
  }

  private void listStudies() {
    List<StudyBrowserModel.Row> rows = model.rows();
    studies.setListData(rows.toArray(new StudyBrowserModel.Row[0]));
    if (rows.isEmpty()) {
      showPictures();
    } else {
      studies.setSelectedIndex(0);
    }
  }

  private void showPictures() {
    StudyBrowserModel.Row row = studies.getSelectedValue();
    pictures.setListData(
        row == null
            ? new StudyBrowserModel.Picture[0]
            : model.pictures(row.study()).toArray(new StudyBrowserModel.Picture[0]));
    pictures.setSelectedIndex(0);
  }

  /** Offers what can be done with the chosen picture. */
  private void offer() {
    StudyBrowserModel.Picture picture = pictures.getSelectedValue();
    image.setEnabled(picture != null);
    int slices = picture == null ? 0 : StudyBrowserModel.slices(picture.series());
    stack.setText(wording.get("browse.stack", Integer.toString(slices)));
    stack.setVisible(slices > 1);
    stack.revalidate();
  }

  private void openImage() {
    StudyBrowserModel.Picture picture = pictures.getSelectedValue();
    if (picture != null) {
      opening.image(picture.entry());
    }
  }

  private void openStack() {
    StudyBrowserModel.Picture picture = pictures.getSelectedValue();
    if (picture != null) {
      opening.stack(picture.series().images());
    }
  }

  /** An image: its picture, view and series. */
  private final class PictureCell extends JComponent
      implements ListCellRenderer<StudyBrowserModel.Picture> {

    private transient StudyBrowserModel.@Nullable Picture value;
    private boolean selected;

    @Override
    public Component getListCellRendererComponent(
        JList<? extends StudyBrowserModel.Picture> list,
        StudyBrowserModel.Picture picture,
        int index,
        boolean isSelected,
        boolean hasFocus) {
      value = picture;
      selected = isSelected;
      return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      StudyBrowserModel.Picture picture = Objects.requireNonNull(value);
      Graphics2D g = Look.smooth(graphics);
      g.setColor(Look.PAPER);
      g.fillRect(0, 0, getWidth(), getHeight());
      int side = Look.scaled(PICTURE);
      int margin = (getWidth() - side) / 2;
      int top = Look.scaled(10);
      PictureTile tile = new PictureTile(margin, top, side);
      tile.paint(g, thumbnails.of(picture.entry().file()), selected);
      if (picture.measured()) {
        tile.mark(g, Look.SAVED);
      }
      g.setFont(Look.font(11));
      FontMetrics metrics = g.getFontMetrics();
      Radiograph radiograph = picture.entry().radiograph();
      int y = top + side + Look.scaled(6) + metrics.getAscent();
      g.setColor(Look.TEXT);
      g.drawString(WrappedText.clipped(metrics, words.view(radiograph), side + margin), margin, y);
      g.setColor(Look.MUTED);
      g.drawString(
          WrappedText.clipped(metrics, series(picture), side + margin),
          margin,
          y + metrics.getHeight());
      g.dispose();
    }

    private String series(StudyBrowserModel.Picture picture) {
      String description = PlainText.harmless(picture.series().facts().description()).strip();
      int frames = picture.entry().radiograph().pixelFormat().frames();
      String name =
          picture.series().modality() + (description.isEmpty() ? "" : " · " + description);
      return frames > 1
          ? name + " · " + wording.get("browse.frames", Integer.toString(frames))
          : name;
    }
  }
}
