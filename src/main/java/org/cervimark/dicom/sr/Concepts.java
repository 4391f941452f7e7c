package org.cervimark.dicom.sr;

import org.cervimark.terminology.Code;

/**
 * The standard concepts that our reports use (PS3.16). Readers of other houses match some of them
 * by their meaning, so that the spelling counts.
 */
final class Concepts {

  static final Code IMAGING_MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report");
  static final Code OF_INTEREST = dcm("113000", "Of Interest");
  static final Code KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");
  static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
  static final Code ENGLISH = new Code("en", "RFC5646", "English");
  static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
  static final Code PERSON = dcm("121006", "Person");
  static final Code DEVICE = dcm("121007", "Device");
  static final Code PERSON_NAME = dcm("121008", "Person Observer Name");
  static final Code PERSON_ORGANIZATION = dcm("121009", "Person Observer's Organization Name");
  static final Code PERSON_ROLE = dcm("121011", "Person Observer's Role in this Procedure");
  static final Code PERFORMING = dcm("121094", "Performing");
  static final Code DEVICE_UID = dcm("121012", "Device Observer UID");
  static final Code DEVICE_NAME = dcm("121013", "Device Observer Name");
  static final Code DEVICE_MANUFACTURER = dcm("121014", "Device Observer Manufacturer");
  static final Code DEVICE_MODEL = dcm("121015", "Device Observer Model Name");
  static final Code DEVICE_SERIAL = dcm("121016", "Device Observer Serial Number");
  static final Code DEVICE_ROLE = dcm("113876", "Device Role in Procedure");
  static final Code RECORDING = dcm("121097", "Recording");
  static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
  static final Code IMAGING_PROCEDURE = sct("363679005", "Imaging procedure");

  static final Code IMAGE_LIBRARY = dcm("111028", "Image Library");
  static final Code IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
  static final Code MODALITY = dcm("121139", "Modality");
  static final Code TARGET_REGION = dcm("123014", "Target Region");
  static final Code CERVICAL_SPINE = sct("122494005", "Cervical spine");
  static final Code STUDY_DATE = dcm("111060", "Study Date");
  static final Code STUDY_TIME = dcm("111061", "Study Time");
  static final Code ROWS = dcm("110910", "Pixel Data Rows");
  static final Code COLUMNS = dcm("110911", "Pixel Data Columns");
  static final Code IMAGE_VIEW = dcm("111031", "Image View");
  static final Code ANTERO_POSTERIOR = sct("399348003", "antero-posterior");
  static final Code ORIENTATION_ROW = dcm("111044", "Patient Orientation Row");
  static final Code ORIENTATION_COLUMN = dcm("111043", "Patient Orientation Column");
  static final Code HORIZONTAL_SPACING = dcm("111026", "Horizontal Pixel Spacing");
  static final Code VERTICAL_SPACING = dcm("111066", "Vertical Pixel Spacing");
  static final Code CALIBRATION_METHOD = dcm("122422", "Calibration Method");
  static final Code CALIBRATION_OBJECT = dcm("122421", "Calibration Object");
  static final Code CALIBRATION_SIZE = dcm("122423", "Calibration Object Size");
  static final Code CALIBRATION_TIME = dcm("113723", "Calibration DateTime");
  static final Code CALIBRATION_PARTY = dcm("113724", "Calibration Responsible Party");
  static final Code CALIBRATION_UNCERTAINTY = dcm("113763", "Calibration Uncertainty");

  static final Code IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
  static final Code QUALITATIVE_EVALUATIONS =
      new Code("C0034375", "UMLS", "Qualitative Evaluations");
  static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
  static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
  static final Code TRACKING_UID = dcm("112040", "Tracking Unique Identifier");
  static final Code FINDING = dcm("121071", "Finding");
  static final Code MEASUREMENT_METHOD = sct("370129005", "Measurement Method");
  static final Code FINDING_SITE = sct("363698007", "Finding Site");
  static final Code LATERALITY = sct("272741003", "Laterality");
  static final Code RIGHT = sct("24028007", "Right");
  static final Code LEFT = sct("7771000", "Left");
  static final Code ALGORITHM_NAME = dcm("111001", "Algorithm Name");
  static final Code ALGORITHM_VERSION = dcm("111003", "Algorithm Version");
  static final Code COBB_ANGLE = sct("285285000", "Cobb angle");
  static final Code DERIVATION = dcm("121401", "Derivation");
  static final Code ESTIMATED = sct("414135002", "Estimated");
  static final Code UNCERTAINTY = sct("371884006", "+/-, range of measurement uncertainty");
  static final Code POPULATION_MEAN = sct("373098007", "Mean Value of population");
  static final Code POPULATION_DEVIATION = dcm("121414", "Standard deviation of population");
  static final Code POPULATION_DESCRIPTION = dcm("121405", "Population description");
  static final Code REFERENCE_AUTHORITY = dcm("121406", "Reference Authority");
  static final Code RANGE_UPPER = sct("371933006", "Normal Range Upper Limit");
  static final Code RANGE_LOWER = sct("385524004", "Normal Range Lower Limit");
  static final Code RANGE_DESCRIPTION = dcm("121407", "Normal Range description");
  static final Code RANGE_AUTHORITY = dcm("121408", "Normal Range Authority");
  static final Code SOURCE_OF_MEASUREMENT = dcm("121112", "Source of Measurement");
  static final Code ARM_OF_ANGLE = dcm("121223", "Arm of angle");
  static final Code EQUIVALENT_MEANING = dcm("121050", "Equivalent Meaning of Concept Name");
  static final Code IMAGE_REGION = dcm("111030", "Image Region");
  static final Code COMMENT = dcm("121106", "Comment");

  private Concepts() {}

  /** The modality of an image as a code of CID 29. */
  static Code modality(String modality) {
    return switch (modality) {
      case "CR" -> dcm("CR", "Computed Radiography");
      case "DX" -> dcm("DX", "Digital Radiography");
      case "RF" -> dcm("RF", "Radio Fluoroscopy");
      case "RG" -> dcm("RG", "Radiographic imaging");
      case "XA" -> dcm("XA", "X-Ray Angiography");
      case "IO" -> dcm("IO", "Intra-oral Radiography");
      case "OT" -> dcm("OT", "Other");
      default -> dcm(modality, modality);
    };
  }

  private static Code dcm(String value, String meaning) {
    return new Code(value, "DCM", meaning);
  }

  private static Code sct(String value, String meaning) {
    return new Code(value, "SCT", meaning);
  }
}
