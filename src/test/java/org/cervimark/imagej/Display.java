package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Assumptions;

/** The screen that window tests need. */
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
}
