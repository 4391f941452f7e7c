package org.cervimark.dicom.toolkit;

import java.nio.file.Path;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * A DICOM file as it was read.
 *
 * @param path where it lies
 * @param transferSyntaxUid Transfer Syntax UID (0002,0010), or what the bytes show if the file has
 *     no meta information
 * @param dataSet the data set, without the file meta information
 * @param pixelData where Pixel Data (7FE0,0010) stands, if the header alone was read and it exists
 */
public record DicomFile(
    Path path, String transferSyntaxUid, Attributes dataSet, Optional<PixelElement> pixelData) {

  /**
   * Pixel Data that was not read.
   *
   * @param position of its first byte behind the element's header, from the start of the file; in a
   *     deflated file from the start of the inflated stream and of no use
   * @param length in bytes; -1 if it is a sequence of fragments
   * @param words whether its value representation is OW, which in Big Endian swaps 8-bit pixels
   */
  public record PixelElement(long position, long length, boolean words) {}
}
