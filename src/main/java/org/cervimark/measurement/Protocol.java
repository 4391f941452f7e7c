package org.cervimark.measurement;

import java.util.List;
import java.util.Locale;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.terminology.BilingualText;

/**
 * A guided reading of one view: which landmarks to place in which order, and which measurements
 * they give.
 *
 * @param id stable id, such as {@code lateral-neutral-quick}
 * @param englishName the name shown in English
 * @param koreanName the name shown in Korean
 * @param view the view it is made for
 * @param landmarks the landmarks in the order of placing
 * @param measurements ids of the measurements shown
 * @param evidenceNote the evidence behind it, in a sentence or two, possibly empty
 */
public record Protocol(
    String id,
    String englishName,
    String koreanName,
    View view,
    List<LandmarkId> landmarks,
    List<String> measurements,
    BilingualText evidenceNote) {

  /** Copies the lists. */
  public Protocol {
    landmarks = List.copyOf(landmarks);
    measurements = List.copyOf(measurements);
  }

  /** The name shown to people. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ko") ? koreanName : englishName;
  }
}
