package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import javax.swing.JComponent;
import org.cervimark.followup.Superimposition;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;

/**
 * Draws two films beside or over each other. Landmarks of the first are rings, those of the other
 * diamonds of another colour, so that they stay apart also for colour-blind readers.
 */
@SuppressWarnings("serial")
final class ComparisonView extends JComponent {

  private static final Color OTHER = new Color(0xFFA24C);
  private static final double RADIUS = 5;

  private final transient Comparison comparison;
  private final transient StudyWords words;
  private final transient FilmPicture basePicture = picture();
  private final transient FilmPicture otherPicture = picture();
  private final transient CoverPainter baseCover = new CoverPainter();
  private final transient CoverPainter otherCover = new CoverPainter();

  ComparisonView(Comparison comparison, StudyWords words) {
    this.comparison = comparison;
    this.words = words;
    setName("comparison");
    setOpaque(true);
    setFocusable(true);
    setPreferredSize(new Dimension(Look.scaled(1000), Look.scaled(760)));
    comparison.onChange(this::repaint);
    Drag drag = new Drag();
    addMouseListener(drag);
    addMouseMotionListener(drag);
    addMouseWheelListener(drag);
  }

  private static FilmPicture picture() {
    return new FilmPicture(Look.STAGE.getRGB() & 0xFFFFFF);
  }

  private Rectangle baseArea() {
    boolean beside = comparison.layout() == Comparison.Layout.BESIDE;
    return new Rectangle(0, 0, beside ? (getWidth() - 2) / 2 : getWidth(), getHeight());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    comparison.fit(baseArea().width, baseArea().height);
    Graphics2D g = Look.smooth(graphics);
    g.setColor(Look.STAGE);
    g.fillRect(0, 0, getWidth(), getHeight());
    Rectangle area = baseArea();
    if (comparison.layout() == Comparison.Layout.BESIDE) {
      Graphics2D left = (Graphics2D) g.create(0, 0, area.width, area.height);
      paintBase(left, area);
      left.dispose();
      int x = area.width + 2;
      Rectangle second = new Rectangle(0, 0, getWidth() - x, getHeight());
      Graphics2D right = (Graphics2D) g.create(x, 0, second.width, second.height);
      ViewTransform view = otherView(second);
      paintFilm(right, otherPicture, comparison.other().film(), view, second);
      otherCover.paint(right, comparison.other().image(), view.affine());
      paintMarks(right, comparison.other(), view, false);
      paintTitle(right, comparison.other(), 0, OTHER);
      right.dispose();
    } else {
      paintOver(g, area);
    }
    g.dispose();
  }

  private void paintBase(Graphics2D g, Rectangle area) {
    ViewTransform view = baseView(area);
    paintBaseFilm(g, view, area);
    paintMarks(g, comparison.base(), view, true);
    paintTitle(g, comparison.base(), 0, Look.LANDMARK);
  }

  private void paintBaseFilm(Graphics2D g, ViewTransform view, Rectangle area) {
    paintFilm(g, basePicture, comparison.base().film(), view, area);
    baseCover.paint(g, comparison.base().image(), view.affine());
  }

  private void paintOver(Graphics2D g, Rectangle area) {
    ViewTransform view = baseView(area);
    if (comparison.superimposition() instanceof Superimposition.Registered laid) {
      if (comparison.isOtherFilmSeen()) {
        Graphics2D film = (Graphics2D) g.create();
        film.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        film.transform(view.affine());
        film.transform(affine(laid));
        film.drawImage(comparison.other().film().imp().getImage(), 0, 0, null);
        film.dispose();
        AffineTransform toScreen = view.affine();
        toScreen.concatenate(affine(laid));
        otherCover.paint(g, comparison.other().image(), toScreen);
      } else {
        paintBaseFilm(g, view, area);
      }
      paintMarks(g, comparison.base(), view, true);
      for (Placement placement : comparison.other().session().landmarks().all()) {
        placement
            .point()
            .map(laid::toBase)
            .map(view::toScreen)
            .ifPresent(p -> paintMark(g, diamond(p), OTHER));
      }
      boolean second = comparison.isOtherFilmSeen();
      paintTitle(g, comparison.base(), 0, second ? Look.MUTED : Look.LANDMARK);
      paintTitle(g, comparison.other(), 1, second ? OTHER : Look.MUTED);
    } else {
      paintBase(g, area);
    }
  }

  /** From pixels of the other film to pixels of the first. */
  private static AffineTransform affine(Superimposition.Registered laid) {
    ImagePoint origin = laid.toBase(new ImagePoint(0, 0));
    ImagePoint column = laid.toBase(new ImagePoint(1, 0));
    ImagePoint row = laid.toBase(new ImagePoint(0, 1));
    return new AffineTransform(
        column.column() - origin.column(),
        column.row() - origin.row(),
        row.column() - origin.column(),
        row.row() - origin.row(),
        origin.column(),
        origin.row());
  }

  private static void paintFilm(
      Graphics2D g, FilmPicture picture, Film film, ViewTransform view, Rectangle area) {
    picture.show(film.imp().getProcessor(), film.tone(), view, area.width, area.height, false);
    g.drawImage(picture.image(), 0, 0, null);
  }

  private static void paintMarks(
      Graphics2D g, Comparison.Side side, ViewTransform view, boolean isBase) {
    for (Placement placement : side.session().landmarks().all()) {
      placement
          .point()
          .map(view::toScreen)
          .ifPresent(
              p -> paintMark(g, isBase ? ring(p) : diamond(p), isBase ? Look.LANDMARK : OTHER));
    }
  }

  private static void paintMark(Graphics2D g, Shape shape, Color colour) {
    g.setColor(Look.HALO);
    g.setStroke(Look.stroke(4));
    g.draw(shape);
    g.setColor(colour);
    g.setStroke(Look.stroke(1.9));
    g.draw(shape);
  }

  private static Shape ring(Point2D p) {
    return new Ellipse2D.Double(p.getX() - RADIUS, p.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
  }

  private static Shape diamond(Point2D p) {
    double reach = RADIUS + 1.5;
    Path2D path = new Path2D.Double();
    path.moveTo(p.getX(), p.getY() - reach);
    path.lineTo(p.getX() + reach, p.getY());
    path.lineTo(p.getX(), p.getY() + reach);
    path.lineTo(p.getX() - reach, p.getY());
    path.closePath();
    return path;
  }

  /** Which film it is; grey if only its landmarks are seen. */
  private void paintTitle(Graphics2D g, Comparison.Side side, int line, Color colour) {
    String title =
        words.date(side.entry().radiograph()) + " · " + words.view(side.entry().radiograph());
    g.setFont(Look.bold(13));
    int height = g.getFontMetrics().getHeight() + 8;
    int y = 10 + line * (height + 4);
    int width = g.getFontMetrics().stringWidth(title) + 40;
    g.setColor(Look.CAPTION);
    g.fillRoundRect(10, y, width, height, 8, 8);
    Point2D mark = new Point2D.Double(26, y + height / 2.0);
    boolean first = side.equals(comparison.base());
    paintMark(g, first ? ring(mark) : diamond(mark), first ? Look.LANDMARK : OTHER);
    g.setColor(colour);
    g.drawString(title, 40, y + 4 + g.getFontMetrics().getAscent());
  }

  private ViewTransform baseView(Rectangle area) {
    return view(comparison.centre(), comparison.magnification(), comparison.base().aspect(), area);
  }

  private ViewTransform otherView(Rectangle area) {
    return view(
        comparison.otherCentre(),
        comparison.otherMagnification(),
        comparison.other().aspect(),
        area);
  }

  private static ViewTransform view(
      ImagePoint centre, double magnification, double aspect, Rectangle area) {
    return new ViewTransform(
        centre.column() - area.width / 2.0 / magnification,
        centre.row() - area.height / 2.0 / (magnification * aspect),
        magnification,
        aspect,
        Turn.AS_STORED,
        area.getSize());
  }

  /** The mouse moves and enlarges both films together. */
  private final class Drag extends MouseAdapter {

    private Point last = new Point();

    @Override
    public void mousePressed(MouseEvent e) {
      requestFocusInWindow();
      last = e.getPoint();
    }

    @Override
    public void mouseDragged(MouseEvent e) {
      comparison.pan(e.getX() - last.x, e.getY() - last.y);
      last = e.getPoint();
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
      Rectangle area = baseArea();
      int x = e.getX() >= area.width ? e.getX() - area.width - 2 : e.getX();
      comparison.zoom(
          Math.pow(1.2, -e.getPreciseWheelRotation()),
          x - area.width / 2.0,
          e.getY() - area.height / 2.0);
    }
  }
}
