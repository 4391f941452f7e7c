package org.cervimark.dicom.sr;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.cervimark.image.ImageReference;

/** The evidence sequences of a document as read: to which series and study an object belongs. */
final class Evidence {

  private record Place(String studyUid, String seriesUid) {}

  private final Map<String, Place> places = new HashMap<>();

  Evidence(Attributes document) {
    for (int tag :
        new int[] {
          Tag.CurrentRequestedProcedureEvidenceSequence, Tag.PertinentOtherEvidenceSequence
        }) {
      for (Attributes study : items(document, tag)) {
        for (Attributes series : items(study, Tag.ReferencedSeriesSequence)) {
          Place place =
              new Place(
                  study.getString(Tag.StudyInstanceUID, ""),
                  series.getString(Tag.SeriesInstanceUID, ""));
          for (Attributes instance : items(series, Tag.ReferencedSOPSequence)) {
            places.putIfAbsent(instance.getString(Tag.ReferencedSOPInstanceUID, ""), place);
          }
        }
      }
    }
  }

  /** The full reference to an image; empty if the evidence does not list it. */
  Optional<ImageReference> image(ObjectCitation citation) {
    return Optional.ofNullable(places.get(citation.sopInstanceUid()))
        .filter(p -> !p.studyUid().isEmpty() && !p.seriesUid().isEmpty())
        .map(
            p ->
                new ImageReference(
                    p.studyUid(),
                    p.seriesUid(),
                    citation.sopClassUid(),
                    citation.sopInstanceUid(),
                    citation.frame().orElse(1)));
  }

  /** The full reference to a presentation state; empty if the evidence does not list it. */
  Optional<ImageContext.PresentationReference> presentation(String sopInstanceUid) {
    return Optional.ofNullable(places.get(sopInstanceUid))
        .filter(p -> !p.seriesUid().isEmpty())
        .map(p -> new ImageContext.PresentationReference(p.seriesUid(), sopInstanceUid));
  }

  private static Iterable<Attributes> items(Attributes dataset, int tag) {
    Sequence sequence = dataset.getSequence(tag);
    return sequence == null ? java.util.List.of() : sequence;
  }
}
