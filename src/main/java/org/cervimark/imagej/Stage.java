package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Panel;

/** The free area between the panels; the canvas lies in its middle. */
@SuppressWarnings("serial")
final class Stage extends Panel {

  private final ViewerCanvas canvas;
  private Dimension known = new Dimension();

  Stage(ViewerCanvas canvas) {
    super(null);
    this.canvas = canvas;
    setBackground(Look.STAGE);
    add(canvas);
  }

  @Override
  public void doLayout() {
    Dimension before = known;
    known = getSize();
    if (before.width == 0 || before.height == 0) {
      canvas.showWhole();
    } else if (!before.equals(known)) {
      canvas.stageResized(before);
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Look.scaled(700), Look.scaled(800));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Look.scaled(200), Look.scaled(200));
  }
}
