package org.cervimark.anatomy;

/** The patient's side. */
public enum Side {
  /** The patient's right. */
  RIGHT,
  /** The patient's left. */
  LEFT
}
