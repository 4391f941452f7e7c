package org.cervimark.dicom.sr;

/** The text of a Tracking Identifier. */
final class TrackingLabel {

  private static final int MOST = 40;

  private TrackingLabel() {}

  /**
   * The label of a measurement: its short name in ASCII, without colons, cut at a space if it is
   * longer than 40 characters.
   */
  static String of(String shortName) {
    String label = shortName.replace(':', ' ').replaceAll("[^ -~]", "?").strip();
    if (label.length() <= MOST) {
      return label;
    }
    int cut = label.lastIndexOf(' ', MOST);
    return label.substring(0, cut > 0 ? cut : MOST).strip();
  }

  /** The identifier that tells Cornerstone's readers which tool shows the group. */
  static String forTool(CornerstoneTool tool, String shortName) {
    return "Cornerstone3DTools@^0.1.0:" + tool.toolName() + ":" + of(shortName);
  }
}
