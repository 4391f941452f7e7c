package org.cervimark.dicom.sr;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cervimark.terminology.Code;

/**
 * Values of the domain with the codes that stand for them, found either way. Immutable.
 *
 * @param <K> the values
 */
final class CodePairs<K> {

  private final Map<K, Code> codes;
  private final Map<String, K> keys;

  /**
   * Such pairs.
   *
   * @throws IllegalArgumentException if two values have the same Code Value
   */
  CodePairs(Map<K, Code> codes) {
    this.codes = Map.copyOf(codes);
    Map<String, K> byValue = new HashMap<>();
    codes.forEach(
        (key, code) -> {
          if (byValue.put(code.value(), key) != null) {
            throw new IllegalArgumentException("code used twice: " + code);
          }
        });
    this.keys = Map.copyOf(byValue);
  }

  /** All codes, in no order. */
  Collection<Code> codes() {
    return codes.values();
  }

  /**
   * The code of a value.
   *
   * @throws IllegalArgumentException if it has none
   */
  Code code(K key) {
    Code code = codes.get(key);
    if (code == null) {
      throw new IllegalArgumentException("no code for " + key);
    }
    return code;
  }

  /** The value that a code stands for, if it does. */
  Optional<K> key(Code code) {
    return Optional.ofNullable(keys.get(code.value())).filter(key -> code(key).sameConceptAs(code));
  }
}
