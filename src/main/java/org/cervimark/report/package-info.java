/**
 * What leaves the program for people and for other programs: the note as text, readings as JSON,
 * the annotated picture, and the landmark table that comes in the same way; the packages below have
 * a form each: tables, PDF, FHIR, ROI sets. Start with {@link org.cervimark.report.NoteSection},
 * which says in words what a reading says, and {@link org.cervimark.report.ValueFacts}, from which
 * every export takes its numbers.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report;
