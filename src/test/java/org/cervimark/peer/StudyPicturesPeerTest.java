package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.PhantomReading;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.module.ImageBounds;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.peer.PictureListing.Line;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.AnnotatedPicture;
import org.cervimark.report.Annotations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The presentation states of a whole study, as DCMTK reads them, beside the overlay we draw. */
class StudyPicturesPeerTest {

  private static final Path STUDY = Path.of("test-images/hong/2026-01-14");

  @TempDir private Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void prepare() throws Exception {
    fixture = new StoreFixture(folder);
  }

  @Test
  void dcmtkReadsEveryLineOfEveryImageWhereWeDrawIt(TestReporter reporter) throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    FolderStore store =
        new FolderStore(
            STUDY, fixture.target(), catalogue, fixture.installationFile(), StoreFixture.CLOCK);
    Map<Path, Reading> readings = new LinkedHashMap<>();
    for (Path film : PhantomReading.films(STUDY)) {
      Reading reading = PhantomReading.of(film, catalogue);
      readings.put(film, SampleReading.withMarks(reading, marks(reading)));
      store.save(readings.get(film), StoreFixture.READER);
    }
    StudyFilms films = StudyFilms.of(List.copyOf(readings.values()));
    List<DicomFile> states = fixture.objects("PR");
    int lines = 0;
    int texts = 0;
    for (Map.Entry<Path, Reading> read : readings.entrySet()) {
      Reading reading = read.getValue();
      // dcmp2pgm takes no compressed images.
      Path plain = folder.resolve("plain.dcm");
      Peers.succeed(
          "libgdcm-tools", "gdcmconv", "--raw", read.getKey().toString(), plain.toString());
      PictureListing listing =
          PictureListing.of(newest(states, reading), plain, folder.resolve("grey.pgm"));
      Map<MeasuredValue, List<Graphic>> pairs = films.drawnOn(reading, catalogue);
      List<Graphic> drawn = graphics(reading, pairs, catalogue);
      assertEquals(onGrid(drawn, points(reading)), onGrid(listing), read.getKey().toString());
      assertOverlay(reading, catalogue);
      assertApart(listing, reading);
      long rom = listing.texts().stream().filter(t -> t.contains("lobal range of motion")).count();
      assertEquals(pairs.isEmpty() ? 0 : 1, rom, listing.texts().toString());
      lines += drawn.size();
      texts += listing.texts().size();
    }
    assertTrue(lines > 100 && texts > 100, lines + " lines, " + texts + " texts");
    reporter.publishEntry(
        "dcmp2pgm, pictures of a study",
        "images " + readings.size() + ", lines equal " + lines + ", texts apart " + texts);

    // A film read anew changes the values over two films: the pictures of both are drawn anew.
    Reading flexion =
        readings.values().stream()
            .filter(r -> r.view() == View.LATERAL_FLEXION)
            .findFirst()
            .orElseThrow();
    ImagePoint corner = flexion.landmarks().point(SmallCatalogue.C2A).orElseThrow();
    Placement moved =
        Placement.at(
            SmallCatalogue.C2A,
            new ImagePoint(corner.column(), corner.row() + 5),
            Visibility.CLEAR);
    StudyReport report =
        store.save(
            SampleReading.with(flexion, flexion.landmarks().with(moved), catalogue),
            StoreFixture.READER);
    assertEquals(readings.size(), report.readings().size());
    assertEquals(states.size() + 2, fixture.objects("PR").size());
  }

  @Test
  void theMiddleOfAPixelIsHalfAPixelFromItsCorner() throws Exception {
    SampleCr image = new SampleCr();
    byte[] pixels = new byte[2 * SampleCr.COLUMNS * SampleCr.ROWS];
    pixels[2 * (300 * SampleCr.COLUMNS + 480) + 1] = 0x0f;
    image.header().setBytes(Tag.PixelData, VR.OW, pixels);
    Path file = fixture.images().resolve("image.dcm");
    DataSetWriter.write(file, image.header());
    ImagePoint middle = new ImagePoint(480.5, 300.5);
    List<ImagePoint> edges =
        List.of(
            new ImagePoint(480, 300),
            new ImagePoint(480, 301),
            new ImagePoint(481, 301),
            new ImagePoint(481, 300));
    Reading reading =
        SampleReading.withMarks(
            SampleReading.of(
                image,
                SampleReading.landmarks(Map.of(SmallCatalogue.C2A, middle)),
                SampleReading.FIDUCIAL,
                SmallCatalogue.get()),
            List.of(FreeMark.of(FreeMark.Kind.COBB, edges, "")));
    fixture.store().save(reading, StoreFixture.READER);

    Path grey = folder.resolve("grey.pgm");
    List<Line> drawn = PictureListing.of(fixture.written("PR").get(0), file, grey).lines();

    // The one bright pixel of DCMTK's grey picture fills the square between the lines.
    assertEquals(edges.get(0), brightest(grey));
    assertEquals(
        List.of(edges.subList(0, 2), edges.subList(2, 4), List.of(middle)),
        drawn.stream().map(Line::points).toList());
    // In our own picture the ring around the landmark is as wide on either side of its middle.
    BufferedImage ours =
        AnnotatedPicture.draw(black(reading), reading, SmallCatalogue.get(), Locale.ENGLISH);
    double columns = 0;
    double rows = 0;
    double all = 0;
    for (int row = 290; row <= 310; row++) {
      for (int column = 470; column <= 490; column++) {
        int bright = ours.getRGB(column, row) & 0xff;
        columns += bright * (column + 0.5);
        rows += bright * (row + 0.5);
        all += bright;
      }
    }
    assertEquals(middle.column(), columns / all, 0.05);
    assertEquals(middle.row(), rows / all, 0.05);
  }

  /** One of each kind, in the lower left corner, where the phantoms have no landmarks. */
  private static List<FreeMark> marks(Reading reading) {
    List<FreeMark> marks = new ArrayList<>();
    for (FreeMark.Kind kind : FreeMark.Kind.values()) {
      List<ImagePoint> points = new ArrayList<>();
      for (int i = 0; i < kind.points(); i++) {
        points.add(
            new ImagePoint(
                20 + 37.25 * i + 11 * marks.size(), reading.rows() - 30 - 23.5 * (i % 2 + i)));
      }
      marks.add(FreeMark.of(kind, points, kind == FreeMark.Kind.NOTE ? "osteophyte" : ""));
    }
    return marks;
  }

  /** Everything that belongs on the picture of a film, as far as it lies on the film. */
  private static List<Graphic> graphics(
      Reading reading, Map<MeasuredValue, List<Graphic>> pairs, Catalogue catalogue) {
    List<Graphic> graphics = new ArrayList<>();
    for (MeasuredValue value : reading.values()) {
      graphics.addAll(
          catalogue
              .measurement(value.measurement())
              .orElseThrow()
              .formula()
              .graphics(reading.subject()));
    }
    pairs.values().forEach(graphics::addAll);
    reading.marks().forEach(mark -> graphics.addAll(mark.graphics()));
    return new ImageBounds(reading.columns(), reading.rows()).clip(graphics);
  }

  private static List<ImagePoint> points(Reading reading) {
    List<ImagePoint> points = new ArrayList<>();
    reading.landmarks().all().forEach(p -> p.point().ifPresent(points::add));
    reading.marks().stream()
        .filter(m -> m.kind() == FreeMark.Kind.NOTE)
        .forEach(m -> points.addAll(m.points()));
    return points;
  }

  private static Set<String> onGrid(List<Graphic> lines, List<ImagePoint> points) {
    Set<String> found = new TreeSet<>();
    lines.forEach(line -> found.add("polyline" + onGrid(line.points())));
    points.forEach(point -> found.add("point" + onGrid(List.of(point))));
    return found;
  }

  private static Set<String> onGrid(PictureListing listing) {
    Set<String> found = new TreeSet<>();
    listing.lines().forEach(line -> found.add(line.type() + onGrid(line.points())));
    return found;
  }

  /** DCMTK prints six significant digits, which is finer than the grid that points lie on. */
  private static String onGrid(List<ImagePoint> points) {
    return points.stream().map(ImagePoint::snapped).toList().toString();
  }

  /**
   * Our own picture has every line that the film's own values draw, wherever no text lies; of too
   * many for one picture the values that lead.
   */
  private static void assertOverlay(Reading reading, Catalogue catalogue) {
    BufferedImage ours = AnnotatedPicture.draw(black(reading), reading, catalogue, Locale.ENGLISH);
    List<Graphic> lines = new ArrayList<>();
    for (String number : new Annotations(reading, catalogue, Locale.ENGLISH).overview().numbers()) {
      String value = reading.values().get(Integer.parseInt(number) - 1).measurement();
      lines.addAll(
          catalogue.measurement(value).orElseThrow().formula().graphics(reading.subject()));
    }
    int places = 0;
    int drawn = 0;
    for (Graphic line : new ImageBounds(reading.columns(), reading.rows()).clip(lines)) {
      ImagePoint from = line.points().get(0);
      ImagePoint to = line.points().get(1);
      for (int i = 0; i < 20; i++) {
        double t = (i + 0.5) / 20;
        int column = (int) (from.column() + t * (to.column() - from.column()));
        int row = (int) (from.row() + t * (to.row() - from.row()));
        places++;
        drawn += (ours.getRGB(column, row) & 0x808080) != 0 ? 1 : 0;
      }
    }
    // Dashed lines have gaps.
    assertTrue(drawn > 0.7 * places, drawn + " of " + places);
  }

  /** No text lies on another one or on a landmark, or leaves the image. */
  private static void assertApart(PictureListing listing, Reading reading) {
    List<List<ImagePoint>> boxes = listing.boxes();
    assertEquals(listing.texts().size(), boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      ImagePoint upper = boxes.get(i).get(0);
      ImagePoint lower = boxes.get(i).get(1);
      assertTrue(
          upper.column() >= 0
              && upper.row() >= 0
              && lower.column() <= reading.columns()
              && lower.row() <= reading.rows(),
          boxes.get(i).toString());
      for (ImagePoint point : points(reading)) {
        assertTrue(
            point.column() < upper.column()
                || point.column() > lower.column()
                || point.row() < upper.row()
                || point.row() > lower.row(),
            boxes.get(i) + " covers " + point);
      }
      for (int j = 0; j < i; j++) {
        ImagePoint otherUpper = boxes.get(j).get(0);
        ImagePoint otherLower = boxes.get(j).get(1);
        double across =
            Math.min(lower.column(), otherLower.column())
                - Math.max(upper.column(), otherUpper.column());
        double down =
            Math.min(lower.row(), otherLower.row()) - Math.max(upper.row(), otherUpper.row());
        assertTrue(Math.min(across, down) < 0.02, boxes.get(i) + " over " + boxes.get(j));
      }
    }
  }

  /** The state of an image that was written last. */
  private static Path newest(List<DicomFile> states, Reading reading) {
    DicomFile newest = null;
    for (DicomFile state : states) {
      Attributes series = state.dataSet().getNestedDataset(Tag.ReferencedSeriesSequence);
      String image =
          series
              .getNestedDataset(Tag.ReferencedImageSequence)
              .getString(Tag.ReferencedSOPInstanceUID);
      if (image.equals(reading.image().sopInstanceUid())
          && (newest == null
              || state.dataSet().getInt(Tag.InstanceNumber, 0)
                  > newest.dataSet().getInt(Tag.InstanceNumber, 0))) {
        newest = state;
      }
    }
    return newest.path();
  }

  private static BufferedImage black(Reading reading) {
    return new BufferedImage(reading.columns(), reading.rows(), BufferedImage.TYPE_BYTE_GRAY);
  }

  /** The upper left corner of the brightest pixel of a grey map without comments. */
  private static ImagePoint brightest(Path pgm) throws IOException {
    byte[] bytes = Files.readAllBytes(pgm);
    int pixels = SampleCr.COLUMNS * SampleCr.ROWS;
    int start = bytes.length - pixels;
    assertEquals("P5", new String(bytes, 0, 2, StandardCharsets.US_ASCII));
    int best = 0;
    for (int i = 0; i < pixels; i++) {
      best = (bytes[start + i] & 0xff) > (bytes[start + best] & 0xff) ? i : best;
    }
    int row = best / SampleCr.COLUMNS;
    return new ImagePoint(best % SampleCr.COLUMNS, row);
  }
}
