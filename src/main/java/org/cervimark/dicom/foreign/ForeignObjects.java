package org.cervimark.dicom.foreign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.image.PersonName;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.terminology.Product;

/** Reads what other programs have marked. */
public final class ForeignObjects {

  private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";
  private static final String PRESENTATIONS = "1.2.840.10008.5.1.4.1.1.11.";

  private ForeignObjects() {}

  /**
   * The marks of a file; empty if it is none of the objects that hold marks, or one of ours.
   *
   * @throws DicomException if its values cannot be decoded
   */
  public static Optional<ForeignLayer> read(DicomFile file) throws DicomException {
    return ToolkitCall.reading(file.path(), () -> read(new Elements(file.dataSet())));
  }

  private static Optional<ForeignLayer> read(Elements object) {
    String sopClass = object.text(Tag.SOPClassUID).orElse("");
    if (object.text(Tag.Manufacturer).filter(Product.NAME::equals).isPresent()
        || sopClass.equals(KEY_OBJECTS)) {
      return Optional.empty();
    }
    if (sopClass.startsWith(PRESENTATIONS)) {
      return Optional.of(
          layer(
              object,
              ForeignLayer.Kind.PRESENTATION,
              PresentationMarks.of(object),
              object.text(Tag.ContentCreatorName),
              dateTime(object, Tag.PresentationCreationDate, Tag.PresentationCreationTime),
              object.text(Tag.ContentLabel).orElse("")));
    }
    if (object.text(Tag.ValueType).filter("CONTAINER"::equals).isPresent()) {
      ReportMarks marks = ReportMarks.of(object);
      return Optional.of(
          layer(
              object,
              ForeignLayer.Kind.REPORT,
              marks.found(),
              marks.author(),
              dateTime(object, Tag.ContentDate, Tag.ContentTime),
              marks.title()));
    }
    return Optional.empty();
  }

  private static ForeignLayer layer(
      Elements object,
      ForeignLayer.Kind kind,
      MarkList marks,
      Optional<String> author,
      Optional<LocalDateTime> madeAt,
      String title) {
    return new ForeignLayer(
        object.text(Tag.SOPInstanceUID).orElse(""),
        object.text(Tag.StudyInstanceUID).orElse(""),
        kind,
        Stream.of(Tag.Manufacturer, Tag.ManufacturerModelName)
            .map(tag -> object.text(tag).orElse(""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(" ")),
        author.map(PersonName::parse),
        madeAt,
        title,
        marks.marks(),
        marks.leftOut());
  }

  private static Optional<LocalDateTime> dateTime(Elements object, int dateTag, int timeTag) {
    Optional<String> date = object.text(dateTag);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    String time = object.text(timeTag).orElse("").replaceAll("[^0-9].*", "") + "000000";
    try {
      return Optional.of(
          LocalDateTime.of(
              LocalDate.parse(date.get(), DateTimeFormatter.BASIC_ISO_DATE),
              LocalTime.parse(time.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss"))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
