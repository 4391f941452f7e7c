package org.cervimark.imagej;

import ij.IJ;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.process.ImageProcessor;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cervimark.image.ImagePoint;

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
  private final Gestures gestures;
  private Film film;
  private Consumer<Optional<Point>> hover = pixel -> {};
  Optional<Point> pointer = Optional.empty();
  private final FilmLayer below = new FilmLayer(new Drawn());
  private final LayeredPicture layers = new LayeredPicture();
  private final FilmPicture inLoupe = new FilmPicture(Look.STAGE.getRGB() & 0xFFFFFF);
  private boolean lost;
  private double shownAspect = 1;

  /** A canvas for the image that the model shows. */
  ViewerCanvas(Film film, ViewerModel model, ToolState tool, ResultText text) {
    super(film.imp());
    this.film = film;
    this.model = model;
    this.tool = tool;
    this.marks = new MarksPainter(model, text);
    this.loupe = new LoupePainter(marks);
    this.gestures = new Gestures(this, model, tool);
    film.tellGreys(model);
    model.showOn(this::look);
    removeKeyListener(IJ.getInstance());
    addMouseWheelListener(this::wheel);
  }

  /** The image shown. */
  Film film() {
    return film;
  }

  /** Takes another image, which the window has given to this canvas already. */
  void show(Film another) {
    film = another;
    another.tellGreys(model);
    showWhole();
  }

  /** Whom to tell of the screen pixel under the pointer, or that it left. */
  void onHover(Consumer<Optional<Point>> listener) {
    hover = listener;
  }

  /** Conversion between this canvas and the image, as shown now. */
  ViewTransform view() {
    return new ViewTransform(
        srcRect.x, srcRect.y, magnification, aspect(), model.turn(), unturnedSize());
  }

  /** Height of a pixel divided by its width, by the scale that counts. */
  private double aspect() {
    return model.session().scale().aspect();
  }

  /** Shows the pixels as high as they are, once it is decided how high that is. */
  void scaleChanged() {
    if (shownAspect != aspect()) {
      showWhole();
    }
  }

  /** The image position under a screen pixel, if it lies on the image. */
  Optional<ImagePoint> imagePoint(Point pixel) {
    return Optional.of(view().fromMouse(pixel.x, pixel.y))
        .filter(p -> p.isWithin(imageWidth, imageHeight));
  }

  /** Shows the whole image. */
  void showWhole() {
    show(Viewport.whole(new Dimension(imageWidth, imageHeight), aspect(), stage()));
  }

  /** Shows a part of the image, or all of it. */
  private void look(Optional<Part> part) {
    if (part.isEmpty()) {
      showWhole();
      return;
    }
    ImagePoint centre = part.get().centre();
    show(
        viewport(stage())
            .zoomed(part.get().magnification(), 0, 0)
            .centredOn(centre.column(), centre.row()));
  }

  /** Adapts to a new size of the stage. */
  void stageResized(Dimension before) {
    show(viewport(model.turn().turned(before)).onStage(stage()));
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
    zoomFrom(getHigherZoomLevel(magnification), sx, sy);
  }

  @Override
  public void zoomOut(int sx, int sy) {
    zoomFrom(getLowerZoomLevel(magnification), sx, sy);
  }

  /** Zooms at a position as ImageJ knows it. */
  private void zoomFrom(double newMagnification, int sx, int sy) {
    Point2D at = view().fromPlain(sx, sy);
    zoom(newMagnification, (int) at.getX(), (int) at.getY());
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
    magnify(1);
  }

  /** Shows so many screen pixels for each image column, the middle staying where it is. */
  void magnify(double newMagnification) {
    zoom(newMagnification, getWidth() / 2, getHeight() / 2);
  }

  @Override
  public void repaint(int x, int y, int width, int height) {
    if (film == null || view().isPlain()) {
      super.repaint(x, y, width, height);
    } else {
      // ImageJ's selections name the area as they know the canvas.
      repaint();
    }
  }

  @Override
  public void mousePressed(MouseEvent e) {
    requestFocusInWindow();
    if (!gestures.press(e)) {
      super.mousePressed(plain(e));
    }
  }

  @Override
  public void mouseDragged(MouseEvent e) {
    pointAt(Optional.of(e.getPoint()));
    if (!gestures.move(e)) {
      super.mouseDragged(plain(e));
    }
  }

  @Override
  public void mouseReleased(MouseEvent e) {
    if (!gestures.release(e)) {
      super.mouseReleased(plain(e));
    }
  }

  /** Begins to move the image with the pointer. */
  void beginScroll(MouseEvent e) {
    MouseEvent plain = plain(e);
    setupScroll(offScreenX(plain.getX()), offScreenY(plain.getY()));
  }

  /** Moves the image to where the pointer is now. */
  void scrollTo(MouseEvent e) {
    MouseEvent plain = plain(e);
    scroll(plain.getX(), plain.getY());
  }

  @Override
  protected void scroll(int sx, int sy) {
    super.scroll(sx, sy);
    tellPart(viewport(stage()));
  }

  /** Opens ImageJ's menu of the image. */
  void popup(MouseEvent e) {
    handlePopupMenu(e);
  }

  @Override
  public void mouseMoved(MouseEvent e) {
    super.mouseMoved(plain(e));
    model.drawing().move(view(), e.getX(), e.getY());
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
    if (imp instanceof FilmImage image) {
      image.pictureOutdated();
      if (image.hasOnlyOtherGreys()) {
        return;
      }
    }
    below.pixelsChanged();
    inLoupe.pixelsChanged();
  }

  /** What the screen has lost is sent to it in full. */
  @Override
  public void paint(Graphics g) {
    lost = true;
    update(g);
  }

  /** Draws what has changed since the last time. */
  @Override
  public void update(Graphics g) {
    Dimension size = getSize();
    if (size.width < 1 || size.height < 1) {
      return;
    }
    double scale = ((Graphics2D) g).getTransform().getScaleX();
    Ground under = below.ground(film, view(), scale);
    List<Rectangle> changed = layers.draw(under, below.hasChanged(), scene(g, size), scale);
    BufferedImage frame = layers.picture();
    Graphics2D device = (Graphics2D) g.create();
    device.scale(1 / scale, 1 / scale);
    Rectangle whole = frame.getRaster().getBounds();
    for (Rectangle r : lost ? List.of(whole) : changed) {
      BufferedImage part = r.equals(whole) ? frame : frame.getSubimage(r.x, r.y, r.width, r.height);
      device.drawImage(part, r.x, r.y, null);
    }
    device.dispose();
    lost = false;
    setPaintPending(false);
  }

  /** What lies over the film. */
  private Scene scene(Graphics g, Dimension size) {
    Graphics2D measure = Look.smooth(g);
    Scene scene = marks.scene(measure, view(), size, film.grey().window());
    measure.dispose();
    if (tool.isActive()
        && model.isLoupeOn()
        && model.job() != PointerJob.WINDOW
        && !gestures.isWindowing()
        && pointer.isPresent()) {
      loupe.addTo(scene, this::enlarged, view(), size, pointer.get());
    }
    return scene;
  }

  private BufferedImage enlarged(ViewTransform part, int width, int height) {
    inLoupe.show(
        film.grey().pixels(), film.tone(), part, width, height, Prefs.interpolateScaledImages);
    return inLoupe.image();
  }

  /** What ImageJ draws on this canvas. */
  private final class Drawn implements FilmLayer.ImageJ {

    @Override
    public boolean isPlain() {
      ImageProcessor processor = imp.getProcessor();
      return imp instanceof FilmImage
          && FilmSampler.canSample(processor)
          && !imp.isComposite()
          && processor.getMinThreshold() == ImageProcessor.NO_THRESHOLD
          && processor.getCurrentColorModel() instanceof IndexColorModel;
    }

    @Override
    public boolean hasSelections() {
      return imp.getRoi() != null || imp.getOverlay() != null || getShowAllList() != null;
    }

    @Override
    public void paintAll(Graphics2D g) {
      ViewerCanvas.super.paint(g);
    }

    /**
     * Lets ImageJ draw straight on our picture. Told that the image has no size, it does not draw
     * into a buffer of its own that would hide the picture.
     */
    @Override
    public void paintSelections(Graphics2D g) {
      int width = imageWidth;
      int height = imageHeight;
      imageWidth = 0;
      imageHeight = 0;
      Graphics2D own = (Graphics2D) g.create();
      try {
        ((FilmImage) imp).withoutPicture(() -> ViewerCanvas.super.paint(own));
      } finally {
        own.dispose();
        imageWidth = width;
        imageHeight = height;
      }
    }
  }

  /** An event as it would be if the image lay as stored in square pixels, for ImageJ's tools. */
  private MouseEvent plain(MouseEvent e) {
    if (view().isPlain()) {
      return e;
    }
    Point2D p = view().toPlain(e.getX() + 0.5, e.getY() + 0.5);
    return new MouseEvent(
        this,
        e.getID(),
        e.getWhen(),
        e.getModifiersEx(),
        (int) Math.floor(p.getX()),
        (int) Math.floor(p.getY()),
        e.getClickCount(),
        e.isPopupTrigger(),
        e.getButton());
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
    Point2D at = view().unturned(inside ? sx : getWidth() / 2.0, inside ? sy : getHeight() / 2.0);
    Viewport next = now.zoomed(newMagnification, at.getX(), at.getY());
    Viewport whole = Viewport.whole(next.image(), next.aspect(), next.stage());
    show(next.magnification() <= whole.magnification() ? whole : next);
  }

  /** What is shown now; ImageJ's own tools may have moved it. */
  private Viewport viewport(Dimension stage) {
    return new Viewport(
        new Dimension(imageWidth, imageHeight),
        aspect(),
        stage,
        magnification,
        srcRect.x,
        srcRect.y);
  }

  private void show(Viewport viewport) {
    shownAspect = viewport.aspect();
    srcRect = viewport.source();
    Dimension size = model.turn().turned(viewport.canvas());
    setSize(size.width, size.height);
    setMagnification(viewport.magnification());
    tellPart(viewport);
    Container parent = getParent();
    if (parent != null) {
      Dimension stage = model.turn().turned(stage());
      setLocation((stage.width - size.width) / 2, (stage.height - size.height) / 2);
    }
    repaint();
  }

  private void tellPart(Viewport shown) {
    Viewport whole = Viewport.whole(shown.image(), shown.aspect(), shown.stage());
    Rectangle source = shown.source();
    ImagePoint centre =
        new ImagePoint(source.x + source.width / 2.0, source.y + source.height / 2.0);
    model.see(
        shown.magnification() == whole.magnification()
            ? Optional.empty()
            : Optional.of(new Part(centre, shown.magnification())));
  }

  /** The size of this canvas as it would be if the image lay as stored. */
  private Dimension unturnedSize() {
    return model.turn().turned(getSize());
  }

  /** The free area, its sides exchanged where the image lies sideways. */
  private Dimension stage() {
    Container parent = getParent();
    if (parent == null) {
      return unturnedSize();
    }
    Insets insets = parent.getInsets();
    return model
        .turn()
        .turned(
            new Dimension(
                parent.getWidth() - insets.left - insets.right,
                parent.getHeight() - insets.top - insets.bottom));
  }
}
