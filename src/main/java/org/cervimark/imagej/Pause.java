package org.cervimark.imagej;

import java.util.function.Consumer;
import javax.swing.Timer;

/** Runs something on the event thread once nothing has been asked for a moment. */
final class Pause implements Consumer<Runnable> {

  private static final int MILLISECONDS = 500;

  private final Timer timer = new Timer(MILLISECONDS, e -> end());
  private Runnable waiting = () -> {};

  Pause() {
    timer.setRepeats(false);
  }

  @Override
  public void accept(Runnable then) {
    waiting = then;
    timer.restart();
  }

  private void end() {
    waiting.run();
  }
}
