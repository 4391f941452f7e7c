package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How macros can make an image look, as it is at one moment: none of it is marked or saved.
 *
 * @param turn how the image lies on the screen
 * @param part the part that is seen; empty for the whole image
 * @param greys how it is shown, where that is known
 * @param highlighted the measurement whose drawing is on the image, if the reader chose one
 * @param loupe whether the loupe follows the pointer
 * @param covers whether overlays and shutter of the header lie over the image
 * @param panel whether the panel beside the image is shown
 */
record MacroLook(
    Turn turn,
    Optional<Part> part,
    Optional<GreyState> greys,
    Optional<String> highlighted,
    boolean loupe,
    boolean covers,
    boolean panel) {

  /** The look of the image that a model shows. */
  static MacroLook of(ViewerModel model) {
    return new MacroLook(
        model.turn(),
        model.part(),
        model.greys(),
        model.highlighted(),
        model.isLoupeOn(),
        model.isCoverOn(),
        model.isPanelShown());
  }

  /** Whether nothing but the part that is seen differs. */
  boolean isElsewhere(MacroLook before) {
    return !part.equals(before.part)
        && new MacroLook(turn, before.part, greys, highlighted, loupe, covers, panel)
            .equals(before);
  }

  /** The commands that lead here from an earlier look of the same image. */
  List<MacroStep> since(MacroLook before) {
    List<MacroStep> steps = new ArrayList<>();
    if (!turn.equals(before.turn)) {
      steps.add(
          new MacroStep(
              "CerviMark Turn",
              "quarters=" + turn.quarters() + MacroStep.flag("mirrored", turn.mirrored())));
    }
    // An image that is turned is shown whole.
    Optional<Part> partBefore = turn.equals(before.turn) ? before.part : Optional.empty();
    if (!part.equals(partBefore)) {
      steps.add(new MacroStep("CerviMark View", part.map(MacroStep::part).orElse("part=whole")));
    }
    if (before.greys.isPresent() && !greys.equals(before.greys)) {
      greys.ifPresent(g -> steps.add(new MacroStep("CerviMark Window", options(g))));
    }
    List<String> display = new ArrayList<>();
    if (loupe != before.loupe) {
      display.add("loupe=" + onOff(loupe));
    }
    if (covers != before.covers) {
      display.add("covers=" + onOff(covers));
    }
    if (panel != before.panel) {
      display.add("panel=" + onOff(panel));
    }
    if (!highlighted.equals(before.highlighted)) {
      display.add("measurement=" + highlighted.orElse("none"));
    }
    if (!display.isEmpty()) {
      steps.add(new MacroStep("CerviMark Display", String.join(" ", display)));
    }
    return steps;
  }

  /** The word of macros for what is on or off. */
  static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private static String options(GreyState greys) {
    String window =
        greys.voi().isPresent()
            ? "voi=" + greys.voi().getAsInt()
            : "centre=" + greys.centre() + " width=" + greys.width();
    return window
        + " gamma="
        + greys.gamma()
        + MacroStep.flag("inverted", greys.exchanged())
        + MacroStep.flag("enhanced", greys.enhanced());
  }
}
