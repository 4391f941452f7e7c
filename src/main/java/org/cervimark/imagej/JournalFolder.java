package org.cervimark.imagej;

import ij.Prefs;
import java.nio.file.Path;
import java.time.Clock;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.journal.FolderJournal;
import org.cervimark.reading.Journal;

/** Where the viewer keeps its journal: in the folder of the user's settings, or where they say. */
final class JournalFolder {

  private static final String KEY = "cervimark.journal";

  private JournalFolder() {}

  /** The journal of the user who runs ImageJ. */
  static Journal standard() {
    String chosen = Prefs.get(KEY, "");
    Path folder =
        chosen.isBlank() ? installation().resolveSibling(FolderJournal.NAME) : Path.of(chosen);
    return new FolderJournal(folder, Clock.systemUTC());
  }

  /** The file of the user who runs ImageJ beside which settings lie. */
  static Path installation() {
    return InstallationFile.defaultLocation(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }
}
