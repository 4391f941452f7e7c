package org.cervimark.imagej;

import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;

/**
 * Runs something beside the event thread and waits until it is done, while windows go on painting
 * and answering; off the event thread it simply runs it.
 */
final class BesideEventThread implements Executor {

  @Override
  public void execute(Runnable task) {
    if (!SwingUtilities.isEventDispatchThread()) {
      task.run();
      return;
    }
    SecondaryLoop loop = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } finally {
                loop.exit();
              }
            },
            "CerviMark saves");
    // Started from within the loop, so that it cannot end before the loop has begun.
    SwingUtilities.invokeLater(thread::start);
    loop.enter();
  }
}
