/**
 * The one door to DICOM. The toolkit (dcm4che) is seen in this package and below it only; what
 * leaves it are our own types and {@link org.cervimark.dicom.DicomException}. Images come in
 * through {@code dicom.image}, folders through {@code dicom.media}, structured reports and
 * presentation states go out and in through {@code dicom.sr} and {@code dicom.pr}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom;
