/**
 * The measurement note as PDF/A. The only place that knows PDFBox. Start with {@link
 * org.cervimark.report.pdf.PdfNote}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report.pdf;
