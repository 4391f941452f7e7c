package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.Voi;
import org.cervimark.image.VoiTable;
import org.cervimark.image.Window;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/** The windows offered by name: those of the header first, then some that every reader knows. */
final class GreyPresets {

  /** So many of them have a digit as their key. */
  static final int WITH_KEYS = 5;

  private GreyPresets() {}

  /**
   * A window or table with its name.
   *
   * @param name as shown to people
   * @param voi a window of modality values, or a table of the header
   */
  record Preset(String name, Voi voi) {}

  /** The presets for an image. */
  static List<Preset> of(DicomImage image, GreyView grey, Wording wording) {
    List<Preset> presets = new ArrayList<>();
    for (Window window : image.greyScale().windows()) {
      String explanation = PlainText.harmless(window.explanation()).strip();
      String numbers = numbers(window, wording);
      presets.add(
          new Preset(
              explanation.isEmpty()
                  ? wording.get("preset.header", numbers)
                  : wording.get("preset.named", explanation, numbers),
              window));
    }
    for (Voi voi : image.greyScale().vois()) {
      if (voi instanceof VoiTable table) {
        String explanation = PlainText.harmless(table.explanation()).strip();
        presets.add(
            new Preset(explanation.isEmpty() ? wording.get("preset.table") : explanation, table));
      }
    }
    presets.add(new Preset(wording.get("preset.automatic"), grey.automatic(0.005, 0.995)));
    boolean hounsfield = image.radiograph().modality().equals("CT");
    presets.add(
        new Preset(
            wording.get("preset.bone"),
            hounsfield ? new Window(400, 1800, "") : grey.automatic(0.3, 0.995)));
    presets.add(
        new Preset(
            wording.get("preset.soft"),
            hounsfield ? new Window(40, 400, "") : grey.automatic(0.02, 0.7)));
    return presets;
  }

  /** Width and centre, as radiologists say them. */
  static String numbers(Window window, Wording wording) {
    return wording.get(
        "window.numbers",
        Long.toString(Math.round(window.width())),
        Long.toString(Math.round(window.centre())));
  }
}
