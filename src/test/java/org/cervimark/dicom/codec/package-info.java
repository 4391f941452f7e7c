/** Decoders against the codestreams and the pixels of other programs. */
package org.cervimark.dicom.codec;
