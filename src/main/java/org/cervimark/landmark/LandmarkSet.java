package org.cervimark.landmark;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;

/** The landmarks placed on one image, at most one placement for each. Immutable, ordered by id. */
public final class LandmarkSet {

  private static final LandmarkSet EMPTY = new LandmarkSet(new TreeMap<>());

  private final SortedMap<LandmarkId, Placement> placements;

  private LandmarkSet(SortedMap<LandmarkId, Placement> placements) {
    this.placements = Collections.unmodifiableSortedMap(placements);
  }

  /** The set without any landmark. */
  public static LandmarkSet empty() {
    return EMPTY;
  }

  /**
   * The set of these placements.
   *
   * @throws IllegalArgumentException if a landmark occurs twice
   */
  public static LandmarkSet of(Collection<Placement> placements) {
    SortedMap<LandmarkId, Placement> map = new TreeMap<>();
    for (Placement placement : placements) {
      if (map.put(placement.landmark(), placement) != null) {
        throw new IllegalArgumentException("landmark placed twice: " + placement.landmark());
      }
    }
    return new LandmarkSet(map);
  }

  /** This set with a landmark placed or replaced. */
  public LandmarkSet with(Placement placement) {
    SortedMap<LandmarkId, Placement> map = new TreeMap<>(placements);
    map.put(placement.landmark(), placement);
    return new LandmarkSet(map);
  }

  /** This set without a landmark; the same if it has none of that id. */
  public LandmarkSet without(LandmarkId landmark) {
    if (!placements.containsKey(landmark)) {
      return this;
    }
    SortedMap<LandmarkId, Placement> map = new TreeMap<>(placements);
    map.remove(landmark);
    return new LandmarkSet(map);
  }

  /** The placement of a landmark, if the reader has dealt with it. */
  public Optional<Placement> find(LandmarkId landmark) {
    return Optional.ofNullable(placements.get(landmark));
  }

  /** The position of a landmark; empty if it was not placed or is not visible. */
  public Optional<ImagePoint> point(LandmarkId landmark) {
    return find(landmark).flatMap(Placement::point);
  }

  /** All placements, ordered by id. */
  public Collection<Placement> all() {
    return placements.values();
  }

  /** Whether nothing is placed. */
  public boolean isEmpty() {
    return placements.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LandmarkSet set && placements.equals(set.placements);
  }

  @Override
  public int hashCode() {
    return placements.hashCode();
  }

  @Override
  public String toString() {
    return placements.values().toString();
  }
}
