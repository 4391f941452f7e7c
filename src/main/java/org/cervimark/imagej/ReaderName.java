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

  /** For which organisation the reader signed last; empty if never. */
  String organization();

  /** Remembers for which organisation the reader signs. */
  void setOrganization(String organization);

  /** The name kept in ImageJ's preferences. */
  static ReaderName inPreferences() {
    return new ReaderName() {

      private static final String KEY = "cervimark.reader";
      private static final String ORGANIZATION = "cervimark.organization";

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

      @Override
      public String organization() {
        return Prefs.get(ORGANIZATION, "");
      }

      @Override
      public void setOrganization(String organization) {
        Prefs.set(ORGANIZATION, organization);
        Prefs.savePreferences();
      }
    };
  }
}
