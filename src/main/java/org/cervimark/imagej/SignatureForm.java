package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Font;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Wording;

/** Says what signing means and asks who signs, for which organisation. */
final class SignatureForm {

  private final Wording wording;
  private final JPanel form = new JPanel();
  private final JTextField family;
  private final JTextField given;
  private final JTextField hangul;
  private final JTextField organization;
  private final String ideographic;

  /**
   * A form.
   *
   * @param reader who reads, as a first answer
   * @param lastOrganization the organisation, as a first answer
   */
  SignatureForm(Wording wording, Optional<PersonName> reader, String lastOrganization) {
    this.wording = wording;
    form.setLayout(new BoxLayout(form, BoxLayout.Y_AXIS));
    String[] latin = reader.map(PersonName::alphabetic).orElse("").split("\\^", 2);
    family = field("sign-family", latin[0]);
    given = field("sign-given", latin.length > 1 ? latin[1].replace('^', ' ').strip() : "");
    hangul = field("sign-hangul", reader.map(r -> r.phonetic().replace("^", "")).orElse(""));
    organization = field("sign-organization", lastOrganization);
    ideographic = reader.map(PersonName::ideographic).orElse("");
  }

  /** Asks until name and organisation are there; empty if the question was cancelled. */
  Optional<Signature> ask(Component parent, StudyReport revision) {
    JLabel meaning = new JLabel();
    meaning.setText(
        "<html><div style='width:340px'>"
            + wording.get("sign.meaning", Integer.toString(revision.revision()))
            + "</div></html>");
    meaning.setFont(meaning.getFont().deriveFont(Font.PLAIN));
    meaning.setAlignmentX(Component.LEFT_ALIGNMENT);
    form.removeAll();
    form.add(meaning);
    add("reader.family", family);
    add("reader.given", given);
    add("reader.hangul", hangul);
    add("sign.organization", organization);
    Object[] answers = {wording.get("sign.yes"), wording.get("unsaved.cancel")};
    while (true) {
      int answer =
          JOptionPane.showOptionDialog(
              parent,
              form,
              wording.get("sign.window"),
              JOptionPane.DEFAULT_OPTION,
              JOptionPane.PLAIN_MESSAGE,
              null,
              answers,
              answers[0]);
      if (answer != 0) {
        return Optional.empty();
      }
      Optional<Signature> signature = signature();
      if (signature.isPresent()) {
        return signature;
      }
      mark(family);
      mark(organization);
    }
  }

  /** What is entered; empty while name or organisation is missing. */
  Optional<Signature> signature() {
    String name = SwingDialogs.component(family);
    String first = SwingDialogs.component(given);
    String house = SwingDialogs.component(organization);
    if (name.isEmpty() || house.isEmpty()) {
      return Optional.empty();
    }
    String latin = first.isEmpty() ? name : name + "^" + first;
    return Optional.of(
        new Signature(new PersonName(latin, ideographic, SwingDialogs.component(hangul)), house));
  }

  private void add(String key, JTextField field) {
    JLabel label = new JLabel(wording.get(key));
    label.setAlignmentX(Component.LEFT_ALIGNMENT);
    form.add(Box.createVerticalStrut(Look.scaled(8)));
    form.add(label);
    form.add(field);
  }

  private static JTextField field(String name, String text) {
    JTextField field = new JTextField(text, 28);
    field.setName(name);
    field.setAlignmentX(Component.LEFT_ALIGNMENT);
    return field;
  }

  private static void mark(JTextField field) {
    if (SwingDialogs.component(field).isEmpty()) {
      field.setBackground(Look.NEXT_TINT);
    }
  }
}
