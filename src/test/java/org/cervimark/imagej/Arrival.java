package org.cervimark.imagej;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Waits for an input event to come back from the screen: what a robot does travels through the
 * screen's server, and a quiet event queue does not say that it has arrived.
 */
final class Arrival implements AutoCloseable {

  private static final long MASK =
      AWTEvent.MOUSE_EVENT_MASK
          | AWTEvent.MOUSE_MOTION_EVENT_MASK
          | AWTEvent.MOUSE_WHEEL_EVENT_MASK
          | AWTEvent.KEY_EVENT_MASK;

  /** An event may never come, for instance when a press closes the window under the pointer. */
  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final AWTEventListener listener;

  private Arrival(Predicate<AWTEvent> awaited) {
    listener =
        event -> {
          if (awaited.test(event)) {
            arrived.countDown();
          }
        };
    Toolkit.getDefaultToolkit().addAWTEventListener(listener, MASK);
  }

  /** The arrival of the first event that passes a test, from now on. */
  static Arrival of(Predicate<AWTEvent> awaited) {
    return new Arrival(awaited);
  }

  /** The arrival of the first mouse event of this kind, from now on. */
  static Arrival of(int id) {
    return new Arrival(event -> event instanceof MouseEvent && event.getID() == id);
  }

  /** Waits until the event is there, or may no longer be expected. */
  void await() {
    try {
      arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
  }
}
