package org.cervimark.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;

/**
 * Joins two revisions that were saved from the same one. What only one of them changed is taken
 * over; what both changed, each in its own way, is a conflict that a person decides, landmark by
 * landmark.
 */
public final class RevisionMerge {

  /** Which of both sides. */
  public enum Side {
    /** The first revision. */
    ONE,
    /** The second revision. */
    OTHER
  }

  /** On what both sides differ. */
  public sealed interface Subject {

    /** What it is, in a word: the id of a landmark, the UID of a mark, else what is said below. */
    String name();

    /** On which image, as its UID with the number of the frame; empty if on none. */
    String place();
  }

  /**
   * Where a landmark lies or how it is seen.
   *
   * @param image on which image
   * @param landmark which landmark
   */
  public record OfLandmark(ImageReference image, LandmarkId landmark) implements Subject {

    @Override
    public String name() {
      return landmark.value();
    }

    @Override
    public String place() {
      return placeOf(image);
    }
  }

  /**
   * View, protocol, scale and orientation of an image, which belong together.
   *
   * @param image on which image
   */
  public record OfSettings(ImageReference image) implements Subject {

    @Override
    public String name() {
      return "settings";
    }

    @Override
    public String place() {
      return placeOf(image);
    }
  }

  /**
   * A free mark.
   *
   * @param image on which image
   * @param uid which mark
   */
  public record OfMark(ImageReference image, String uid) implements Subject {

    @Override
    public String name() {
      return uid;
    }

    @Override
    public String place() {
      return placeOf(image);
    }
  }

  /** What is said of the study. */
  public record OfRemarks() implements Subject {

    @Override
    public String name() {
      return "remarks";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /**
   * Something that both sides changed, each in its own way.
   *
   * @param subject what it is
   * @param pixels how far the landmark lies apart, in column spacings, if it has a point on both
   *     sides
   */
  public record Conflict(Subject subject, Optional<Double> pixels) {}

  /**
   * What comes of joining.
   *
   * @param readings one for each image of either side
   * @param remarks what is said of the study
   */
  public record Joined(List<Reading> readings, StudyRemarks remarks) {

    /** Copies the list. */
    public Joined {
      readings = List.copyOf(readings);
    }
  }

  private static String placeOf(ImageReference image) {
    return image.sopInstanceUid() + ":" + image.frame();
  }

  private final Optional<StudyReport> ancestor;
  private final StudyReport one;
  private final StudyReport other;
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * The joining of two revisions.
   *
   * @param ancestor the revision from which both come; without it everything on which they differ
   *     is a conflict
   */
  public RevisionMerge(Optional<StudyReport> ancestor, StudyReport one, StudyReport other) {
    this.ancestor = ancestor;
    this.one = one;
    this.other = other;
    join(
        conflict -> {
          conflicts.add(conflict);
          return Side.ONE;
        });
  }

  /** The first side. */
  public StudyReport one() {
    return one;
  }

  /** The second side. */
  public StudyReport other() {
    return other;
  }

  /** What a person must decide, in the order of images and landmarks; often nothing. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /**
   * The joined readings, with the values that their landmarks give.
   *
   * @param choices for each conflict the side that counts
   * @param catalogue knows the measurements; a value that it does not know is not carried over
   * @throws IllegalArgumentException if a conflict is not decided
   */
  public Joined joined(Map<Subject, Side> choices, Catalogue catalogue) {
    Choice choice =
        conflict -> {
          Side side = choices.get(conflict.subject());
          if (side == null) {
            throw new IllegalArgumentException("not decided: " + conflict.subject());
          }
          return side;
        };
    Joined joined = join(choice);
    return new Joined(
        joined.readings().stream().map(r -> computed(r, catalogue)).toList(), joined.remarks());
  }

  @FunctionalInterface
  private interface Choice {
    Side of(Conflict conflict);
  }

  private Joined join(Choice choice) {
    Set<ImageReference> images = new LinkedHashSet<>();
    one.readings().forEach(r -> images.add(r.image()));
    other.readings().forEach(r -> images.add(r.image()));
    List<Reading> readings = new ArrayList<>();
    for (ImageReference image : images) {
      Optional<Reading> mine = one.reading(image);
      Optional<Reading> theirs = other.reading(image);
      if (mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs)) {
        readings.add(mine.or(() -> theirs).orElseThrow());
      } else {
        readings.add(
            join(ancestor.flatMap(a -> a.reading(image)), mine.get(), theirs.get(), choice));
      }
    }
    StudyRemarks remarks =
        decide(
            ancestor.map(StudyReport::remarks).orElse(StudyRemarks.NONE),
            one.remarks(),
            other.remarks(),
            () -> new Conflict(new OfRemarks(), Optional.empty()),
            choice);
    return new Joined(readings, remarks);
  }

  private static Reading join(Optional<Reading> base, Reading mine, Reading theirs, Choice choice) {
    ImageReference image = mine.image();
    // Settings are compared as a whole: a scale without its protocol or view means nothing.
    Reading frame =
        decide(
                base.map(Settings::of),
                Optional.of(Settings.of(mine)),
                Optional.of(Settings.of(theirs)),
                () -> new Conflict(new OfSettings(image), Optional.empty()),
                choice)
            .orElseThrow()
            .reading();
    LandmarkSet landmarks = landmarks(base, mine, theirs, choice);
    List<FreeMark> marks = marks(base, mine, theirs, choice);
    List<LandmarkSet> replicates = List.of();
    for (Reading side : List.of(mine, theirs)) {
      if (landmarks.equals(side.landmarks()) && replicates.isEmpty()) {
        replicates = side.replicates();
      }
    }
    List<MeasuredValue> values = new ArrayList<>(frame.values());
    Set<String> known = new LinkedHashSet<>();
    values.forEach(v -> known.add(v.measurement()));
    for (Reading side : List.of(mine, theirs)) {
      side.values().stream().filter(v -> known.add(v.measurement())).forEach(values::add);
    }
    return new Reading(
        image,
        frame.modality(),
        frame.columns(),
        frame.rows(),
        frame.view(),
        frame.protocol(),
        frame.scale(),
        frame.orientation(),
        frame.orientationSource(),
        landmarks,
        values,
        replicates,
        marks);
  }

  /** What a reading rests on besides its landmarks; compared without the reading it comes from. */
  private record Settings(List<Object> parts, Reading reading) {

    static Settings of(Reading reading) {
      return new Settings(
          List.of(
              reading.view(),
              reading.protocol(),
              reading.scale(),
              reading.orientation(),
              reading.orientationSource()),
          reading);
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Settings settings && parts.equals(settings.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }
  }

  private static LandmarkSet landmarks(
      Optional<Reading> base, Reading mine, Reading theirs, Choice choice) {
    Set<LandmarkId> ids = new TreeSet<>();
    mine.landmarks().all().forEach(p -> ids.add(p.landmark()));
    theirs.landmarks().all().forEach(p -> ids.add(p.landmark()));
    List<Placement> placements = new ArrayList<>();
    for (LandmarkId id : ids) {
      Optional<Placement> here = mine.landmarks().find(id);
      Optional<Placement> there = theirs.landmarks().find(id);
      Optional<Double> apart =
          here.flatMap(Placement::point)
              .flatMap(p -> there.flatMap(Placement::point).map(p::distanceTo));
      decide(
              base.flatMap(b -> b.landmarks().find(id)),
              here,
              there,
              () -> new Conflict(new OfLandmark(mine.image(), id), apart),
              choice)
          .ifPresent(placements::add);
    }
    return LandmarkSet.of(placements);
  }

  private static List<FreeMark> marks(
      Optional<Reading> base, Reading mine, Reading theirs, Choice choice) {
    Map<String, FreeMark> before = byUid(base.map(Reading::marks).orElse(List.of()));
    Map<String, FreeMark> here = byUid(mine.marks());
    Map<String, FreeMark> there = byUid(theirs.marks());
    Set<String> uids = new LinkedHashSet<>(here.keySet());
    uids.addAll(there.keySet());
    List<FreeMark> marks = new ArrayList<>();
    for (String uid : uids) {
      Function<Map<String, FreeMark>, Optional<FreeMark>> in =
          side -> Optional.ofNullable(side.get(uid));
      decide(
              in.apply(before),
              in.apply(here),
              in.apply(there),
              () -> new Conflict(new OfMark(mine.image(), uid), Optional.empty()),
              choice)
          .ifPresent(marks::add);
    }
    return marks;
  }

  private static Map<String, FreeMark> byUid(List<FreeMark> marks) {
    Map<String, FreeMark> map = new LinkedHashMap<>();
    marks.forEach(m -> map.put(m.uid(), m));
    return map;
  }

  private static <T> T decide(
      T base, T mine, T theirs, java.util.function.Supplier<Conflict> conflict, Choice choice) {
    if (Objects.equals(mine, theirs) || Objects.equals(theirs, base)) {
      return mine;
    }
    if (Objects.equals(mine, base)) {
      return theirs;
    }
    return choice.of(conflict.get()) == Side.ONE ? mine : theirs;
  }

  private static Reading computed(Reading reading, Catalogue catalogue) {
    return reading.withValues(
        reading.values().stream()
            .flatMap(v -> catalogue.measurement(v.measurement()).stream())
            .flatMap(m -> MeasuredValue.of(m, reading.subject()).stream())
            .toList());
  }
}
