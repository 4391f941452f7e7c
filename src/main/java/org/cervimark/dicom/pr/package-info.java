/**
 * The picture: Grayscale Softcopy Presentation States (PS3.3 A.33.1) that draw a reading on its
 * image in other people's viewers. Nothing is ever read back from them. Start with {@link
 * org.cervimark.dicom.pr.PrWriter}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.pr;
