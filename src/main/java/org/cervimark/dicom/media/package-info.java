/** Files and folders: what lies in them, and the store that keeps readings beside the images. */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.media;
