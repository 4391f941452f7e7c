package org.cervimark.measurement.expression;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.LandmarkId;

/** A formula of the catalogue, checked and ready to be evaluated. Immutable. */
public final class Expression {

  private final String text;
  private final Node root;
  private final boolean turnsWithVertical;
  private final Senses senses;

  private Expression(String text, Node root) {
    this.text = text;
    this.root = root;
    this.turnsWithVertical =
        root instanceof QuantityNode quantity
            && !(quantity.turn().isPresent() && Math.abs(quantity.turn().getAsDouble()) < 1e-12);
    this.senses = new Senses(root, turnsWithVertical);
  }

  /**
   * Reads a formula.
   *
   * @param text the formula; names may hold placeholders
   * @param placeholders fills in the placeholders of a text
   * @param vocabulary the names it may use
   * @throws ExpressionException if it is not in the language
   */
  public static Expression compile(
      String text, UnaryOperator<String> placeholders, Vocabulary vocabulary)
      throws ExpressionException {
    Syntax syntax = new Parser(new Lexer(text, placeholders).tokens()).formula();
    Node root = new TypeCheck(vocabulary).check(syntax);
    return new Expression(placeholders.apply(text).strip().replaceAll("\\s+", " "), root);
  }

  /** The formula as written, placeholders filled in. */
  public String text() {
    return text;
  }

  /** What it stands for. */
  public Type type() {
    return root.type();
  }

  /** The landmarks without which it has no value, if nothing is placed yet. */
  public SortedSet<LandmarkId> landmarks() {
    return Collections.unmodifiableSortedSet(
        Demand.of(root, landmark -> Availability.OPEN).missing());
  }

  /** Which landmarks it uses of those at hand, and which it lacks. */
  public Demand demand(Function<LandmarkId, Availability> availability) {
    return Demand.of(root, availability);
  }

  /** Whether the value changes when the patient is turned in the plane of the image. */
  public boolean turnsWithVertical() {
    return turnsWithVertical;
  }

  /** Whether it has no meaning while the scale is unknown. */
  public boolean needsScale() {
    return root.type() == Type.LENGTH || namesLength(root);
  }

  /**
   * The value in a scene.
   *
   * @param scene all landmarks that {@link #demand} lists as used, none of them beyond a thousand
   *     million units
   * @throws IllegalStateException if the expression stands for a point or a line
   */
  public Evaluation evaluate(Scene scene) {
    if (!(root instanceof QuantityNode quantity)) {
      throw new IllegalStateException(root.type().words() + " has no value: " + text);
    }
    try {
      senses.check(scene);
      return new Evaluation.Value(quantity.value(scene));
    } catch (FaultException e) {
      return new Evaluation.Faulty(e.fault());
    }
  }

  /** What to draw in a scene; empty where {@link #evaluate} gives no value. */
  public List<Stroke> strokes(Scene scene) {
    if (!(evaluate(scene) instanceof Evaluation.Value)) {
      return List.of();
    }
    try {
      return Drawer.draw(root, scene, turnsWithVertical);
    } catch (FaultException e) {
      return List.of();
    }
  }

  Node root() {
    return root;
  }

  private static boolean namesLength(Node node) {
    if (node instanceof QuantityNode.Constant constant) {
      return constant.type() == Type.LENGTH && constant.constant() != 0;
    }
    return node.parts().stream().anyMatch(Expression::namesLength);
  }
}
