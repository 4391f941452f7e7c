package org.cervimark.measurement.expression;

import java.util.List;

/** A formula as written, before names and types are looked at. */
sealed interface Syntax {

  /** Where it begins in the formula, from 0. */
  int offset();

  record Name(String text, int offset) implements Syntax {}

  /** A number; the unit is {@code deg}, {@code mm} or empty. */
  record Literal(double value, String unit, int offset) implements Syntax {}

  record Call(String function, List<Syntax> arguments, int offset) implements Syntax {}

  record Binary(Token.Kind operator, Syntax left, Syntax right, int offset) implements Syntax {}

  record Negation(Syntax operand, int offset) implements Syntax {}
}
