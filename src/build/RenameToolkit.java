import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies sources and gives the DICOM toolkit in them the names of genuine dcm4che, so that the same
 * sources are built against either. Run by the Maven profile {@code dcm4che} as
 *
 * <pre>java RenameToolkit.java table sources target</pre>
 *
 * A file that imports a class the table does not know ends the build.
 */
public final class RenameToolkit {

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(import (?:static )?)(org\\.aoju\\.[\\w.]+);");

  private record Rule(String kind, String from, String to) {

    boolean covers(String name) {
      boolean below = name.startsWith(from + ".");
      return kind.equals("type") ? name.equals(from) || below : kind.equals("package") && below;
    }

    String rename(String name) {
      return to + name.substring(from.length());
    }
  }

  private final List<Rule> rules;

  private RenameToolkit(List<Rule> rules) {
    this.rules = rules;
  }

  public static void main(String[] arguments) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t");
        rules.add(new Rule(columns[0], columns[1], columns[2]));
      }
    }
    new RenameToolkit(rules).copy(Path.of(arguments[1]), Path.of(arguments[2]));
  }

  private void copy(Path sources, Path target) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> old = Files.walk(target)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(sources.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, rename(Files.readString(file), file));
      }
    }
  }

  private String rename(String text, Path file) {
    String renamed = text;
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      String name = imports.group(2);
      Rule rule = rule(name).orElseThrow(() -> new IllegalStateException(file + " imports " + name));
      String to = rule.rename(name);
      renamed = renamed.replace(imports.group(), imports.group(1) + to + ";");
      renamed = word(renamed, simple(name), simple(to));
      for (Rule member : rules) {
        if (member.kind().equals("member") && member.from().startsWith(name + "#")) {
          String method = member.from().substring(name.length() + 1);
          renamed = word(renamed, method, member.to());
        }
      }
    }
    return renamed;
  }

  private Optional<Rule> rule(String name) {
    return rules.stream()
        .filter(rule -> rule.covers(name))
        .max(
            Comparator.comparing((Rule rule) -> rule.kind().equals("type"))
                .thenComparingInt(rule -> rule.from().length()));
  }

  private static String word(String text, String from, String to) {
    return from.equals(to)
        ? text
        : Pattern.compile("(?<![\\w.\"])" + from + "\\b|(?<=[)\\w]\\.)" + from + "(?=\\()")
            .matcher(text)
            .replaceAll(Matcher.quoteReplacement(to));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
