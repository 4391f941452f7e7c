package org.cervimark.peer;

import java.util.List;
import java.util.regex.Pattern;

/** The messages of validators that are known to be wrong, each filtered exactly. */
final class KnownFalseAlarms {

  /**
   * dciodvfy does not know our coding scheme, as it knows no private one, and takes its UID for one
   * that it should know.
   */
  private static final Pattern DCIODVFY = Pattern.compile("99CERVIMARK>|CodingSchemeUID");

  /**
   * PixelMed's tables of 2022 compare the children that TID 310 adds with unrelated rows of TID
   * 300. Without them the same document has no errors.
   */
  private static final Pattern PIXELMED_ERROR =
      Pattern.compile(
          "^Error: Template 300 .*\\[Row (2|9|10)\\] .*"
              + "(371884006|371886008|371885007|371933006|385524004|121402)"
              + ".*found HAS PROPERTIES");

  /**
   * Items of ours that extend a template, as extensible templates allow: those of our private
   * scheme, the calibration, the comment that carries the label, and the image on which a landmark
   * was not seen.
   */
  private static final Pattern PIXELMED_EXTENSION =
      Pattern.compile(
          "^Warning: [0-9.]+: .*/((CODE|TEXT|NUM) "
              + "\\(([A-Z0-9]+,99CERVIMARK|121106,DCM|122421,DCM|122422,DCM),\"[^\"]*\"\\)"
              + "|CODE \\([A-Z0-9]+,99CERVIMARK,\"[^\"]*\"\\)"
              + "/IMAGE \\(121112,DCM,\"Source of Measurement\"\\))"
              + ": Content Item not in template$");

  /** DCMTK 3.6.7 does not check the value representations of Unicode. */
  private static final Pattern DSRDUMP =
      Pattern.compile(
          "^W: The VR checker does not support this Specific Character Set: ISO_IR 192$");

  /**
   * dicom3tools counts the accession number of reports and key objects, which stands in their
   * General Study module as in all others, to the study and that of other objects to the series. It
   * says so even where the numbers are equal.
   */
  private static final Pattern DCENTVFY =
      Pattern.compile(
          "^Warning - Different information entities for attribute - Element=<AccessionNumber>"
              + " IE <Study> versus <Series> for file <[^>]*> versus <[^>]*>$");

  private KnownFalseAlarms() {}

  /** What dciodvfy says besides. */
  static List<String> withoutDciodvfy(List<String> lines) {
    return lines.stream().filter(line -> !DCIODVFY.matcher(line).find()).toList();
  }

  /** What dcentvfy says besides. */
  static List<String> withoutDcentvfy(List<String> lines) {
    return lines.stream().filter(line -> !DCENTVFY.matcher(line).find()).toList();
  }

  /** The errors and warnings of PixelMed's validator besides. */
  static List<String> withoutPixelMed(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("Found ") && !line.endsWith(" complete"))
        .filter(line -> !line.equals("Root Template Validation Complete"))
        .filter(line -> !PIXELMED_ERROR.matcher(line).find())
        .filter(line -> !PIXELMED_EXTENSION.matcher(line).find())
        .toList();
  }

  /** The warnings and errors of dsrdump besides. */
  static List<String> withoutDsrdump(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches("^[WEF]: .*"))
        .filter(line -> !DSRDUMP.matcher(line).find())
        .toList();
  }
}
