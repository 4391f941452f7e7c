package org.cervimark.image;

/**
 * How the pixels are stored: the Image Pixel module (PS3.3 C.7.6.3).
 *
 * @param columns Columns (0028,0011)
 * @param rows Rows (0028,0010)
 * @param frames Number of Frames (0028,0008), 1 if absent
 * @param samplesPerPixel Samples per Pixel (0028,0002)
 * @param bitsAllocated Bits Allocated (0028,0100)
 * @param bitsStored Bits Stored (0028,0101)
 * @param highBit High Bit (0028,0102)
 * @param signed Pixel Representation (0028,0103) is 1
 * @param photometricInterpretation Photometric Interpretation (0028,0004)
 * @param transferSyntaxUid Transfer Syntax UID (0002,0010) of the file
 */
public record PixelFormat(
    int columns,
    int rows,
    int frames,
    int samplesPerPixel,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    String photometricInterpretation,
    String transferSyntaxUid) {}
