package org.cervimark.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How this program names itself in the objects, notes and tables that it writes. */
public final class Product {

  /** Its name. */
  public static final String NAME = "CerviMark";

  private Product() {}

  /** Its version, as the build states it. */
  public static String version() {
    try (InputStream in = Product.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("the build has left out version.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name and version, such as {@code CerviMark 1.0.0}. */
  public static String nameAndVersion() {
    return NAME + " " + version();
  }
}
