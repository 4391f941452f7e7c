package org.cervimark.terminology;

/**
 * Our private coding scheme 99CERVIMARK (PS3.3 section 8.2 and C.12.1.1.2). Its name and UID were
 * fixed once and never change; neither does the meaning of a value.
 */
public final class PrivateScheme {

  /** Coding Scheme Designator (0008,0102). */
  public static final String DESIGNATOR = "99CERVIMARK";

  /** Coding Scheme UID (0008,010C); made once from a random UUID under the root 2.25. */
  public static final String UID = "2.25.7668497942305988996277274231392091438";

  /** Coding Scheme Name (0008,0115). */
  public static final String NAME = "CerviMark cervical spine landmarks and measurements";

  /** Coding Scheme Version (0008,0103). */
  public static final String VERSION = "1";

  /** Coding Scheme Responsible Organization (0008,0116). */
  public static final String RESPONSIBLE_ORGANIZATION = "CerviMark";

  private PrivateScheme() {}

  /** A code of this scheme. */
  public static Code code(String value, String meaning) {
    return new Code(value, DESIGNATOR, meaning);
  }
}
