package org.cervimark.phantom;

/**
 * A finished film.
 *
 * @param film its pixel grid
 * @param landmarks the landmarks the anatomy was drawn through
 * @param pixels stored pixel values, row by row
 */
record Picture(Film film, LandmarkTable landmarks, short[] pixels) {}
