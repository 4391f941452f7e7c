/**
 * Coded concepts, UCUM units and our private coding scheme. Imports nothing of ours. Start with
 * {@link org.cervimark.terminology.Code}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.terminology;
