package org.cervimark.imagej;

import ij.IJ;
import ij.Menus;
import ij.plugin.frame.Editor;
import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a macro without a display in plain ImageJ, which builds its table of commands together with
 * its menu bar and so has none there.
 *
 * <pre>java -cp ij.jar:CerviMark_.jar org.cervimark.imagej.HeadlessMacro recorded.ijm</pre>
 */
public final class HeadlessMacro {

  private static final int USAGE = 2;

  private HeadlessMacro() {}

  /** Runs the macro file, with the argument if one is given, and prints what it returns. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    IJ.redirectErrorMessages();
    if (arguments.length == 0 || !Files.isReadable(Path.of(arguments[0]))) {
      // Without a display ImageJ's log is the standard output.
      IJ.log(Settings.inPreferences().wording().get("macro.usage"));
      System.exit(USAGE);
    }
    install();
    String result = run(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
    if (result != null) {
      IJ.log(result);
    }
    System.exit(0);
  }

  /** Runs a macro in UTF-8, which ImageJ would take for Latin-1, else as ImageJ does. */
  private static @Nullable String run(Path macro, String argument) throws IOException {
    if (macro.toString().endsWith(".ijm") || macro.toString().endsWith(".txt")) {
      try {
        return IJ.runMacro(Editor.doInclude(Files.readString(macro)), argument);
      } catch (CharacterCodingException e) {
        // Not UTF-8, so as ImageJ reads it.
      }
    }
    return IJ.runMacroFile(macro.toAbsolutePath().toString(), argument);
  }

  private static void install() throws IOException {
    try {
      IJ.run("Close All");
    } catch (HeadlessException e) {
      // The menu bar cannot be built; the table of commands that comes with it is there.
    }
    addCommands();
  }

  /**
   * Adds our commands to ImageJ's table of them, as it does itself with what lies in its plugins.
   */
  @SuppressWarnings("unchecked")
  static void addCommands() throws IOException {
    try (InputStream config = HeadlessMacro.class.getResourceAsStream("/plugins.config");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(config), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(l -> l.contains(", \"CerviMark"))
          .map(l -> l.split(",\\s*", 3))
          .forEach(c -> Menus.getCommands().put(c[1].replace("\"", ""), c[2]));
    }
  }
}
