package org.cervimark.phantom;

import java.nio.charset.StandardCharsets;

/**
 * An invented patient.
 *
 * @param name encoded Patient's Name
 * @param characterSet Specific Character Set, empty for the default repertoire
 * @param id Patient ID
 * @param birthDate DICOM date
 * @param sex M or F
 */
record Subject(byte[] name, String characterSet, String id, String birthDate, String sex) {

  /** Designates KS X 1001 as G1: ESC $ ) C, needed before every Korean component group. */
  private static final String ESCAPE = "1B242943";

  /** Hong Gildong in Latin, ideographic and phonetic groups, as the example of PS3.5 Annex I. */
  static Subject hong() {
    String hanja = ESCAPE + "FBF3" + "5E" + ESCAPE + "D1CED4D7";
    String hangul = ESCAPE + "C8AB" + "5E" + ESCAPE + "B1E6B5BF";
    String latin = hex("Hong^Gildong".getBytes(StandardCharsets.US_ASCII));
    byte[] name = bytes(latin + "3D" + hanja + "3D" + hangul);
    return new Subject(name, "\\ISO 2022 IR 149", "PHANTOM-A", "19740301", "M");
  }

  static Subject bravo() {
    return plain("Phantom^Bravo", "PHANTOM-B", "19810917", "F");
  }

  static Subject charlie() {
    return plain("Phantom^Charlie", "PHANTOM-C", "19690522", "M");
  }

  private static Subject plain(String name, String id, String birthDate, String sex) {
    return new Subject(name.getBytes(StandardCharsets.US_ASCII), "", id, birthDate, sex);
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
}
