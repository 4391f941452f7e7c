package org.cervimark.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/**
 * What has changed from one reading of an image to the next.
 *
 * @param image the image
 * @param landmarks the landmarks that were placed, moved, seen otherwise or taken away, by id
 * @param values the values that were gained, lost or changed, or that another version of the
 *     construction gives
 * @param marks the free marks that were drawn, changed or taken away
 * @param settings what else has changed
 */
public record ReadingDifference(
    ImageReference image,
    List<LandmarkChange> landmarks,
    List<ValueChange> values,
    List<MarkChange> marks,
    Set<Setting> settings) {

  /** What a reading rests on besides its landmarks. */
  public enum Setting {
    /** The view as which the image is read. */
    VIEW,
    /** The protocol. */
    PROTOCOL,
    /** The scale or where it comes from. */
    SCALE,
    /** The orientation or where it comes from. */
    ORIENTATION,
    /** The blinded passes. */
    REPLICATES
  }

  /**
   * A landmark that is not as it was.
   *
   * @param landmark which
   * @param before how it was placed; empty if it was not dealt with
   * @param after how it is placed; empty if it was taken away
   * @param pixels how far it moved, in column spacings of the image; present if both have a point
   * @param millimetres how far it moved, by the later scale; present if that is in millimetres
   */
  public record LandmarkChange(
      LandmarkId landmark,
      Optional<Placement> before,
      Optional<Placement> after,
      Optional<Double> pixels,
      Optional<Double> millimetres) {}

  /**
   * A value that is not as it was.
   *
   * @param measurement id of the measurement
   * @param before the value before, with the version of its construction
   * @param after the value after, with the version of its construction
   */
  public record ValueChange(
      String measurement, Optional<MeasuredValue> before, Optional<MeasuredValue> after) {

    /** Whether another version of the construction has given the later value. */
    public boolean isOtherVersion() {
      return before.isPresent()
          && after.isPresent()
          && !before.get().version().equals(after.get().version());
    }
  }

  /**
   * A free mark that is not as it was.
   *
   * @param before the mark before
   * @param after the mark after
   */
  public record MarkChange(Optional<FreeMark> before, Optional<FreeMark> after) {}

  /** Copies the collections. */
  public ReadingDifference {
    landmarks = List.copyOf(landmarks);
    values = List.copyOf(values);
    marks = List.copyOf(marks);
    settings = Set.copyOf(settings);
  }

  /** The difference of two readings of one image; before the first one there was nothing. */
  public static ReadingDifference between(Optional<Reading> before, Reading after) {
    return new ReadingDifference(
        after.image(),
        landmarks(before.map(Reading::landmarks).orElse(LandmarkSet.empty()), after),
        values(before.map(Reading::values).orElse(List.of()), after.values()),
        marks(before.map(Reading::marks).orElse(List.of()), after.marks()),
        before.map(b -> settings(b, after)).orElse(Set.of()));
  }

  /** Whether nothing has changed. */
  public boolean isEmpty() {
    return landmarks.isEmpty() && values.isEmpty() && marks.isEmpty() && settings.isEmpty();
  }

  private static List<LandmarkChange> landmarks(LandmarkSet before, Reading after) {
    Set<LandmarkId> ids = new TreeSet<>();
    before.all().forEach(p -> ids.add(p.landmark()));
    after.landmarks().all().forEach(p -> ids.add(p.landmark()));
    List<LandmarkChange> changes = new ArrayList<>();
    for (LandmarkId id : ids) {
      Optional<Placement> was = before.find(id);
      Optional<Placement> is = after.landmarks().find(id);
      if (!was.equals(is)) {
        Optional<ImagePoint> from = was.flatMap(Placement::point);
        Optional<ImagePoint> to = is.flatMap(Placement::point);
        Optional<Double> pixels = from.flatMap(f -> to.map(f::distanceTo));
        Optional<Double> millimetres =
            from.flatMap(f -> to.map(t -> length(f, t, after.scale())))
                .filter(length -> after.scale().isCalibrated());
        changes.add(new LandmarkChange(id, was, is, pixels, millimetres));
      }
    }
    return changes;
  }

  private static double length(ImagePoint from, ImagePoint to, Scale scale) {
    return Math.hypot(
        (to.column() - from.column()) * scale.columnSpacing(),
        (to.row() - from.row()) * scale.rowSpacing());
  }

  private static List<ValueChange> values(List<MeasuredValue> before, List<MeasuredValue> after) {
    Map<String, MeasuredValue> was = byMeasurement(before);
    Map<String, MeasuredValue> is = byMeasurement(after);
    Set<String> ids = new LinkedHashSet<>(is.keySet());
    ids.addAll(was.keySet());
    List<ValueChange> changes = new ArrayList<>();
    for (String id : ids) {
      ValueChange change =
          new ValueChange(id, Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id)));
      if (!change.before().equals(change.after())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static Map<String, MeasuredValue> byMeasurement(List<MeasuredValue> values) {
    Map<String, MeasuredValue> map = new LinkedHashMap<>();
    values.forEach(v -> map.put(v.measurement(), v));
    return map;
  }

  private static List<MarkChange> marks(List<FreeMark> before, List<FreeMark> after) {
    Map<String, FreeMark> was = new LinkedHashMap<>();
    before.forEach(m -> was.put(m.uid(), m));
    List<MarkChange> changes = new ArrayList<>();
    for (FreeMark mark : after) {
      Optional<FreeMark> earlier = Optional.ofNullable(was.remove(mark.uid()));
      if (!earlier.equals(Optional.of(mark))) {
        changes.add(new MarkChange(earlier, Optional.of(mark)));
      }
    }
    was.values().forEach(m -> changes.add(new MarkChange(Optional.of(m), Optional.empty())));
    return changes;
  }

  private static Set<Setting> settings(Reading before, Reading after) {
    Set<Setting> changed = new java.util.HashSet<>();
    if (before.view() != after.view()) {
      changed.add(Setting.VIEW);
    }
    if (!before.protocol().equals(after.protocol())) {
      changed.add(Setting.PROTOCOL);
    }
    if (!before.scale().equals(after.scale())) {
      changed.add(Setting.SCALE);
    }
    if (!before.orientation().equals(after.orientation())
        || !before.orientationSource().equals(after.orientationSource())) {
      changed.add(Setting.ORIENTATION);
    }
    if (!before.replicates().equals(after.replicates())) {
      changed.add(Setting.REPLICATES);
    }
    return changed;
  }
}
