package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into words and signs. */
final class Lexer {

  // A placeholder such as {u} may stand anywhere in a name; a colon sets off the second value of a
  // construction.
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z]|\\{[A-Za-z]+})(?:-?(?:[a-z0-9]|\\{[A-Za-z]+}))*(?::[a-z]+)?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  private final String formula;
  private final UnaryOperator<String> placeholders;

  /**
   * For one formula.
   *
   * @param placeholders fills in the placeholders of a name
   */
  Lexer(String formula, UnaryOperator<String> placeholders) {
    this.formula = formula;
    this.placeholders = placeholders;
  }

  List<Token> tokens() throws ExpressionException {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < formula.length()) {
      if (Character.isWhitespace(formula.charAt(at))) {
        at++;
        continue;
      }
      int end = endOf(NAME, at);
      if (end > at) {
        String written = formula.substring(at, end);
        tokens.add(new Token(Token.Kind.NAME, placeholders.apply(written), at, false));
      } else {
        end = endOf(NUMBER, at);
        if (end > at) {
          tokens.add(new Token(Token.Kind.NUMBER, formula.substring(at, end), at, false));
        } else {
          end = at + 1;
          tokens.add(sign(at));
        }
      }
      at = end;
    }
    tokens.add(new Token(Token.Kind.END, "", formula.length(), false));
    return tokens;
  }

  private int endOf(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(formula).region(from, formula.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  private Token sign(int at) throws ExpressionException {
    char c = formula.charAt(at);
    Token.Kind kind =
        switch (c) {
          case '(' -> Token.Kind.OPENING;
          case ')' -> Token.Kind.CLOSING;
          case ',' -> Token.Kind.COMMA;
          case '+' -> Token.Kind.PLUS;
          case '-' -> Token.Kind.MINUS;
          case '*' -> Token.Kind.TIMES;
          case '/' -> Token.Kind.DIVIDED;
          default -> throw new ExpressionException(at, "\"" + c + "\" has no meaning here");
        };
    return new Token(kind, String.valueOf(c), at, isSpace(at - 1) && isSpace(at + 1));
  }

  private boolean isSpace(int at) {
    return at >= 0 && at < formula.length() && Character.isWhitespace(formula.charAt(at));
  }
}
