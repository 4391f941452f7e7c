package org.cervimark.measurement;

import java.util.Optional;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Family;
import org.cervimark.definition.Problems;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.ExpressionException;
import org.cervimark.measurement.expression.Vocabulary;

/**
 * Reads formulas; a mistake is noted where it stands in the file.
 *
 * @param vocabulary the names that formulas may use
 * @param problems where mistakes are noted
 */
record FormulaReader(Vocabulary vocabulary, Problems problems) {

  /** The formula that a text is, for one member of a family; empty after a mistake. */
  Optional<Expression> read(Definition text, Family member) {
    try {
      return Optional.of(Expression.compile(text.text(), member::fill, vocabulary));
    } catch (ExpressionException e) {
      problems.add(text.position(e.offset()), e.explanation());
      return Optional.empty();
    }
  }
}
