package org.cervimark.definition;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the text of a definition file. */
public final class DefinitionFile {

  private DefinitionFile() {}

  /**
   * The content of a file.
   *
   * @param name the name of the file as people know it
   * @param text its text, YAML 1.2
   * @param problems where syntax errors are noted
   * @return the outermost value; empty if the file is empty or not YAML, which is then noted
   */
  public static Optional<Definition> parse(String name, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      problems.add(
          new Position(
              name,
              mark.map(m -> m.getLine() + 1).orElse(1),
              mark.map(m -> m.getColumn() + 1).orElse(1)),
          e.getProblem());
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(new Position(name, 1, 1), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    if (root.isEmpty()) {
      problems.add(new Position(name, 1, 1), "the file is empty");
      return Optional.empty();
    }
    return Optional.of(new Definition(name, text, root.get(), problems));
  }
}
