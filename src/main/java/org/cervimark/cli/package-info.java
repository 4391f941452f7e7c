/**
 * The program without windows: one class for each command, standard output for data, standard error
 * for talk, documented exit codes. Loads neither ImageJ nor Swing. Start with {@link
 * org.cervimark.cli.Main} and {@link org.cervimark.cli.MeasureCommand}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.cli;
