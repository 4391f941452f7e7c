package org.cervimark.phantom;

/**
 * One generated file.
 *
 * @param path path below {@code test-images/}, with slashes
 * @param content the bytes of the file
 * @param deflated true when the data set is deflated, so that only the inflated content is
 *     reproducible across JDKs
 */
record PhantomFile(String path, byte[] content, boolean deflated) {}
