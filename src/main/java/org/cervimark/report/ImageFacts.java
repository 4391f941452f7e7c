package org.cervimark.report;

import java.util.Optional;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Direction;
import org.cervimark.image.Facing;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;

/** What a note states of an image itself: which it is, its scale, its orientation, its vertical. */
final class ImageFacts {

  private static final int LENGTH_DECIMALS = 2;
  private static final int SPACING_DECIMALS = 6;

  private final Catalogue catalogue;
  private final Wording wording;
  private final Reading reading;

  ImageFacts(Catalogue catalogue, Wording wording, Reading reading) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.reading = reading;
  }

  TextTable table() {
    TextTable facts = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);
    String image = reading.image().sopInstanceUid();
    if (reading.image().frame() > 1) {
      image += ", " + get("image.frame", Integer.toString(reading.image().frame()));
    }
    facts.row(
        get("image"),
        get(
            "image.value",
            image,
            Integer.toString(reading.columns()),
            Integer.toString(reading.rows())));
    facts.row(
        get("protocol"),
        catalogue
            .protocol(reading.protocol())
            .map(p -> p.name(wording.locale()))
            .orElseGet(() -> get("protocol.unknown", PlainText.harmless(reading.protocol()))));
    facts.row(get("scale"), scale());
    facts.row(
        get("orientation"),
        reading
            .orientation()
            .map(o -> get("orientation.value", orientation(o), orientationSource()))
            .orElseGet(() -> get("orientation.unknown")));
    facts.row(
        get("vertical"),
        get(reading.subject().plumbLine().isPresent() ? "vertical.plumb" : "vertical.image"));
    if (!reading.replicates().isEmpty()) {
      facts.row(get("passes"), get("passes.value", Integer.toString(reading.replicates().size())));
    }
    return facts;
  }

  private String scale() {
    Scale scale = reading.scale();
    if (!scale.isCalibrated()) {
      return get("scale.none");
    }
    String source = scale.source().description(wording.locale());
    String provenance =
        source
            + scale
                .note()
                .map(PlainText::harmless)
                .or(() -> scale.object().map(this::object))
                .map(note -> " (" + note + ")")
                .orElse("");
    String column = PlainText.number(scale.columnSpacing(), SPACING_DECIMALS);
    String row = PlainText.number(scale.rowSpacing(), SPACING_DECIMALS);
    return column.equals(row)
        ? get("scale.value", column, provenance)
        : get("scale.anisotropic", column, row, provenance);
  }

  private String object(CalibrationObject object) {
    String length = PlainText.number(object.length(), LENGTH_DECIMALS);
    return object.description().isEmpty()
        ? get("scale.object.unnamed", length)
        : get("scale.object", length, PlainText.harmless(object.description()));
  }

  private String orientation(PatientOrientation orientation) {
    Optional<Facing> facing = orientation.facing();
    if (facing.isPresent()) {
      return get("orientation.lateral." + OutcomeText.id(facing.get()));
    }
    if (orientation.projection() != Projection.LATERAL
        && (orientation.row() == Direction.LEFT || orientation.row() == Direction.RIGHT)) {
      return get("orientation.side." + (orientation.row() == Direction.LEFT ? "right" : "left"));
    }
    return get("orientation.other", direction(orientation.row()), direction(orientation.column()));
  }

  private String direction(Direction direction) {
    return get("direction." + OutcomeText.id(direction));
  }

  private String orientationSource() {
    return reading
        .orientationSource()
        .map(s -> get("orientation.source." + OutcomeText.id(s)))
        .orElse("");
  }

  private String get(String key, String... texts) {
    return wording.get("note." + key, texts);
  }
}
