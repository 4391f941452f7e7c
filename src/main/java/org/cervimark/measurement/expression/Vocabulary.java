package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;

/**
 * The names that a formula may use: landmarks, second names of landmarks, and formulas defined
 * before. Each name stands for one thing.
 */
public final class Vocabulary {

  private final Map<String, Node> names = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> definitions = new LinkedHashMap<>();

  /**
   * Adds a landmark.
   *
   * @return whether the name was free
   */
  public boolean addLandmark(LandmarkId landmark) {
    return names.putIfAbsent(landmark.value(), new PointNode.Placed(landmark)) == null;
  }

  /**
   * Adds a formula, which then may be used in others by this name.
   *
   * @return whether the name was free
   */
  public boolean addFormula(String name, Expression formula) {
    boolean free = names.putIfAbsent(name, formula.root()) == null;
    if (free) {
      define(name, formula.text(), formula.definitions());
    }
    return free;
  }

  /**
   * Adds a second name for something.
   *
   * @return whether the name was free and the thing is known
   */
  public boolean addAlias(String name, String meant) {
    Node node = names.get(meant);
    boolean free = node != null && names.putIfAbsent(name, node) == null;
    if (free) {
      define(name, meant, definitions(meant));
    }
    return free;
  }

  private void define(String name, String text, Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(name, text);
    all.putAll(further);
    definitions.put(name, all);
  }

  /**
   * What a name was defined as, with what the names in its definition were defined as; empty for a
   * landmark.
   */
  Map<String, String> definitions(String name) {
    return definitions.getOrDefault(name, Map.of());
  }

  /** Whether a name is taken. */
  public boolean contains(String name) {
    return names.containsKey(name);
  }

  Optional<Node> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /** The landmarks {@code stem-1-right}, {@code stem-1-left}, {@code stem-2-right} and so on. */
  List<LineNode.Midline.Pair> pairs(String stem) {
    List<LineNode.Midline.Pair> pairs = new ArrayList<>();
    int k = 1;
    while (find(stem + "-" + k + "-right").orElse(null) instanceof PointNode.Placed right
        && find(stem + "-" + k + "-left").orElse(null) instanceof PointNode.Placed left) {
      pairs.add(new LineNode.Midline.Pair(right.landmark(), left.landmark()));
      k++;
    }
    return pairs;
  }

  /** What is wrong with a name that is not known, with a proposal where one suggests itself. */
  String complain(String unknown) {
    for (int hyphen = unknown.indexOf('-'); hyphen > 0; hyphen = unknown.indexOf('-', hyphen + 1)) {
      if (contains(unknown.substring(0, hyphen)) && contains(unknown.substring(hyphen + 1))) {
        return "unknown name \"" + unknown + "\"; a minus needs spaces on both sides";
      }
    }
    int nearest = unknown.length() / 4 + 1;
    String proposal = "";
    for (String name : names.keySet()) {
      int distance = editDistance(unknown, name, nearest);
      if (distance < nearest) {
        nearest = distance;
        proposal = "; did you mean \"" + name + "\"?";
      }
    }
    return "unknown name \"" + unknown + "\"" + proposal;
  }

  /** How many letters must be added, dropped or changed; {@code most} or more are not counted. */
  private static int editDistance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) >= most) {
      return most;
    }
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
