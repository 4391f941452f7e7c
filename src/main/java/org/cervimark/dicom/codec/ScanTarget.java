package org.cervimark.dicom.codec;

/** A frame in the making, to which scans are added one after the other. */
interface ScanTarget {

  /**
   * Decodes the scan whose data begin at the reader's position, and leaves it at the next marker.
   */
  void decode(JpegScanHeader scan, JpegTables tables, MarkerReader reader) throws CodecException;

  /** The samples, once all scans are decoded; refuses if a component had none. */
  short[] finish() throws CodecException;
}
