package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.followup.Bone;

/**
 * What macros can do to a comparison, as it is at one moment.
 *
 * @param other the film compared with
 * @param layout how the films are shown
 * @param bone by which they lie over each other
 * @param otherShown whether the other film is seen in the place of the first
 * @param part the part that is seen; empty for the whole first film
 */
record MacroComparison(
    Path other,
    Comparison.Layout layout,
    Optional<Bone> bone,
    boolean otherShown,
    Optional<Part> part) {

  /** A comparison as it stands. */
  static MacroComparison of(Comparison comparison) {
    return new MacroComparison(
        comparison.other().entry().file(),
        comparison.layout(),
        comparison.bone(),
        comparison.isOtherFilmWanted(),
        comparison.part());
  }

  /** The same as it was when it was opened. */
  static MacroComparison begun(Comparison comparison) {
    Comparison fresh = new Comparison(comparison.base(), comparison.other());
    return of(fresh);
  }

  /** Whether nothing but the part that is seen differs. */
  boolean isElsewhere(MacroComparison before) {
    return !part.equals(before.part)
        && new MacroComparison(other, layout, bone, otherShown, before.part).equals(before);
  }

  /**
   * The command that leads here from an earlier moment, if something has changed.
   *
   * @param number which comparison it is, from 1
   */
  Optional<MacroStep> since(MacroComparison before, int number) {
    List<String> options = new ArrayList<>();
    if (!other.equals(before.other)) {
      options.add("path=" + MacroText.file(other.toString()));
    }
    if (layout != before.layout) {
      options.add("layout=" + layout.name().toLowerCase(Locale.ROOT));
    }
    if (!bone.equals(before.bone)) {
      bone.ifPresent(b -> options.add("bone=" + b.label()));
    }
    // Laying the films in another way shows the first one.
    boolean otherUntilNow = layout == before.layout && before.otherShown;
    if (otherShown != otherUntilNow) {
      options.add("film=" + (otherShown ? "other" : "first"));
    }
    if (!part.equals(before.part)) {
      options.add(part.map(MacroStep::part).orElse("part=whole"));
    }
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MacroStep(
                "CerviMark Comparison", "number=" + number + " " + String.join(" ", options)));
  }
}
