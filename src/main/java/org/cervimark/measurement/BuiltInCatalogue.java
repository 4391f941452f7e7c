package org.cervimark.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The catalogue that comes with the program, read once when it is first asked for. */
final class BuiltInCatalogue {

  private static final String FOLDER = "/org/cervimark/catalogue/";

  private static final List<String> FILES =
      List.of(
          "tables.yaml",
          "sources.yaml",
          "landmarks-lateral.yaml",
          "landmarks-frontal.yaml",
          "landmarks-transverse.yaml",
          "constructions.yaml",
          "measurements-lateral-curvature.yaml",
          "measurements-lateral-balance.yaml",
          "measurements-lateral-craniovertebral.yaml",
          "measurements-lateral-bodies.yaml",
          "measurements-bending.yaml",
          "measurements-frontal.yaml",
          "measurements-upper-cervical.yaml",
          "protocols.yaml");

  private BuiltInCatalogue() {}

  static Catalogue get() {
    return Holder.CATALOGUE;
  }

  /** The files in the order in which they build upon each other. */
  static List<DefinitionText> files() {
    List<DefinitionText> files = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in = BuiltInCatalogue.class.getResourceAsStream(FOLDER + file)) {
        if (in == null) {
          throw new IllegalStateException("missing from the program: " + file);
        }
        files.add(new DefinitionText(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException("not readable from the program: " + file, e);
      }
    }
    return files;
  }

  private static final class Holder {
    static final Catalogue CATALOGUE = read();

    private static Catalogue read() {
      try {
        return CatalogueReader.read(files());
      } catch (CatalogueException e) {
        throw new IllegalStateException("the built-in catalogue is damaged: " + e.getMessage(), e);
      }
    }
  }
}
