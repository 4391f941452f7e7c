package org.cervimark.measurement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.cervimark.anatomy.View;
import org.cervimark.image.Scale;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.Unit;

/**
 * One record of the catalogue, from which everything else about a measurement is derived.
 *
 * @param id stable id, such as {@code c2-c7-cobb}
 * @param code the private code; its meaning is the short ASCII name that DICOM objects carry
 * @param englishName the name shown in English
 * @param koreanName the name shown in Korean
 * @param abbreviation what clinicians write, possibly empty
 * @param views the views on which it is defined
 * @param unit the unit of the value; empty if it names a class
 * @param kind how it is coded in a structured report
 * @param method the code of the construction (Measurement Method)
 * @param version version of the construction; changes when the same landmarks would give another
 *     value
 * @param formula the construction
 * @param tier how well the measurement is supported by evidence
 * @param signWords what positive and negative values mean
 * @param categories the classes it may name, in their order; empty if it gives a number
 * @param references published values
 * @param limits published screening limits
 * @param reliability what is published about how well it is reproduced
 * @param warnings what to know before using it
 */
public record Measurement(
    String id,
    Code code,
    String englishName,
    String koreanName,
    String abbreviation,
    Set<View> views,
    Optional<Unit> unit,
    Kind kind,
    Code method,
    String version,
    Formula formula,
    Tier tier,
    Optional<SignWords> signWords,
    List<Category> categories,
    List<ReferenceValue> references,
    List<ScreeningLimit> limits,
    List<SourcedStatement> reliability,
    List<BilingualText> warnings) {

  /** How a value is coded in a structured report. */
  public enum Kind {
    /** A Cobb angle of the sagittal curve: magnitude and direction. */
    SAGITTAL_COBB,
    /** A class instead of a number. */
    CATEGORY,
    /** Any other value, signed as defined. */
    OTHER
  }

  /** Evidence tier. */
  public enum Tier {
    /** Established radiological or surgical measurement with published norms or criteria. */
    E1,
    /** Used in the literature with weak norms or reliability. */
    E2,
    /**
     * Technique-specific listing with reliability data at best and no evidence of validity found.
     */
    E3
  }

  /**
   * What the sign says in words.
   *
   * @param positive for values above zero, English
   * @param negative for values below zero, English
   * @param koreanPositive for values above zero, Korean
   * @param koreanNegative for values below zero, Korean
   */
  public record SignWords(
      String positive, String negative, String koreanPositive, String koreanNegative) {

    /** The word for a value as displayed; empty for one that is displayed as zero. */
    public String of(double displayedValue, Locale locale) {
      boolean korean = locale.getLanguage().equals("ko");
      if (displayedValue > 0) {
        return korean ? koreanPositive : positive;
      }
      if (displayedValue < 0) {
        return korean ? koreanNegative : negative;
      }
      return "";
    }
  }

  /**
   * A published value.
   *
   * @param statement the value with its population, as shown to people
   * @param mean the mean, where one is given
   * @param standardDeviation the standard deviation, where one is given
   * @param source the key of the publication in the catalogue's source list
   */
  public record ReferenceValue(
      BilingualText statement,
      Optional<Double> mean,
      Optional<Double> standardDeviation,
      String source) {

    /** The population, where mean and standard deviation are given. */
    public Optional<Population> population() {
      return mean.flatMap(
          m -> standardDeviation.filter(sd -> sd > 0).map(sd -> new Population(m, sd, this)));
    }
  }

  /**
   * What a publication says.
   *
   * @param statement as shown to people
   * @param source the key of the publication in the catalogue's source list
   */
  public record SourcedStatement(BilingualText statement, String source) {}

  /** Copies the collections. */
  public Measurement {
    views = Set.copyOf(views);
    categories = List.copyOf(categories);
    references = List.copyOf(references);
    limits = List.copyOf(limits);
    reliability = List.copyOf(reliability);
    warnings = List.copyOf(warnings);
  }

  /** The name shown to people. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ko") ? koreanName : englishName;
  }

  /**
   * The published populations with mean and standard deviation beside which a value on a film of
   * this view may be set. They stood upright and looked straight ahead: a neck in flexion or
   * extension belongs to none, unless the measurement is of both. Listings of techniques have none
   * worth comparing with.
   */
  public List<Population> populations(View view) {
    boolean bent = view == View.LATERAL_FLEXION || view == View.LATERAL_EXTENSION;
    if (tier == Tier.E3 || (bent && films().isEmpty())) {
      return List.of();
    }
    return references.stream().flatMap(r -> r.population().stream()).toList();
  }

  /** The roles of the films it needs; empty if one film, whatever its role, is enough. */
  public SortedSet<FilmRole> films() {
    return formula.films();
  }

  /** The value of one film, or the reason why there is none. */
  public Outcome evaluate(Subject subject) {
    return films().isEmpty() ? formula.evaluate(this, subject) : new Outcome.MissingFilm(films());
  }

  /**
   * The value over several films, or the reason why there is none.
   *
   * @throws IllegalStateException if one film is enough for this measurement
   */
  public Outcome evaluate(Films subjects) {
    return formula.evaluate(this, subjects);
  }

  /**
   * The published limits that a value exceeds. Limits of a space that the scale does not have are
   * left out: better no remark than a wrong one.
   */
  public List<ScreeningLimit> exceeded(Outcome.Value value, Scale scale) {
    return limits.stream()
        .filter(limit -> limit.space().fits(scale))
        .filter(limit -> limit.isExceededBy(value))
        .toList();
  }
}
