package org.cervimark.dicom.sr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Replicates;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

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
  private final List<FreeMarkItems.Found> marks = new ArrayList<>();
  private final List<QualitativeEvaluations.Unseen> unseen = new ArrayList<>();
  private final List<ContentItem.Coded> classes = new ArrayList<>();
  private final List<ContentItem.Kept> keptGroups = new ArrayList<>();
  private final List<ContentItem.Kept> keptEvaluations = new ArrayList<>();
  private final ContentItem root;
  private final Attributes document;

  /** Filled when the first item has to be kept; most documents have none. */
  private final IdentityHashMap<ContentItem, Attributes> sources = new IdentityHashMap<>();

  private final SortedSet<String> unknownCodes = new TreeSet<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final boolean complete;

  SrContent(
      ContentItem root, Attributes document, Evidence evidence, Catalogue catalogue, Path file) {
    this.file = file;
    this.catalogue = catalogue;
    this.evidence = evidence;
    this.root = root;
    this.document = document;
    ImageLibrary.read(root).forEach(entry -> library.putIfAbsent(entry.citation().key(), entry));
    root.children(ContentItem.Container.class, Concepts.IMAGING_MEASUREMENTS)
        .flatMap(container -> container.children().stream())
        .forEach(this::readGroup);
    marks.addAll(FreeMarkItems.readEvaluations(root));
    QualitativeEvaluations.items(root).forEach(this::readEvaluation);
    library.values().forEach(this::readImage);
    checkCopies();
    complete = ImageLibrary.count(root) == readings.size();
  }

  private void readGroup(ContentItem item) {
    if (!(item instanceof ContentItem.Container group)
        || !group.isNamed(Concepts.MEASUREMENT_GROUP)) {
      keep(item, keptGroups);
      return;
    }
    Optional<LandmarkGroup> landmark = LandmarkGroup.read(group);
    if (landmark.isPresent() && landmark(landmark.get().finding()).isPresent()) {
      landmarkGroups.add(landmark.get());
      return;
    }
    Optional<FreeMarkItems.Found> mark = FreeMarkItems.read(group);
    if (mark.isPresent()) {
      marks.add(mark.get());
      notePresentations(group);
      return;
    }
    Optional<MeasurementGroup> value = MeasurementGroup.read(group);
    if (value.isPresent()) {
      notePresentations(group);
    }
    if (value.isPresent() && catalogue.measurement(value.get().finding()).isPresent()) {
      measurementGroups.add(value.get());
    } else {
      keep(item, keptGroups);
    }
  }

  private void notePresentations(ContentItem group) {
    for (ContentItem child : group.children()) {
      if (child instanceof ContentItem.Image image
          && image.isNamed(Concepts.SOURCE_OF_MEASUREMENT)) {
        Optional<String> uid = image.citation().presentation();
        if (uid.isPresent()) {
          presentations.putIfAbsent(image.citation().key(), uid.get());
        }
      }
    }
  }

  private void readEvaluation(ContentItem item) {
    Optional<QualitativeEvaluations.Unseen> landmark =
        QualitativeEvaluations.read(item)
            .filter(u -> catalogue.landmarks().find(u.landmark()).isPresent());
    if (landmark.isPresent()) {
      unseen.add(landmark.get());
    } else if (item instanceof ContentItem.Coded coded
        && catalogue.measurement(coded.concept()).isPresent()) {
      // A reason why there is no value is found anew from the landmarks.
      if (!ReadingCodes.isReason(coded.value())) {
        classes.add(coded);
      }
    } else if (!RemarkItems.isRemark(item)
        && item.name().flatMap(ReadingCodes::markKind).isEmpty()) {
      keep(item, keptEvaluations);
    }
  }

  private void keep(ContentItem item, List<ContentItem.Kept> to) {
    if (sources.isEmpty()) {
      sources.putAll(KeptItems.sources(root, document));
    }
    Attributes source = sources.get(item);
    if (source != null) {
      to.add(KeptItems.keep(item, source));
    }
    Groups.finding(item)
        .or(item::name)
        .filter(code -> code.scheme().equals(PrivateScheme.DESIGNATOR))
        .ifPresent(code -> unknownCodes.add(code.value()));
  }

  private void readImage(ImageLibrary.Entry entry) {
    ImageKey key = entry.citation().key();
    Optional<ImageReference> reference = evidence.image(entry.citation());
    if (reference.isEmpty()) {
      notices.add(DicomMessages.text("report.no-evidence", file));
      return;
    }
    LandmarkSet landmarks = LandmarkSet.of(placements(key, entry).values());
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
            landmarks,
            values(key),
            replicates(key, entry, landmarks),
            marks(key, entry)));
  }

  private List<FreeMark> marks(ImageKey key, ImageLibrary.Entry entry) {
    Map<String, FreeMark> found = new LinkedHashMap<>();
    List<FreeMarkItems.Found> ordered = new ArrayList<>(marks);
    ordered.sort(Comparator.comparingInt(FreeMarkItems.Found::position));
    for (FreeMarkItems.Found item : ordered) {
      if (item.image().equals(key)
          && item.mark().points().stream()
              .allMatch(p -> p.isWithin(entry.columns(), entry.rows()))) {
        found.putIfAbsent(item.mark().uid(), item.mark());
      }
    }
    return List.copyOf(found.values());
  }

  /** The passes; none if their mean is not what counts, which then was changed by others. */
  private List<LandmarkSet> replicates(
      ImageKey key, ImageLibrary.Entry entry, LandmarkSet landmarks) {
    List<Map<LandmarkId, Placement>> passes = new ArrayList<>();
    for (int i = 0; i < entry.passes(); i++) {
      passes.add(new LinkedHashMap<>());
    }
    for (LandmarkGroup group : landmarkGroups) {
      for (ReplicateItems.Replicate replicate : group.replicates()) {
        if (group.image().equals(key) && replicate.pass() <= passes.size()) {
          landmark(group.finding())
              .ifPresent(
                  l ->
                      passes
                          .get(replicate.pass() - 1)
                          .putIfAbsent(
                              l.id(),
                              new Placement(
                                  l.id(),
                                  Optional.of(replicate.point().snapped()),
                                  replicate.visibility(),
                                  replicate.origin())));
        }
      }
    }
    for (QualitativeEvaluations.Unseen item : unseen) {
      int pass = item.pass().orElse(0);
      if (item.image().equals(key) && pass >= 1 && pass <= passes.size()) {
        landmark(item.landmark())
            .ifPresent(l -> passes.get(pass - 1).putIfAbsent(l.id(), unseen(l, item)));
      }
    }
    List<LandmarkSet> sets = passes.stream().map(p -> LandmarkSet.of(p.values())).toList();
    if (!sets.isEmpty() && !Replicates.mean(sets).equals(landmarks)) {
      notices.add(DicomMessages.text("report.passes-differ", file));
      return List.of();
    }
    return sets;
  }

  private static Placement unseen(Landmark landmark, QualitativeEvaluations.Unseen item) {
    return new Placement(landmark.id(), Optional.empty(), Visibility.NOT_VISIBLE, item.origin());
  }

  private Map<LandmarkId, Placement> placements(ImageKey key, ImageLibrary.Entry entry) {
    Map<LandmarkId, Placement> placements = new LinkedHashMap<>();
    for (LandmarkGroup group : landmarkGroups) {
      if (group.image().equals(key)) {
        landmark(group.finding()).ifPresent(landmark -> place(landmark, group, entry, placements));
      }
    }
    for (QualitativeEvaluations.Unseen item : unseen) {
      if (item.image().equals(key) && item.pass().isEmpty()) {
        landmark(item.landmark()).ifPresent(l -> placements.putIfAbsent(l.id(), unseen(l, item)));
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
      catalogue
          .measurement(group.finding())
          .filter(m -> m.films().isEmpty() && group.image().equals(key))
          .ifPresent(m -> values.add(new MeasuredValue(m.id(), group.version(), group.outcome())));
    }
    addClasses(
        values, (m, item) -> m.films().isEmpty() && CategoryItems.images(item).contains(key));
    return values;
  }

  /** The values over several films, as far as they can be read. */
  List<MeasuredValue> filmValues() {
    List<MeasuredValue> values = new ArrayList<>();
    for (MeasurementGroup group : measurementGroups) {
      catalogue
          .measurement(group.finding())
          .filter(m -> !m.films().isEmpty())
          .ifPresent(m -> values.add(new MeasuredValue(m.id(), group.version(), group.outcome())));
    }
    addClasses(values, (m, item) -> !m.films().isEmpty());
    return values;
  }

  /** Numbers and classes lie apart in the document; each class knows where it belongs. */
  private void addClasses(
      List<MeasuredValue> values, BiPredicate<Measurement, ContentItem> belongs) {
    List<ContentItem.Coded> ordered = new ArrayList<>(classes);
    ordered.sort(Comparator.comparingInt(Groups::position));
    for (ContentItem.Coded item : ordered) {
      catalogue
          .measurement(item.concept())
          .filter(m -> belongs.test(m, item))
          .flatMap(m -> CategoryItems.read(item, m))
          .ifPresent(v -> values.add(Math.min(Groups.position(item) - 1, values.size()), v));
    }
  }

  private Optional<Landmark> landmark(Code code) {
    return catalogue.landmarks().find(code);
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

  /** What is kept for the next revision without being understood. */
  KeptItems kept() {
    return new KeptItems(keptGroups, keptEvaluations);
  }

  /** Whether every image of the library is among the readings. */
  boolean isComplete() {
    return complete;
  }

  SortedSet<String> unknownCodes() {
    return Collections.unmodifiableSortedSet(unknownCodes);
  }

  List<String> notices() {
    return List.copyOf(notices);
  }
}
