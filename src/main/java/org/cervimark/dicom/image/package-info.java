/** Image files: header to {@code Radiograph}, pixel data to {@code StoredPixels}. */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.image;
