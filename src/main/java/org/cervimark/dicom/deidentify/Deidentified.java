package org.cervimark.dicom.deidentify;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** What came of an export. */
public sealed interface Deidentified {

  /**
   * It was written.
   *
   * @param files one for each object written
   * @param passedOver files of other kinds, which were not exported
   * @param identifiers how many names and numbers of persons were looked for in what is kept
   * @param uids how many UIDs were replaced
   */
  record Exported(List<FileReport> files, List<Path> passedOver, int identifiers, int uids)
      implements Deidentified {

    /** Copies the lists. */
    public Exported {
      files = List.copyOf(files);
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * Nothing was written, because texts that would be kept name a person.
   *
   * @param places where
   */
  record Stopped(List<Place> places) implements Deidentified {

    /** Copies the list. */
    public Stopped {
      places = List.copyOf(places);
    }
  }

  /**
   * An object as exported.
   *
   * @param source the original
   * @param target the copy
   * @param removed what was removed or replaced and how often, without values
   * @param mayShowIdentity whether the header does not rule out that the pixels show a name
   */
  record FileReport(
      Path source, Path target, SortedMap<String, Integer> removed, boolean mayShowIdentity) {}

  /**
   * Where a person is named.
   *
   * @param file the original
   * @param attribute the attribute, with the sequences around it
   */
  record Place(Path file, String attribute) {}
}
