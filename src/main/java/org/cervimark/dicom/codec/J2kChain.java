package org.cervimark.dicom.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.IOException;
import java.util.Arrays;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.image.BlkImgDataSrc;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.invcomptransf.InvCompTransf;
import jj2000.j2k.wavelet.synthesis.InverseWT;

/** The stages of JJ2000 from the codestream to samples, and the way of the samples into a frame. */
final class J2kChain {

  /** Rows that are asked for at a time. */
  private static final int STRIPE = 64;

  private final J2kHeader header;
  private final HeaderDecoder main;
  private final BlkImgDataSrc source;

  J2kChain(byte[] codestream, J2kHeader header) throws IOException {
    this.header = header;
    CodestreamAccess in = new CodestreamAccess(codestream, header.start());
    J2KImageReadParamJava parameters = new J2KImageReadParamJava();
    HeaderInfo info = new HeaderInfo();
    main = new HeaderDecoder(in, parameters, info);
    DecoderSpecs specs = main.getDecoderSpecs();
    int[] depths = new int[header.components()];
    Arrays.fill(depths, header.precision());
    BitstreamReaderAgent reader =
        BitstreamReaderAgent.createInstance(in, main, parameters, specs, false, info);
    var entropy = main.createEntropyDecoder(reader, parameters);
    var regions = main.createROIDeScaler(entropy, parameters, specs);
    var dequantizer = main.createDequantizer(regions, depths, specs);
    InverseWT wavelet = InverseWT.createInstance(dequantizer, specs);
    wavelet.setImgResLevel(reader.getImgRes());
    source = new InvCompTransf(new ImgDataConverter(wavelet, 0), specs, depths);
  }

  /** Decodes all tiles to cells of a number of bits. */
  short[] decode(int bitsAllocated) throws CodecException {
    short[] cells = new short[header.columns() * header.rows() * header.components()];
    Point tiles = source.getNumTiles(null);
    Point origin = main.getTilingOrigin(null);
    long filled = 0;
    for (int y = 0; y < tiles.y; y++) {
      for (int x = 0; x < tiles.x; x++) {
        source.setTile(x, y);
        int left = Math.max(origin.x + x * main.getNomTileWidth(), header.left()) - header.left();
        int top = Math.max(origin.y + y * main.getNomTileHeight(), header.top()) - header.top();
        for (int component = 0; component < header.components(); component++) {
          filled += tile(component, left, top, cells, bitsAllocated);
        }
      }
    }
    if (filled != cells.length) {
      throw new CodecException("the tiles of its JPEG 2000 data do not cover the image");
    }
    return cells;
  }

  private long tile(int component, int left, int top, short[] cells, int bitsAllocated)
      throws CodecException {
    int width = source.getTileWidth();
    int height = source.getTileHeight();
    if (left + width > header.columns() || top + height > header.rows()) {
      throw new CodecException("a tile of its JPEG 2000 data lies outside the image");
    }
    int bits = header.precision();
    int shift = header.signed() ? 0 : 1 << (bits - 1);
    int least = header.signed() ? -(1 << (bits - 1)) : 0;
    int most = least + (1 << bits) - 1;
    int mask = (1 << bitsAllocated) - 1;
    int fraction = source.getFixedPoint(component);
    int step = header.components();
    DataBlkInt block = new DataBlkInt();
    for (int row = 0; row < height; row += STRIPE) {
      block.ulx = 0;
      block.uly = row;
      block.w = width;
      block.h = Math.min(STRIPE, height - row);
      block = (DataBlkInt) source.getInternCompData(block, component);
      int[] data = block.data;
      for (int i = 0; i < block.h; i++) {
        int from = block.offset + i * block.scanw;
        int to = ((top + row + i) * header.columns() + left) * step + component;
        for (int j = 0; j < width; j++) {
          int value = (data[from + j] >> fraction) + shift;
          cells[to + j * step] = (short) (Math.max(least, Math.min(most, value)) & mask);
        }
      }
    }
    return (long) width * height;
  }
}
