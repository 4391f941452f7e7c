package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a call, handed out one by one with their types checked. */
final class Arguments {

  private final Syntax.Call call;
  private final String usage;
  private final List<Node> nodes;
  private final List<Integer> offsets = new ArrayList<>();
  private int next;

  Arguments(Syntax.Call call, String usage, List<Node> nodes) {
    this.call = call;
    this.usage = usage;
    this.nodes = nodes;
    call.arguments().forEach(argument -> offsets.add(argument.offset()));
  }

  /** How many are left. */
  int left() {
    return nodes.size() - next;
  }

  PointNode point() throws ExpressionException {
    if (take("a point") instanceof PointNode point) {
      return point;
    }
    throw wrongType("a point");
  }

  /** A line, or its two points. */
  LineNode line() throws ExpressionException {
    Node node = take("a line or its two points");
    if (node instanceof LineNode line) {
      return line;
    }
    if (node instanceof PointNode from) {
      return new LineNode.Through(from, point());
    }
    throw wrongType("a line or its two points");
  }

  QuantityNode quantity() throws ExpressionException {
    if (take("a quantity") instanceof QuantityNode quantity) {
      return quantity;
    }
    throw wrongType("an angle, a length or a ratio");
  }

  /** Where the argument handed out last begins. */
  int offset() {
    return offsets.get(next - 1);
  }

  /** Refuses arguments nobody asked for. */
  void end() throws ExpressionException {
    if (left() > 0) {
      throw new ExpressionException(
          offsets.get(next), "too many arguments; " + call.function() + " is written " + usage);
    }
  }

  private Node take(String what) throws ExpressionException {
    if (left() == 0) {
      throw new ExpressionException(
          call.offset(), call.function() + " lacks " + what + "; it is written " + usage);
    }
    return nodes.get(next++);
  }

  private ExpressionException wrongType(String expected) {
    return new ExpressionException(
        offset(),
        call.function()
            + " expects "
            + expected
            + " here, found "
            + nodes.get(next - 1).type().words()
            + "; it is written "
            + usage);
  }
}
