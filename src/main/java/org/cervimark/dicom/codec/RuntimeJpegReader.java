package org.cervimark.dicom.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG of 8 bits by the reader that comes with Java, which is exact and fast. Other programs in the
 * same virtual machine may register readers of their own or take this one out of the registry;
 * hence it is picked by its class, once, and only if it is really Java's.
 */
final class RuntimeJpegReader {

  private static final String CLASS = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

  private final ImageReaderSpi provider;

  /**
   * Looked for when first needed, since it wakes all readers that other programs have installed.
   */
  private static final class Found {

    static final Optional<RuntimeJpegReader> READER = find();
  }

  private RuntimeJpegReader(ImageReaderSpi provider) {
    this.provider = provider;
  }

  /** What {@link #find()} finds the first time. */
  static Optional<RuntimeJpegReader> get() {
    return Found.READER;
  }

  /**
   * Java's reader, unless somebody took it out of the registry or put something in that breaks it.
   */
  static Optional<RuntimeJpegReader> find() {
    Iterator<ImageReaderSpi> providers;
    try {
      providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    } catch (ServiceConfigurationError e) {
      return Optional.empty();
    }
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().equals(CLASS)
          && provider.getClass().getModule() == ImageIO.class.getModule()) {
        return Optional.of(new RuntimeJpegReader(provider));
      }
    }
    return Optional.empty();
  }

  /** Decodes a codestream whose header has been checked; colours stay as they are coded. */
  short[] decode(byte[] codestream, JpegFrameHeader frame) throws CodecException {
    List<String> warnings = new ArrayList<>();
    try {
      ImageReader reader = provider.createReaderInstance();
      try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(in, true, true);
        Raster raster = reader.readRaster(0, null);
        if (!warnings.isEmpty()) {
          throw new CodecException("its JPEG data are damaged: " + warnings.get(0));
        }
        if (raster.getWidth() != frame.columns()
            || raster.getHeight() != frame.rows()
            || raster.getNumBands() != frame.components()) {
          throw new CodecException("its JPEG data are of another size than their header says");
        }
        return widened((byte[]) raster.getDataElements(0, 0, frame.columns(), frame.rows(), null));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new CodecException("its JPEG data are damaged", e);
    }
  }

  private static short[] widened(byte[] samples) {
    short[] cells = new short[samples.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (short) (samples[i] & 0xFF);
    }
    return cells;
  }
}
