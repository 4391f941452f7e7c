package org.cervimark.imagej;

import java.awt.event.MouseEvent;
import org.cervimark.image.Window;

/** A drag that changes brightness and contrast; a press that has not moved changes nothing. */
final class WindowDrag {

  private final GreyView grey;
  private final Window begun;
  private final int x;
  private final int y;
  private boolean moved;

  WindowDrag(GreyView grey, MouseEvent press) {
    this.grey = grey;
    this.begun = grey.window();
    this.x = press.getX();
    this.y = press.getY();
  }

  /** The pointer moves. */
  void move(MouseEvent e) {
    int right = e.getX() - x;
    int up = y - e.getY();
    moved |= Math.hypot(right, up) >= Marking.DRAG_THRESHOLD;
    if (moved) {
      grey.drag(begun, right, up);
    }
  }

  /** Whether it has become a drag. */
  boolean hasMoved() {
    return moved;
  }
}
