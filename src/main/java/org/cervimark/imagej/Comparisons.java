package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The comparisons that are open in a viewer, in the order in which they were opened. */
final class Comparisons {

  /** Told of comparisons that open, change and close. */
  interface Listener {
    /** A comparison is open. */
    default void opened(Comparison comparison) {}

    /** A comparison is closed. */
    default void closed(Comparison comparison) {}

    /** A comparison shows something else, perhaps only in passing. */
    default void changed(Comparison comparison) {}
  }

  private final List<Comparison> open = new ArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Those that are open. */
  List<Comparison> open() {
    return List.copyOf(open);
  }

  /** Opens one. */
  void open(Comparison comparison) {
    open.add(comparison);
    comparison.onChange(() -> listeners.forEach(l -> l.changed(comparison)));
    listeners.forEach(l -> l.opened(comparison));
  }

  /** Closes one; does nothing if it is closed. */
  void close(Comparison comparison) {
    if (open.remove(comparison)) {
      listeners.forEach(l -> l.closed(comparison));
    }
  }

  /** Adds a listener. */
  void addListener(Listener listener) {
    listeners.add(listener);
  }
}
