package org.cervimark.measurement;

/**
 * A definition file before it is read.
 *
 * @param name the name of the file as people know it
 * @param text its content
 */
public record DefinitionText(String name, String text) {}
