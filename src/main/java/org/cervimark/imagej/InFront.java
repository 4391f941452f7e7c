package org.cervimark.imagej;

/**
 * What a macro or a menu command works on.
 *
 * @param actions what can be done with the study in front
 * @param grey how the greys of its image are shown
 * @param settings language, theme and what is saved
 */
record InFront(ViewerActions actions, GreyView grey, Settings settings) {}
