/**
 * Decoders of encapsulated pixel data, one for each family of transfer syntaxes. Start with {@link
 * org.cervimark.dicom.codec.Decoders}: a new decoder is one entry there.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.codec;
