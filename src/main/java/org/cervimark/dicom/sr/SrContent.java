package org.cervimark.dicom.sr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.Code;

/**
 * The readings in a content tree. What the catalogue does not know is listed and left out; what
 * contradicts itself is noticed, and the landmarks count.
 */
final class SrContent {

  private final Path file;
  private final Catalogue catalogue;
  private final Evidence evidence;
  private final Map<ImageKey, ImageLibrary.Entry> library = new LinkedHashMap<>();
  private final Map<ImageKey, String> presentations = new HashMap<>();
  private final List<LandmarkGroup> landmarkGroups = new ArrayList<>();
  private final List<MeasurementGroup> measurementGroups = new ArrayList<>();
  private final List<QualitativeEvaluations.Unseen> unseen;
  private final SortedSet<String> unknownCodes = new TreeSet<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();

  SrContent(ContentItem root, Evidence evidence, Catalogue catalogue, Path file) {
    this.file = file;
    this.catalogue = catalogue;
    this.evidence = evidence;
    ImageLibrary.read(root).forEach(entry -> library.putIfAbsent(entry.citation().key(), entry));
    root.children(ContentItem.Container.class, Concepts.IMAGING_MEASUREMENTS)
        .flatMap(
            container ->
                container.children(ContentItem.Container.class, Concepts.MEASUREMENT_GROUP))
        .forEach(this::readGroup);
    unseen = QualitativeEvaluations.read(root);
    library.values().forEach(this::readImage);
    checkCopies();
  }

  private void readGroup(ContentItem.Container group) {
    Optional<MeasurementGroup> value = MeasurementGroup.read(group);
    if (value.isPresent()) {
      measurementGroups.add(value.get());
      group
          .children(ContentItem.Image.class, Concepts.SOURCE_OF_MEASUREMENT)
          .forEach(
              image ->
                  image
                      .citation()
                      .presentation()
                      .ifPresent(uid -> presentations.putIfAbsent(image.citation().key(), uid)));
    } else {
      LandmarkGroup.read(group).ifPresent(landmarkGroups::add);
    }
  }

  private void readImage(ImageLibrary.Entry entry) {
    ImageKey key = entry.citation().key();
    Optional<ImageReference> reference = evidence.image(entry.citation());
    if (reference.isEmpty()) {
      notices.add(DicomMessages.text("report.no-evidence", file));
      return;
    }
    readings.add(
        new Reading(
            reference.get(),
            entry.modality(),
            entry.columns(),
            entry.rows(),
            entry.view(),
            entry.protocol(),
            entry.scale(),
            entry.orientation(),
            entry.orientationSource(),
            LandmarkSet.of(placements(key, entry).values()),
            values(key)));
  }

  private Map<LandmarkId, Placement> placements(ImageKey key, ImageLibrary.Entry entry) {
    Map<LandmarkId, Placement> placements = new LinkedHashMap<>();
    for (LandmarkGroup group : landmarkGroups) {
      if (group.image().equals(key)) {
        landmark(group.finding()).ifPresent(landmark -> place(landmark, group, entry, placements));
      }
    }
    for (QualitativeEvaluations.Unseen item : unseen) {
      if (item.image().equals(key)) {
        landmark(item.landmark())
            .ifPresent(
                landmark ->
                    placements.putIfAbsent(
                        landmark.id(),
                        new Placement(
                            landmark.id(),
                            Optional.empty(),
                            Visibility.NOT_VISIBLE,
                            item.origin())));
      }
    }
    return placements;
  }

  private void place(
      Landmark landmark,
      LandmarkGroup group,
      ImageLibrary.Entry entry,
      Map<LandmarkId, Placement> placements) {
    ImagePoint point = group.point().snapped();
    if (!point.isWithin(entry.columns(), entry.rows())) {
      notices.add(DicomMessages.text("report.outside", file, landmark.code().value()));
    } else if (placements.putIfAbsent(
            landmark.id(),
            new Placement(landmark.id(), Optional.of(point), group.visibility(), group.origin()))
        != null) {
      notices.add(DicomMessages.text("report.twice", file, landmark.code().value()));
    } else if (!point.equals(group.point())) {
      notices.add(DicomMessages.text("report.off-grid", file, landmark.code().value()));
    }
  }

  private List<MeasuredValue> values(ImageKey key) {
    List<MeasuredValue> values = new ArrayList<>();
    for (MeasurementGroup group : measurementGroups) {
      if (group.image().equals(key)) {
        Optional<Measurement> measurement = catalogue.measurement(group.finding());
        if (measurement.isPresent()) {
          values.add(new MeasuredValue(measurement.get().id(), group.version(), group.outcome()));
        } else {
          unknownCodes.add(group.finding().value());
        }
      }
    }
    return values;
  }

  private Optional<Landmark> landmark(Code code) {
    Optional<Landmark> landmark = catalogue.landmarks().find(code);
    if (landmark.isEmpty()) {
      unknownCodes.add(code.value());
    }
    return landmark;
  }

  /** The copies of the landmarks inside the values must be those of the landmark groups. */
  private void checkCopies() {
    record Place(ImageKey image, String landmark) {}
    Map<Place, LandmarkGroup> places = new HashMap<>();
    landmarkGroups.forEach(g -> places.put(new Place(g.image(), g.finding().value()), g));
    SortedSet<String> differing = new TreeSet<>();
    for (MeasurementGroup group : measurementGroups) {
      for (MeasurementGroup.LandmarkCopy copy : group.copies()) {
        LandmarkGroup original = places.get(new Place(copy.image(), copy.landmark().value()));
        if (original == null
            || !original.point().equals(copy.point())
            || !original.fiducialUid().equals(copy.fiducialUid())) {
          differing.add(group.finding().value());
        }
      }
    }
    if (!differing.isEmpty()) {
      notices.add(DicomMessages.text("report.copies-differ", file, String.join(", ", differing)));
    }
  }

  /** One reading for each image of the library. */
  List<Reading> readings() {
    return List.copyOf(readings);
  }

  /** What must be known of each image besides its reading. */
  Map<ImageKey, ImageContext> contexts() {
    Map<ImageKey, ImageContext> contexts = new HashMap<>();
    library.forEach(
        (key, entry) ->
            contexts.put(
                key,
                new ImageContext(
                    entry.citation().frame().isPresent(),
                    Optional.empty(),
                    Optional.ofNullable(presentations.get(key)).flatMap(evidence::presentation))));
    return Collections.unmodifiableMap(contexts);
  }

  List<LandmarkGroup> landmarkGroups() {
    return List.copyOf(landmarkGroups);
  }

  List<MeasurementGroup> measurementGroups() {
    return List.copyOf(measurementGroups);
  }

  SortedSet<String> unknownCodes() {
    return Collections.unmodifiableSortedSet(unknownCodes);
  }

  List<String> notices() {
    return List.copyOf(notices);
  }
}
