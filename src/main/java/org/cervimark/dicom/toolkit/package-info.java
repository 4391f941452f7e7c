/**
 * The DICOM toolkit, repaired: dcm4che as found on Maven Central has defects that {@link
 * org.cervimark.dicom.toolkit.Toolkit} removes before first use. Data sets are read by {@link
 * org.cervimark.dicom.toolkit.DataSetReader} and written by {@link
 * org.cervimark.dicom.toolkit.DataSetWriter} only, which bound what a broken file can do and turn
 * whatever the toolkit throws into {@link org.cervimark.dicom.DicomException}. Used by {@code
 * org.cervimark.dicom} and below it, by nobody else.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.toolkit;
