package org.cervimark.imagej;

/** What the left button of the mouse does on the image while the landmark tool is in use. */
enum PointerJob {
  /** Places and moves landmarks. */
  LANDMARKS,
  /** Changes brightness and contrast. */
  WINDOW
}
