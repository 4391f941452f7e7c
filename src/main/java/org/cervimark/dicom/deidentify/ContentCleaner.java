package org.cervimark.dicom.deidentify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.terminology.PrivateScheme;

/**
 * The option Clean Structured Content: items that say who, where and when are taken out, texts stay
 * only if their concept is known to hold no free text and they have the form that it asks for.
 */
final class ContentCleaner {

  static final String REMOVED = "REMOVED";

  private static final Set<String> WHO_AND_WHERE =
      Set.of(
          "DCM:121009", // Person Observer's Organization Name
          "DCM:121010", // Person Observer's Role in the Organization
          "DCM:121011", // Person Observer's Role in this Procedure
          "DCM:128774", // Person Observer's Login Name
          "DCM:121013", // Device Observer Name
          "DCM:121016", // Device Observer Serial Number
          "DCM:121017", // Device Observer Physical Location
          "DCM:122420", // Calibration responsible party
          "DCM:121018", // Procedure Study Instance UID and what follows: the study's identity
          "DCM:121022", // Accession Number
          "DCM:121029", // Subject Name
          "DCM:121030", // Subject ID
          "DCM:121031", // Subject Birth Date
          "DCM:121033"); // Subject Age

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._+ -]{1,64}");
  private static final Pattern DIRECTION = Pattern.compile("[APLRHF]{1,3}");

  /** Concepts whose texts are words of a program, with their form. */
  private static final Map<String, Pattern> WORDS =
      Map.of(
          "DCM:111001",
          WORD, // Algorithm Name
          "DCM:111003",
          WORD, // Algorithm Version
          "DCM:121014",
          WORD, // Device Observer Manufacturer
          "DCM:121015",
          WORD, // Device Observer Model Name
          "DCM:111043",
          DIRECTION,
          "DCM:111044",
          DIRECTION,
          PrivateScheme.DESIGNATOR + ":RDPROT",
          WORD,
          PrivateScheme.DESIGNATOR + ":CATVER",
          WORD);

  /** Concepts whose texts repeat, behind the name of a tool, the meaning of a code beside them. */
  private static final Set<String> LABELS = Set.of("DCM:112039", "DCM:121050", "DCM:121106");

  private static final Pattern TOOL =
      Pattern.compile("(Cornerstone3DTools@\\^[0-9.]+:[A-Za-z]+)(:.*)?");

  private final DateRule dates;
  private final Removals removals;

  ContentCleaner(DateRule dates, Removals removals) {
    this.dates = dates;
    this.removals = removals;
  }

  /** Cleans the items below a data set. */
  void clean(Attributes parent) {
    clean(parent, Set.of());
  }

  private void clean(Attributes parent, Set<String> meaningsAround) {
    Sequence items = parent.getSequence(Tag.ContentSequence);
    if (items == null) {
      return;
    }
    items.removeIf(this::mustGo);
    Set<String> meanings = new HashSet<>(meaningsAround);
    for (Attributes item : items) {
      if (item.getString(Tag.ValueType, "").equals("CODE")) {
        meanings.add(code(item, Tag.ConceptCodeSequence).getString(Tag.CodeMeaning, ""));
      }
    }
    for (Attributes item : items) {
      if (item.containsValue(Tag.TextValue)) {
        cleanText(item, meanings);
      }
      clean(item, meanings);
    }
  }

  private boolean mustGo(Attributes item) {
    String type = item.getString(Tag.ValueType, "");
    boolean temporal = type.equals("DATE") || type.equals("TIME") || type.equals("DATETIME");
    boolean goes =
        WHO_AND_WHERE.contains(concept(item))
            || (temporal && dates.kind() == DateRule.Kind.REMOVE)
            || type.equals("WAVEFORM");
    if (goes) {
      removals.add("content item " + concept(item));
    }
    return goes;
  }

  private void cleanText(Attributes item, Set<String> meanings) {
    String concept = concept(item);
    String text = item.getString(Tag.TextValue, "");
    Pattern form = WORDS.get(concept);
    if (form != null && form.matcher(text).matches()) {
      return;
    }
    if (LABELS.contains(concept)) {
      var tool = TOOL.matcher(text);
      boolean tagged = tool.matches();
      String label = tagged ? String.valueOf(tool.group(2)).replaceFirst("^(null|:)", "") : text;
      if (meanings.contains(label) || label.isEmpty()) {
        return;
      }
      if (tagged) {
        item.setString(Tag.TextValue, VR.UT, tool.group(1));
        removals.add("text of content item " + concept);
        return;
      }
    }
    item.setString(Tag.TextValue, VR.UT, REMOVED);
    removals.add("text of content item " + concept);
  }

  private static String concept(Attributes item) {
    Attributes code = code(item, Tag.ConceptNameCodeSequence);
    return code.getString(Tag.CodingSchemeDesignator, "") + ":" + code.getString(Tag.CodeValue, "");
  }

  private static Attributes code(Attributes item, int tag) {
    Attributes code = item.getNestedDataset(tag);
    return code == null ? new Attributes() : code;
  }
}
