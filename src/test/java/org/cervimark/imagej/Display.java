package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.fail;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.ImageWindow;
import java.awt.GraphicsEnvironment;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Assumptions;

/** The screen that window tests need, with ImageJ on it. */
final class Display {

  private Display() {}

  /** Aborts the test loudly without a display; fails it where nothing may be left out. */
  static void require() {
    if (GraphicsEnvironment.isHeadless()) {
      String message = "SKIPPED: no display; run under xvfb-run";
      if ("required".equals(System.getenv("CERVIMARK_PEERS"))) {
        fail(message);
      }
      Assumptions.abort(message);
    }
  }

  /** ImageJ with its main window, once for all tests of a virtual machine. */
  static void startImageJ() {
    require();
    if (IJ.getInstance() == null) {
      new ImageJ(ImageJ.NO_SHOW).setVisible(true);
    }
  }

  /** Closes a window without asking about what is not saved. */
  static void close(ImageWindow window) {
    if (!SwingUtilities.isEventDispatchThread()) {
      Operator.onEventThread(
          () -> {
            close(window);
            return true;
          });
      return;
    }
    window.dispose();
    WindowManager.removeWindow(window);
  }
}
