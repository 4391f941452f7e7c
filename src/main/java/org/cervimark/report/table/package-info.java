/**
 * Tables for statistics programs: one row for each value, one for each image, one for each
 * landmark. Start with {@link org.cervimark.report.table.TidyTable}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report.table;
