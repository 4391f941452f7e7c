package org.cervimark.image;

/**
 * An item of a VOI LUT Sequence (0028,3010).
 *
 * @param table from modality values to presentation values
 * @param explanation LUT Explanation (0028,3003), possibly empty
 */
public record VoiTable(LookupTable table, String explanation) implements Voi {

  @Override
  public double share(double modalityValue) {
    return table.share(modalityValue);
  }
}
