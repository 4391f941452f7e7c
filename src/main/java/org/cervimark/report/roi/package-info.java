/**
 * Landmarks and constructions as ImageJ's ROI Manager opens them. Knows ImageJ's file format, not
 * ImageJ. Start with {@link org.cervimark.report.roi.RoiSet}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.report.roi;
