package org.cervimark.imagej;

import java.awt.Component;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** Ticks as often as screens show a new picture, as long as a component is on one. */
final class ScreenTicker implements FramePlayer.Ticker {

  private static final int MILLISECONDS = 15;

  private final Component component;
  private @Nullable Timer timer;

  ScreenTicker(Component component) {
    this.component = component;
  }

  @Override
  public void start(Runnable tick) {
    stop();
    Timer fresh =
        new Timer(
            MILLISECONDS,
            e -> {
              if (component.isDisplayable()) {
                tick.run();
              } else {
                stop();
              }
            });
    timer = fresh;
    fresh.start();
  }

  @Override
  public void stop() {
    if (timer != null) {
      timer.stop();
      timer = null;
    }
  }
}
