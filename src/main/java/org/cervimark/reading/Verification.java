package org.cervimark.reading;

import java.time.OffsetDateTime;
import org.cervimark.image.PersonName;

/**
 * That somebody answers for a revision. A verified revision is never edited; a later one amends it.
 *
 * @param observer who
 * @param organization for which organisation, not empty
 * @param at when, with the offset of the local time
 */
public record Verification(PersonName observer, String organization, OffsetDateTime at) {

  /** Refuses a verification by nobody or for no organisation. */
  public Verification {
    organization = organization.strip();
    if (organization.isEmpty() || observer.toDicom().isBlank()) {
      throw new IllegalArgumentException("a verification names person and organisation");
    }
  }
}
