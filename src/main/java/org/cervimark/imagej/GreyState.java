package org.cervimark.imagej;

import java.util.OptionalInt;

/**
 * How the greys of an image are shown, in full.
 *
 * @param centre of the window, in modality values
 * @param width of the window
 * @param voi which window or table of the header gives the greys instead, counted from 1
 * @param gamma above 1 the middle greys are lighter
 * @param exchanged whether black and white are exchanged
 * @param enhanced whether faint detail is made to stand out
 */
record GreyState(
    double centre,
    double width,
    OptionalInt voi,
    double gamma,
    boolean exchanged,
    boolean enhanced) {}
