package org.cervimark.imagej;

import ij.Prefs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.ReportStore;

/**
 * Where results go: beside the images, or, if nothing can be written there, into the folder that
 * the reader chose for that, asked once.
 */
final class ResultsFolder {

  /** Where the choice is remembered. */
  interface Memory {
    Optional<Path> get();

    void set(Path folder);
  }

  private final Memory memory;
  private final Supplier<Optional<Path>> question;

  ResultsFolder(Memory memory, Supplier<Optional<Path>> question) {
    this.memory = memory;
    this.question = question;
  }

  /** The store that the reader chose, if it is there. */
  Optional<ReportStore> store() {
    return memory.get().filter(Files::isDirectory).map(ReportStore::new);
  }

  /**
   * The folder for the results of a study whose images lie in a folder. If the reader does not
   * choose, it is that folder, and saving says why it is not possible.
   */
  Path forStudy(Path images, String studyInstanceUid) {
    if (Files.isWritable(images)) {
      return images;
    }
    Optional<ReportStore> store = store();
    if (store.isEmpty()) {
      Optional<Path> chosen = question.get();
      chosen.ifPresent(memory::set);
      store = chosen.map(ReportStore::new);
    }
    if (store.isEmpty()) {
      return images;
    }
    try {
      return store.get().makeFolderOf(studyInstanceUid);
    } catch (DicomException e) {
      return images;
    }
  }

  /** No choice, and none remembered. */
  static Memory nowhere() {
    return new Memory() {
      @Override
      public Optional<Path> get() {
        return Optional.empty();
      }

      @Override
      public void set(Path folder) {
        // Nothing is remembered.
      }
    };
  }

  /** The choice kept in ImageJ's preferences. */
  static Memory inPreferences() {
    return new Memory() {

      private static final String KEY = "cervimark.results";

      @Override
      public Optional<Path> get() {
        String value = Prefs.get(KEY, "");
        return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
      }

      @Override
      public void set(Path folder) {
        Prefs.set(KEY, folder.toString());
        Prefs.savePreferences();
      }
    };
  }
}
