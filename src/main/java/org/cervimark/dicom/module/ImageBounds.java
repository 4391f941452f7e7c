package org.cervimark.dicom.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;

/**
 * The edge of a pixel matrix. Coordinates in our objects never lie beyond it, although lines that a
 * construction draws may.
 *
 * @param columns columns of the matrix
 * @param rows rows of the matrix
 */
public record ImageBounds(int columns, int rows) {

  /**
   * What of some lines lies within the image, on the grid of 1/64 pixel. A line that leaves the
   * image ends at its edge, and begins anew where it comes back.
   */
  public List<Graphic> clip(List<Graphic> graphics) {
    List<Graphic> clipped = new ArrayList<>();
    for (Graphic graphic : graphics) {
      List<ImagePoint> run = new ArrayList<>();
      for (int i = 1; i < graphic.points().size(); i++) {
        Optional<List<ImagePoint>> part =
            clip(graphic.points().get(i - 1), graphic.points().get(i));
        if (part.isEmpty() || (!run.isEmpty() && !last(run).equals(part.get().get(0)))) {
          flush(run, graphic.role(), clipped);
        }
        if (part.isPresent()) {
          if (run.isEmpty()) {
            run.add(part.get().get(0));
          }
          run.add(part.get().get(1));
        }
      }
      flush(run, graphic.role(), clipped);
    }
    return clipped;
  }

  private static ImagePoint last(List<ImagePoint> points) {
    return points.get(points.size() - 1);
  }

  private static void flush(List<ImagePoint> run, Graphic.Role role, List<Graphic> to) {
    if (run.size() >= 2) {
      to.add(new Graphic(run, role));
    }
    run.clear();
  }

  /** The part of a segment within the image (Liang and Barsky 1984). */
  private Optional<List<ImagePoint>> clip(ImagePoint p, ImagePoint q) {
    double dx = q.column() - p.column();
    double dy = q.row() - p.row();
    double[] direction = {-dx, dx, -dy, dy};
    double[] room = {p.column(), columns - p.column(), p.row(), rows - p.row()};
    double from = 0;
    double to = 1;
    for (int edge = 0; edge < 4; edge++) {
      if (direction[edge] == 0) {
        if (room[edge] < 0) {
          return Optional.empty();
        }
      } else {
        double t = room[edge] / direction[edge];
        if (direction[edge] < 0) {
          from = Math.max(from, t);
        } else {
          to = Math.min(to, t);
        }
      }
    }
    if (from > to) {
      return Optional.empty();
    }
    return Optional.of(List.of(at(p, dx, dy, from), at(p, dx, dy, to)));
  }

  private ImagePoint at(ImagePoint p, double dx, double dy, double t) {
    return new ImagePoint(
            Math.min(columns, Math.max(0, p.column() + t * dx)),
            Math.min(rows, Math.max(0, p.row() + t * dy)))
        .snapped();
  }
}
