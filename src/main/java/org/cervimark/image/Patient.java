package org.cervimark.image;

import java.util.Optional;

/**
 * Who was imaged: what of the Patient module we show or compare.
 *
 * @param name Patient's Name (0010,0010)
 * @param id Patient ID (0010,0020), empty if the image has none
 * @param birthDate Patient's Birth Date (0010,0030) as DICOM writes it, YYYYMMDD
 * @param sex Patient's Sex (0010,0040): M, F or O
 */
public record Patient(
    PersonName name, String id, Optional<String> birthDate, Optional<String> sex) {}
