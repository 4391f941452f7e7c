/**
 * Notes kept with their study as Encapsulated PDF (PS3.3 A.45.1). Start with {@link
 * org.cervimark.dicom.pdf.EncapsulatedPdf}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.pdf;
