package org.cervimark.imagej;

import java.awt.Component;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.cervimark.image.ImagePoint;

/** Moves about the image, and to other studies. */
final class ViewerNavigation implements ViewerCommands.CanvasView {

  /** Magnification at which corners are placed well on a film of usual size. */
  private static final double CLOSE = 1.5;

  private final ViewerCanvas canvas;
  private final ViewerModel model;
  private final StudyOpener opener;

  ViewerNavigation(ViewerCanvas canvas, ViewerModel model, StudyOpener opener) {
    this.canvas = canvas;
    this.model = model;
    this.opener = opener;
  }

  @Override
  public void open() {
    PathChooser.choose((Component) canvas, JFileChooser.FILES_AND_DIRECTORIES, opener.wording())
        .ifPresent(opener::openLater);
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
