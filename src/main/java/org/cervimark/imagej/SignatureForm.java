package org.cervimark.imagej;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextField;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Wording;

/** Says what signing means and asks who signs, for which organisation. */
final class SignatureForm {

  private final Wording wording;
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
    String[] latin = reader.map(PersonName::alphabetic).orElse("").split("\\^", 2);
    family = FormPanel.line("sign-family", latin[0]);
    given =
        FormPanel.line("sign-given", latin.length > 1 ? latin[1].replace('^', ' ').strip() : "");
    hangul =
        FormPanel.line("sign-hangul", reader.map(r -> r.phonetic().replace("^", "")).orElse(""));
    organization = FormPanel.line("sign-organization", lastOrganization);
    ideographic = reader.map(PersonName::ideographic).orElse("");
  }

  /** Asks until name and organisation are there; empty if the question was cancelled. */
  Optional<Signature> ask(Component parent, StudyReport revision) {
    while (true) {
      FormPanel form =
          FormPanel.saying(wording.get("sign.meaning", Integer.toString(revision.revision())));
      form.ask(wording.get("reader.family"), family);
      form.ask(wording.get("reader.given"), given);
      form.ask(wording.get("reader.hangul"), hangul);
      form.ask(wording.get("sign.organization"), organization);
      int answer =
          QuestionDialog.ask(
              Optional.of(parent),
              wording.get("sign.window"),
              form,
              List.of(wording.get("sign.yes"), wording.get("answer.cancel")));
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

  private static void mark(JTextField field) {
    if (SwingDialogs.component(field).isEmpty()) {
      field.setBackground(Look.NEXT_TINT);
    }
  }
}
