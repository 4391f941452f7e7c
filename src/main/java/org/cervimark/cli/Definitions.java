package org.cervimark.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.UserDefinitions;

/**
 * The catalogue that a command works with: what comes with the program, and what the user's
 * definition files add. They lie where {@code --definitions} says, else in the folder CerviMark
 * beside the program, which is that of the plugin where the program lies among ImageJ's plugins.
 */
final class Definitions {

  static final Option OPTION = Option.value("--definitions");

  private static final String FOLDER = "CerviMark";

  private Definitions() {}

  /**
   * The catalogue in force. Mistakes in files that were not asked for are told, and the files left
   * out.
   *
   * @throws InputException if the files asked for do not exist or have a mistake
   */
  static Catalogue catalogue(Arguments arguments, Console console)
      throws UsageException, InputException {
    Optional<Path> named = arguments.path(OPTION);
    if (named.isEmpty()) {
      UserDefinitions found =
          besideProgram().map(UserDefinitions::read).orElseGet(UserDefinitions::none);
      found.problems().forEach(console::say);
      return found.catalogue();
    }
    return named(named.get(), console).catalogue();
  }

  /**
   * The definitions of a file or folder; each mistake in them is told.
   *
   * @throws InputException if it does not exist or has a mistake
   */
  static UserDefinitions named(Path path, Console console) throws InputException {
    if (!Files.exists(path)) {
      throw new InputException(console.wording().get("definitions.missing", path.toString()));
    }
    UserDefinitions found = UserDefinitions.read(path);
    List<String> problems = found.problems();
    if (!problems.isEmpty()) {
      problems.forEach(console::say);
      throw new InputException(
          console
              .wording()
              .get("definitions.wrong", path.toString(), Integer.toString(problems.size())));
    }
    return found;
  }

  private static Optional<Path> besideProgram() {
    try {
      CodeSource source = Definitions.class.getProtectionDomain().getCodeSource();
      return source == null
          ? Optional.empty()
          : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent())
              .map(folder -> folder.resolve(FOLDER));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
