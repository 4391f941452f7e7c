/** Holds images against the values that other programs read from the same files. */
package org.cervimark.dicom.image;
