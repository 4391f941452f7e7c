package org.cervimark.dicom.toolkit;

import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * Overlay planes (60xx,eeee) and curves (50xx,eeee). The republished toolkit's own {@code
 * removeOverlayData} and {@code removeCurveData} take everything behind the first hit with them,
 * Pixel Data included, and are never called.
 */
public final class RepeatingGroups {

  private static final int REPEATING = 0xFF000000;
  private static final int OVERLAYS = 0x60000000;
  private static final int CURVES = 0x50000000;

  private RepeatingGroups() {}

  /** Removes all overlay planes and nothing else; returns the number of elements removed. */
  public static int removeOverlays(Attributes dataSet) {
    return remove(dataSet, OVERLAYS);
  }

  /** Removes all curves and nothing else; returns the number of elements removed. */
  public static int removeCurves(Attributes dataSet) {
    return remove(dataSet, CURVES);
  }

  private static int remove(Attributes dataSet, int group) {
    int removed = 0;
    for (int tag : dataSet.tags()) {
      if ((tag & REPEATING) == group) {
        dataSet.remove(tag);
        removed++;
      }
    }
    return removed;
  }
}
