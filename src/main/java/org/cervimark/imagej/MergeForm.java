package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.report.Wording;

/** Asks for each conflict of two revisions which side counts, with what both say. */
final class MergeForm {

  private static final int MOST_HEIGHT = 420;
  private static final int HEADING = 220;

  private final MergeChoice choice;
  private final RevisionWords words;
  private final Wording wording;
  private final Map<Side, List<JRadioButton>> buttons = new EnumMap<>(Side.class);

  MergeForm(MergeChoice choice, RevisionWords words) {
    this.choice = choice;
    this.words = words;
    this.wording = words.wording();
  }

  /** Asks; whether the revisions are to be joined as chosen. */
  boolean ask(Component parent) {
    return QuestionDialog.ask(
            Optional.of(parent),
            wording.get("merge.window"),
            content(),
            List.of(wording.get("merge.yes"), wording.get("answer.cancel")))
        == 0;
  }

  /** The question with its rows. */
  JComponent content() {
    JPanel content = new JPanel(new BorderLayout(0, Look.scaled(10)));
    JPanel rows = rows();
    Dimension size = rows.getPreferredSize();
    content.add(
        WrappedText.whole(
            Look.font(13),
            Look.TEXT,
            wording.get(
                choice.conflicts().isEmpty() ? "merge.agrees" : "merge.question",
                Integer.toString(choice.conflicts().size())),
            Math.max(size.width, Look.scaled(520))),
        BorderLayout.NORTH);
    JScrollPane pane = FormPanel.framed(rows);
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    pane.setPreferredSize(
        new Dimension(
            size.width + Look.scaled(28),
            Math.min(size.height + Look.scaled(8), Look.scaled(MOST_HEIGHT))));
    content.add(pane, BorderLayout.CENTER);
    return content;
  }

  private JPanel rows() {
    JPanel rows = new JPanel(new GridBagLayout());
    rows.setBackground(Look.PAPER);
    int column = 1;
    for (Side side : Side.values()) {
      buttons.put(side, new ArrayList<>());
      rows.add(heading(side), at(column, 0));
      if (choice.conflicts().size() > 1) {
        FlatButton all = new FlatButton(wording.get("merge.all"), "");
        all.setName("merge-all-" + side.name());
        all.addActionListener(
            e -> buttons.getOrDefault(side, List.of()).forEach(JRadioButton::doClick));
        rows.add(all, at(column, 1));
      }
      column++;
    }
    int row = 2;
    for (RevisionMerge.Conflict conflict : choice.conflicts()) {
      JLabel subject = new JLabel(words.subject(choice, conflict));
      subject.setFont(Look.font(13));
      subject.setForeground(Look.TEXT);
      rows.add(subject, at(0, row));
      ButtonGroup group = new ButtonGroup();
      column = 1;
      for (Side side : Side.values()) {
        JRadioButton button = button(conflict, side);
        group.add(button);
        rows.add(button, at(column++, row));
      }
      row++;
    }
    return rows;
  }

  private WrappedText heading(Side side) {
    String revision = words.revision(choice.revision(side));
    return WrappedText.whole(
        Look.bold(13),
        Look.TEXT,
        side == choice.newer() ? wording.get("merge.newer", revision) : revision,
        Look.scaled(HEADING));
  }

  private JRadioButton button(RevisionMerge.Conflict conflict, Side side) {
    JRadioButton button = new JRadioButton(words.side(choice, conflict.subject(), side));
    button.setName("merge-" + side.name());
    button.setFont(Look.font(13));
    button.setForeground(Look.TEXT);
    ChoiceIcon.dress(button, true);
    button.setSelected(choice.chosen(conflict.subject()) == side);
    button.addActionListener(e -> choice.choose(conflict.subject(), side));
    buttons.computeIfAbsent(side, s -> new ArrayList<>()).add(button);
    return button;
  }

  private static GridBagConstraints at(int column, int row) {
    GridBagConstraints place = new GridBagConstraints();
    place.gridx = column;
    place.gridy = row;
    place.anchor = GridBagConstraints.WEST;
    place.insets = new Insets(Look.scaled(4), Look.scaled(10), Look.scaled(4), Look.scaled(10));
    return place;
  }
}
