package org.cervimark.dicom.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * What in a free text would give the patient away: each part of the name in all its groups, the
 * IDs, and the birth date. Short parts are left out, or everything would match.
 */
public final class PatientTraces {

  private static final int[] NAMES = {Tag.PatientName, Tag.OtherPatientNames};
  private static final int[] NUMBERS = {
    Tag.PatientID, Tag.OtherPatientIDs, Tag.AccessionNumber, Tag.PatientBirthDate
  };
  private static final int SHORTEST_LATIN = 3;
  private static final int SHORTEST_EAST_ASIAN = 2;
  private static final int FIRST_EAST_ASIAN = 0x1100;

  private final List<Pattern> traces = new ArrayList<>();

  /** The traces of the patient whom a header names. */
  public PatientTraces(Attributes header) {
    for (int tag : NAMES) {
      for (String name : values(header, tag)) {
        for (String part : name.split("[\\^= ]+", -1)) {
          add(part);
        }
        // Korean names are written without a space between family and given name.
        for (String group : name.split("=", -1)) {
          add(group.replace("^", ""));
        }
      }
    }
    for (int tag : NUMBERS) {
      for (String number : values(header, tag)) {
        add(number);
        if (tag == Tag.PatientBirthDate && number.length() == 8) {
          add(number.substring(0, 4) + "-" + number.substring(4, 6) + "-" + number.substring(6));
        }
      }
    }
  }

  /** Whether a text holds one of them. */
  public boolean areIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return traces.stream().anyMatch(trace -> trace.matcher(lower).find());
  }

  private void add(String part) {
    String trace = part.strip().toLowerCase(Locale.ROOT);
    boolean eastAsian = trace.codePoints().anyMatch(c -> c >= FIRST_EAST_ASIAN);
    if (eastAsian && trace.length() >= SHORTEST_EAST_ASIAN) {
      traces.add(Pattern.compile(Pattern.quote(trace)));
    } else if (!eastAsian && trace.length() >= SHORTEST_LATIN) {
      traces.add(
          Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(trace) + "(?![\\p{L}\\p{N}])"));
    }
  }

  private static String[] values(Attributes header, int tag) {
    String[] values = header.getStrings(tag);
    return values == null ? new String[0] : values;
  }
}
