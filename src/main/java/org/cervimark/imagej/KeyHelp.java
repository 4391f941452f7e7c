package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.cervimark.report.Wording;

/** What can be done in a viewer, by mouse and by key. */
@SuppressWarnings("serial")
final class KeyHelp extends JPanel {

  private static final int KEY_WIDTH = 74;
  private static final int HELP_WIDTH = 560;

  private int row;

  KeyHelp(ViewerCommands commands, Wording wording) {
    super(new GridBagLayout());
    wide(wording.get("help.mouse"), Look.TEXT);
    for (ViewerCommand command : commands.all()) {
      add(text(Look.bold(12), Look.TEXT, command.keyText(), KEY_WIDTH), at(0, 1));
      add(text(Look.font(12), Look.TEXT, command.help(wording), HELP_WIDTH), at(1, 1));
      row++;
    }
    wide(wording.get("help.limits"), Look.MUTED);
  }

  private void wide(String sentence, Color colour) {
    add(text(Look.font(12), colour, sentence, KEY_WIDTH + HELP_WIDTH), at(0, 2));
    row++;
  }

  private static JComponent text(Font font, Color colour, String sentence, int width) {
    return WrappedText.whole(font, colour, sentence, Look.scaled(width));
  }

  private GridBagConstraints at(int column, int columns) {
    GridBagConstraints place = new GridBagConstraints();
    place.gridx = column;
    place.gridy = row;
    place.gridwidth = columns;
    place.anchor = GridBagConstraints.NORTHWEST;
    int below = Look.scaled(columns == 1 ? 4 : 12);
    place.insets = new Insets(columns > 1 && row > 0 ? Look.scaled(8) : 0, 0, below, 0);
    return place;
  }
}
