package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_ACQ_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.image.Direction;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.Study;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.Unit;

/**
 * The image library (TID 1600): for each image read what its values rest on, which need not be what
 * its header says.
 */
final class ImageLibrary {

  /**
   * What the library says of an image.
   *
   * @param citation which image
   * @param modality its modality
   * @param columns columns of its matrix
   * @param rows rows of its matrix
   * @param view the view as which it was read
   * @param protocol id of the protocol
   * @param scale the scale in force
   * @param orientation the orientation in force
   * @param orientationSource where it comes from
   * @param passes how many blinded passes there were; 0 if it was read once
   */
  record Entry(
      ObjectCitation citation,
      String modality,
      int columns,
      int rows,
      View view,
      String protocol,
      Scale scale,
      Optional<PatientOrientation> orientation,
      Optional<OrientationSource> orientationSource,
      int passes) {}

  private static final int MOST_PASSES = 99;
  private static final int MOST_PIXELS = 262_143;

  private ImageLibrary() {}

  /** The library with one image. */
  static ContentItem image(Reading reading, ObjectCitation citation, Study study) {
    List<ContentItem> items = new ArrayList<>();
    items.add(coded(Concepts.MODALITY, Concepts.modality(reading.modality())));
    items.add(coded(Concepts.TARGET_REGION, Concepts.CERVICAL_SPINE));
    study
        .date()
        .ifPresent(d -> items.add(text(Concepts.STUDY_DATE, ContentItem.Text.Type.DATE, d)));
    study
        .time()
        .ifPresent(t -> items.add(text(Concepts.STUDY_TIME, ContentItem.Text.Type.TIME, t)));
    items.add(number(Concepts.ROWS, reading.rows(), Unit.PIXEL));
    items.add(number(Concepts.COLUMNS, reading.columns(), Unit.PIXEL));
    if (reading.view().projection() == Projection.FRONTAL) {
      items.add(coded(Concepts.IMAGE_VIEW, Concepts.ANTERO_POSTERIOR));
    }
    reading
        .orientation()
        .ifPresent(
            o -> {
              items.add(text(Concepts.ORIENTATION_ROW, String.valueOf(o.row().letter())));
              items.add(text(Concepts.ORIENTATION_COLUMN, String.valueOf(o.column().letter())));
            });
    reading
        .orientationSource()
        .ifPresent(s -> items.add(coded(Qualifiers.ORIENTATION_SOURCE, Qualifiers.of(s))));
    items.addAll(ScaleItems.of(reading.scale()));
    items.add(coded(Qualifiers.VIEW_AS_READ, Qualifiers.of(reading.view())));
    items.add(text(Qualifiers.READING_PROTOCOL, reading.protocol()));
    if (!reading.replicates().isEmpty()) {
      items.add(
          new ContentItem.Numeric(
              HAS_ACQ_CONTEXT,
              ReadingCodes.PASSES,
              reading.replicates().size(),
              ReadingCodes.COUNT));
    }
    return new ContentItem.Image(CONTAINS, Optional.empty(), citation, items);
  }

  /** The container around the images. */
  static ContentItem of(List<ContentItem> images) {
    return new ContentItem.Container(
        CONTAINS,
        Concepts.IMAGE_LIBRARY,
        Optional.of("1600"),
        List.of(
            new ContentItem.Container(
                CONTAINS, Concepts.IMAGE_LIBRARY_GROUP, Optional.empty(), images)));
  }

  /** The images of a document's library; those that lack what a reading needs are left out. */
  static List<Entry> read(ContentItem root) {
    return root.children(ContentItem.Container.class, Concepts.IMAGE_LIBRARY)
        .flatMap(
            library -> library.children(ContentItem.Container.class, Concepts.IMAGE_LIBRARY_GROUP))
        .flatMap(group -> group.children().stream())
        .filter(ContentItem.Image.class::isInstance)
        .flatMap(image -> entry((ContentItem.Image) image).stream())
        .toList();
  }

  /** How many images the library lists, readable or not. */
  static long count(ContentItem root) {
    return root.children(ContentItem.Container.class, Concepts.IMAGE_LIBRARY)
        .flatMap(
            library -> library.children(ContentItem.Container.class, Concepts.IMAGE_LIBRARY_GROUP))
        .flatMap(group -> group.children().stream())
        .filter(ContentItem.Image.class::isInstance)
        .count();
  }

  private static Optional<Entry> entry(ContentItem.Image image) {
    Optional<View> view = Groups.coded(image, Qualifiers.VIEW_AS_READ).flatMap(Qualifiers::view);
    Optional<Integer> rows = size(image, Concepts.ROWS);
    Optional<Integer> columns = size(image, Concepts.COLUMNS);
    if (view.isEmpty() || rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    Optional<PatientOrientation> orientation = orientation(image);
    Optional<OrientationSource> source =
        Groups.coded(image, Qualifiers.ORIENTATION_SOURCE)
            .flatMap(Qualifiers::orientationSource)
            .or(() -> Optional.of(OrientationSource.HEADER))
            .filter(s -> orientation.isPresent());
    return Optional.of(
        new Entry(
            image.citation(),
            Groups.coded(image, Concepts.MODALITY).map(Code::value).orElse("OT"),
            columns.get(),
            rows.get(),
            view.get(),
            Groups.text(image, Qualifiers.READING_PROTOCOL).orElse(""),
            ScaleItems.read(image),
            orientation,
            source,
            Groups.number(image, ReadingCodes.PASSES)
                .filter(n -> n >= 2 && n <= MOST_PASSES)
                .map(Double::intValue)
                .orElse(0)));
  }

  private static Optional<PatientOrientation> orientation(ContentItem.Image image) {
    Optional<Direction> row =
        Groups.text(image, Concepts.ORIENTATION_ROW).flatMap(Direction::principal);
    Optional<Direction> column =
        Groups.text(image, Concepts.ORIENTATION_COLUMN).flatMap(Direction::principal);
    if (row.isEmpty()
        || column.isEmpty()
        || row.equals(column)
        || row.get() == column.get().opposite()) {
      return Optional.empty();
    }
    return Optional.of(new PatientOrientation(row.get(), column.get()));
  }

  private static Optional<Integer> size(ContentItem item, Code name) {
    return Groups.number(item, name)
        .filter(n -> n >= 1 && n <= MOST_PIXELS && n == Math.rint(n))
        .map(Double::intValue);
  }

  private static ContentItem coded(Code name, Code value) {
    return new ContentItem.Coded(HAS_ACQ_CONTEXT, name, value);
  }

  private static ContentItem text(Code name, String value) {
    return text(name, ContentItem.Text.Type.TEXT, value);
  }

  private static ContentItem text(Code name, ContentItem.Text.Type type, String value) {
    return new ContentItem.Text(HAS_ACQ_CONTEXT, name, type, value);
  }

  private static ContentItem number(Code name, double value, Unit unit) {
    return new ContentItem.Numeric(HAS_ACQ_CONTEXT, name, value, unit.code());
  }
}
