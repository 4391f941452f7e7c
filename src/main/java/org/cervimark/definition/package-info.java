/**
 * Definition files as people write them: YAML whose every value knows its file, line and column, so
 * that a mistake is named where it stands. Knows nothing of what is defined. Start with {@link
 * org.cervimark.definition.DefinitionFile} and {@link org.cervimark.definition.Definition}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.definition;
