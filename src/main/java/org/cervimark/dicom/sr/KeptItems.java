package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.cervimark.image.ImagePoint;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/**
 * What a report of ours holds that this program does not know, because a newer one or a catalogue
 * of the user's wrote it: kept as it is, and written again into the next revision. A value among it
 * is not written again once a landmark has moved on which it rests; it would be wrong, and the
 * predecessor still has it.
 *
 * @param groups measurement groups
 * @param evaluations qualitative evaluations
 */
record KeptItems(List<ContentItem.Kept> groups, List<ContentItem.Kept> evaluations) {

  static final KeptItems NONE = new KeptItems(List.of(), List.of());

  KeptItems {
    groups = List.copyOf(groups);
    evaluations = List.copyOf(evaluations);
  }

  /** The data sets behind the items below the headings of a document. */
  static IdentityHashMap<ContentItem, Attributes> sources(ContentItem root, Attributes document) {
    IdentityHashMap<ContentItem, Attributes> sources = new IdentityHashMap<>();
    pair(root, document, 2, sources);
    return sources;
  }

  private static void pair(
      ContentItem item,
      Attributes source,
      int levels,
      IdentityHashMap<ContentItem, Attributes> sources) {
    Sequence sequence = source.getSequence(Tag.ContentSequence);
    for (int i = 0; levels > 0 && sequence != null && i < item.children().size(); i++) {
      ContentItem child = item.children().get(i);
      sources.put(child, sequence.get(i));
      pair(child, sequence.get(i), levels - 1, sources);
    }
  }

  /** An item to be kept. */
  static ContentItem.Kept keep(ContentItem item, Attributes source) {
    return new ContentItem.Kept(item, copy(source));
  }

  /** These items and those of an earlier revision, each identity once. */
  KeptItems and(KeptItems other) {
    return new KeptItems(distinct(groups, other.groups), distinct(evaluations, other.evaluations));
  }

  private static List<ContentItem.Kept> distinct(
      List<ContentItem.Kept> mine, List<ContentItem.Kept> others) {
    List<ContentItem.Kept> all = new ArrayList<>(mine);
    for (ContentItem.Kept other : others) {
      Optional<String> uid = Groups.trackingUid(other.item());
      boolean known =
          all.stream()
              .anyMatch(
                  k ->
                      k.item().equals(other.item())
                          || (uid.isPresent() && Groups.trackingUid(k.item()).equals(uid)));
      if (!known) {
        all.add(other);
      }
    }
    return all;
  }

  /** Tells where landmarks lie now. */
  @FunctionalInterface
  interface Positions {
    /** Whether a landmark that the catalogue knows does not lie at a point any more. */
    boolean hasLeft(ImageKey image, Code landmark, ImagePoint point);
  }

  /** Without the values that rest on landmarks which lie elsewhere now. */
  KeptItems stillTrue(Positions positions) {
    return new KeptItems(
        groups.stream().filter(g -> isStillTrue(g.item(), positions)).toList(), evaluations);
  }

  private static boolean isStillTrue(ContentItem item, Positions positions) {
    if (item instanceof ContentItem.Coordinates coordinates
        && coordinates.isPoint()
        && coordinates.concept().scheme().equals(PrivateScheme.DESIGNATOR)
        && positions.hasLeft(
            coordinates.image().key(), coordinates.concept(), coordinates.points().get(0))) {
      return false;
    }
    return item.children().stream().allMatch(child -> isStillTrue(child, positions));
  }

  /** A copy that names no presentation state, because the old ones show the old reading. */
  private static Attributes copy(Attributes source) {
    Attributes copy = new Attributes(source);
    withoutPresentations(copy);
    return copy;
  }

  private static void withoutPresentations(Attributes item) {
    Attributes reference = item.getNestedDataset(Tag.ReferencedSOPSequence);
    if (reference != null) {
      reference.remove(Tag.ReferencedSOPSequence);
    }
    Sequence children = item.getSequence(Tag.ContentSequence);
    if (children != null) {
      children.forEach(KeptItems::withoutPresentations);
    }
  }
}
