package org.cervimark.reading;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a session holds that would be lost with it, as short texts under keys such as {@code
 * landmark/c2-inferior-endplate-anterior}. {@link SessionDraft} knows what the keys mean; a journal
 * need not, so that what sessions learn to hold is journalled without a change there.
 *
 * @param entries the texts by key
 */
public record Draft(SortedMap<String, String> entries) {

  /**
   * What leads from one draft to another.
   *
   * @param set entries that are new or have another text
   * @param removed keys of entries that are gone
   */
  public record Changes(SortedMap<String, String> set, SortedSet<String> removed) {

    /** Copies both. */
    public Changes {
      set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
      removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** Whether both drafts are the same. */
    public boolean isEmpty() {
      return set.isEmpty() && removed.isEmpty();
    }
  }

  /** Copies the map. */
  public Draft {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** What leads from this draft to another. */
  public Changes changesTo(Draft later) {
    SortedMap<String, String> set = new TreeMap<>();
    later.entries.forEach(
        (key, text) -> {
          if (!text.equals(entries.get(key))) {
            set.put(key, text);
          }
        });
    SortedSet<String> removed = new TreeSet<>(entries.keySet());
    removed.removeAll(later.entries.keySet());
    return new Changes(set, removed);
  }

  /** This draft with changes made, of which none need fit it. */
  public Draft with(Changes changes) {
    SortedMap<String, String> changed = new TreeMap<>(entries);
    changed.putAll(changes.set());
    changed.keySet().removeAll(changes.removed());
    return new Draft(changed);
  }
}
