package org.cervimark.dicom.toolkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Uses the toolkit in a virtual machine of its own, as it is or repaired, and prints what came of
 * it: for defects that show, or are gone, once and for all.
 */
public final class ToolkitWitness {

  private ToolkitWitness() {}

  /** Arguments: what to try, and {@code plain} or {@code repaired}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments[1].equals("repaired")) {
      Toolkit.start();
    }
    String outcome;
    try {
      outcome =
          switch (arguments[0]) {
            case "log" -> unparsableNumber();
            case "imageio" -> jpeg();
            case "latin" -> encoded("\u00e9");
            case "hangul" -> encoded("\uae40", "", "ISO 2022 IR 149");
            default -> throw new IllegalArgumentException(arguments[0]);
          };
    } catch (LinkageError | ServiceConfigurationError | RuntimeException e) {
      outcome = e.getClass().getSimpleName();
    }
    System.out.println(outcome);
  }

  /** Makes the toolkit log a warning. */
  private static String unparsableNumber() {
    Attributes dataSet = new Attributes();
    dataSet.setBytes(Tag.WindowWidth, VR.DS, "secret".getBytes(StandardCharsets.US_ASCII));
    return "width " + dataSet.getDouble(Tag.WindowWidth, -1);
  }

  // Which of several readers ImageIO.read takes is left to chance, so that each is tried.
  private static String jpeg() throws IOException {
    byte[] smallest = smallJpeg();
    int readers = 0;
    try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(smallest))) {
      for (var it = ImageIO.getImageReaders(stream); it.hasNext(); ) {
        ImageReader reader = it.next();
        stream.seek(0);
        reader.setInput(stream);
        BufferedImage image = reader.read(0);
        if (image.getWidth() != 3 || image.getHeight() != 2) {
          return "read wrongly";
        }
        readers++;
      }
    }
    return readers + " read it";
  }

  // Written by the JDK's own writer, which the toolkit's services do not hide.
  private static byte[] smallJpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = null;
    for (var it = ImageIO.getImageWritersByFormatName("jpeg"); it.hasNext(); ) {
      ImageWriter candidate = it.next();
      if (candidate.getClass().getName().startsWith("com.sun.")) {
        writer = candidate;
      }
    }
    if (writer == null) {
      throw new IllegalStateException("no JPEG writer in this JDK");
    }
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY));
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static String encoded(String text, String... characterSets) throws IOException {
    Attributes dataSet = new Attributes();
    if (characterSets.length > 0) {
      dataSet.setString(Tag.SpecificCharacterSet, VR.CS, characterSets);
    }
    dataSet.setString(Tag.StudyDescription, VR.LO, text);
    return HexFormat.of().formatHex(dataSet.getBytes(Tag.StudyDescription));
  }
}
