package org.cervimark.dicom.media;

import java.util.Map;
import java.util.TreeMap;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;

/**
 * What a measurement group says, read element by element without our reader.
 *
 * @param trackingUid Tracking Unique Identifier
 * @param fiducialUid Fiducial UID of its region, empty for values
 */
record GroupFacts(String trackingUid, String fiducialUid) {

  /** The groups of a report by the code of their finding. */
  static Map<String, GroupFacts> of(Attributes report) {
    Map<String, GroupFacts> facts = new TreeMap<>();
    collect(report, facts);
    return facts;
  }

  private static void collect(Attributes item, Map<String, GroupFacts> facts) {
    Sequence children = item.getSequence(Tag.ContentSequence);
    if (children == null) {
      return;
    }
    if (name(item).equals("125007")) {
      String finding = "";
      String tracking = "";
      String fiducial = "";
      for (Attributes child : children) {
        switch (name(child)) {
          case "121071" ->
              finding = child.getNestedDataset(Tag.ConceptCodeSequence).getString(Tag.CodeValue);
          case "112040" -> tracking = child.getString(Tag.UID);
          case "111030" -> fiducial = child.getString(Tag.FiducialUID);
          default -> {
            continue;
          }
        }
      }
      facts.put(finding, new GroupFacts(tracking, fiducial));
    }
    children.forEach(child -> collect(child, facts));
  }

  private static String name(Attributes item) {
    Attributes concept = item.getNestedDataset(Tag.ConceptNameCodeSequence);
    return concept == null ? "" : concept.getString(Tag.CodeValue, "");
  }
}
