package org.cervimark.report.pdf;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Paper. */
public enum PageSize {
  /** 210 x 297 mm. */
  A4(PDRectangle.A4),
  /** 8.5 x 11 inches. */
  LETTER(PDRectangle.LETTER);

  private final PDRectangle box;

  PageSize(PDRectangle box) {
    this.box = box;
  }

  PDRectangle box() {
    return box;
  }

  /** The name used on command lines, such as {@code a4}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
