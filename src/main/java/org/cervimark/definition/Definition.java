package org.cervimark.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a definition file: a text, a list or a record of named values. Reads leniently: what
 * is missing or of the wrong form is noted once among the {@link Problems} and replaced by
 * something empty, so that the rest of the file is checked too.
 */
public final class Definition {

  private final String file;
  private final String text;
  private final Node node;
  private final Problems problems;

  Definition(String file, String text, Node node, Problems problems) {
    this.file = file;
    this.text = text;
    this.node = node;
    this.problems = problems;
  }

  /** Where the value begins. */
  public Position position() {
    return node.getStartMark()
        .map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Position(file, 1, 1));
  }

  /**
   * Where a character of a text stands in the file, whatever the quoting or folding. Holds for
   * texts without escapes.
   *
   * @param offset index of the character in {@link #text()}, from 0
   */
  public Position position(int offset) {
    if (!(node instanceof ScalarNode scalar) || node.getStartMark().isEmpty()) {
      return position();
    }
    int wanted = countInk(scalar.getValue(), offset);
    int at = firstInk(node.getStartMark().get().getIndex(), scalar);
    while (at < text.length() && (wanted > 0 || Character.isWhitespace(text.charAt(at)))) {
      if (!Character.isWhitespace(text.charAt(at))) {
        wanted--;
      }
      at++;
    }
    String before = text.substring(0, Math.min(at, text.length()));
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Position(file, line, before.length() - lineStart + 1);
  }

  /** Notes a mistake in this value. */
  public void problem(String what) {
    problems.add(position(), what);
  }

  /** The text; empty, and noted, if this is a list or a record. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("expected a text");
    return "";
  }

  /** The number; 0, and noted, if this is none. */
  public double number() {
    try {
      double number = Double.parseDouble(text());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Noted below, like any other value that is no number.
    }
    problem("expected a number, found \"" + text() + "\"");
    return 0;
  }

  /** The elements of a list; empty, and noted, if this is none. */
  public List<Definition> elements() {
    List<Definition> elements = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> elements.add(of(element)));
    } else {
      problem("expected a list");
    }
    return elements;
  }

  /** The named values of a record in their order; empty, and noted, if this is none. */
  public Map<String, Definition> fields() {
    Map<String, Definition> fields = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        fields.put(of(tuple.getKeyNode()).text(), of(tuple.getValueNode()));
      }
    } else {
      problem("expected a record of named values");
    }
    return fields;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is a record of named values. */
  public boolean isRecord() {
    return node instanceof MappingNode;
  }

  /** Notes every name that a record has besides these. */
  public void allowOnly(List<String> names) {
    fields()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                value.problem(
                    "unknown key \"" + name + "\"; known are " + String.join(", ", names));
              }
            });
  }

  /** The value with a name, if this record has it. */
  public Optional<Definition> find(String name) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return Optional.of(of(tuple.getValueNode()));
        }
      }
    }
    return Optional.empty();
  }

  /** The text with a name; empty, and noted, if this record has none. */
  public String text(String name) {
    Optional<Definition> found = find(name);
    if (found.isEmpty()) {
      problem("\"" + name + "\" is missing");
    }
    return found.map(Definition::text).orElse("");
  }

  /** The elements of the list with a name; empty if this record has none. */
  public List<Definition> elements(String name) {
    return find(name).map(Definition::elements).orElse(List.of());
  }

  private Definition of(Node inner) {
    return new Definition(file, text, inner, problems);
  }

  private static int countInk(String value, int offset) {
    return (int)
        value
            .substring(0, Math.min(offset, value.length()))
            .chars()
            .filter(c -> !Character.isWhitespace(c))
            .count();
  }

  /** Behind the opening quote, or behind the line that introduces a block. */
  private int firstInk(int codePoints, ScalarNode scalar) {
    int start =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    return switch (scalar.getScalarStyle()) {
      case PLAIN -> start;
      case DOUBLE_QUOTED, SINGLE_QUOTED -> start + 1;
      default -> Math.max(start, text.indexOf('\n', start) + 1);
    };
  }
}
