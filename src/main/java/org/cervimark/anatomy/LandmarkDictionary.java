package org.cervimark.anatomy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.terminology.Code;

/** All landmarks known, in the order of the dictionary. Immutable. */
public final class LandmarkDictionary {

  private final List<Landmark> all;
  private final Map<LandmarkId, Landmark> byId;
  private final Map<String, Landmark> byCode;

  /**
   * A dictionary of the given landmarks.
   *
   * @throws IllegalArgumentException if an id or a code occurs twice
   */
  public LandmarkDictionary(Collection<Landmark> landmarks) {
    Map<LandmarkId, Landmark> ids = new LinkedHashMap<>();
    Map<String, Landmark> codes = new LinkedHashMap<>();
    for (Landmark landmark : landmarks) {
      if (ids.put(landmark.id(), landmark) != null) {
        throw new IllegalArgumentException("landmark defined twice: " + landmark.id());
      }
      if (codes.put(landmark.code().value(), landmark) != null) {
        throw new IllegalArgumentException("code used twice: " + landmark.code().value());
      }
    }
    all = List.copyOf(ids.values());
    byId = Collections.unmodifiableMap(ids);
    byCode = Map.copyOf(codes);
  }

  /** All landmarks, in the order of the dictionary. */
  public List<Landmark> all() {
    return all;
  }

  /** The landmark with this id, if the dictionary has it. */
  public Optional<Landmark> find(LandmarkId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The landmark with this code, if the dictionary has it. */
  public Optional<Landmark> find(Code code) {
    return Optional.ofNullable(byCode.get(code.value())).filter(l -> l.code().sameConceptAs(code));
  }

  /** Whether the dictionary has a landmark with this id. */
  public boolean contains(LandmarkId id) {
    return byId.containsKey(id);
  }
}
