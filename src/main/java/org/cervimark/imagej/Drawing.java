package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;

/**
 * What the pointer does to marks that are drawn freely, without widgets. Each click adds a point;
 * the last one makes the mark. A drag that begins at a point of a mark moves it; the mark becomes a
 * step to undo when the button goes up.
 */
final class Drawing {

  private final ReadingSession session;
  private final Runnable changed;
  private Optional<FreeMark.Kind> kind = Optional.empty();
  private Consumer<List<ImagePoint>> complete = all -> {};
  private List<ImagePoint> points = List.of();
  private Optional<ImagePoint> pointer = Optional.empty();
  private Optional<Handle> handle = Optional.empty();
  private Optional<FreeMark> moving = Optional.empty();
  private Optional<String> selected = Optional.empty();

  private record Handle(FreeMark mark, int point) {}

  /**
   * Drawing on a session.
   *
   * @param changed run when something is drawn that the session does not know yet
   */
  Drawing(ReadingSession session, Runnable changed) {
    this.session = session;
    this.changed = changed;
  }

  /**
   * Begins to draw; gives up what is not complete.
   *
   * @param newKind the shape
   * @param whole what to do with the points once there are enough
   */
  void begin(FreeMark.Kind newKind, Consumer<List<ImagePoint>> whole) {
    giveUp();
    kind = Optional.of(newKind);
    complete = whole;
    changed.run();
  }

  /** Draws no more; gives up what is not complete. */
  void end() {
    giveUp();
    changed.run();
  }

  /** Adds a mark and selects it. */
  void put(FreeMark mark) {
    selected = Optional.of(mark.uid());
    session.put(mark);
  }

  private void giveUp() {
    kind = Optional.empty();
    points = List.of();
    pointer = Optional.empty();
    handle = Optional.empty();
    moving = Optional.empty();
  }

  /** The marks as they are seen: one that is being moved where it is now. */
  List<FreeMark> marks() {
    return session.marks().stream()
        .map(m -> moving.filter(now -> now.uid().equals(m.uid())).orElse(m))
        .toList();
  }

  /** The points of the mark that is not complete, the place under the pointer last. */
  List<ImagePoint> unfinished() {
    if (points.isEmpty()) {
      return points;
    }
    List<ImagePoint> all = new ArrayList<>(points);
    pointer.ifPresent(all::add);
    return all;
  }

  /** What is being drawn, if anything. */
  Optional<FreeMark.Kind> kind() {
    return kind;
  }

  /** How many points it still needs. */
  int missing() {
    return kind.map(k -> k.points() - points.size()).orElse(0);
  }

  /** The mark that the reader touched last. */
  Optional<FreeMark> selected() {
    return marks().stream().filter(m -> selected.equals(Optional.of(m.uid()))).findFirst();
  }

  /** Selects a mark, or none. */
  void select(Optional<String> uid) {
    selected = uid;
    changed.run();
  }

  /** Takes the selected mark away. */
  void removeSelected() {
    Optional<String> victim = selected;
    selected = Optional.empty();
    victim.ifPresent(session::removeMark);
  }

  /**
   * The button goes down at a screen pixel.
   *
   * @return whether the press is for a mark
   */
  boolean press(ViewTransform view, int column, int row) {
    if (kind.isPresent()) {
      return true;
    }
    handle = near(view, column, row);
    handle.ifPresent(h -> select(Optional.of(h.mark().uid())));
    return handle.isPresent();
  }

  /** The pointer moves, with the button down or not. */
  void move(ViewTransform view, int column, int row) {
    ImagePoint point = clipped(view.fromMouse(column, row));
    if (handle.isPresent()) {
      Handle held = handle.get();
      moving = Optional.of(held.mark().withPoint(held.point(), point));
      changed.run();
    } else if (!points.isEmpty()) {
      pointer = Optional.of(point);
      changed.run();
    }
  }

  /**
   * The button goes up.
   *
   * @return whether a mark is complete now
   */
  boolean release(ViewTransform view, int column, int row) {
    if (handle.isPresent()) {
      Optional<FreeMark> moved = moving;
      handle = Optional.empty();
      moving = Optional.empty();
      moved.ifPresent(session::put);
      return false;
    }
    ImagePoint point = view.fromMouse(column, row);
    if (kind.isEmpty() || !isInside(point)) {
      return false;
    }
    List<ImagePoint> all = new ArrayList<>(points);
    all.add(point);
    if (all.size() < kind.get().points()) {
      points = List.copyOf(all);
      pointer = Optional.of(point);
      changed.run();
      return false;
    }
    points = List.of();
    pointer = Optional.empty();
    complete.accept(List.copyOf(all));
    return true;
  }

  private Optional<Handle> near(ViewTransform view, int column, int row) {
    Optional<Handle> best = Optional.empty();
    double least = Marking.GRAB_RADIUS;
    for (FreeMark mark : session.marks()) {
      for (int i = 0; i < mark.points().size(); i++) {
        double distance = view.toScreen(mark.points().get(i)).distance(column + 0.5, row + 0.5);
        if (distance <= least) {
          least = distance;
          best = Optional.of(new Handle(mark, i));
        }
      }
    }
    return best;
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
