package org.cervimark.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.cervimark.image.ImagePoint;
import org.jspecify.annotations.Nullable;

/**
 * ImageJ's canvas with our marks on it. While the landmark tool is in use the left button places
 * and moves landmarks; every other tool of ImageJ works as in any window. The image keeps inside
 * the stage and never resizes the window.
 */
@SuppressWarnings("serial")
final class ViewerCanvas extends ImageCanvas {

  private final ViewerModel model;
  private final ToolState tool;
  private final MarksPainter marks;
  private final LoupePainter loupe;
  private Consumer<Optional<Point>> hover = pixel -> {};
  private boolean marking;
  private boolean panning;
  private Optional<Point> pointer = Optional.empty();
  private @Nullable BufferedImage base;
  private @Nullable BaseKey baseKey;
  private @Nullable BufferedImage screen;

  /** What the picture without our marks depends on, besides the pixels. */
  private record BaseKey(Rectangle source, double magnification, Dimension size, double scale) {}

  /** A canvas for the image that the model shows. */
  ViewerCanvas(ImagePlus imp, ViewerModel model, ToolState tool, ResultText text) {
    super(imp);
    this.model = model;
    this.tool = tool;
    this.marks = new MarksPainter(model, text);
    this.loupe = new LoupePainter(marks);
    removeKeyListener(IJ.getInstance());
    addMouseWheelListener(this::wheel);
  }

  /** Whom to tell of the screen pixel under the pointer, or that it left. */
  void onHover(Consumer<Optional<Point>> listener) {
    hover = listener;
  }

  /** Conversion between this canvas and the image, as shown now. */
  ViewTransform view() {
    return new ViewTransform(srcRect.x, srcRect.y, magnification);
  }

  /** The image position under a screen pixel, if it lies on the image. */
  Optional<ImagePoint> imagePoint(Point pixel) {
    return Optional.of(view().fromMouse(pixel.x, pixel.y))
        .filter(p -> p.isWithin(imageWidth, imageHeight));
  }

  /** Shows the whole image. */
  void showWhole() {
    show(Viewport.whole(new Dimension(imageWidth, imageHeight), stage()));
  }

  /** Adapts to a new size of the stage. */
  void stageResized(Dimension before) {
    show(viewport(before).onStage(stage()));
  }

  /** Brings an image position into the middle, enlarged at least so much. */
  void zoomTo(ImagePoint point, double atLeast) {
    Viewport now = viewport(stage());
    show(
        now.zoomed(Math.max(atLeast, now.magnification()), 0, 0)
            .centredOn(point.column(), point.row()));
  }

  @Override
  public void zoomIn(int sx, int sy) {
    zoom(getHigherZoomLevel(magnification), sx, sy);
  }

  @Override
  public void zoomOut(int sx, int sy) {
    zoom(getLowerZoomLevel(magnification), sx, sy);
  }

  @Override
  public void unzoom() {
    showWhole();
  }

  @Override
  public void fitToWindow() {
    showWhole();
  }

  @Override
  public void zoom100Percent() {
    zoom(1, getWidth() / 2, getHeight() / 2);
  }

  @Override
  public void mousePressed(MouseEvent e) {
    requestFocusInWindow();
    if (SwingUtilities.isMiddleMouseButton(e)) {
      panning = true;
      setupScroll(offScreenX(e.getX()), offScreenY(e.getY()));
    } else if (isOurs(e)) {
      marking = true;
      model.marking().press(view(), e.getX(), e.getY());
    } else {
      super.mousePressed(e);
    }
  }

  @Override
  public void mouseDragged(MouseEvent e) {
    pointAt(Optional.of(e.getPoint()));
    if (panning) {
      scroll(e.getX(), e.getY());
    } else if (marking) {
      model.marking().drag(view(), e.getX(), e.getY());
      repaint();
    } else {
      super.mouseDragged(e);
    }
  }

  @Override
  public void mouseReleased(MouseEvent e) {
    if (panning) {
      panning = false;
    } else if (marking && SwingUtilities.isLeftMouseButton(e)) {
      marking = false;
      model.marking().release(view(), e.getX(), e.getY());
    } else {
      super.mouseReleased(e);
    }
  }

  @Override
  public void mouseMoved(MouseEvent e) {
    super.mouseMoved(e);
    pointAt(Optional.of(e.getPoint()));
  }

  @Override
  public void mouseExited(MouseEvent e) {
    super.mouseExited(e);
    pointAt(Optional.empty());
  }

  @Override
  public void setImageUpdated() {
    super.setImageUpdated();
    baseKey = null;
  }

  @Override
  public void paint(Graphics g) {
    Dimension size = getSize();
    if (size.width < 1 || size.height < 1) {
      return;
    }
    double scale = ((Graphics2D) g).getTransform().getScaleX();
    BufferedImage picture = base(size, scale);
    BufferedImage target = sized(screen, size, scale);
    screen = target;
    Graphics2D plain = target.createGraphics();
    plain.drawImage(picture, 0, 0, null);
    plain.scale(scale, scale);
    Graphics2D smooth = Look.smooth(plain);
    marks.paint(smooth, view(), size);
    if (tool.isActive() && model.isLoupeOn() && pointer.isPresent()) {
      loupe.paint(smooth, imp.getImage(), view(), size, pointer.get());
    }
    smooth.dispose();
    plain.dispose();
    g.drawImage(target, 0, 0, size.width, size.height, null);
  }

  /** The picture as ImageJ paints it; painted anew only if something of it has changed. */
  private BufferedImage base(Dimension size, double scale) {
    BaseKey key = new BaseKey(new Rectangle(srcRect), magnification, size, scale);
    BufferedImage known = base;
    if (known != null && key.equals(baseKey)) {
      setPaintPending(false);
      return known;
    }
    BufferedImage picture = sized(known, size, scale);
    Graphics2D g = picture.createGraphics();
    g.scale(scale, scale);
    g.setColor(Look.STAGE);
    g.fillRect(0, 0, size.width, size.height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    super.paint(g);
    g.dispose();
    base = picture;
    // Selections and overlays of ImageJ change without notice.
    boolean still = imp.getRoi() == null && imp.getOverlay() == null && getShowAllList() == null;
    baseKey = still ? key : null;
    return picture;
  }

  private static BufferedImage sized(@Nullable BufferedImage known, Dimension size, double scale) {
    int width = (int) Math.ceil(size.width * scale);
    int height = (int) Math.ceil(size.height * scale);
    return known != null && known.getWidth() == width && known.getHeight() == height
        ? known
        : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private boolean isOurs(MouseEvent e) {
    return tool.isActive()
        && SwingUtilities.isLeftMouseButton(e)
        && !e.isPopupTrigger()
        && !e.isControlDown()
        && !IJ.spaceBarDown();
  }

  private void pointAt(Optional<Point> pixel) {
    pointer = pixel;
    hover.accept(pixel);
    if (model.isLoupeOn() && tool.isActive()) {
      repaint();
    }
  }

  private void wheel(MouseWheelEvent e) {
    if (e.getWheelRotation() != 0) {
      double factor = Math.pow(1.2, -e.getPreciseWheelRotation());
      zoom(magnification * factor, e.getX(), e.getY());
    }
    e.consume();
  }

  private void zoom(double newMagnification, int sx, int sy) {
    boolean inside = sx >= 0 && sy >= 0 && sx < getWidth() && sy < getHeight();
    Viewport now = viewport(stage());
    Viewport next =
        now.zoomed(newMagnification, inside ? sx : getWidth() / 2, inside ? sy : getHeight() / 2);
    Viewport whole = Viewport.whole(next.image(), next.stage());
    show(next.magnification() <= whole.magnification() ? whole : next);
  }

  /** What is shown now; ImageJ's own tools may have moved it. */
  private Viewport viewport(Dimension stage) {
    return new Viewport(
        new Dimension(imageWidth, imageHeight), stage, magnification, srcRect.x, srcRect.y);
  }

  private void show(Viewport viewport) {
    srcRect = viewport.source();
    Dimension size = viewport.canvas();
    setSize(size.width, size.height);
    setMagnification(viewport.magnification());
    Container parent = getParent();
    if (parent != null) {
      Dimension stage = stage();
      setLocation((stage.width - size.width) / 2, (stage.height - size.height) / 2);
    }
    repaint();
  }

  private Dimension stage() {
    Container parent = getParent();
    if (parent == null) {
      return getSize();
    }
    Insets insets = parent.getInsets();
    return new Dimension(
        parent.getWidth() - insets.left - insets.right,
        parent.getHeight() - insets.top - insets.bottom);
  }
}
