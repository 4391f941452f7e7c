package org.cervimark.measurement;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The catalogue with what the user's definition files add to it. A file with a mistake is left out
 * as a whole, so that one mistake does not cost the others.
 *
 * @param catalogue the catalogue with everything that could be added
 * @param files the files that were added, in order
 * @param problems one line for each mistake, {@code file:line:column: what}
 */
public record UserDefinitions(Catalogue catalogue, List<Path> files, List<String> problems) {

  private static final long LARGEST = 1 << 20;

  /** Copies the lists. */
  public UserDefinitions {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Nothing but what comes with the program. */
  public static UserDefinitions none() {
    return new UserDefinitions(Catalogue.builtIn(), List.of(), List.of());
  }

  /**
   * Reads a definition file, or all of a folder in the order of their names; its files end in
   * {@code .yaml} or {@code .yml}. A folder that does not exist adds nothing.
   */
  public static UserDefinitions read(Path fileOrFolder) {
    UserDefinitions definitions = none();
    List<DefinitionText> added = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(fileOrFolder, problems)) {
      try {
        DefinitionText text = text(file);
        added.add(text);
        definitions =
            new UserDefinitions(CatalogueReader.addToBuiltIn(added), List.of(), List.of());
        files.add(file);
      } catch (CatalogueException e) {
        added.remove(added.size() - 1);
        problems.addAll(e.problems());
      } catch (CharacterCodingException e) {
        problems.add(file.getFileName() + ":1:1: not UTF-8 text");
      } catch (IOException e) {
        problems.add(file.getFileName() + ":1:1: cannot be read");
      }
    }
    return new UserDefinitions(definitions.catalogue(), files, problems);
  }

  private static DefinitionText text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("larger than any definition file: " + file.getFileName());
    }
    return new DefinitionText(
        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path fileOrFolder, List<String> problems) {
    if (!Files.isDirectory(fileOrFolder)) {
      return Files.exists(fileOrFolder) ? List.of(fileOrFolder) : List.of();
    }
    try (Stream<Path> found = Files.list(fileOrFolder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(UserDefinitions::isDefinition)
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(fileOrFolder.getFileName() + ":1:1: the folder cannot be listed");
      return List.of();
    }
  }

  private static boolean isDefinition(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
