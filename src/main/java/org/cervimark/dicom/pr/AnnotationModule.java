package org.cervimark.dicom.pr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.image.ImagePoint;

/**
 * Graphic Annotation and Graphic Layer modules (PS3.3 C.10.5, C.10.7): one layer each for lines
 * with values, and points with names.
 */
final class AnnotationModule {

  private static final String MEASUREMENTS = "MEASUREMENTS";
  private static final String LANDMARKS = "LANDMARKS";
  private static final int WHITE = 0xFFFF;
  // CIELab as PS3.3 C.10.7.1.1 encodes it.
  private static final int[] YELLOW = {63967, 28848, 56897};
  private static final int[] CYAN = {59418, 19875, 29051};

  private AnnotationModule() {}

  /** Writes a drawing; the image reference is asked for once for each layer. */
  static void write(Attributes state, Drawing drawing, Supplier<Attributes> image) {
    List<Attributes> lines = new ArrayList<>();
    drawing.lines().forEach(line -> lines.add(graphic("POLYLINE", line)));
    List<Attributes> points = new ArrayList<>();
    drawing.points().forEach(point -> points.add(graphic("POINT", List.of(point))));
    List<Attributes> annotations = new ArrayList<>();
    List<Attributes> layers = new ArrayList<>();
    add(
        MEASUREMENTS,
        "Lines and values",
        YELLOW,
        lines,
        drawing.values(),
        image,
        annotations,
        layers);
    add(
        LANDMARKS,
        "Landmarks and their codes",
        CYAN,
        points,
        drawing.names(),
        image,
        annotations,
        layers);
    if (!layers.isEmpty()) {
      state.newSequence(Tag.GraphicAnnotationSequence, annotations.size()).addAll(annotations);
      state.newSequence(Tag.GraphicLayerSequence, layers.size()).addAll(layers);
    }
  }

  private static void add(
      String name,
      String description,
      int[] colour,
      List<Attributes> graphics,
      List<Label> labels,
      Supplier<Attributes> image,
      List<Attributes> annotations,
      List<Attributes> layers) {
    if (graphics.isEmpty() && labels.isEmpty()) {
      return;
    }
    Attributes annotation = new Attributes(4);
    annotation.newSequence(Tag.ReferencedImageSequence, 1).add(image.get());
    annotation.setString(Tag.GraphicLayer, VR.CS, name);
    if (!labels.isEmpty()) {
      Sequence texts = annotation.newSequence(Tag.TextObjectSequence, labels.size());
      labels.forEach(label -> texts.add(text(label)));
    }
    if (!graphics.isEmpty()) {
      annotation.newSequence(Tag.GraphicObjectSequence, graphics.size()).addAll(graphics);
    }
    annotations.add(annotation);
    Attributes layer = new Attributes(5);
    layer.setString(Tag.GraphicLayer, VR.CS, name);
    layer.setInt(Tag.GraphicLayerOrder, VR.IS, layers.size() + 1);
    layer.setInt(Tag.GraphicLayerRecommendedDisplayGrayscaleValue, VR.US, WHITE);
    layer.setString(Tag.GraphicLayerDescription, VR.LO, description);
    layer.setInt(Tag.GraphicLayerRecommendedDisplayCIELabValue, VR.US, colour);
    layers.add(layer);
  }

  private static Attributes graphic(String type, List<ImagePoint> points) {
    Attributes item = new Attributes(5);
    item.setString(Tag.GraphicAnnotationUnits, VR.CS, "PIXEL");
    item.setInt(Tag.GraphicDimensions, VR.US, 2);
    item.setInt(Tag.NumberOfGraphicPoints, VR.US, points.size());
    float[] data = new float[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      data[2 * i] = (float) points.get(i).column();
      data[2 * i + 1] = (float) points.get(i).row();
    }
    item.setFloat(Tag.GraphicData, VR.FL, data);
    item.setString(Tag.GraphicType, VR.CS, type);
    return item;
  }

  private static Attributes text(Label label) {
    Attributes item = new Attributes(8);
    item.setString(Tag.BoundingBoxAnnotationUnits, VR.CS, "PIXEL");
    setPoint(item, Tag.BoundingBoxTopLeftHandCorner, label.box().topLeft());
    setPoint(item, Tag.BoundingBoxBottomRightHandCorner, label.box().bottomRight());
    item.setString(Tag.BoundingBoxTextHorizontalJustification, VR.CS, "LEFT");
    item.setString(Tag.UnformattedTextValue, VR.ST, label.text());
    if (label.far()) {
      item.setString(Tag.AnchorPointAnnotationUnits, VR.CS, "PIXEL");
      setPoint(item, Tag.AnchorPoint, label.anchor());
      item.setString(Tag.AnchorPointVisibility, VR.CS, "Y");
    }
    return item;
  }

  private static void setPoint(Attributes item, int tag, ImagePoint point) {
    item.setFloat(tag, VR.FL, (float) point.column(), (float) point.row());
  }
}
