package org.cervimark.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/**
 * A vertebra by which films are laid over each other; landmarks of one bone keep their distances.
 *
 * @param id the beginning of the names of its landmarks, such as {@code c7}
 */
public record Bone(String id) implements Comparable<Bone> {

  private static final Pattern VERTEBRA = Pattern.compile("([ct]\\d+)-.+");

  /** The vertebra of a landmark, if it is one of a vertebra. */
  public static Optional<Bone> of(LandmarkId landmark) {
    Matcher matcher = VERTEBRA.matcher(landmark.value());
    return matcher.matches() ? Optional.of(new Bone(matcher.group(1))) : Optional.empty();
  }

  /** The vertebrae of which at least two landmarks are placed on both films, from the head down. */
  public static NavigableSet<Bone> common(LandmarkSet one, LandmarkSet other) {
    NavigableSet<Bone> bones = new TreeSet<>();
    for (Placement placement : one.all()) {
      of(placement.landmark())
          .filter(bone -> bone.landmarks(one, other).size() >= 2)
          .ifPresent(bones::add);
    }
    return bones;
  }

  /** Its landmarks that are placed on both films. */
  List<LandmarkId> landmarks(LandmarkSet one, LandmarkSet other) {
    List<LandmarkId> landmarks = new ArrayList<>();
    for (Placement placement : one.all()) {
      LandmarkId id = placement.landmark();
      if (of(id).equals(Optional.of(this))
          && placement.point().isPresent()
          && other.point(id).isPresent()) {
        landmarks.add(id);
      }
    }
    return landmarks;
  }

  /** Its name, such as C7, the same in all languages. */
  public String label() {
    return id.toUpperCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Bone other) {
    int region = id.substring(0, 1).compareTo(other.id.substring(0, 1));
    return region != 0 ? region : Integer.compare(number(), other.number());
  }

  private int number() {
    return Integer.parseInt(id.substring(1));
  }
}
