package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns a formula as written into a typed one, or says where it makes no sense. */
final class TypeCheck {

  private static final Map<String, String> USAGE =
      Map.ofEntries(
          Map.entry("line", "line(from, to)"),
          Map.entry("parallel", "parallel(line, point)"),
          Map.entry("midline", "midline(family, fewest)"),
          Map.entry("mid", "mid(point, point)"),
          Map.entry("cross", "cross(line, line) or cross(line, line, least angle)"),
          Map.entry("centroid", "centroid(corner, corner, corner, corner), in order around"),
          Map.entry("tilt", "tilt(line) or tilt(posterior, anterior) or tilt(right, left)"),
          Map.entry("lean", "lean(line) or lean(inferior, superior)"),
          Map.entry("dist", "dist(point, point)"),
          Map.entry("above", "above(line, point) or above(posterior, anterior, point)"),
          Map.entry("ahead", "ahead(line, point) or ahead(inferior, superior, point)"),
          Map.entry("along", "along(line, to) or along(line, from, to)"),
          Map.entry("upward", "upward(line, to) or upward(line, from, to)"),
          Map.entry("horizontal", "horizontal(from, to)"),
          Map.entry("vertical", "vertical(from, to)"),
          Map.entry("abs", "abs(quantity)"),
          Map.entry("max", "max(quantity, quantity)"),
          Map.entry("percent", "percent(ratio)"));

  /** The films of which a formula may speak. */
  static final List<String> FILMS = List.of("neutral", "flexion", "extension");

  private final Vocabulary vocabulary;
  private final Map<String, String> definitions = new LinkedHashMap<>();

  TypeCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What the names of the formulas checked so far were defined as, landmarks apart. */
  Map<String, String> definitions() {
    return Collections.unmodifiableMap(definitions);
  }

  Node check(Syntax syntax) throws ExpressionException {
    if (syntax instanceof Syntax.Name name) {
      definitions.putAll(vocabulary.definitions(name.text()));
      return vocabulary
          .find(name.text())
          .orElseThrow(
              () -> new ExpressionException(name.offset(), vocabulary.complain(name.text())));
    }
    if (syntax instanceof Syntax.Literal literal) {
      return constant(literal);
    }
    if (syntax instanceof Syntax.Negation negation) {
      QuantityNode operand = quantity(negation.operand());
      if (operand instanceof QuantityNode.Constant constant) {
        return new QuantityNode.Constant(-constant.constant(), constant.type());
      }
      return new QuantityNode.Product(
          new QuantityNode.Constant(-1, Type.RATIO), operand, operand.type());
    }
    if (syntax instanceof Syntax.Binary binary) {
      return binary(binary);
    }
    return call((Syntax.Call) syntax);
  }

  private static QuantityNode constant(Syntax.Literal literal) {
    Type type =
        switch (literal.unit()) {
          case "deg" -> Type.ANGLE;
          case "mm" -> Type.LENGTH;
          default -> Type.RATIO;
        };
    return new QuantityNode.Constant(literal.value(), type);
  }

  private QuantityNode quantity(Syntax syntax) throws ExpressionException {
    Node node = check(syntax);
    if (node instanceof QuantityNode quantity) {
      return quantity;
    }
    throw new ExpressionException(
        syntax.offset(), "expected an angle, a length or a ratio, found " + node.type().words());
  }

  private QuantityNode binary(Syntax.Binary binary) throws ExpressionException {
    QuantityNode left = quantity(binary.left());
    QuantityNode right = quantity(binary.right());
    Type one = left.type();
    Type other = right.type();
    return switch (binary.operator()) {
      case PLUS, MINUS -> {
        if (one != other) {
          throw new ExpressionException(
              binary.right().offset(),
              "expected " + one.words() + " like on the left, found " + other.words());
        }
        yield new QuantityNode.Sum(left, right, binary.operator() == Token.Kind.PLUS ? 1 : -1);
      }
      case TIMES -> {
        if (one != Type.RATIO && other != Type.RATIO) {
          throw new ExpressionException(
              binary.right().offset(),
              "expected a ratio to multiply " + one.words() + " by, found " + other.words());
        }
        yield new QuantityNode.Product(left, right, one == Type.RATIO ? other : one);
      }
      default -> {
        if (other != Type.RATIO && one != other) {
          throw new ExpressionException(
              binary.right().offset(),
              "expected a ratio or "
                  + one.words()
                  + " to divide "
                  + one.words()
                  + " by, found "
                  + other.words());
        }
        yield new QuantityNode.Quotient(left, right, one == other ? Type.RATIO : one);
      }
    };
  }

  private Node call(Syntax.Call call) throws ExpressionException {
    if (FILMS.contains(call.function())) {
      return onFilm(call);
    }
    String usage = USAGE.get(call.function());
    if (usage == null) {
      throw new ExpressionException(
          call.offset(),
          "unknown function \""
              + call.function()
              + "\"; known are "
              + String.join(", ", USAGE.keySet().stream().sorted().toList())
              + " and, for several films, "
              + String.join(", ", FILMS));
    }
    if (call.function().equals("midline")) {
      return midline(call, usage);
    }
    List<Node> nodes = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      nodes.add(check(argument));
    }
    Arguments arguments = new Arguments(call, usage, nodes);
    Node node = apply(call.function(), arguments);
    arguments.end();
    return node;
  }

  private QuantityNode onFilm(Syntax.Call call) throws ExpressionException {
    if (call.arguments().size() != 1) {
      throw new ExpressionException(
          call.offset(),
          call.function() + " expects one angle, length or ratio measured on that film");
    }
    Syntax argument = call.arguments().get(0);
    QuantityNode quantity = quantity(argument);
    if (!films(quantity).isEmpty()) {
      throw new ExpressionException(
          argument.offset(), "expected what is measured on one film, found a film within a film");
    }
    return new QuantityNode.OnFilm(call.function(), quantity);
  }

  /** The films of which a formula speaks. */
  static SortedSet<String> films(Node node) {
    SortedSet<String> films = new TreeSet<>();
    if (node instanceof QuantityNode.OnFilm onFilm) {
      films.add(onFilm.film());
    }
    node.parts().forEach(part -> films.addAll(films(part)));
    return films;
  }

  /** Refuses a formula over several films that does not say of a landmark on which film it lies. */
  static void requireNamedFilms(Node root) throws ExpressionException {
    if (!films(root).isEmpty() && namesLandmarkOutsideFilms(root)) {
      throw new ExpressionException(
          0,
          "a formula over several films must say of every landmark on which; expected it within "
              + String.join("(...), ", FILMS)
              + "(...)");
    }
  }

  private static boolean namesLandmarkOutsideFilms(Node node) {
    if (node instanceof QuantityNode.OnFilm) {
      return false;
    }
    return node instanceof PointNode.Placed
        || node instanceof LineNode.Midline
        || node.parts().stream().anyMatch(TypeCheck::namesLandmarkOutsideFilms);
  }

  private static Node apply(String function, Arguments arguments) throws ExpressionException {
    return switch (function) {
      case "line" -> new LineNode.Through(arguments.point(), arguments.point());
      case "parallel" -> new LineNode.Parallel(arguments.line(), arguments.point());
      case "mid" -> new PointNode.Midpoint(arguments.point(), arguments.point());
      case "cross" -> crossing(arguments);
      case "centroid" -> centroid(arguments);
      case "tilt" -> new QuantityNode.Direction(arguments.line(), Axis.FORWARD);
      case "lean" -> new QuantityNode.Direction(arguments.line(), Axis.UPWARD);
      case "dist" -> new QuantityNode.Distance(arguments.point(), arguments.point());
      case "above" -> new QuantityNode.Offset(arguments.line(), arguments.point(), Axis.FORWARD);
      case "ahead" -> new QuantityNode.Offset(arguments.line(), arguments.point(), Axis.UPWARD);
      case "along" -> advance(arguments, Axis.FORWARD);
      case "upward" -> advance(arguments, Axis.UPWARD);
      case "horizontal" ->
          new QuantityNode.Component(arguments.point(), arguments.point(), Axis.FORWARD);
      case "vertical" ->
          new QuantityNode.Component(arguments.point(), arguments.point(), Axis.UPWARD);
      case "abs" -> new QuantityNode.Absolute(arguments.quantity());
      case "max" -> greater(arguments);
      default -> percent(arguments);
    };
  }

  /** The least angle may be written; it is at least one degree and less than ninety. */
  private static Node crossing(Arguments arguments) throws ExpressionException {
    LineNode one = arguments.line();
    LineNode other = arguments.line();
    if (arguments.left() == 0) {
      return new PointNode.Crossing(one, other);
    }
    if (arguments.quantity() instanceof QuantityNode.Constant least
        && least.type() == Type.ANGLE
        && least.constant() >= PointNode.SMALLEST_CROSSING_DEGREES
        && least.constant() < 90) {
      return new PointNode.Crossing(one, other, least.constant());
    }
    throw new ExpressionException(
        arguments.offset(), "expected an angle from 1 deg to less than 90 deg");
  }

  private static Node centroid(Arguments arguments) throws ExpressionException {
    PointNode first = arguments.point();
    PointNode second = arguments.point();
    PointNode third = arguments.point();
    PointNode fourth = arguments.point();
    return new PointNode.Crossing(
        new LineNode.Through(first, third), new LineNode.Through(second, fourth));
  }

  /** From the first point given; without one, from the point where the line begins. */
  private static Node advance(Arguments arguments, Axis axis) throws ExpressionException {
    LineNode line = arguments.line();
    PointNode point = arguments.point();
    if (arguments.left() > 0) {
      return new QuantityNode.Advance(line, point, arguments.point(), axis);
    }
    if (line instanceof LineNode.Through through) {
      return new QuantityNode.Advance(line, through.from(), point, axis);
    }
    throw new ExpressionException(
        arguments.offset(), "this line begins at no landmark; write the point to measure from");
  }

  private static Node greater(Arguments arguments) throws ExpressionException {
    QuantityNode one = arguments.quantity();
    QuantityNode other = arguments.quantity();
    if (one.type() != other.type()) {
      throw new ExpressionException(
          arguments.offset(),
          "expected " + one.type().words() + " like the first, found " + other.type().words());
    }
    return new QuantityNode.Greater(one, other);
  }

  private static Node percent(Arguments arguments) throws ExpressionException {
    QuantityNode ratio = arguments.quantity();
    if (ratio.type() != Type.RATIO) {
      throw new ExpressionException(
          arguments.offset(), "expected a ratio, found " + ratio.type().words());
    }
    return new QuantityNode.Percent(ratio);
  }

  private LineNode midline(Syntax.Call call, String usage) throws ExpressionException {
    if (call.arguments().size() != 2
        || !(call.arguments().get(0) instanceof Syntax.Name stem)
        || !(call.arguments().get(1) instanceof Syntax.Literal fewest)
        || !fewest.unit().isEmpty()
        || fewest.value() != Math.rint(fewest.value())
        || fewest.value() < 2) {
      throw new ExpressionException(
          call.offset(),
          "midline expects a family of paired landmarks and a whole number of at least 2; it is"
              + " written "
              + usage);
    }
    List<LineNode.Midline.Pair> pairs = vocabulary.pairs(stem.text());
    if (pairs.size() < fewest.value()) {
      throw new ExpressionException(
          stem.offset(),
          "expected at least "
              + (int) fewest.value()
              + " pairs of landmarks "
              + stem.text()
              + "-1-right, "
              + stem.text()
              + "-1-left and so on, found "
              + pairs.size());
    }
    return new LineNode.Midline(pairs, (int) fewest.value());
  }
}
