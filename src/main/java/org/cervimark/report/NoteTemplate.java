package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text note is laid out, as a site may write it: plain text with names in braces. A name that
 * stands for several lines has a line of its own, whose indentation its lines get; where it stands
 * for nothing, its line goes and an empty line before it. What stands between {@code [images]} and
 * {@code [end]} is repeated for each image, and then for films that are measured together. Lines
 * that begin with {@code ##} are remarks.
 *
 * <p>The names are those of {@link TemplateNames}; the templates that come with the program show
 * them in use. Made by {@link TemplateReader}.
 */
public final class NoteTemplate {

  static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9.:_-]*)\\}");

  /** What the names stand for. */
  interface Words {

    /** The text of a name within a line. */
    String text(String name);

    /**
     * The lines of a name that stands alone.
     *
     * @param width cells that a line may take
     */
    List<String> lines(String name, int width);
  }

  /** A part of a template. */
  sealed interface Part {}

  /** A line with names in it. */
  record Line(String text) implements Part {}

  /** Several lines in place of a name. */
  record Block(String indent, String name) implements Part {}

  /** Parts that are repeated for each image. */
  record Images(List<Part> parts) implements Part {}

  private final List<Part> parts;

  NoteTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The note, its lines ended by line feeds. */
  String fill(Words document, List<? extends Words> images) {
    List<String> lines = new ArrayList<>();
    fill(lines, parts, document, images);
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static void fill(
      List<String> lines, List<Part> parts, Words words, List<? extends Words> images) {
    for (Part part : parts) {
      if (part instanceof Line line) {
        lines.add(replaced(line.text(), words::text).stripTrailing());
      } else if (part instanceof Block block) {
        List<String> filled =
            words.lines(block.name(), TextNote.WIDTH - PlainText.cells(block.indent()));
        if (filled.isEmpty() && !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
          lines.remove(lines.size() - 1);
        }
        filled.forEach(l -> lines.add(l.isEmpty() ? "" : block.indent() + l));
      } else if (part instanceof Images repeated) {
        images.forEach(image -> fill(lines, repeated.parts(), image, List.of()));
      }
    }
  }

  private static String replaced(String line, Function<String, String> texts) {
    return NAME.matcher(line)
        .replaceAll(name -> Matcher.quoteReplacement(texts.apply(name.group(1))));
  }

  /** The name that a line consists of, if it is one for several lines. */
  static Optional<Block> block(String line) {
    Matcher name = NAME.matcher(line.strip());
    return name.matches() && TemplateNames.isBlock(name.group(1))
        ? Optional.of(new Block(line.substring(0, line.indexOf('{')), name.group(1)))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteTemplate template && template.parts.equals(parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }
}
