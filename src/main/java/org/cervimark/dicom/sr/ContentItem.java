package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.terminology.Code;

/** A node of the content tree (PS3.3 C.17.3), valid from construction on. Immutable. */
sealed interface ContentItem {

  /** How it relates to its parent; the root has {@link Relationship#CONTAINS}, never written. */
  Relationship relationship();

  /** The concept name; absent only where the template asks for none. */
  Optional<Code> name();

  /** The items below it, in order. */
  List<ContentItem> children();

  /** The items below it that have a concept name and a type. */
  default <T extends ContentItem> Stream<T> children(Class<T> type, Code name) {
    List<T> found = List.of();
    for (ContentItem item : children()) {
      if (type.isInstance(item) && item.isNamed(name)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(type.cast(item));
      }
    }
    return found.isEmpty() ? Stream.empty() : found.stream();
  }

  /** The first item below it that has a concept name and a type. */
  default <T extends ContentItem> Optional<T> child(Class<T> type, Code name) {
    // Asked some twenty times of each group of a report, mostly in vain.
    for (ContentItem item : children()) {
      if (type.isInstance(item) && item.isNamed(name)) {
        return Optional.of(type.cast(item));
      }
    }
    return Optional.empty();
  }

  /** Whether this is its concept name. */
  default boolean isNamed(Code name) {
    Optional<Code> own = name();
    return own.isPresent() && own.get().sameConceptAs(name);
  }

  /**
   * A heading with items below it.
   *
   * @param relationship to the parent
   * @param concept the heading
   * @param template identifier of the template it follows (DCMR), where one applies
   * @param children items below
   */
  record Container(
      Relationship relationship,
      Code concept,
      Optional<String> template,
      List<ContentItem> children)
      implements ContentItem {
    public Container {
      children = List.copyOf(children);
    }

    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }
  }

  /**
   * A coded value.
   *
   * @param relationship to the parent
   * @param concept what is said
   * @param value the code
   * @param children items below
   */
  record Coded(Relationship relationship, Code concept, Code value, List<ContentItem> children)
      implements ContentItem {
    public Coded {
      children = List.copyOf(children);
    }

    public Coded(Relationship relationship, Code concept, Code value) {
      this(relationship, concept, value, List.of());
    }

    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }
  }

  /**
   * Text, a date, a time or a UID: values that are one string.
   *
   * @param relationship to the parent
   * @param concept what is said
   * @param type which kind of string
   * @param value the string, not empty
   * @param children items below
   */
  record Text(
      Relationship relationship, Code concept, Type type, String value, List<ContentItem> children)
      implements ContentItem {

    /** The value types whose value is one string. */
    enum Type {
      /** Unlimited text. */
      TEXT,
      /** A date, YYYYMMDD. */
      DATE,
      /** A time, HHMMSS with optional fraction. */
      TIME,
      /** Date and time, YYYYMMDDHHMMSS. */
      DATETIME,
      /** A UID. */
      UIDREF
    }

    public Text {
      children = List.copyOf(children);
      if (value.isEmpty()) {
        throw new IllegalArgumentException("no value for " + concept);
      }
    }

    public Text(Relationship relationship, Code concept, Type type, String value) {
      this(relationship, concept, type, value, List.of());
    }

    public Text(Relationship relationship, Code concept, String value) {
      this(relationship, concept, Type.TEXT, value);
    }

    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }
  }

  /**
   * A person's name.
   *
   * @param relationship to the parent
   * @param concept in which role
   * @param value the name
   */
  record Person(Relationship relationship, Code concept, PersonName value) implements ContentItem {
    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }

    @Override
    public List<ContentItem> children() {
      return List.of();
    }
  }

  /**
   * A number with its unit.
   *
   * @param relationship to the parent
   * @param concept what is measured
   * @param value the full double
   * @param unit UCUM code
   * @param children items below
   */
  record Numeric(
      Relationship relationship, Code concept, double value, Code unit, List<ContentItem> children)
      implements ContentItem {
    public Numeric {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a number is finite: " + value);
      }
      children = List.copyOf(children);
    }

    public Numeric(Relationship relationship, Code concept, double value, Code unit) {
      this(relationship, concept, value, unit, List.of());
    }

    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }
  }

  /**
   * A reference to an image.
   *
   * @param relationship to the parent
   * @param name why it is referred to; absent in the image library and below coordinates
   * @param citation which image
   * @param children items below
   */
  record Image(
      Relationship relationship,
      Optional<Code> name,
      ObjectCitation citation,
      List<ContentItem> children)
      implements ContentItem {
    public Image {
      children = List.copyOf(children);
    }
  }

  /**
   * A reference to an object that is no image, without a name.
   *
   * @param relationship to the parent
   * @param citation which object
   */
  record Composite(Relationship relationship, ObjectCitation citation) implements ContentItem {
    @Override
    public Optional<Code> name() {
      return Optional.empty();
    }

    @Override
    public List<ContentItem> children() {
      return List.of();
    }
  }

  /**
   * Spatial coordinates on one image. They lie on the grid of 1/64 pixel, which 32-bit floats hold
   * exactly.
   *
   * @param relationship to the parent
   * @param concept what they show
   * @param points one for a point, two or more for a polyline
   * @param fiducialUid Fiducial UID (0070,031A), where the point has one
   * @param image the image they were selected from
   * @param modifiers what else is said of them
   */
  record Coordinates(
      Relationship relationship,
      Code concept,
      List<ImagePoint> points,
      Optional<String> fiducialUid,
      ObjectCitation image,
      List<ContentItem> modifiers)
      implements ContentItem {
    public Coordinates {
      points = List.copyOf(points);
      modifiers = List.copyOf(modifiers);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("coordinates need a point: " + concept);
      }
      image = image.plain();
    }

    public Coordinates(
        Relationship relationship,
        Code concept,
        List<ImagePoint> points,
        Optional<String> fiducialUid,
        ObjectCitation image) {
      this(relationship, concept, points, fiducialUid, image, List.of());
    }

    /** Whether this is a single point. */
    boolean isPoint() {
      return points.size() == 1;
    }

    @Override
    public Optional<Code> name() {
      return Optional.of(concept);
    }

    @Override
    public List<ContentItem> children() {
      List<ContentItem> children = new ArrayList<>();
      children.add(new Image(Relationship.SELECTED_FROM, Optional.empty(), image, List.of()));
      children.addAll(modifiers);
      return children;
    }
  }

  /**
   * An item that is written as it was read.
   *
   * @param item what of it can be read
   * @param source the whole of it
   */
  record Kept(ContentItem item, Attributes source) implements ContentItem {
    @Override
    public Relationship relationship() {
      return item.relationship();
    }

    @Override
    public Optional<Code> name() {
      return item.name();
    }

    @Override
    public List<ContentItem> children() {
      return item.children();
    }
  }

  /**
   * An item of a kind or form that we do not use; only the reader makes it and the writer refuses
   * it.
   *
   * @param relationship to the parent, {@link Relationship#CONTAINS} if it is one that we do not
   *     use
   * @param name its concept name, if it has a readable one
   * @param valueType its Value Type
   * @param children items below
   */
  record Unused(
      Relationship relationship, Optional<Code> name, String valueType, List<ContentItem> children)
      implements ContentItem {
    public Unused {
      children = List.copyOf(children);
    }
  }
}
