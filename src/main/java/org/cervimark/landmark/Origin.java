package org.cervimark.landmark;

/** How a landmark came to its place. */
public enum Origin {
  /** A reader placed it. */
  MANUAL,
  /** An algorithm placed it. */
  AUTOMATIC,
  /** An algorithm placed it and a reader moved it. */
  CORRECTED
}
