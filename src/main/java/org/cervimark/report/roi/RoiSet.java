package org.cervimark.report.roi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cervimark.graphic.Graphic;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;

/**
 * A {@code RoiSet.zip}: each landmark as a point named by its id, each line that a measurement
 * draws as a polyline named by the measurement's id, and what was drawn freely.
 */
public final class RoiSet {

  private static final int LANDMARK = 0xFFFFD24D;
  private static final int LINE = 0xFF4DD2FF;
  private static final Pattern NOT_FOR_NAMES = Pattern.compile("[^A-Za-z0-9._ -]");
  private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);

  private final Catalogue catalogue;

  /** Sets with the constructions of a catalogue. */
  public RoiSet(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Writes the set of a reading; the stream stays open. */
  public void write(Reading reading, OutputStream out) throws IOException {
    int frame = reading.image().frame() > 1 ? reading.image().frame() : 0;
    Set<String> used = new HashSet<>();
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Placement placement : reading.landmarks().all()) {
      if (placement.point().isPresent()) {
        String name = placement.landmark().value();
        add(
            zip,
            unused(name, used),
            RoiEncoder.encode(
                RoiEncoder.Kind.POINT, name, List.of(placement.point().get()), LANDMARK, frame));
      }
    }
    for (ReportedValue value : ReportedValue.of(reading, catalogue)) {
      if (value.measurement().isPresent() && ValueFacts.of(value).reason().isEmpty()) {
        List<Graphic> graphics = value.measurement().get().formula().graphics(reading.subject());
        for (Graphic graphic : graphics) {
          String name = unused(value.id(), used);
          add(
              zip,
              name,
              RoiEncoder.encode(RoiEncoder.Kind.POLYLINE, name, graphic.points(), LINE, frame));
        }
      }
    }
    for (FreeMark mark : reading.marks()) {
      marks(mark, frame, used, zip);
    }
    zip.finish();
  }

  /** The lines of something drawn freely, or the place of a note. */
  private static void marks(FreeMark mark, int frame, Set<String> used, ZipOutputStream zip)
      throws IOException {
    String id = "free-" + mark.kind().id();
    if (mark.kind() == FreeMark.Kind.NOTE) {
      String name = unused(id, used);
      add(zip, name, RoiEncoder.encode(RoiEncoder.Kind.POINT, name, mark.points(), LINE, frame));
      return;
    }
    for (Graphic graphic : mark.graphics()) {
      String name = unused(id, used);
      add(
          zip,
          name,
          RoiEncoder.encode(RoiEncoder.Kind.POLYLINE, name, graphic.points(), LINE, frame));
    }
  }

  private static String unused(String id, Set<String> used) {
    String plain = NOT_FOR_NAMES.matcher(id).replaceAll("_");
    String name = plain;
    for (int i = 2; !used.add(name); i++) {
      name = plain + "-" + i;
    }
    return name;
  }

  private static void add(ZipOutputStream zip, String name, byte[] roi) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".roi");
    entry.setLastModifiedTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(roi);
    zip.closeEntry();
  }
}
