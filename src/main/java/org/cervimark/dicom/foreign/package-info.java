/**
 * Marks of other programs: structured reports after TID 1500 and others, and the graphics of
 * presentation states. Start with {@link org.cervimark.dicom.foreign.ForeignObjects}. What is not
 * understood is passed over; nothing is ever written here, and no address in a file is followed.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.foreign;
