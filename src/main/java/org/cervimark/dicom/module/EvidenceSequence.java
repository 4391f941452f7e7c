package org.cervimark.dicom.module;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** A list of objects grouped by study and series (PS3.3 table C.17-3). */
public final class EvidenceSequence {

  private record Instance(String sopClassUid, String sopInstanceUid) {}

  private final Map<String, Map<String, Set<Instance>>> studies = new LinkedHashMap<>();

  /** Adds an object; one that is listed already stays listed once. */
  public EvidenceSequence add(
      String studyUid, String seriesUid, String sopClassUid, String sopInstanceUid) {
    studies
        .computeIfAbsent(studyUid, uid -> new LinkedHashMap<>())
        .computeIfAbsent(seriesUid, uid -> new LinkedHashSet<>())
        .add(new Instance(sopClassUid, sopInstanceUid));
    return this;
  }

  /** Writes the list into a data set, if it is not empty. */
  public void writeTo(Attributes dataset, int sequenceTag) {
    if (studies.isEmpty()) {
      return;
    }
    Sequence studyItems = dataset.newSequence(sequenceTag, studies.size());
    studies.forEach(
        (studyUid, series) -> {
          Attributes study = new Attributes(2);
          studyItems.add(study);
          study.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
          Sequence seriesItems = study.newSequence(Tag.ReferencedSeriesSequence, series.size());
          series.forEach((uid, instances) -> seriesItems.add(series(uid, instances)));
        });
  }

  private static Attributes series(String uid, Set<Instance> instances) {
    Attributes item = new Attributes(2);
    item.setString(Tag.SeriesInstanceUID, VR.UI, uid);
    Sequence references = item.newSequence(Tag.ReferencedSOPSequence, instances.size());
    for (Instance instance : instances) {
      Attributes reference = new Attributes(2);
      reference.setString(Tag.ReferencedSOPClassUID, VR.UI, instance.sopClassUid());
      reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, instance.sopInstanceUid());
      references.add(reference);
    }
    return item;
  }
}
