package org.cervimark.measurement;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is measured where a value needs several films of a study: each film in its role.
 *
 * @param subjects the films
 */
public record Films(SortedMap<FilmRole, Subject> subjects) {

  /** Copies the map. */
  public Films {
    subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
  }

  /** The films of these roles. */
  public static Films of(Map<FilmRole, Subject> subjects) {
    return new Films(new TreeMap<>(subjects));
  }

  /** The film of a role, if there is one. */
  public Optional<Subject> in(FilmRole role) {
    return Optional.ofNullable(subjects.get(role));
  }

  /** The same films with another one in a role. */
  public Films with(FilmRole role, Subject subject) {
    SortedMap<FilmRole, Subject> changed = new TreeMap<>(subjects);
    changed.put(role, subject);
    return new Films(changed);
  }
}
