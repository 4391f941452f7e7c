package org.cervimark.packaging;

import ij.IJ;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;

/** What is tried in a forked machine; prints what came of it. */
public final class ShippedProbe {

  private ShippedProbe() {}

  /** Arguments: what to try, and the file to try it with. */
  public static void main(String[] arguments) throws IOException {
    String outcome;
    try {
      outcome =
          switch (arguments[0]) {
            case "imageio" -> imageIo(new File(arguments[1]));
            case "imagej" -> ImageJ.open(arguments[1]);
            case "dicom" -> Dicom.read(Path.of(arguments[1]));
            case "dicom-then-imageio" -> {
              System.err.print(Dicom.read(Path.of(arguments[1])).isEmpty() ? "nothing read" : "");
              yield imageIo(new File(arguments[2]));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
          };
    } catch (LinkageError e) {
      outcome = e.getClass().getSimpleName();
    }
    System.out.println(outcome);
  }

  // Which of several readers ImageIO.read takes is left to chance, so that each is tried.
  private static String imageIo(File file) throws IOException {
    int readers = 0;
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      for (Iterator<ImageReader> it = ImageIO.getImageReaders(in); it.hasNext(); ) {
        ImageReader reader = it.next();
        in.seek(0);
        reader.setInput(in);
        BufferedImage image = reader.read(0);
        readers += image.getWidth() == 16 && image.getHeight() == 8 ? 1 : 1000;
      }
    }
    BufferedImage image = ImageIO.read(file);
    return readers + " readers, " + image.getWidth() + " x " + image.getHeight();
  }

  /** Loaded only where CerviMark is on the class path. */
  private static final class Dicom {

    private static String read(Path file) {
      DicomImage image;
      try {
        image = DicomImages.read(file, 1);
      } catch (DicomException e) {
        return e.getMessage();
      }
      String name = image.radiograph().patient().name().toDicom();
      // Spelt out, since the console of a forked machine may not know Hangul.
      StringBuilder codes = new StringBuilder();
      name.codePoints().forEach(c -> codes.append(Integer.toHexString(c)).append(' '));
      return codes + Arrays.toString(image.pixels().values());
    }
  }

  /** Loaded only where ImageJ is on the class path. */
  private static final class ImageJ {

    private static String open(String file) {
      ImagePlus image = IJ.openImage(file);
      return image.getWidth() + " x " + image.getHeight();
    }
  }
}
