package org.cervimark.imagej;

import org.cervimark.image.PersonName;

/**
 * Who answers for a revision.
 *
 * @param observer who
 * @param organization for which organisation
 */
record Signature(PersonName observer, String organization) {}
