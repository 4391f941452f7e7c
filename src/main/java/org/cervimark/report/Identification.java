package org.cervimark.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Study;

/**
 * Which identifying fields leave the program, as the site chooses. What is not shown is not written
 * anywhere in the export.
 *
 * @param shown the fields that appear
 */
public record Identification(Set<Field> shown) {

  /** What identifies somebody. */
  public enum Field {
    /** Patient's Name. */
    NAME,
    /** Patient ID. */
    ID,
    /** Patient's Birth Date. */
    BIRTH_DATE,
    /** Patient's Sex. */
    SEX,
    /** Study Date. */
    STUDY_DATE,
    /** Study Description. */
    STUDY_DESCRIPTION,
    /** The person who read the films, and the one who verified it. */
    READER;

    /** The name used on command lines and in templates, such as {@code birth-date}. */
    public String id() {
      return OutcomeText.id(this);
    }
  }

  /** All fields: what a note for the patient's record needs. */
  public static final Identification FULL = new Identification(EnumSet.allOf(Field.class));

  /** The reader only: what a table for statistics needs. */
  public static final Identification READER_ONLY =
      new Identification(Collections.singleton(Field.READER));

  /** Copies the set. */
  public Identification {
    shown = Set.copyOf(shown);
  }

  /**
   * Fields by their ids, separated by commas; {@code all} and {@code none} stand for themselves.
   *
   * @return empty if one of the words is no field
   */
  public static Optional<Identification> parse(String list) {
    String words = list.strip().toLowerCase(Locale.ROOT);
    if (words.equals("all")) {
      return Optional.of(FULL);
    }
    if (words.equals("none")) {
      return Optional.of(new Identification(Set.of()));
    }
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String word : words.split(",", -1)) {
      Optional<Field> field =
          Arrays.stream(Field.values()).filter(f -> f.id().equals(word.strip())).findFirst();
      if (field.isEmpty()) {
        return Optional.empty();
      }
      fields.add(field.get());
    }
    return Optional.of(new Identification(fields));
  }

  /** The fields as {@link #parse} reads them, in the order in which they are declared. */
  public String list() {
    if (shown.size() == Field.values().length) {
      return "all";
    }
    return shown.isEmpty()
        ? "none"
        : shown.stream().sorted().map(Field::id).collect(Collectors.joining(","));
  }

  /** The ids of all fields. */
  public static List<String> ids() {
    return Arrays.stream(Field.values()).map(Field::id).toList();
  }

  /** Whether a field appears. */
  public boolean shows(Field field) {
    return shown.contains(field);
  }

  /** Whether anything of the patient appears. */
  public boolean showsPatient() {
    return shows(Field.NAME) || shows(Field.ID) || shows(Field.BIRTH_DATE) || shows(Field.SEX);
  }

  /** The patient with the fields that do not appear left empty. */
  public Patient of(Patient patient) {
    return new Patient(
        shows(Field.NAME) ? patient.name() : PersonName.parse(""),
        shows(Field.ID) ? patient.id() : "",
        patient.birthDate().filter(d -> shows(Field.BIRTH_DATE)),
        patient.sex().filter(s -> shows(Field.SEX)));
  }

  /** The study with the fields that do not appear left empty. */
  public Study of(Study study) {
    return new Study(
        study.date().filter(d -> shows(Field.STUDY_DATE)),
        study.time().filter(t -> shows(Field.STUDY_DATE)),
        study.description().filter(d -> shows(Field.STUDY_DESCRIPTION)));
  }

  /** A reader, or nobody. */
  public PersonName reader(PersonName reader) {
    return shows(Field.READER) ? reader : PersonName.parse("");
  }
}
