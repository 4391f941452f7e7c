package org.cervimark.imagej;

import ij.Prefs;
import java.util.Optional;
import org.cervimark.image.PersonName;

/** Who reads, as remembered from one start of ImageJ to the next. */
interface ReaderName {

  /** Who read last, if anybody has said. */
  Optional<PersonName> get();

  /** Remembers who reads. */
  void set(PersonName reader);

  /** The name kept in ImageJ's preferences. */
  static ReaderName inPreferences() {
    return new ReaderName() {

      private static final String KEY = "cervimark.reader";

      @Override
      public Optional<PersonName> get() {
        String value = Prefs.get(KEY, "");
        return value.isBlank() ? Optional.empty() : Optional.of(PersonName.parse(value));
      }

      @Override
      public void set(PersonName reader) {
        Prefs.set(KEY, reader.toDicom());
        Prefs.savePreferences();
      }
    };
  }
}
