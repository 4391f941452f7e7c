package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
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
  private static final Color MEASURED = new Color(0x16A34A);

  private final transient StudyBrowserModel model;
  private final transient Consumer<ImageEntry> opening;
  private final transient StudyWords words;
  private final transient Wording wording;
  private final transient Thumbnails thumbnails;
  private final JTextField search = new JTextField(24);
  private final JList<StudyBrowserModel.Row> studies = new JList<>();
  private final JList<StudyBrowserModel.Picture> pictures = new JList<>();

  /**
   * A browser.
   *
   * @param opening what to do with the image that the reader opens
   */
  StudyBrowser(
      StudyBrowserModel model,
      Consumer<ImageEntry> opening,
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
    setName("browse");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    add(searchBar(), BorderLayout.NORTH);
    add(studyList(), BorderLayout.WEST);
    add(pictureList(), BorderLayout.CENTER);
    getRootPane()
        .registerKeyboardAction(
            e -> dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    listStudies();
    setSize(Look.scaled(1180), Look.scaled(760));
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

  private JPanel searchBar() {
    JPanel bar = new JPanel(new BorderLayout(Look.scaled(8), 0));
    bar.setBackground(Look.BAR);
    bar.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
    JLabel label = new JLabel(wording.get("browse.find"));
    label.setFont(Look.font(12));
    label.setForeground(Look.TEXT);
    search.setName("browse-find");
    search.setFont(Look.font(13));
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

  private JScrollPane studyList() {
    studies.setName("browse-studies");
    studies.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    studies.setBackground(Look.PAPER);
    studies.setCellRenderer(new StudyCell());
    studies.setFixedCellHeight(Look.scaled(62));
    studies.setFixedCellWidth(Look.scaled(380));
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
    pictures.setFixedCellWidth(Look.scaled(PICTURE + 28));
    pictures.setFixedCellHeight(Look.scaled(PICTURE + 62));
    pictures.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2) {
              open();
            }
          }
        });
    pictures.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
    pictures
        .getActionMap()
        .put(
            "open",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                open();
              }
            });
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
            : StudyBrowserModel.pictures(row.study()).toArray(new StudyBrowserModel.Picture[0]));
    pictures.setSelectedIndex(0);
  }

  private void open() {
    StudyBrowserModel.Picture picture = pictures.getSelectedValue();
    if (picture != null) {
      opening.accept(picture.entry());
    }
  }

  /** A study: the patient above its first one, then date, description and number of images. */
  private final class StudyCell extends JComponent
      implements ListCellRenderer<StudyBrowserModel.Row> {

    private transient StudyBrowserModel.@Nullable Row value;
    private boolean selected;

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
      int right = getWidth() - Look.scaled(24);
      g.setFont(Look.bold(13));
      FontMetrics metrics = g.getFontMetrics();
      if (row.firstOfPatient()) {
        g.setColor(Look.RULE);
        g.drawLine(0, 0, getWidth(), 0);
        g.setColor(Look.TEXT);
        g.drawString(
            WrappedText.clipped(metrics, words.patient(row.patient()), right - left),
            left,
            Look.scaled(8) + metrics.getAscent());
      }
      Radiograph first = row.study().series().get(0).images().get(0).radiograph();
      int images = row.study().series().stream().mapToInt(s -> s.images().size()).sum();
      String line =
          wording.get(
              "browse.study",
              words.date(first),
              PlainText.harmless(row.study().study().description().orElse("")),
              Integer.toString(images));
      g.setFont(Look.font(12));
      g.setColor(Look.MUTED);
      FontMetrics small = g.getFontMetrics();
      g.drawString(
          WrappedText.clipped(small, line, right - left),
          left,
          Look.scaled(14) + metrics.getHeight() + small.getAscent());
      if (row.study().isMeasured()) {
        dot(g, right + Look.scaled(6), Look.scaled(18) + metrics.getHeight());
      }
      g.dispose();
    }
  }

  private static void dot(Graphics2D g, int x, int y) {
    int size = Look.scaled(10);
    g.setColor(Color.WHITE);
    g.fillOval(x - 1, y - 1, size + 2, size + 2);
    g.setColor(MEASURED);
    g.fillOval(x, y, size, size);
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
      g.setColor(new Color(0x16191E));
      g.fillRoundRect(margin, top, side, side, 6, 6);
      Optional<BufferedImage> made = thumbnails.of(picture.entry().file());
      if (made.isPresent()) {
        BufferedImage image = made.get();
        double factor = (side - 4.0) / Math.max(image.getWidth(), image.getHeight());
        int width = (int) (image.getWidth() * factor);
        int height = (int) (image.getHeight() * factor);
        g.drawImage(
            image, margin + (side - width) / 2, top + (side - height) / 2, width, height, null);
      }
      if (selected) {
        g.setColor(Look.ACCENT);
        g.setStroke(Look.stroke(3));
        g.drawRoundRect(margin - 1, top - 1, side + 2, side + 2, 8, 8);
      }
      if (picture.measured() > 0) {
        dot(g, margin + side - Look.scaled(14), top + Look.scaled(4));
      }
      g.setFont(Look.font(11));
      FontMetrics metrics = g.getFontMetrics();
      Radiograph radiograph = picture.entry().radiograph();
      int y = top + side + Look.scaled(6) + metrics.getAscent();
      g.setColor(Look.TEXT);
      g.drawString(WrappedText.clipped(metrics, words.view(radiograph), side), margin, y);
      g.setColor(Look.MUTED);
      g.drawString(
          WrappedText.clipped(metrics, series(picture), side), margin, y + metrics.getHeight());
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
