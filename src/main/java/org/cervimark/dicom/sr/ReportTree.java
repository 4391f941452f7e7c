package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
import org.cervimark.dicom.module.Installation;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;
import org.cervimark.terminology.Code;

/** Builds the content tree of a report (TID 1500). The order of the items counts for readers. */
final class ReportTree {

  private final SrRevision revision;
  private final Catalogue catalogue;
  private final Identities identities;

  ReportTree(SrRevision revision, Catalogue catalogue, Identities identities) {
    this.revision = revision;
    this.catalogue = catalogue;
    this.identities = identities;
  }

  /** The root of the tree. */
  ContentItem.Container build() {
    List<ContentItem> items = new ArrayList<>();
    items.add(new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.LANGUAGE, Concepts.ENGLISH));
    items.addAll(person(revision.report().reader()));
    items.addAll(device());
    items.add(
        new ContentItem.Coded(
            HAS_CONCEPT_MOD, Concepts.PROCEDURE_REPORTED, Concepts.IMAGING_PROCEDURE));
    items.add(
        new ContentItem.Text(
            HAS_CONCEPT_MOD, Qualifiers.CATALOGUE_VERSION, revision.report().catalogueVersion()));
    items.add(library());
    items.add(measurements());
    qualitativeEvaluations().ifPresent(items::add);
    return new ContentItem.Container(
        CONTAINS, Concepts.IMAGING_MEASUREMENT_REPORT, Optional.of("1500"), items);
  }

  private List<ContentItem> person(PersonName reader) {
    List<ContentItem> items = new ArrayList<>();
    items.add(new ContentItem.Coded(HAS_OBS_CONTEXT, Concepts.OBSERVER_TYPE, Concepts.PERSON));
    items.add(new ContentItem.Person(HAS_OBS_CONTEXT, Concepts.PERSON_NAME, reader));
    revision
        .installation()
        .institution()
        .ifPresent(
            name ->
                items.add(
                    new ContentItem.Text(HAS_OBS_CONTEXT, Concepts.PERSON_ORGANIZATION, name)));
    items.add(new ContentItem.Coded(HAS_OBS_CONTEXT, Concepts.PERSON_ROLE, Concepts.PERFORMING));
    return items;
  }

  private List<ContentItem> device() {
    Installation device = revision.installation();
    return List.of(
        new ContentItem.Coded(HAS_OBS_CONTEXT, Concepts.OBSERVER_TYPE, Concepts.DEVICE),
        new ContentItem.Text(
            HAS_OBS_CONTEXT, Concepts.DEVICE_UID, ContentItem.Text.Type.UIDREF, device.deviceUid()),
        new ContentItem.Text(HAS_OBS_CONTEXT, Concepts.DEVICE_NAME, device.stationName()),
        new ContentItem.Text(
            HAS_OBS_CONTEXT, Concepts.DEVICE_MANUFACTURER, Installation.MANUFACTURER),
        new ContentItem.Text(HAS_OBS_CONTEXT, Concepts.DEVICE_MODEL, Installation.MANUFACTURER),
        new ContentItem.Text(HAS_OBS_CONTEXT, Concepts.DEVICE_SERIAL, device.serialNumber()),
        new ContentItem.Coded(HAS_OBS_CONTEXT, Concepts.DEVICE_ROLE, Concepts.RECORDING));
  }

  private ContentItem library() {
    List<ContentItem> images = new ArrayList<>();
    for (Reading reading : revision.report().readings()) {
      images.add(ImageLibrary.image(reading, citation(reading), revision.report().study()));
    }
    return ImageLibrary.of(images);
  }

  /** All values first, then what was drawn freely, then all landmarks. */
  private ContentItem measurements() {
    List<ContentItem> studyContext = RemarkItems.context(revision.report().remarks());
    List<ContentItem> groups = new ArrayList<>();
    MeasurementGroupWriter values = new MeasurementGroupWriter(catalogue, identities, studyContext);
    for (Reading reading : revision.report().readings()) {
      for (MeasuredValue value : reading.values()) {
        if (value.number().isPresent()) {
          groups.add(values.write(value, measurement(value), List.of(image(value, reading))));
        }
      }
    }
    for (MeasuredValue value : revision.report().filmValues()) {
      if (value.number().isPresent()) {
        groups.add(values.write(value, measurement(value), films(measurement(value))));
      }
    }
    for (Reading reading : revision.report().readings()) {
      for (FreeMark mark : reading.marks()) {
        FreeMarkItems.group(mark, reading, citation(reading), context(reading))
            .ifPresent(groups::add);
      }
    }
    LandmarkGroupWriter landmarks =
        new LandmarkGroupWriter(
            identities, Installation.MANUFACTURER, revision.installation().softwareVersion());
    for (Reading reading : revision.report().readings()) {
      for (Landmark landmark : placed(reading)) {
        Placement placement = reading.landmarks().find(landmark.id()).orElseThrow();
        if (placement.point().isPresent()) {
          ImagePoint point = placement.point().get();
          requireWithin(reading, landmark, point);
          groups.add(
              landmarks.write(
                  landmark,
                  placement,
                  point,
                  citation(reading),
                  reading.replicates(),
                  studyContext));
        }
      }
    }
    groups.addAll(kept().groups());
    return new ContentItem.Container(
        CONTAINS, Concepts.IMAGING_MEASUREMENTS, Optional.empty(), groups);
  }

  private MeasuredImage image(MeasuredValue value, Reading reading) {
    return new MeasuredImage(
        reading,
        citation(reading),
        context(reading),
        measurement(value).formula().graphics(reading.subject()),
        measurement(value).formula().landmarks(reading.landmarks()));
  }

  private List<MeasuredImage> films(Measurement measurement) {
    StudyFilms films = StudyFilms.of(revision.report().readings());
    List<MeasuredImage> images = new ArrayList<>();
    for (FilmRole role : measurement.films()) {
      films
          .reading(role)
          .map(
              reading ->
                  new MeasuredImage(
                      reading,
                      citation(reading),
                      context(reading),
                      measurement.formula().graphics(films.films(), role),
                      measurement.formula().landmarks(role, reading.landmarks())))
          .ifPresent(images::add);
    }
    return images;
  }

  private Optional<ContentItem> qualitativeEvaluations() {
    List<ContentItem> items = new ArrayList<>(RemarkItems.of(revision.report().remarks()));
    for (Reading reading : revision.report().readings()) {
      for (MeasuredValue value : reading.values()) {
        classItem(value, reading.values().indexOf(value) + 1, List.of(citation(reading)))
            .ifPresent(items::add);
      }
      items.addAll(reasons(reading));
    }
    List<MeasuredValue> filmValues = revision.report().filmValues();
    for (MeasuredValue value : filmValues) {
      List<ObjectCitation> images =
          films(measurement(value)).stream().map(MeasuredImage::citation).toList();
      classItem(value, filmValues.indexOf(value) + 1, images).ifPresent(items::add);
    }
    for (Reading reading : revision.report().readings()) {
      for (FreeMark mark : reading.marks()) {
        if (mark.value(reading.scale()).isEmpty()) {
          items.add(FreeMarkItems.evaluation(mark, reading, citation(reading)));
        }
      }
      items.addAll(unseen(reading.landmarks(), reading, OptionalInt.empty()));
      for (int i = 0; i < reading.replicates().size(); i++) {
        items.addAll(unseen(reading.replicates().get(i), reading, OptionalInt.of(i + 1)));
      }
    }
    items.addAll(kept().evaluations());
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContentItem.Container(
                CONTAINS, Concepts.QUALITATIVE_EVALUATIONS, Optional.empty(), items));
  }

  private Optional<ContentItem> classItem(
      MeasuredValue value, int position, List<ObjectCitation> images) {
    return value.outcome() instanceof Outcome.Classified classified
        ? Optional.of(CategoryItems.write(value, classified, measurement(value), position, images))
        : Optional.empty();
  }

  /** Why measurements of the protocol have no value, although their landmarks were dealt with. */
  private List<ContentItem> reasons(Reading reading) {
    Set<String> measured =
        reading.values().stream().map(MeasuredValue::measurement).collect(Collectors.toSet());
    List<ContentItem> items = new ArrayList<>();
    catalogue.protocol(reading.protocol()).map(catalogue::measurements).orElse(List.of()).stream()
        .filter(m -> !measured.contains(m.id()))
        .forEach(
            m ->
                ReadingCodes.reason(m.evaluate(reading.subject()))
                    .ifPresent(
                        reason ->
                            items.add(
                                CategoryItems.reason(m, reason, List.of(citation(reading))))));
    return items;
  }

  private List<ContentItem> unseen(LandmarkSet landmarks, Reading reading, OptionalInt pass) {
    List<ContentItem> items = new ArrayList<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      landmarks
          .find(landmark.id())
          .filter(p -> p.point().isEmpty())
          .ifPresent(
              p ->
                  items.add(
                      QualitativeEvaluations.write(landmark, p.origin(), citation(reading), pass)));
    }
    return items;
  }

  private KeptItems kept() {
    return revision.predecessors().stream()
        .map(SrDocument::kept)
        .reduce(KeptItems.NONE, KeptItems::and)
        .stillTrue(this::hasLeft);
  }

  private boolean hasLeft(ImageKey image, Code code, ImagePoint point) {
    Optional<Landmark> landmark = catalogue.landmarks().find(code);
    return landmark.isPresent()
        && revision.report().readings().stream()
            .filter(r -> ImageKey.of(r.image()).equals(image))
            .flatMap(r -> r.landmarks().point(landmark.get().id()).stream())
            .noneMatch(point::equals);
  }

  /** The landmarks of a reading in the order of the dictionary. */
  private List<Landmark> placed(Reading reading) {
    List<Landmark> placed =
        catalogue.landmarks().all().stream()
            .filter(landmark -> reading.landmarks().find(landmark.id()).isPresent())
            .toList();
    if (placed.size() != reading.landmarks().all().size()) {
      throw new IllegalArgumentException("a landmark without a code: " + reading.landmarks().all());
    }
    return placed;
  }

  private Measurement measurement(MeasuredValue value) {
    return catalogue
        .measurement(value.measurement())
        .orElseThrow(() -> new IllegalArgumentException("no code for " + value.measurement()));
  }

  private ObjectCitation citation(Reading reading) {
    ImageReference image = reading.image();
    return new ObjectCitation(
        image.sopClassUid(),
        image.sopInstanceUid(),
        context(reading).multiFrame() ? OptionalInt.of(image.frame()) : OptionalInt.empty(),
        Optional.empty());
  }

  private ImageContext context(Reading reading) {
    ImageContext context = revision.images().get(ImageKey.of(reading.image()));
    if (context == null) {
      throw new IllegalArgumentException("nothing known of the image of a reading");
    }
    return context;
  }

  // No validator checks this.
  private static void requireWithin(Reading reading, Landmark landmark, ImagePoint point) {
    if (!point.isWithin(reading.columns(), reading.rows())) {
      throw new IllegalArgumentException("outside the image: " + landmark.id());
    }
  }
}
