package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/** What is asked for below one another, each field with its name above it, in the theme. */
@SuppressWarnings("serial")
final class FormPanel extends JPanel {

  private static final int WIDTH = 420;

  FormPanel() {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBackground(Look.PAPER);
  }

  /** A form that only says something. */
  static FormPanel saying(String sentence) {
    FormPanel form = new FormPanel();
    form.say(sentence);
    return form;
  }

  /** Says something, in as many lines as it takes. */
  void say(String sentence) {
    add(WrappedText.whole(Look.font(13), Look.TEXT, sentence, Look.scaled(WIDTH)));
  }

  /** Asks for something. */
  void ask(String name, JComponent field) {
    JLabel label = new JLabel(name);
    label.setFont(Look.font(12));
    label.setForeground(Look.MUTED);
    label.setAlignmentX(LEFT_ALIGNMENT);
    add(Box.createVerticalStrut(Look.scaled(getComponentCount() == 0 ? 0 : 10)));
    add(label);
    add(Box.createVerticalStrut(Look.scaled(3)));
    append(field);
  }

  /** Adds a field to what was asked for last. */
  void append(JComponent field) {
    field.setAlignmentX(LEFT_ALIGNMENT);
    Dimension size = field.getPreferredSize();
    field.setPreferredSize(new Dimension(Look.scaled(WIDTH), size.height));
    field.setMaximumSize(new Dimension(Integer.MAX_VALUE, size.height));
    add(field);
  }

  /** A line to write in. */
  static JTextField line(String name, String text) {
    JTextField field = new JTextField(text);
    field.setName(name);
    dress(field);
    int pad = Look.scaled(5);
    field.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(Look.FAINT),
            BorderFactory.createEmptyBorder(pad, pad + 1, pad, pad + 1)));
    return field;
  }

  /** Several lines to write in; Tab leads on to the next field. */
  static JTextArea lines(String name, String text, int rows) {
    JTextArea area = new JTextArea(text, rows, 1);
    area.setName(name);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    dress(area);
    int pad = Look.scaled(5);
    area.setBorder(BorderFactory.createEmptyBorder(pad, pad + 1, pad, pad + 1));
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    for (int keys :
        List.of(
            KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
            KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS)) {
      area.setFocusTraversalKeys(keys, focus.getDefaultFocusTraversalKeys(keys));
    }
    return area;
  }

  /** The frame of several lines, which scroll in it. */
  static JScrollPane framed(Component lines) {
    JScrollPane pane = ThinScrollBar.pane(lines);
    pane.setBorder(BorderFactory.createLineBorder(Look.FAINT));
    return pane;
  }

  /** Dresses a list to choose from. */
  static void dress(JComboBox<?> choice) {
    choice.setUI(new FlatComboBox());
    choice.setFont(Look.font(13));
    choice.setBackground(Look.PAPER);
    choice.setForeground(Look.TEXT);
    choice.setBorder(BorderFactory.createLineBorder(Look.FAINT));
  }

  private static void dress(JTextComponent text) {
    text.setFont(Look.font(13));
    text.setBackground(Look.PAPER);
    text.setForeground(Look.TEXT);
    text.setCaretColor(Look.TEXT);
    text.setSelectionColor(Look.ACCENT);
    text.setSelectedTextColor(Look.ON_ACCENT);
  }
}
