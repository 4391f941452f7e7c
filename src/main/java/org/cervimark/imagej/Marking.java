package org.cervimark.imagej;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession;

/**
 * What pointer and keys do to a session, without widgets.
 *
 * <p>A click always places the target, also close to a landmark that is already placed; a drag that
 * begins at a landmark moves it. The landmark placed, moved or clicked last is the selected one:
 * the arrow keys move it.
 */
final class Marking {

  /** How close to a landmark, in screen pixels, a drag must begin to move it. */
  static final double GRAB_RADIUS = 9;

  /** How close to a landmark a click selects it instead of placing another one on top. */
  static final double SAME_SPOT = 3;

  /** How far the pointer must travel before a press becomes a drag. */
  static final double DRAG_THRESHOLD = 2.5;

  private final ReadingSession session;
  private final Runnable selectionChanged;
  private Optional<LandmarkId> selected = Optional.empty();
  private Optional<Press> press = Optional.empty();
  private Optional<Snap> snap = Optional.empty();

  /**
   * A landmark that was moved onto an edge.
   *
   * @param landmark which
   * @param from where the reader had placed it
   * @param to where it lies now
   */
  record Snap(LandmarkId landmark, ImagePoint from, ImagePoint to) {}

  private record Press(int column, int row, Optional<LandmarkId> near, boolean dragging) {}

  /**
   * Marking on a session.
   *
   * @param selectionChanged run when another landmark is selected and the session stays as it is
   */
  Marking(ReadingSession session, Runnable selectionChanged) {
    this.session = session;
    this.selectionChanged = selectionChanged;
  }

  /** The landmark that the arrow keys move. */
  Optional<LandmarkId> selected() {
    return selected.filter(l -> session.landmarks().point(l).isPresent());
  }

  /** The landmark that is being dragged. */
  Optional<LandmarkId> dragged() {
    return press.filter(Press::dragging).flatMap(Press::near);
  }

  /** Selects a placed landmark, or makes an open one the target. */
  void choose(LandmarkId landmark) {
    if (session.landmarks().point(landmark).isPresent()) {
      selected = Optional.of(landmark);
    } else {
      selected = Optional.empty();
    }
    session.setTarget(landmark);
  }

  /** The button goes down at a screen pixel. */
  void press(ViewTransform view, int column, int row) {
    session.endDrag();
    press = Optional.of(new Press(column, row, near(view, column, row, GRAB_RADIUS), false));
  }

  /** The pointer moves with the button down. */
  void drag(ViewTransform view, int column, int row) {
    if (press.isEmpty()) {
      return;
    }
    Press begun = press.get();
    boolean far =
        Math.hypot(column - begun.column(), row - begun.row()) >= DRAG_THRESHOLD
            || begun.dragging();
    if (far && begun.near().isPresent()) {
      LandmarkId landmark = begun.near().get();
      press = Optional.of(new Press(begun.column(), begun.row(), begun.near(), true));
      selected = Optional.of(landmark);
      session.drag(landmark, clipped(view.fromMouse(column, row)));
    }
  }

  /** The button goes up: ends a drag, or places the target here. */
  void release(ViewTransform view, int column, int row) {
    if (press.isEmpty()) {
      return;
    }
    boolean dragging = press.get().dragging();
    press = Optional.empty();
    if (dragging) {
      session.endDrag();
      return;
    }
    ImagePoint point = view.fromMouse(column, row);
    Optional<LandmarkId> sameSpot = near(view, column, row, SAME_SPOT);
    if (sameSpot.isPresent() && !sameSpot.equals(session.target())) {
      selected = sameSpot;
      selectionChanged.run();
    } else if (session.target().isPresent() && isInside(point)) {
      selected = session.target();
      session.placeTarget(point);
    }
  }

  /** Gives up a press that has not become a drag; ends a drag where it is. */
  void cancel() {
    press = Optional.empty();
    session.endDrag();
  }

  /** Moves the selected landmark by image pixels; {@link #endNudge} makes one step of many. */
  void nudge(double columns, double rows) {
    selected()
        .flatMap(l -> session.landmarks().point(l))
        .ifPresent(
            p ->
                session.drag(
                    selected.orElseThrow(),
                    clipped(new ImagePoint(p.column() + columns, p.row() + rows))));
  }

  /** Ends a row of nudges: they are undone as one. */
  void endNudge() {
    session.endDrag();
  }

  /** Moves the selected landmark onto an edge, as one step to undo. */
  void snap(ImagePoint edge) {
    session.endDrag();
    Optional<ImagePoint> from = selected().flatMap(session.landmarks()::point);
    if (from.isPresent()) {
      LandmarkId landmark = selected.orElseThrow();
      ImagePoint to = clipped(edge).snapped();
      snap = Optional.of(new Snap(landmark, from.get(), to));
      session.drag(landmark, to);
      session.endDrag();
    }
  }

  /** What was last moved onto an edge, as long as it lies there. */
  Optional<Snap> snapped() {
    return snap.filter(s -> session.landmarks().point(s.landmark()).equals(Optional.of(s.to())));
  }

  /** Records the target as not visible and goes on. */
  void markNotVisible() {
    session
        .target()
        .ifPresent(
            target -> {
              selected = Optional.empty();
              session.markNotVisible(target);
            });
  }

  /** States how well the selected landmark is seen; the same again takes it back to clear. */
  void toggle(Visibility visibility) {
    selected()
        .flatMap(session.landmarks()::find)
        .map(Placement::visibility)
        .ifPresent(
            now ->
                session.setVisibility(
                    selected.orElseThrow(), now == visibility ? Visibility.CLEAR : visibility));
  }

  /** Takes away the selected landmark, else the one before the target, and makes it the target. */
  void back() {
    Optional<LandmarkId> victim = selected().or(this::beforeTarget);
    selected = Optional.empty();
    victim.ifPresent(session::remove);
  }

  /** Makes the next (1) or previous (-1) landmark of the protocol the target, placed or not. */
  void step(int direction) {
    List<LandmarkId> order = session.protocol().landmarks();
    if (!order.isEmpty()) {
      int at = session.target().map(order::indexOf).orElse(direction > 0 ? -1 : 0);
      choose(order.get(Math.floorMod(at + direction, order.size())));
    }
  }

  /** The placed landmark closest to a screen pixel within a radius of screen pixels. */
  Optional<LandmarkId> near(ViewTransform view, int column, int row, double radius) {
    Optional<LandmarkId> best = Optional.empty();
    double least = radius;
    for (Placement placement : session.landmarks().all()) {
      if (placement.point().isPresent()) {
        double distance = view.toScreen(placement.point().get()).distance(column + 0.5, row + 0.5);
        if (distance <= least) {
          least = distance;
          best = Optional.of(placement.landmark());
        }
      }
    }
    return best;
  }

  private Optional<LandmarkId> beforeTarget() {
    List<LandmarkId> order = session.protocol().landmarks();
    int at = session.target().map(order::indexOf).orElse(order.size());
    for (int i = (at < 0 ? order.size() : at) - 1; i >= 0; i--) {
      if (session.landmarks().find(order.get(i)).isPresent()) {
        return Optional.of(order.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isInside(ImagePoint point) {
    Radiograph image = session.radiograph();
    return point.snapped().isWithin(image.columns(), image.rows());
  }

  private ImagePoint clipped(ImagePoint point) {
    Radiograph image = session.radiograph();
    return new ImagePoint(
        Math.max(0, Math.min(image.columns(), point.column())),
        Math.max(0, Math.min(image.rows(), point.row())));
  }
}
