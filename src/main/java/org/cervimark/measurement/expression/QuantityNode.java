package org.cervimark.measurement.expression;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;

/** A formula that stands for a number with a type. */
sealed interface QuantityNode extends Node {

  double value(Scene scene) throws FaultException;

  /**
   * By how many degrees the value grows when all landmarks are turned anticlockwise by one degree;
   * empty if that cannot be said without knowing the landmarks. Zero means that the value does not
   * depend on the vertical.
   */
  OptionalDouble turn();

  /** A number written in the formula. */
  record Constant(double constant, Type type) implements QuantityNode {
    @Override
    public double value(Scene scene) {
      return constant;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.of(0);
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }
  }

  /** {@code tilt} or {@code lean}: the direction of a line against the horizontal or vertical. */
  record Direction(LineNode line, Axis axis) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      Point2 direction = line.span(scene).line().direction();
      return axis == Axis.FORWARD ? Angles.elevation(direction) : Angles.inclination(direction);
    }

    @Override
    public Type type() {
      return Type.ANGLE;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.of(axis == Axis.FORWARD ? 1 : -1);
    }

    @Override
    public List<Node> parts() {
      return List.of(line);
    }
  }

  /** {@code dist}: how far apart two points are. */
  record Distance(PointNode from, PointNode to) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return from.point(scene).distanceTo(to.point(scene));
    }

    @Override
    public Type type() {
      return Type.LENGTH;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.of(0);
    }

    @Override
    public List<Node> parts() {
      return List.of(from, to);
    }
  }

  /** {@code above} or {@code ahead}: how far a point lies beside a line. */
  record Offset(LineNode line, PointNode point, Axis axis) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      double left = line.span(scene).line().offset(point.point(scene));
      return axis == Axis.FORWARD ? left : -left;
    }

    @Override
    public Type type() {
      return Type.LENGTH;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.of(0);
    }

    @Override
    public List<Node> parts() {
      return List.of(line, point);
    }
  }

  /** {@code along} or {@code upward}: how far one lies from the other, measured along a line. */
  record Advance(LineNode line, PointNode from, PointNode to, Axis axis) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return line.span(scene).line().direction().dot(to.point(scene).minus(from.point(scene)));
    }

    @Override
    public Type type() {
      return Type.LENGTH;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.of(0);
    }

    @Override
    public List<Node> parts() {
      return List.of(line, from, to);
    }
  }

  /** {@code horizontal} or {@code vertical}: how far one lies from the other along an axis. */
  record Component(PointNode from, PointNode to, Axis axis) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      Point2 vector = to.point(scene).minus(from.point(scene));
      return axis == Axis.FORWARD ? vector.u() : vector.v();
    }

    @Override
    public Type type() {
      return Type.LENGTH;
    }

    @Override
    public OptionalDouble turn() {
      return OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(from, to);
    }
  }

  /** {@code abs}. */
  record Absolute(QuantityNode operand) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return Math.abs(operand.value(scene));
    }

    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public OptionalDouble turn() {
      return unturned(operand) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(operand);
    }
  }

  /** {@code max}. */
  record Greater(QuantityNode one, QuantityNode other) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return Math.max(one.value(scene), other.value(scene));
    }

    @Override
    public Type type() {
      return one.type();
    }

    @Override
    public OptionalDouble turn() {
      return unturned(one) && unturned(other) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(one, other);
    }
  }

  /** {@code percent}: a ratio in hundredths. */
  record Percent(QuantityNode ratio) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return 100 * ratio.value(scene);
    }

    @Override
    public Type type() {
      return Type.PERCENT;
    }

    @Override
    public OptionalDouble turn() {
      return ratio.turn();
    }

    @Override
    public List<Node> parts() {
      return List.of(ratio);
    }
  }

  /**
   * A sum of two quantities of one type, the second multiplied by a sign.
   *
   * <p>Measured angles are taken back to (-180, 180]. A constant is not part of the circle: {@code
   * 180 deg - x} may exceed 180.
   */
  record Sum(QuantityNode left, QuantityNode right, int sign) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      double sum = left.value(scene) + sign * right.value(scene);
      boolean circular =
          type() == Type.ANGLE && !(left instanceof Constant) && !(right instanceof Constant);
      return circular ? Angles.normalise(sum) : sum;
    }

    @Override
    public Type type() {
      return left.type();
    }

    @Override
    public OptionalDouble turn() {
      if (left.turn().isEmpty() || right.turn().isEmpty()) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(left.turn().getAsDouble() + sign * right.turn().getAsDouble());
    }

    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }
  }

  /** A quantity multiplied by a ratio. */
  record Product(QuantityNode left, QuantityNode right, Type type) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      return left.value(scene) * right.value(scene);
    }

    @Override
    public OptionalDouble turn() {
      if (left instanceof Constant factor && right.turn().isPresent()) {
        return OptionalDouble.of(factor.constant() * right.turn().getAsDouble());
      }
      if (right instanceof Constant factor && left.turn().isPresent()) {
        return OptionalDouble.of(factor.constant() * left.turn().getAsDouble());
      }
      return unturned(left) && unturned(right) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }
  }

  /** A quantity divided by a ratio, or by a quantity of its own type. */
  record Quotient(QuantityNode dividend, QuantityNode divisor, Type type) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      double below = divisor.value(scene);
      double quotient = dividend.value(scene) / below;
      if (below == 0 || !Double.isFinite(quotient)) {
        throw new FaultException(Fault.Reason.DIVISION_BY_ZERO, divisor.landmarks(scene));
      }
      return quotient;
    }

    @Override
    public OptionalDouble turn() {
      if (divisor instanceof Constant by && by.constant() != 0 && dividend.turn().isPresent()) {
        return OptionalDouble.of(dividend.turn().getAsDouble() / by.constant());
      }
      return unturned(dividend) && unturned(divisor)
          ? OptionalDouble.of(0)
          : OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(dividend, divisor);
    }
  }

  /** {@code flexion} and the like: a quantity of one of several films. */
  record OnFilm(String film, QuantityNode quantity) implements QuantityNode {
    @Override
    public double value(Scene scene) throws FaultException {
      try {
        return quantity.value(scene.film(film));
      } catch (FaultException e) {
        throw new FaultException(e.fault().on(film));
      }
    }

    @Override
    public Type type() {
      return quantity.type();
    }

    /** Films are turned apart from each other. */
    @Override
    public OptionalDouble turn() {
      return unturned(quantity) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public List<Node> parts() {
      return List.of(quantity);
    }

    @Override
    public SortedSet<LandmarkId> landmarks(Scene scene) {
      return quantity.landmarks(scene.film(film));
    }
  }

  private static boolean unturned(QuantityNode node) {
    return node.turn().isPresent() && node.turn().getAsDouble() == 0;
  }
}
