package org.cervimark.imagej;

import java.awt.Component;
import java.awt.FlowLayout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.cervimark.report.Identification;
import org.cervimark.report.Identification.Field;
import org.cervimark.report.Wording;
import org.cervimark.report.pdf.PageSize;

/** Chooses what of patient, study and reader stands in notes, and the paper of the PDF. */
@SuppressWarnings("serial")
final class ShownFields extends JPanel {

  private static final List<PageSize> SIZES = List.of(PageSize.values());

  private final Map<Field, JCheckBox> boxes = new EnumMap<>(Field.class);

  /**
   * A row of choices, as the reader left them.
   *
   * @param changed run after each choice
   */
  ShownFields(Settings settings, Runnable changed) {
    super(new FlowLayout(FlowLayout.LEADING, Look.scaled(8), Look.scaled(6)));
    Wording wording = settings.wording();
    setBackground(Look.BAR);
    add(dressed(new JLabel(wording.get("note.shown"))));
    for (Field field : Field.values()) {
      JCheckBox box = new JCheckBox(wording.get("note.field." + field.name()));
      box.setName("note-field-" + field.id());
      ChoiceIcon.dress(box, false);
      box.setToolTipText(wording.get("note.shown.help"));
      box.setSelected(settings.note().shown().shows(field));
      box.addActionListener(
          e -> {
            settings.setShown(shown());
            changed.run();
          });
      boxes.put(field, box);
      add(dressed(box));
    }
    JComboBox<String> paper = new JComboBox<>();
    paper.setName("note-paper");
    FormPanel.dress(paper);
    for (PageSize size : SIZES) {
      paper.addItem(wording.get("note.paper." + size.name()));
    }
    paper.setSelectedIndex(SIZES.indexOf(settings.note().paper()));
    paper.addActionListener(e -> settings.setPaper(SIZES.get(paper.getSelectedIndex())));
    add(paper);
  }

  private Identification shown() {
    Set<Field> shown = EnumSet.noneOf(Field.class);
    boxes.forEach(
        (field, box) -> {
          if (box.isSelected()) {
            shown.add(field);
          }
        });
    return new Identification(shown);
  }

  private static Component dressed(Component component) {
    component.setFont(Look.font(12));
    component.setForeground(Look.TEXT);
    return component;
  }
}
