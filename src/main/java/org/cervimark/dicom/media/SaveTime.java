package org.cervimark.dicom.media;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * When something is saved, to the millisecond: the time of day where the image was taken if its
 * header says so, else here.
 *
 * @param moment the time with its offset
 */
record SaveTime(OffsetDateTime moment) {

  static SaveTime of(Clock clock, Attributes header) {
    ZoneOffset offset = clock.getZone().getRules().getOffset(clock.instant());
    String stated = header.getString(Tag.TimezoneOffsetFromUTC, "");
    if (!stated.isEmpty()) {
      try {
        offset = ZoneOffset.of(stated);
      } catch (DateTimeException e) {
        // An offset that is none says nothing.
      }
    }
    return new SaveTime(
        OffsetDateTime.ofInstant(clock.instant(), offset).truncatedTo(ChronoUnit.MILLIS));
  }

  /** The time of day, as objects state it. */
  LocalDateTime local() {
    return moment.toLocalDateTime();
  }
}
