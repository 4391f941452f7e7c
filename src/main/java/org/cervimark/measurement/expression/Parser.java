package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;

/** Builds the tree of a formula from its words and signs; recursive descent. */
final class Parser {

  private static final int DEEPEST = 40;

  private final List<Token> tokens;
  private int next;
  private int depth;

  Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Syntax formula() throws ExpressionException {
    Syntax formula = sum();
    if (peek().kind() != Token.Kind.END) {
      throw expected("an operator or the end of the formula");
    }
    return formula;
  }

  private Syntax sum() throws ExpressionException {
    Syntax left = product();
    while (peek().kind() == Token.Kind.PLUS || peek().kind() == Token.Kind.MINUS) {
      Token operator = take();
      if (operator.kind() == Token.Kind.MINUS && !operator.spaced()) {
        throw new ExpressionException(
            operator.offset(), "a minus between two values needs spaces on both sides");
      }
      left = new Syntax.Binary(operator.kind(), left, product(), operator.offset());
    }
    return left;
  }

  private Syntax product() throws ExpressionException {
    Syntax left = factor();
    while (peek().kind() == Token.Kind.TIMES || peek().kind() == Token.Kind.DIVIDED) {
      Token operator = take();
      left = new Syntax.Binary(operator.kind(), left, factor(), operator.offset());
    }
    return left;
  }

  private Syntax factor() throws ExpressionException {
    if (++depth > DEEPEST) {
      throw new ExpressionException(peek().offset(), "nested too deeply");
    }
    Syntax factor =
        switch (peek().kind()) {
          case MINUS -> {
            Token minus = take();
            yield new Syntax.Negation(factor(), minus.offset());
          }
          case NUMBER -> number();
          case NAME -> nameOrCall();
          case OPENING -> {
            take();
            Syntax inner = sum();
            take(Token.Kind.CLOSING, "\")\"");
            yield inner;
          }
          default -> throw expected("a name, a number or \"(\"");
        };
    depth--;
    return factor;
  }

  private Syntax number() throws ExpressionException {
    Token number = take();
    String unit = "";
    if (peek().kind() == Token.Kind.NAME) {
      unit = take(Token.Kind.NAME, "a unit").text();
      if (!unit.equals("deg") && !unit.equals("mm")) {
        throw new ExpressionException(
            number.offset(), "expected the unit deg or mm after a number, found \"" + unit + "\"");
      }
    }
    return new Syntax.Literal(Double.parseDouble(number.text()), unit, number.offset());
  }

  private Syntax nameOrCall() throws ExpressionException {
    Token name = take();
    if (peek().kind() != Token.Kind.OPENING) {
      return new Syntax.Name(name.text(), name.offset());
    }
    take();
    List<Syntax> arguments = new ArrayList<>();
    arguments.add(sum());
    while (peek().kind() == Token.Kind.COMMA) {
      take();
      arguments.add(sum());
    }
    take(Token.Kind.CLOSING, "\",\" or \")\"");
    return new Syntax.Call(name.text(), arguments, name.offset());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private Token take(Token.Kind kind, String what) throws ExpressionException {
    if (peek().kind() != kind) {
      throw expected(what);
    }
    return take();
  }

  private ExpressionException expected(String what) {
    return new ExpressionException(
        peek().offset(), "expected " + what + ", found " + peek().words());
  }
}
