package org.cervimark.imagej;

import ij.gui.Roi;
import java.awt.Component;
import java.awt.Toolkit;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.cervimark.image.ImagePoint;

/** Moves about the image, and to other studies. */
final class ViewerNavigation implements CanvasView {

  /** Magnification at which corners are placed well on a film of usual size. */
  private static final double CLOSE = 1.5;

  /** Screen pixels around a landmark in which an edge is looked for. */
  private static final double SNAP_REACH = 6;

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final ViewerCanvas canvas;
  private final ViewerModel model;
  private final StudyOpener opener;
  private final Settings settings;
  private final FramePlayer frames;
  private Runnable comparing = () -> {};
  private Runnable browsing = () -> {};

  ViewerNavigation(
      ViewerCanvas canvas,
      ViewerModel model,
      StudyOpener opener,
      Settings settings,
      FramePlayer frames) {
    this.canvas = canvas;
    this.model = model;
    this.opener = opener;
    this.settings = settings;
    this.frames = frames;
  }

  @Override
  public void open() {
    PathChooser.choose((Component) canvas, JFileChooser.FILES_AND_DIRECTORIES, opener.wording())
        .ifPresent(opener::openLater);
  }

  @Override
  public boolean canCompare() {
    return model.study().images().size() > 1;
  }

  @Override
  public void compare() {
    comparing.run();
  }

  @Override
  public void browse() {
    browsing.run();
  }

  /** How to open the study browser, which needs the window. */
  void onBrowse(Runnable action) {
    browsing = action;
  }

  /** How to open a comparison, which needs the window. */
  void onCompare(Runnable action) {
    comparing = action;
  }

  @Override
  public SeriesActions series() {
    return new SeriesActions(model, opener);
  }

  @Override
  public FramePlayer frames() {
    return frames;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public GreyView grey() {
    return canvas.film().grey();
  }

  @Override
  public void windowPart() {
    Roi roi = canvas.film().imp().getRoi();
    grey().fit(roi != null && roi.isArea() ? roi.getBounds() : canvas.getSrcRect());
  }

  @Override
  public List<GreyPresets.Preset> presets() {
    return GreyPresets.of(model.image(), grey(), opener.wording());
  }

  @Override
  public void oneToOne() {
    canvas.magnify(1);
  }

  @Override
  public boolean hasTrueSize() {
    return model.session().scale().isCalibrated();
  }

  @Override
  public void trueSize() {
    double pixelsPerMillimetre =
        Toolkit.getDefaultToolkit().getScreenResolution() / MILLIMETRES_PER_INCH;
    canvas.magnify(model.session().scale().columnSpacing() * pixelsPerMillimetre);
  }

  @Override
  public double snapRadius() {
    return Math.max(3, Math.min(8, SNAP_REACH / canvas.getMagnification()));
  }

  @Override
  public Optional<ImagePoint> pointedAt() {
    return canvas.pointer.map(p -> canvas.view().fromMouse(p.x, p.y));
  }

  @Override
  public Turn turn() {
    return model.turn();
  }

  @Override
  public void lay(Turn turn) {
    model.lay(turn);
  }

  @Override
  public void showWhole() {
    canvas.showWhole();
  }

  @Override
  public void zoomToTarget() {
    Optional<ImagePoint> expected = model.expectedTarget();
    expected.ifPresent(p -> canvas.zoomTo(p, CLOSE));
  }
}
