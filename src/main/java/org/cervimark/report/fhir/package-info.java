/**
 * A saved revision as FHIR R4, written without any FHIR library. Start with {@link
 * org.cervimark.report.fhir.FhirBundle}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report.fhir;
