package org.cervimark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file as the rules of the house see it.
 *
 * @param path where it lies
 * @param packageName its package
 * @param code its text without comments and literals
 */
record SourceFile(Path path, String packageName, String code) {

  static final Path MAIN = Path.of("src", "main", "java");
  static final Path TEST = Path.of("src", "test", "java");

  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "/\\*(?:[^*]|\\*(?!/))*+\\*/|//[^\\n]*|\"\"\"(?s:.*?)\"\"\""
              + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'");
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.])(?:[a-z][\\w]*\\.)+[A-Za-z*][\\w]*");

  static List<SourceFile> below(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile of(Path path) {
    try {
      String code = withoutComments(Files.readString(path));
      Path folder = path.getParent();
      Path root = path.startsWith(MAIN) ? MAIN : TEST;
      String packageName = root.relativize(folder).toString().replaceAll("[/\\\\]", ".");
      return new SourceFile(path, packageName, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text without comments and literals. */
  static String withoutComments(String text) {
    return COMMENT_OR_LITERAL.matcher(text).replaceAll(" ");
  }

  /** Whether it belongs to a package or one below it. */
  boolean isIn(String name) {
    return (packageName + ".").startsWith(name + ".");
  }

  /** Every qualified name in imports and code, among them constants that javac would inline. */
  List<String> qualifiedNames() {
    return List.copyOf(
        new TreeSet<>(QUALIFIED.matcher(code).results().map(MatchResult::group).toList()));
  }
}
