/**
 * The document: readings of the images of a study, the session in which one is made, and the port
 * through which they are saved. Start with {@link org.cervimark.reading.Reading}, {@link
 * org.cervimark.reading.ReadingSession} and {@link org.cervimark.reading.StudyStore}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.reading;
