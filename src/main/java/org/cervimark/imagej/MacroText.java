package org.cervimark.imagej;

import java.io.File;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any text as the value of an option of a macro. ImageJ ends a value at its closing bracket, looks
 * for the names of options inside of values too, and reads macro files as Latin-1 or in the
 * encoding of the system; so whatever is not plain is written as {@code \}{@code uXXXX}, the way
 * Java and JSON do. Options written by hand need none of that, unless they contain a bracket.
 */
final class MacroText {

  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

  private MacroText() {}

  /** A text as the value of an option, in brackets. */
  static String quoted(String text) {
    StringBuilder value = new StringBuilder("[");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean begins = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u';
      if (c < ' ' || c > '~' || c == '[' || c == ']' || c == '=' || begins) {
        value.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        value.append(c);
      }
    }
    return value.append(']').toString();
  }

  /** The name of a file as the value of an option; on Windows with slashes. */
  static String file(String name) {
    return quoted(File.separatorChar == '\\' ? name.replace('\\', '/') : name);
  }

  /** The text that a value of an option stands for. */
  static String plain(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** An option string as a macro writes it, between quotation marks. */
  static String literal(String options) {
    return '"' + options.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
