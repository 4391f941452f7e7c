package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.image.Direction;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.Orientations;

/**
 * The schematic neck with the landmarks of the protocol and the next one marked, turned as the
 * patient is on the image. A click makes a landmark the target.
 */
@SuppressWarnings("serial")
final class SchematicView extends JComponent {

  private static final int MARGIN = 6;
  private static final int WIDTH = 206;
  private static final int HEIGHT = 196;
  private static final int LOW_HEIGHT = 140;
  private static final double REACH = 9;

  /** Width and height in millimetres of the part that is shown around the target. */
  private static final double REGION = 78;

  private final ViewerModel model;
  private final java.util.Locale locale;

  SchematicView(ViewerModel model, java.util.Locale locale) {
    this.model = model;
    this.locale = locale;
    fit(new Room(0, 0, true, true));
    ToolTipManager.sharedInstance().registerComponent(this);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            at(e).ifPresent(model::choose);
          }
        });
  }

  /** Takes its place beside the keys, or the width of the panel where these are not shown. */
  void fit(Room room) {
    Dimension size =
        new Dimension(Look.scaled(WIDTH), Look.scaled(room.keys() ? HEIGHT : LOW_HEIGHT));
    setPreferredSize(size);
    setMinimumSize(size);
    setMaximumSize(room.keys() ? size : new Dimension(Integer.MAX_VALUE, Look.scaled(LOW_HEIGHT)));
    setVisible(room.schematic());
  }

  @Override
  public String getToolTipText(MouseEvent e) {
    return at(e)
        .map(id -> ResultText.name(model.study().catalogue().landmarks(), id, locale))
        .orElse("");
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    g.setColor(Look.SKETCH);
    g.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 10, 10);
    g.setColor(Look.RULE);
    g.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 10, 10);
    g.clip(new RoundRectangle2D.Double(1, 1, getWidth() - 3, getHeight() - 3, 9, 9));
    Schematic schematic = schematic();
    Mapping mapping = mapping(schematic);
    paintBones(g, schematic, mapping);
    Optional<LandmarkId> target = model.session().target();
    for (LandmarkId id : model.session().protocol().landmarks()) {
      schematic
          .template(id)
          .ifPresent(p -> paintLandmark(g, mapping.at(p), id, target.equals(Optional.of(id))));
    }
    if (projection() != Projection.LATERAL) {
      paintSides(g);
    }
    g.dispose();
  }

  /** The patient's sides, as they lie on the image. */
  private void paintSides(Graphics2D g) {
    g.setFont(Look.bold(11));
    g.setColor(Look.MUTED);
    FontMetrics metrics = g.getFontMetrics();
    String left = isMirrored() ? "L" : "R";
    String right = isMirrored() ? "R" : "L";
    int baseline = getHeight() - Look.scaled(8);
    g.drawString(left, Look.scaled(8), baseline);
    g.drawString(right, getWidth() - Look.scaled(8) - metrics.stringWidth(right), baseline);
  }

  private static void paintBones(Graphics2D g, Schematic schematic, Mapping mapping) {
    g.setFont(Look.font(11));
    FontMetrics metrics = g.getFontMetrics();
    for (Schematic.Bone bone : schematic.bones()) {
      Path2D path = new Path2D.Double();
      for (Point2 point : bone.outline()) {
        Point2D p = mapping.at(point);
        if (path.getCurrentPoint() == null) {
          path.moveTo(p.getX(), p.getY());
        } else {
          path.lineTo(p.getX(), p.getY());
        }
      }
      if (bone.closed()) {
        path.closePath();
        g.setColor(Look.BONE);
        g.fill(path);
      }
      g.setColor(Look.BONE_EDGE);
      g.setStroke(Look.stroke(1.2));
      g.draw(path);
      if (bone.closed()) {
        Rectangle2D box = path.getBounds2D();
        g.setColor(Look.MUTED);
        g.drawString(
            bone.name(),
            (float) (box.getCenterX() - metrics.stringWidth(bone.name()) / 2.0),
            (float) (box.getCenterY() + metrics.getAscent() / 2.0 - 1));
      }
    }
  }

  private void paintLandmark(Graphics2D g, Point2D p, LandmarkId id, boolean isTarget) {
    Optional<Visibility> visibility =
        model.session().landmarks().find(id).map(Placement::visibility);
    double radius = isTarget ? 6.5 : 3.2;
    Ellipse2D dot =
        new Ellipse2D.Double(p.getX() - radius, p.getY() - radius, 2 * radius, 2 * radius);
    if (isTarget) {
      g.setColor(Look.TARGET);
      g.fill(dot);
      g.setColor(Look.PAPER);
      g.setStroke(Look.stroke(1.2));
      g.draw(dot);
    } else if (visibility.isEmpty()) {
      g.setColor(Look.PAPER);
      g.fill(dot);
      g.setColor(Look.BONE_EDGE);
      g.setStroke(Look.stroke(1));
      g.draw(dot);
    } else {
      g.setColor(visibility.get() == Visibility.NOT_VISIBLE ? Look.MUTED : Look.ACCENT);
      g.fill(dot);
    }
  }

  private Schematic schematic() {
    return new Schematic(model.study().catalogue().landmarks(), projection());
  }

  private Projection projection() {
    return model.session().protocol().view().projection();
  }

  private Optional<LandmarkId> at(MouseEvent e) {
    Schematic schematic = schematic();
    Mapping mapping = mapping(schematic);
    Optional<LandmarkId> best = Optional.empty();
    double least = REACH;
    for (LandmarkId id : model.session().protocol().landmarks()) {
      double distance =
          schematic
              .template(id)
              .map(p -> mapping.at(p).distance(e.getX(), e.getY()))
              .orElse(Double.MAX_VALUE);
      if (distance < least) {
        least = distance;
        best = Optional.of(id);
      }
    }
    return best;
  }

  /** From the patient frame to this component: grows toward one side or the other, and down. */
  private record Mapping(double factor, double offsetX, double offsetY, boolean mirrored) {
    Point2D at(Point2 p) {
      return new Point2D.Double(
          offsetX + (mirrored ? -factor : factor) * p.u(), offsetY - factor * p.v());
    }
  }

  private Mapping mapping(Schematic schematic) {
    List<LandmarkId> landmarks = model.session().protocol().landmarks();
    Rectangle2D bounds = part(schematic, schematic.bounds(landmarks));
    double factor =
        Math.min(
            (getWidth() - 2.0 * MARGIN) / Math.max(1, bounds.getWidth()),
            (getHeight() - 2.0 * MARGIN) / Math.max(1, bounds.getHeight()));
    boolean mirrored = isMirrored();
    return new Mapping(
        factor,
        getWidth() / 2.0 + (mirrored ? 1 : -1) * factor * bounds.getCenterX(),
        getHeight() / 2.0 + factor * bounds.getCenterY(),
        mirrored);
  }

  /** The part of the schematic around the target, large enough to tell one corner from another. */
  private Rectangle2D part(Schematic schematic, Rectangle2D whole) {
    double width = Math.min(whole.getWidth(), REGION);
    double height = Math.min(whole.getHeight(), REGION);
    Optional<Point2> centre = model.session().target().flatMap(schematic::template);
    if (centre.isEmpty()) {
      return whole;
    }
    double u =
        Math.max(whole.getMinX(), Math.min(whole.getMaxX() - width, centre.get().u() - width / 2));
    double v =
        Math.max(
            whole.getMinY(), Math.min(whole.getMaxY() - height, centre.get().v() - height / 2));
    return new Rectangle2D.Double(u, v, width, height);
  }

  /** Whether u grows toward the left edge of the image as it is seen. */
  private boolean isMirrored() {
    return isMirroredAsStored() != model.turn().mirrored();
  }

  private boolean isMirroredAsStored() {
    return model.session().orientation() instanceof Orientations.Known known
        && (known.orientation().row() == Direction.POSTERIOR
            || known.orientation().row() == Direction.RIGHT);
  }
}
