package org.cervimark.dicom.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.toolkit.Elements;

/**
 * Reads the view from View Position (0018,5101) or, where that is silent, from View Code Sequence
 * (0054,0220), codes of CID 4010. Only then does Series Description (0008,103E) count, and only for
 * what these cannot say: flexion, extension, open mouth, nasium. Nothing is guessed: a header that
 * says no more than lateral is taken as neutral, one that says antero-posterior never as open
 * mouth, obliques not at all.
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

  /** Words that say more than the view does, in what the department writes. */
  private static final Map<Pattern, View> WORDS =
      Map.of(
          word("(hyper)?flexion|flex|굴곡"), View.LATERAL_FLEXION,
          word("(hyper)?extension|신전"), View.LATERAL_EXTENSION,
          word("open[ -]?mouth|개구"), View.AP_OPEN_MOUTH,
          word("nasium"), View.NASIUM);

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
    Optional<Elements> code = elements.items(Tag.ViewCodeSequence).stream().findFirst();
    Optional<String> series = elements.text(Tag.SeriesDescription);
    Optional<View> plain =
        position.map(POSITIONS::get).or(() -> code.flatMap(c -> coded(c, CODES)));
    Optional<View> view =
        plain.flatMap(
            p ->
                code.flatMap(ViewRules::posture)
                    .filter(v -> samePlane(v, p))
                    .or(() -> worded(p, series.orElse(""))));
    String words =
        Stream.of(position.or(() -> code.flatMap(c -> c.text(Tag.CodeMeaning))), series)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return new Stated(view, words);
  }

  /** A plain view as the words narrow it; empty if they say two things at once. */
  private static Optional<View> worded(View plain, String words) {
    List<View> said =
        WORDS.entrySet().stream()
            .filter(e -> samePlane(e.getValue(), plain) && e.getKey().matcher(words).find())
            .map(Map.Entry::getValue)
            .toList();
    if (said.isEmpty()) {
      return Optional.of(plain);
    }
    return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
  }

  private static boolean samePlane(View one, View other) {
    return one.projection() == other.projection();
  }

  private static Pattern word(String regex) {
    return Pattern.compile(
        "(?<![\\p{L}])(" + regex + ")(?![\\p{IsLatin}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
