package org.cervimark.measurement;

import java.util.List;
import java.util.SortedSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;

/** A construction: computes the value, lists the landmarks it needs, and draws itself. */
public interface Formula {

  /** The formula as written in the catalogue, for the audit trail. */
  String source();

  /** The landmarks without which there is no value, those of formulas it refers to included. */
  SortedSet<LandmarkId> landmarks();

  /** Whether the value turns with the vertical, so that it depends on how the patient was held. */
  boolean isGravityReferenced();

  /** The value or the reason why there is none; never throws for any placement of landmarks. */
  Outcome evaluate(Measurement measurement, Subject subject);

  /** What to draw on the image; empty where {@link #evaluate} gives no value. */
  List<Graphic> graphics(Subject subject);
}
