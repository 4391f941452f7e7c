package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.LandmarkId;

/** A formula of the catalogue, checked and ready to be evaluated. Immutable. */
public final class Expression {

  /**
   * What is measured on one film.
   *
   * @param film the name of the film; empty where a formula speaks of one film only
   * @param node what is measured there
   * @param turns whether its value changes when the patient is turned in the plane of the image
   */
  private record Part(String film, Node node, boolean turns, Senses senses) {
    static Part of(String film, Node node) {
      boolean turns =
          node instanceof QuantityNode quantity
              && !(quantity.turn().isPresent() && Math.abs(quantity.turn().getAsDouble()) < 1e-12);
      return new Part(film, node, turns, new Senses(node, turns));
    }

    Scene scene(Scene whole) {
      return film.isEmpty() ? whole : whole.film(film);
    }
  }

  private final String text;
  private final Map<String, String> definitions;
  private final Node root;
  private final List<Part> parts;

  private Expression(String text, Map<String, String> definitions, Node root) {
    this.text = text;
    this.definitions = definitions;
    this.root = root;
    this.parts = TypeCheck.films(root).isEmpty() ? List.of(Part.of("", root)) : parts(root);
  }

  private static List<Part> parts(Node node) {
    if (node instanceof QuantityNode.OnFilm onFilm) {
      return List.of(Part.of(onFilm.film(), onFilm.quantity()));
    }
    return node.parts().stream().flatMap(part -> parts(part).stream()).toList();
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
    TypeCheck types = new TypeCheck(vocabulary);
    Node root = types.check(syntax);
    TypeCheck.requireNamedFilms(root);
    return new Expression(
        placeholders.apply(text).strip().replaceAll("\\s+", " "), types.definitions(), root);
  }

  /** The formula as written, placeholders filled in. */
  public String text() {
    return text;
  }

  /**
   * What the names in it were defined as, and those in their definitions, in the order of use;
   * without landmarks.
   */
  public Map<String, String> definitions() {
    return definitions;
  }

  /** What it stands for. */
  public Type type() {
    return root.type();
  }

  /** The films of which it speaks; empty if it is measured on one film, whichever. */
  public SortedSet<String> films() {
    return Collections.unmodifiableSortedSet(TypeCheck.films(root));
  }

  /** The landmarks without which it has no value, if nothing is placed yet. */
  public SortedSet<LandmarkId> landmarks() {
    return Collections.unmodifiableSortedSet(
        Demand.of(List.of(root), landmark -> Availability.OPEN).missing());
  }

  /** Which landmarks it uses of those at hand, and which it lacks. */
  public Demand demand(Function<LandmarkId, Availability> availability) {
    return Demand.of(List.of(root), availability);
  }

  /** Which landmarks of a film it uses of those at hand, and which it lacks. */
  public Demand demand(String film, Function<LandmarkId, Availability> availability) {
    return Demand.of(
        parts.stream().filter(p -> p.film().equals(film)).map(Part::node).toList(), availability);
  }

  /** Whether the value changes when the patient is turned in the plane of an image. */
  public boolean turnsWithVertical() {
    return parts.stream().anyMatch(Part::turns);
  }

  /** Whether it has no meaning while the scale is unknown. */
  public boolean needsScale() {
    return root.type() == Type.LENGTH || namesMillimetres();
  }

  /** Whether it names a length in millimetres. */
  public boolean namesMillimetres() {
    return namesLength(root);
  }

  /**
   * The value in a scene.
   *
   * @param scene all landmarks that {@link #demand} lists as used, none of them beyond a thousand
   *     million units; for a formula over several films that of each
   * @throws IllegalStateException if the expression stands for a point or a line
   */
  public Evaluation evaluate(Scene scene) {
    if (!(root instanceof QuantityNode quantity)) {
      throw new IllegalStateException(root.type().words() + " has no value: " + text);
    }
    try {
      for (Part part : parts) {
        check(part, scene);
      }
      return new Evaluation.Value(quantity.value(scene));
    } catch (FaultException e) {
      return new Evaluation.Faulty(e.fault());
    }
  }

  /** What to draw in a scene; empty where {@link #evaluate} gives no value. */
  public List<Stroke> strokes(Scene scene) {
    return strokes("", scene);
  }

  /** What to draw on a film of a scene; empty where {@link #evaluate} gives no value. */
  public List<Stroke> strokes(String film, Scene scene) {
    if (!(evaluate(scene) instanceof Evaluation.Value)) {
      return List.of();
    }
    List<Stroke> strokes = new ArrayList<>();
    try {
      for (Part part : parts) {
        if (part.film().equals(film)) {
          strokes.addAll(Drawer.draw(part.node(), part.scene(scene), part.turns()));
        }
      }
    } catch (FaultException e) {
      return List.of();
    }
    return strokes.stream().distinct().toList();
  }

  private static void check(Part part, Scene scene) throws FaultException {
    try {
      part.senses().check(part.scene(scene));
    } catch (FaultException e) {
      throw part.film().isEmpty() ? e : new FaultException(e.fault().on(part.film()));
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
