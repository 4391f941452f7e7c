package org.cervimark.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.TemplateException;
import org.cervimark.report.TemplateReader;

/** How the site lays out its note as text: what it says, what is wrong with it, where it lies. */
final class NoteLayout {

  private final Path place;
  private final TemplateReader reader;

  /**
   * A layout.
   *
   * @param place the file of the site, whether there is one or not
   * @param locale the language of sentences
   */
  NoteLayout(Path place, Catalogue catalogue, Locale locale) {
    this.place = place;
    this.reader = new TemplateReader(catalogue, locale);
  }

  /** The file of the site, whether there is one or not. */
  Path place() {
    return place;
  }

  /** The layout in force as the site wrote it, or ours where it has none that can be read. */
  String text() {
    try {
      return Files.isRegularFile(place)
          ? new String(Files.readAllBytes(place), StandardCharsets.UTF_8)
          : ours();
    } catch (IOException e) {
      return ours();
    }
  }

  /** The layout that comes with the program. */
  static String ours() {
    return TemplateReader.standardText();
  }

  /** What is wrong with a layout, in a sentence that names the line. */
  Optional<String> mistake(String text) {
    try {
      reader.read(String.valueOf(place.getFileName()), text);
      return Optional.empty();
    } catch (TemplateException e) {
      return Optional.of(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /**
   * Lays notes out so from now on. Ours needs no file, and follows later versions of the program.
   *
   * @throws IOException if the file could not be written; it is then as it was
   */
  void use(String text) throws IOException {
    if (text.strip().equals(ours().strip())) {
      Files.deleteIfExists(place);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(place.toAbsolutePath().getParent()));
    NoteFile.write(place, text);
  }
}
