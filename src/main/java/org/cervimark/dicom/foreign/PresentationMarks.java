package org.cervimark.dicom.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.ForeignMark;

/**
 * The graphics and texts of a presentation state (PS3.3 C.10.5). Places given relative to the
 * displayed area are turned into image coordinates where that area is known and lies as stored.
 */
final class PresentationMarks {

  private record Target(String image, OptionalInt frame) {}

  private final Elements state;
  private final MarkList marks = new MarkList();

  private PresentationMarks(Elements state) {
    this.state = state;
  }

  static MarkList of(Elements state) {
    PresentationMarks reader = new PresentationMarks(state);
    for (Elements annotation : state.items(Tag.GraphicAnnotationSequence)) {
      List<Target> targets = reader.targets(annotation);
      for (Elements graphic : annotation.items(Tag.GraphicObjectSequence)) {
        reader.graphic(graphic, targets, annotation.text(Tag.GraphicLayer).orElse(""));
      }
      for (Elements text : annotation.items(Tag.TextObjectSequence)) {
        reader.text(text, targets);
      }
    }
    return reader.marks;
  }

  private List<Target> targets(Elements annotation) {
    List<Target> targets = new ArrayList<>();
    List<Elements> named = annotation.items(Tag.ReferencedImageSequence);
    if (named.isEmpty()) {
      for (Elements series : state.items(Tag.ReferencedSeriesSequence)) {
        add(series.items(Tag.ReferencedImageSequence), targets);
      }
    } else {
      add(named, targets);
    }
    return targets;
  }

  private static void add(List<Elements> references, List<Target> targets) {
    for (Elements reference : references) {
      reference
          .text(Tag.ReferencedSOPInstanceUID)
          .ifPresent(
              uid -> targets.add(new Target(uid, reference.integer(Tag.ReferencedFrameNumber))));
    }
  }

  private void graphic(Elements graphic, List<Target> targets, String layer) {
    Optional<List<ImagePoint>> points = MarkList.points(graphic);
    String units = graphic.text(Tag.GraphicAnnotationUnits).orElse("PIXEL");
    Optional<ForeignMark.Shape> shape =
        points.flatMap(p -> MarkList.shape(graphic.text(Tag.GraphicType).orElse(""), p.size()));
    if (shape.isEmpty()) {
      marks.leaveOut();
      return;
    }
    add(targets, shape.get(), points.get(), units, MarkList.text(layer));
  }

  private void text(Elements text, List<Target> targets) {
    boolean anchored = text.has(Tag.AnchorPoint);
    Optional<ImagePoint> place =
        point(text, anchored ? Tag.AnchorPoint : Tag.BoundingBoxTopLeftHandCorner);
    String units =
        text.text(anchored ? Tag.AnchorPointAnnotationUnits : Tag.BoundingBoxAnnotationUnits)
            .orElse("PIXEL");
    if (place.isEmpty()) {
      marks.leaveOut();
      return;
    }
    add(
        targets,
        ForeignMark.Shape.TEXT,
        List.of(place.get()),
        units,
        MarkList.text(text.text(Tag.UnformattedTextValue).orElse("")));
  }

  private void add(
      List<Target> targets,
      ForeignMark.Shape shape,
      List<ImagePoint> points,
      String units,
      String label) {
    for (Target target : targets) {
      Optional<List<ImagePoint>> placed =
          units.equals("DISPLAY") ? placed(points, target) : Optional.of(points);
      if (placed.isPresent()) {
        marks.add(
            new ForeignMark(target.image(), target.frame(), shape, placed.get(), label, List.of()));
      } else {
        marks.leaveOut();
      }
    }
  }

  private Optional<List<ImagePoint>> placed(List<ImagePoint> points, Target target) {
    boolean turned =
        state.integer(Tag.ImageRotation).orElse(0) != 0
            || state.text(Tag.ImageHorizontalFlip).filter("Y"::equals).isPresent();
    if (turned) {
      return Optional.empty();
    }
    for (Elements area : state.items(Tag.DisplayedAreaSelectionSequence)) {
      List<Target> covered = new ArrayList<>();
      add(area.items(Tag.ReferencedImageSequence), covered);
      Optional<ImagePoint> first = point(area, Tag.DisplayedAreaTopLeftHandCorner);
      Optional<ImagePoint> last = point(area, Tag.DisplayedAreaBottomRightHandCorner);
      boolean covers =
          covered.isEmpty() || covered.stream().anyMatch(t -> t.image().equals(target.image()));
      if (covers && first.isPresent() && last.isPresent()) {
        double left = first.get().column() - 1;
        double top = first.get().row() - 1;
        double width = last.get().column() - left;
        double height = last.get().row() - top;
        return Optional.of(
            points.stream()
                .map(p -> new ImagePoint(left + p.column() * width, top + p.row() * height))
                .toList());
      }
    }
    return Optional.empty();
  }

  private static Optional<ImagePoint> point(Elements item, int tag) {
    return item.numbers(tag)
        .filter(numbers -> numbers.size() == 2)
        .map(numbers -> new ImagePoint(numbers.get(0), numbers.get(1)));
  }
}
