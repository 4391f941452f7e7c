package org.cervimark.peer;

import java.util.List;
import java.util.regex.Pattern;

/** The messages of validators that are known to be wrong, each filtered exactly. */
final class KnownFalseAlarms {

  /**
   * dciodvfy does not know our coding scheme, as it knows no private one, and takes its UID for one
   * that it should know. And it wants nothing but images below coordinates, where the standard
   * allows any item a modifier of its concept (PS3.3 A.35.3.3.1.2), such as the pass in which a
   * point was placed; DCMTK's checker of these relationships agrees with the standard.
   */
  private static final Pattern DCIODVFY =
      Pattern.compile(
          "^Warning - <[^>]*CodingSchemeDesignator\\(0008,0102\\)\\[1\\]>"
              + " - Unrecognized defined term = <99CERVIMARK>$"
              + "|^Warning - <[^>]*CodingSchemeUID\\(0008,010c\\)\\[1\\]> - .*"
              + "|^Error - <[^>]*RelationshipType\\(0040,a010\\)>"
              + " - CoordinatesContentItemHasIncorrectRelationshipChildContentItem for SCOORD"
              + " = <HAS CONCEPT MOD> - expected SELECTED FROM$");

  /**
   * PixelMed's tables of 2022 compare the children that TID 310 and 311 add with unrelated rows of
   * TID 300. Without them the same document has no errors.
   */
  private static final Pattern PIXELMED_ERROR =
      Pattern.compile(
          "^Error: Template 300 .*\\[Row (2|9|10)\\] .*"
              + "(371884006|371886008|371885007|371933006|385524004|121402|373098007|121414)"
              + ".*found HAS PROPERTIES");

  /**
   * Items of ours that extend a template, as extensible templates allow: those of our private
   * scheme, the calibration, the comment that carries the label, the image on which a landmark was
   * not seen, how a category was found, what a note points at, and of which type a time point is.
   */
  private static final Pattern PIXELMED_EXTENSION =
      Pattern.compile(
          "^Warning: [0-9.]+: .*/((CODE|TEXT|NUM) "
              + "\\(([A-Z0-9]+,99CERVIMARK|121106,DCM|122421,DCM|122422,DCM),\"[^\"]*\"\\)"
              + "|CODE \\([A-Z0-9]+,99CERVIMARK,\"[^\"]*\"\\)"
              + "/(IMAGE \\(121112,DCM,\"Source of Measurement\"\\)"
              + "|CODE \\(370129005,SCT,\"Measurement Method\"\\)"
              + "|TEXT \\(111003,DCM,\"Algorithm Version\"\\))"
              + "|TEXT \\(FREENOTE,99CERVIMARK,\"Note at a point\"\\)"
              + "/(UIDREF \\(112040,DCM,\"Tracking Unique Identifier\"\\)"
              + "|SCOORD \\(MARKPTS,99CERVIMARK,\"[^\"]*\"\\)(/IMAGE)?)"
              + "|TEXT \\(C2348792,UMLS,\"Time Point\"\\)"
              + "/CODE \\(126072,DCM,\"Time Point Type\"\\))"
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
