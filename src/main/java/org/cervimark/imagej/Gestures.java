package org.cervimark.imagej;

import ij.IJ;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/**
 * What the buttons of the mouse do on the canvas while the landmark tool is in use: the press
 * decides, and nothing else begins until the button goes up. What is not ours is ImageJ's.
 */
final class Gestures {

  /** From the press of a button until it is let go. */
  private interface Gesture {
    /** The pointer moves. */
    void move(MouseEvent e);

    /**
     * A button goes up.
     *
     * @return whether it was the one of this gesture, which has ended then
     */
    boolean release(MouseEvent e);
  }

  private final ViewerCanvas canvas;
  private final ViewerModel model;
  private final ToolState tool;
  private Optional<Gesture> current = Optional.empty();

  Gestures(ViewerCanvas canvas, ViewerModel model, ToolState tool) {
    this.canvas = canvas;
    this.model = model;
    this.tool = tool;
  }

  /** Whether brightness and contrast are being changed. */
  boolean isWindowing() {
    return current.filter(Windowing.class::isInstance).isPresent();
  }

  /** Whether a button that goes down begins something of ours. */
  boolean press(MouseEvent e) {
    if (SwingUtilities.isMiddleMouseButton(e)) {
      current = Optional.of(new Panning(e));
    } else if (isForWindow(e)) {
      current = Optional.of(new Windowing(e));
    } else if (isOurs(e) && isForDrawing(e)) {
      current = Optional.of(new DrawingOn());
    } else if (isOurs(e)) {
      current = Optional.of(new MarkingOn(e));
    } else {
      return false;
    }
    return true;
  }

  /** Whether a drag is ours. */
  boolean move(MouseEvent e) {
    current.ifPresent(g -> g.move(e));
    return current.isPresent();
  }

  /** Whether a button that goes up is ours. */
  boolean release(MouseEvent e) {
    Optional<Gesture> ending = current;
    boolean ends = ending.isPresent() && ending.get().release(e);
    if (ends) {
      current = Optional.empty();
    }
    return ends;
  }

  /** Landmarks come first where both lie under the pointer. */
  private boolean isForDrawing(MouseEvent e) {
    boolean onLandmark =
        model.job() == PointerJob.LANDMARKS
            && model
                .marking()
                .near(canvas.view(), e.getX(), e.getY(), Marking.GRAB_RADIUS)
                .isPresent();
    return !onLandmark && model.drawing().press(canvas.view(), e.getX(), e.getY());
  }

  private boolean isForWindow(MouseEvent e) {
    return tool.isActive()
        && (SwingUtilities.isRightMouseButton(e)
            || (isOurs(e) && model.job() == PointerJob.WINDOW));
  }

  private boolean isOurs(MouseEvent e) {
    return tool.isActive()
        && SwingUtilities.isLeftMouseButton(e)
        && !e.isPopupTrigger()
        && !e.isControlDown()
        && !IJ.spaceBarDown();
  }

  /** Moves the image. */
  private final class Panning implements Gesture {

    Panning(MouseEvent press) {
      canvas.beginScroll(press);
    }

    @Override
    public void move(MouseEvent e) {
      canvas.scrollTo(e);
    }

    @Override
    public boolean release(MouseEvent e) {
      return true;
    }
  }

  /** Changes brightness and contrast; a click of the right button opens ImageJ's menu. */
  private final class Windowing implements Gesture {

    private final WindowDrag drag;

    Windowing(MouseEvent press) {
      drag = new WindowDrag(canvas.film().grey(), press);
    }

    @Override
    public void move(MouseEvent e) {
      drag.move(e);
    }

    @Override
    public boolean release(MouseEvent e) {
      if (drag.hasMoved()) {
        canvas.film().grey().settle();
      } else if (SwingUtilities.isRightMouseButton(e)) {
        canvas.popup(e);
      }
      return true;
    }
  }

  /** Draws beside the protocol, or moves what is drawn. */
  private final class DrawingOn implements Gesture {

    @Override
    public void move(MouseEvent e) {
      model.drawing().move(canvas.view(), e.getX(), e.getY());
    }

    @Override
    public boolean release(MouseEvent e) {
      boolean ours = SwingUtilities.isLeftMouseButton(e);
      if (ours && model.drawing().release(canvas.view(), e.getX(), e.getY())) {
        model.toggle(model.job());
      }
      return ours;
    }
  }

  /** Places and moves landmarks. */
  private final class MarkingOn implements Gesture {

    MarkingOn(MouseEvent press) {
      model.marking().press(canvas.view(), press.getX(), press.getY());
    }

    @Override
    public void move(MouseEvent e) {
      model.marking().drag(canvas.view(), e.getX(), e.getY());
      canvas.repaint();
    }

    @Override
    public boolean release(MouseEvent e) {
      boolean ours = SwingUtilities.isLeftMouseButton(e);
      if (ours) {
        model.marking().release(canvas.view(), e.getX(), e.getY());
      }
      return ours;
    }
  }
}
