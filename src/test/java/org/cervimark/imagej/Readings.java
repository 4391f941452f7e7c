package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.image.Facing;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiographs;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.ReadingSession;

/** Sessions for tests, on an image of 2000 columns and 2400 rows without a file. */
final class Readings {

  static final Catalogue CATALOGUE = Catalogue.builtIn();
  static final Protocol QUICK = CATALOGUE.protocol("lateral-neutral-quick").orElseThrow();

  private Readings() {}

  /** A session on which nothing is placed, of a patient who faces right. */
  static ReadingSession begin() {
    return new ReadingSession(
        Radiographs.lateral(Optional.of(PatientOrientation.lateral(Facing.RIGHT))),
        CATALOGUE,
        QUICK);
  }
}
