package org.cervimark.measurement;

import java.util.Locale;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;

/**
 * One of the results of a measurement that names a class instead of giving a number, such as a
 * Clark station.
 *
 * @param id stable id within its measurement, such as {@code station-1}
 * @param code its code in structured reports
 * @param label what people see
 */
public record Category(String id, Code code, BilingualText label) {

  /** The name shown to people. */
  public String name(Locale locale) {
    return label.in(locale);
  }
}
