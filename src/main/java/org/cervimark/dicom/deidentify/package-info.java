/**
 * Copies of images, reports and presentation states that no longer say whose they are: the Basic
 * Application Level Confidentiality Profile of PS3.15 with the options Clean Graphics and Clean
 * Structured Content. Start with {@link org.cervimark.dicom.deidentify.Deidentifier}; what is done
 * with each attribute is data, in {@code ps3.15-e.1-1.tsv}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.deidentify;
