package org.cervimark.dicom.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.toolkit.Elements;

/**
 * Reads the view from View Position (0018,5101) or, where that is silent, from View Code Sequence
 * (0054,0220), codes of CID 4010. Nothing is guessed: a header that says no more than lateral is
 * taken as neutral, one that says antero-posterior never as open mouth, obliques not at all.
 */
final class ViewRules {

  /** Defined terms of PS3.3 C.8.11.5 and C.8.1.1, and what makers write instead. */
  private static final Map<String, View> POSITIONS =
      Map.of(
          "LL", View.LATERAL_NEUTRAL,
          "RL", View.LATERAL_NEUTRAL,
          "LLD", View.LATERAL_NEUTRAL,
          "RLD", View.LATERAL_NEUTRAL,
          "LAT", View.LATERAL_NEUTRAL,
          "LATERAL", View.LATERAL_NEUTRAL,
          "AP", View.AP,
          "PA", View.AP);

  /** SNOMED CT codes, and the SNOMED RT codes that older systems send for the same. */
  private static final Map<String, View> CODES =
      Map.of(
          "399067008", View.LATERAL_NEUTRAL,
          "R-102CD", View.LATERAL_NEUTRAL,
          "399173006", View.LATERAL_NEUTRAL,
          "R-10236", View.LATERAL_NEUTRAL,
          "399198007", View.LATERAL_NEUTRAL,
          "R-10232", View.LATERAL_NEUTRAL,
          "399348003", View.AP,
          "R-10206", View.AP,
          "272479007", View.AP,
          "R-40888", View.AP);

  private static final Set<String> SNOMED = Set.of("SCT", "SRT", "SNM3", "99SDM");

  /** CID 92: how the joint was held. */
  private static final Map<String, View> POSTURES =
      Map.of("9964006", View.LATERAL_FLEXION, "24154002", View.LATERAL_EXTENSION);

  /**
   * What the header says.
   *
   * @param view the view, if it is one of ours
   * @param description the header's own words, empty if it has none
   */
  record Stated(Optional<View> view, String description) {

    Optional<Projection> projection() {
      return view.map(View::projection);
    }
  }

  private ViewRules() {}

  static Stated view(Elements elements) {
    Optional<String> position = elements.text(Tag.ViewPosition);
    List<Elements> codes = elements.items(Tag.ViewCodeSequence);
    Optional<View> view = position.map(POSITIONS::get);
    if (view.isEmpty()) {
      view = codes.stream().findFirst().flatMap(code -> coded(code, CODES));
    }
    if (view.isPresent() && view.get() == View.LATERAL_NEUTRAL && !codes.isEmpty()) {
      view = Optional.of(posture(codes.get(0)).orElse(View.LATERAL_NEUTRAL));
    }
    String meaning =
        codes.stream().findFirst().flatMap(code -> code.text(Tag.CodeMeaning)).orElse("");
    return new Stated(view, position.orElse(meaning));
  }

  private static Optional<View> posture(Elements code) {
    return code.items(Tag.ViewModifierCodeSequence).stream()
        .flatMap(modifier -> coded(modifier, POSTURES).stream())
        .findFirst();
  }

  private static Optional<View> coded(Elements code, Map<String, View> meanings) {
    return code.text(Tag.CodingSchemeDesignator)
        .filter(SNOMED::contains)
        .flatMap(scheme -> code.text(Tag.CodeValue))
        .map(meanings::get);
  }
}
