/**
 * The record: DICOM structured reports of template TID 1500 (PS3.16) that hold the landmarks and
 * values of a study. Content items are typed and valid from construction on; the writer is strict,
 * the reader tolerant. Start with {@link org.cervimark.dicom.sr.SrWriter} and {@link
 * org.cervimark.dicom.sr.SrReader}; the codes we add are published in {@code
 * terminology/99CERVIMARK.json}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.sr;
