package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/** What annotations are drawn with, on a picture or on a page; y runs downward. */
public interface Pen {

  /** Draws the outline of a shape. */
  void stroke(Shape shape, BasicStroke stroke, Color colour);

  /** Fills a shape. */
  void fill(Shape shape, Color colour);

  /** Writes a text from its baseline. */
  void text(String text, double x, double y, double size, boolean bold, Color colour);

  /** The width of a text. */
  double width(String text, double size, boolean bold);

  /** How far letters reach above their baseline. */
  double ascent(double size);

  /** How far letters reach below their baseline. */
  double descent(double size);
}
