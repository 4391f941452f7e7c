package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.image.ImagePoint;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Outcome.Caveat;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;

/**
 * The measurement group of a value as read (TID 1501).
 *
 * @param image the image it was measured on, of several the first
 * @param finding the measurement's code
 * @param trackingUid Tracking Unique Identifier, if it has one
 * @param version version of the construction
 * @param outcome the value with its sign, unit, interval and caveats
 * @param copies the landmarks as the value names them
 */
record MeasurementGroup(
    ImageKey image,
    Code finding,
    Optional<String> trackingUid,
    String version,
    Outcome.Measured outcome,
    List<LandmarkCopy> copies) {

  /**
   * A landmark as a value names it.
   *
   * @param landmark its code
   * @param image the image it was selected from
   * @param point where it lay
   * @param fiducialUid UID of the position, if it has one
   */
  record LandmarkCopy(
      Code landmark, ImageKey image, ImagePoint point, Optional<String> fiducialUid) {}

  /** Reads a group; empty if it is not that of one value with a unit of ours. */
  static Optional<MeasurementGroup> read(ContentItem group) {
    List<ContentItem.Numeric> numbers = numbers(group);
    if (numbers.size() != 1) {
      return Optional.empty();
    }
    Optional<Code> finding = Groups.finding(group);
    Optional<ContentItem.Coordinates> shown =
        group.child(ContentItem.Coordinates.class, Concepts.SOURCE_OF_MEASUREMENT);
    if (finding.isEmpty() || shown.isEmpty()) {
      return Optional.empty();
    }
    ContentItem.Numeric number = numbers.get(0);
    Optional<Unit> unit = unit(number.unit());
    return unit.map(
        u ->
            new MeasurementGroup(
                shown.get().image().key(),
                finding.get(),
                Groups.trackingUid(group),
                Groups.text(group, Concepts.ALGORITHM_VERSION).orElse(""),
                new Outcome.Measured(
                    signed(number, group), u, interval(number, group), caveats(number, group)),
                copies(number)));
  }

  private static List<ContentItem.Numeric> numbers(ContentItem group) {
    List<ContentItem.Numeric> numbers = new ArrayList<>(1);
    for (ContentItem child : group.children()) {
      if (child instanceof ContentItem.Numeric number
          && number.relationship() == Relationship.CONTAINS) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** A Cobb angle is stored as magnitude and direction, everything else as it is. */
  private static double signed(ContentItem.Numeric number, ContentItem group) {
    if (!number.concept().sameConceptAs(Concepts.COBB_ANGLE)) {
      return number.value();
    }
    Optional<Code> direction =
        Groups.coded(group, Qualifiers.CURVE_SIGN)
            .or(() -> Groups.coded(group, Qualifiers.CURVE_DIRECTION));
    boolean kyphotic = direction.filter(Qualifiers.KYPHOTIC::sameConceptAs).isPresent();
    return Math.copySign(number.value(), kyphotic ? -1 : 1);
  }

  private static Optional<Outcome.Interval> interval(
      ContentItem.Numeric number, ContentItem group) {
    Optional<Double> halfWidth = Groups.number(number, Concepts.UNCERTAINTY).filter(w -> w >= 0);
    Optional<Qualifiers.IntervalBasis> basis =
        Groups.coded(group, Qualifiers.UNCERTAINTY_BASIS).flatMap(Qualifiers::basis);
    return halfWidth.flatMap(
        w -> basis.map(b -> new Outcome.Interval(w, b.basis(), b.scaleIncluded())));
  }

  private static Set<Caveat> caveats(ContentItem.Numeric number, ContentItem group) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    if (Groups.coded(number, Concepts.DERIVATION)
        .filter(Concepts.ESTIMATED::sameConceptAs)
        .isPresent()) {
      caveats.add(Caveat.MAGNIFIED);
    }
    if (Groups.coded(group, Qualifiers.VERTICAL_REFERENCE)
        .filter(Qualifiers.IMAGE_VERTICAL::sameConceptAs)
        .isPresent()) {
      caveats.add(Caveat.VERTICAL_FROM_IMAGE);
    }
    group
        .children(ContentItem.Coded.class, Qualifiers.VALUE_CAUTION)
        .flatMap(caution -> Qualifiers.caveat(caution.value()).stream())
        .forEach(caveats::add);
    return caveats;
  }

  private static List<LandmarkCopy> copies(ContentItem.Numeric number) {
    List<LandmarkCopy> copies = new ArrayList<>();
    for (ContentItem child : number.children()) {
      if (child instanceof ContentItem.Coordinates coordinates
          && coordinates.isPoint()
          && coordinates.concept().scheme().equals(PrivateScheme.DESIGNATOR)) {
        copies.add(
            new LandmarkCopy(
                coordinates.concept(),
                coordinates.image().key(),
                coordinates.points().get(0),
                coordinates.fiducialUid()));
      }
    }
    return copies;
  }

  private static Optional<Unit> unit(Code code) {
    for (Unit unit : Unit.values()) {
      if (unit.code().sameConceptAs(code)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
