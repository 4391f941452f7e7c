package org.cervimark.dicom.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.cervimark.image.PixelFormat;

/**
 * JPEG Baseline, by the JDK's own reader, which is exact and fast. It is asked for by name, since
 * other programs' readers register themselves for JPEG too.
 */
final class JpegBaselineDecoder implements FrameDecoder {

  private static final String JDK_READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

  @Override
  public int[] decode(byte[] codeStream, PixelFormat format) throws CodecException {
    if (format.bitsAllocated() != 8) {
      throw new CodecException("JPEG Baseline with " + format.bitsAllocated() + " bits allocated");
    }
    List<String> warnings = new ArrayList<>();
    ImageReader reader = jdkReader();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(codeStream))) {
      reader.addIIOReadWarningListener((source, text) -> warnings.add(text));
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != format.columns() || reader.getHeight(0) != format.rows()) {
        throw new CodecException("JPEG of another size than the header says");
      }
      Raster raster = reader.readRaster(0, null);
      if (raster.getNumBands() != 1) {
        throw new CodecException("JPEG with " + raster.getNumBands() + " components");
      }
      if (!warnings.isEmpty()) {
        throw new CodecException("JPEG is damaged: " + warnings.get(0));
      }
      return raster.getSamples(0, 0, format.columns(), format.rows(), 0, (int[]) null);
    } catch (IOException | RuntimeException e) {
      throw new CodecException("JPEG cannot be decoded", e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader jdkReader() throws CodecException {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().equals(JDK_READER)) {
        try {
          return provider.createReaderInstance();
        } catch (IOException e) {
          throw new CodecException("the JDK's JPEG reader cannot be started", e);
        }
      }
    }
    throw new CodecException("this Java has no JPEG reader");
  }
}
