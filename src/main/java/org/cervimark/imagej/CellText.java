package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import javax.swing.JTextArea;
import javax.swing.plaf.basic.BasicTextAreaUI;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.Element;
import javax.swing.text.PlainView;
import javax.swing.text.Position;
import javax.swing.text.View;
import org.cervimark.report.PlainText;

/**
 * Text in columns to read, select and copy. Every character takes the cells that {@link
 * PlainText#cells} counts, two for Hangul, whatever its width in the fonts that there are: few
 * fonts agree with each other on signs such as ±, and none is on every computer.
 */
@SuppressWarnings("serial")
final class CellText extends JTextArea {

  private static final int SIZE = 13;

  /** Hangul is drawn somewhat larger, since it fills two cells. */
  private static final float WIDE = 1.12f;

  CellText(String text) {
    super(text);
    setEditable(false);
    setFont(new Font(Font.MONOSPACED, Font.PLAIN, Look.scaled(SIZE)));
    setForeground(Look.TEXT);
    setSelectedTextColor(Look.TEXT);
    setBackground(Look.PAPER);
    setSelectionColor(Look.ACCENT_TINT);
    setCaret(new Unseen());
    setCaretPosition(0);
  }

  @Override
  public void updateUI() {
    setUI(new Cells());
  }

  /** Nothing can be written here; what is added does not scroll. */
  private static final class Unseen extends DefaultCaret {

    Unseen() {
      setUpdatePolicy(NEVER_UPDATE);
    }

    @Override
    public boolean isVisible() {
      return false;
    }
  }

  /** Lays the text out in cells. */
  private static final class Cells extends BasicTextAreaUI {

    @Override
    public View create(Element element) {
      return new Lines(element);
    }
  }

  /** The lines of the text, not wrapped. */
  private static final class Lines extends PlainView {

    Lines(Element element) {
      super(element);
    }

    @Override
    protected float drawUnselectedText(Graphics2D g, float x, float y, int p0, int p1)
        throws BadLocationException {
      g.setColor(Look.TEXT);
      Font font = g.getFont();
      Font wide = font.deriveFont(font.getSize2D() * WIDE);
      int cell = cell();
      float left = x;
      String text = text(p0, p1);
      int length = 0;
      for (int i = 0; i < text.length(); i += length) {
        length = Character.charCount(text.codePointAt(i));
        String character = text.substring(i, i + length);
        int cells = PlainText.cells(character);
        g.setFont(cells > 1 ? wide : font);
        int spare = cells * cell - g.getFontMetrics().stringWidth(character);
        g.drawString(character, left + spare / 2f, y);
        left += cells * cell;
      }
      g.setFont(font);
      return left;
    }

    @Override
    protected float drawSelectedText(Graphics2D g, float x, float y, int p0, int p1)
        throws BadLocationException {
      return drawUnselectedText(g, x, y, p0, p1);
    }

    @Override
    public float getPreferredSpan(int axis) {
      if (axis != X_AXIS) {
        return super.getPreferredSpan(axis);
      }
      int most = 0;
      for (int line = 0; line < getElement().getElementCount(); line++) {
        most = Math.max(most, cells(start(line), end(line)));
      }
      return most * cell() + 1f;
    }

    @Override
    public Shape modelToView(int position, Shape a, Position.Bias bias) {
      Rectangle area = a.getBounds();
      int line = getElement().getElementIndex(position);
      int height = fontMetrics().getHeight();
      return new Rectangle(
          area.x + cells(start(line), position) * cell(), area.y + line * height, 1, height);
    }

    @Override
    public int viewToModel(float x, float y, Shape a, Position.Bias[] bias) {
      bias[0] = Position.Bias.Forward;
      Rectangle area = a.getBounds();
      int line = (int) ((y - area.y) / fontMetrics().getHeight());
      if (line < 0) {
        return start(0);
      }
      if (line >= getElement().getElementCount()) {
        return end(getElement().getElementCount() - 1);
      }
      double wanted = (x - area.x) / (double) cell();
      int position = start(line);
      while (position < end(line)
          && (cells(start(line), position) + cells(start(line), position + 1)) / 2.0 < wanted) {
        position++;
      }
      return position;
    }

    private int start(int line) {
      return getElement().getElement(line).getStartOffset();
    }

    /** The end of a line without its line break. */
    private int end(int line) {
      return getElement().getElement(line).getEndOffset() - 1;
    }

    private int cells(int from, int to) {
      try {
        return PlainText.cells(text(from, to));
      } catch (BadLocationException e) {
        throw new IllegalStateException("positions lie in the text", e);
      }
    }

    private String text(int from, int to) throws BadLocationException {
      return getDocument().getText(from, to - from);
    }

    private int cell() {
      return fontMetrics().charWidth('0');
    }

    private FontMetrics fontMetrics() {
      Component text = getContainer();
      return text.getFontMetrics(text.getFont());
    }
  }
}
