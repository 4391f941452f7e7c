package org.cervimark.image;

/**
 * A person's name in the three component groups of PS3.5 section 6.2: alphabetic, ideographic and
 * phonetic, each with its components separated by carets. Groups that are absent are empty.
 *
 * @param alphabetic for example {@code Hong^Gildong}
 * @param ideographic for example {@code 洪^吉洞}
 * @param phonetic for example {@code 홍^길동}
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {

  /** Reads the form that DICOM writes, groups separated by equals signs. */
  public static PersonName parse(String value) {
    String[] groups = value.split("=", -1);
    return new PersonName(
        groups[0].strip(),
        groups.length > 1 ? groups[1].strip() : "",
        groups.length > 2 ? groups[2].strip() : "");
  }

  /** The form that DICOM writes. */
  public String toDicom() {
    if (phonetic.isEmpty()) {
      return ideographic.isEmpty() ? alphabetic : alphabetic + "=" + ideographic;
    }
    return alphabetic + "=" + ideographic + "=" + phonetic;
  }

  /**
   * The name as people read it: alphabetic components in writing order, then the phonetic or else
   * the ideographic group.
   */
  public String display() {
    String latin = alphabetic.replace('^', ' ').strip();
    String local = (phonetic.isEmpty() ? ideographic : phonetic).replace("^", "").strip();
    return local.isEmpty() ? latin : (latin + " " + local).strip();
  }
}
