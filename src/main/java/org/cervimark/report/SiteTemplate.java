package org.cervimark.report;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The template by which a site lays out its notes: {@code CerviMark/note.txt} beside the jar. */
public final class SiteTemplate {

  /** The folder beside the plugin in which a site keeps files of its own. */
  private static final String FOLDER = "CerviMark";

  private static final String FILE = "note.txt";

  private SiteTemplate() {}

  /** The file, if there is one. */
  public static Optional<Path> file() {
    return place().filter(Files::isRegularFile);
  }

  /** Where the file belongs, whether there is one or not; empty if the program lies nowhere. */
  public static Optional<Path> place() {
    CodeSource source = SiteTemplate.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Optional.of(jar.resolveSibling(FOLDER).resolve(FILE));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
