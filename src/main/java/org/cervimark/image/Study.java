package org.cervimark.image;

import java.util.Optional;

/**
 * The study an image belongs to.
 *
 * @param date Study Date (0008,0020), YYYYMMDD
 * @param time Study Time (0008,0030)
 * @param description Study Description (0008,1030)
 */
public record Study(Optional<String> date, Optional<String> time, Optional<String> description) {}
