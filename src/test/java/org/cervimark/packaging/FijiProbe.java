package org.cervimark.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import net.imagej.patcher.LegacyEnvironment;

/** Runs a macro in ImageJ as Fiji changes it for {@code --headless}. */
public final class FijiProbe {

  private FijiProbe() {}

  /** Argument: the macro file. */
  public static void main(String[] arguments) throws Exception {
    LegacyEnvironment fiji = new LegacyEnvironment(FijiProbe.class.getClassLoader(), true);
    fiji.runMacro(Files.readString(Path.of(arguments[0])), "");
    System.exit(0);
  }
}
