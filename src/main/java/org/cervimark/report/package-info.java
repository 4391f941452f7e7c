/**
 * What leaves the program for people and for other programs: the note as text, readings as JSON,
 * the annotated picture, and the landmark table that comes in the same way. Start with {@link
 * org.cervimark.report.TextNote}, {@link org.cervimark.report.ReadingJson} and {@link
 * org.cervimark.report.LandmarkTable}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report;
