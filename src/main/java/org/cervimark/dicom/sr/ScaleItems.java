package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.HAS_ACQ_CONTEXT;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.Unit;

/** The scale of an image in the image library, with the object it was calibrated on. */
final class ScaleItems {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private ScaleItems() {}

  static List<ContentItem> of(Scale scale) {
    List<ContentItem> items = new ArrayList<>();
    if (scale.isCalibrated()) {
      items.add(number(Concepts.HORIZONTAL_SPACING, scale.columnSpacing(), Unit.MILLIMETRE));
      items.add(number(Concepts.VERTICAL_SPACING, scale.rowSpacing(), Unit.MILLIMETRE));
      items.add(
          new ContentItem.Coded(
              HAS_ACQ_CONTEXT, Concepts.CALIBRATION_METHOD, Qualifiers.of(scale.source())));
    } else if (scale.columnSpacing() != 1) {
      throw new IllegalArgumentException("without a scale the column spacing is the unit");
    } else if (scale.rowSpacing() != 1) {
      items.add(number(Qualifiers.PIXEL_ASPECT, scale.rowSpacing(), Unit.RATIO));
    }
    scale.note().ifPresent(n -> items.add(text(Concepts.CALIBRATION_OBJECT, n)));
    scale.object().ifPresent(o -> items.addAll(object(o)));
    return items;
  }

  private static List<ContentItem> object(CalibrationObject object) {
    List<ContentItem> items = new ArrayList<>();
    if (!object.description().isEmpty()) {
      items.add(text(Concepts.CALIBRATION_OBJECT, object.description()));
    }
    items.add(number(Concepts.CALIBRATION_SIZE, object.length(), Unit.MILLIMETRE));
    object
        .time()
        .ifPresent(
            t ->
                items.add(
                    new ContentItem.Text(
                        HAS_ACQ_CONTEXT,
                        Concepts.CALIBRATION_TIME,
                        ContentItem.Text.Type.DATETIME,
                        TIME.format(t))));
    object.responsible().ifPresent(r -> items.add(text(Concepts.CALIBRATION_PARTY, r)));
    object
        .uncertainty()
        .ifPresent(u -> items.add(number(Concepts.CALIBRATION_UNCERTAINTY, u, Unit.MILLIMETRE)));
    return items;
  }

  static Scale read(ContentItem image) {
    Optional<Double> column = positive(image, Concepts.HORIZONTAL_SPACING);
    Optional<Double> row = positive(image, Concepts.VERTICAL_SPACING);
    Optional<ScaleSource> source =
        Groups.coded(image, Concepts.CALIBRATION_METHOD).flatMap(Qualifiers::calibration);
    Optional<String> note = Groups.text(image, Concepts.CALIBRATION_OBJECT);
    if (column.isEmpty() || row.isEmpty() || source.isEmpty()) {
      return new Scale(
          1, positive(image, Qualifiers.PIXEL_ASPECT).orElse(1.0), ScaleSource.NONE, note);
    }
    Optional<CalibrationObject> object =
        source.get() == ScaleSource.READER_OBJECT ? readObject(image, note) : Optional.empty();
    return new Scale(
        column.get(),
        row.get(),
        source.get(),
        object.isPresent() ? Optional.empty() : note,
        object);
  }

  private static Optional<CalibrationObject> readObject(
      ContentItem image, Optional<String> description) {
    return positive(image, Concepts.CALIBRATION_SIZE)
        .map(
            size ->
                new CalibrationObject(
                    size,
                    positive(image, Concepts.CALIBRATION_UNCERTAINTY),
                    description.orElse(""),
                    Groups.text(image, Concepts.CALIBRATION_PARTY),
                    Groups.text(image, Concepts.CALIBRATION_TIME).flatMap(ScaleItems::time)));
  }

  private static Optional<LocalDateTime> time(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> positive(ContentItem item, Code name) {
    return Groups.number(item, name).filter(n -> n > 0);
  }

  private static ContentItem text(Code name, String value) {
    return new ContentItem.Text(HAS_ACQ_CONTEXT, name, value);
  }

  private static ContentItem number(Code name, double value, Unit unit) {
    return new ContentItem.Numeric(HAS_ACQ_CONTEXT, name, value, unit.code());
  }
}
