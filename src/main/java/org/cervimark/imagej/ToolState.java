package org.cervimark.imagej;

/** Whether clicks on a radiograph place landmarks, or belong to another tool of ImageJ. */
interface ToolState {

  /** Whether the landmark tool is the one in use. */
  boolean isActive();

  /** Makes the landmark tool the one in use. */
  void activate();

  /** Steps back: another tool of ImageJ becomes the one in use. */
  void deactivate();

  /** Runs something after each change, on the event thread; until the returned action is run. */
  Runnable onChange(Runnable listener);
}
