package org.cervimark.report.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.Reading;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ImageJ's own classes read what we write. */
final class RoiSetTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Test
  void imageJDecodesEveryLandmarkAndLineWhereItIs() throws Exception {
    Reading reading = Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading();
    Map<String, Roi> rois = decoded(bytes(reading));
    for (Placement placement : reading.landmarks().all()) {
      Roi roi = rois.get(placement.landmark().value());
      assertTrue(roi instanceof PointRoi, placement.landmark().value());
      ImagePoint point = placement.point().orElseThrow();
      assertEquals(1, roi.getFloatPolygon().npoints);
      // ImageJ counts from the centre of the first pixel.
      assertEquals(point.column() - 0.5, roi.getFloatPolygon().xpoints[0], 1e-4);
      assertEquals(point.row() - 0.5, roi.getFloatPolygon().ypoints[0], 1e-4);
    }
    Measurement cobb = CATALOGUE.measurement("c2-c7-cobb").orElseThrow();
    List<Graphic> lines = cobb.formula().graphics(reading.subject());
    for (int i = 0; i < lines.size(); i++) {
      Roi roi = rois.get(i == 0 ? "c2-c7-cobb" : "c2-c7-cobb-" + (i + 1));
      assertTrue(roi instanceof PolygonRoi && roi.getType() == Roi.POLYLINE);
      List<ImagePoint> points = lines.get(i).points();
      assertEquals(points.size(), roi.getFloatPolygon().npoints);
      for (int p = 0; p < points.size(); p++) {
        assertEquals(points.get(p).column() - 0.5, roi.getFloatPolygon().xpoints[p], 1e-3);
        assertEquals(points.get(p).row() - 0.5, roi.getFloatPolygon().ypoints[p], 1e-3);
      }
    }
  }

  @Test
  void theRoiManagerOpensTheWholeSet(@TempDir Path folder) throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless(), "ImageJ's ROI Manager needs a display");
    Reading reading = Phantoms.session(Phantoms.OPEN_MOUTH, Optional.empty()).toReading();
    Path file = folder.resolve("RoiSet.zip");
    byte[] zip = bytes(reading);
    Files.write(file, zip);
    RoiManager manager = new RoiManager(false);
    assertTrue(manager.open(file.toString()));
    assertEquals(decoded(zip).size(), manager.getCount());
    String first = reading.landmarks().all().iterator().next().landmark().value();
    assertEquals(first, manager.getRoi(0).getName());
  }

  @Test
  void theSameReadingGivesTheSameBytes() throws Exception {
    Reading reading = Phantoms.session(Phantoms.OPEN_MOUTH, Optional.empty()).toReading();
    assertArrayEquals(bytes(reading), bytes(reading));
  }

  private static byte[] bytes(Reading reading) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RoiSet(CATALOGUE).write(reading, out);
    return out.toByteArray();
  }

  private static Map<String, Roi> decoded(byte[] zip) throws Exception {
    Map<String, Roi> rois = new HashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
      String name = e.getName().replace(".roi", "");
      Roi roi = new RoiDecoder(in.readAllBytes(), name).getRoi();
      assertEquals(name, roi.getName());
      rois.put(name, roi);
    }
    return rois;
  }
}
