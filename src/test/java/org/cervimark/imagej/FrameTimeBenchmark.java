package org.cervimark.imagej;

import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.swing.SwingUtilities;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.StoredPixels;
import org.cervimark.image.Window;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;

/**
 * Draws a film of ten megapixels with all landmarks of a protocol in our canvas and, with the same
 * marks as an overlay, in a canvas of ImageJ of the same size, and prints milliseconds for each
 * frame and their ratio. Both draw on the screen; the events that lead to a frame are left out. A
 * program to be run by hand with a display, since timings are no tests:
 *
 * <pre>xvfb-run -a mvn -q test-compile exec:java@frames</pre>
 */
public final class FrameTimeBenchmark {

  private static final double MEGAPIXELS = 10.15e6;
  private static final int WARM_UP = 300;
  private static final int FRAMES = 101;
  private static final Dimension STAGE = new Dimension(1000, 940);
  private static final Path FOLDER = Path.of("test-images/hong/2026-01-14");

  private final DicomImage image;
  private final ViewerModel model;
  private final LandmarkId moved;

  private FrameTimeBenchmark() throws DicomException, TableException {
    Path file = FOLDER.resolve("lateral-neutral.dcm");
    DicomImage film = DicomImages.read(file, 1);
    double factor =
        Math.sqrt(MEGAPIXELS / ((double) film.radiograph().columns() * film.radiograph().rows()));
    image = enlarged(film, factor);
    StudyFolder folder = StudyFolder.scan(FOLDER);
    StudySessions study =
        new StudySessions(folder, Readings.CATALOGUE, (f, c) -> new FolderStore(FOLDER, FOLDER));
    model = new ViewerModel(study, folder.images().get(0), image);
    ReadingSession session = model.session();
    session.chooseProtocol(Readings.CATALOGUE.protocol("lateral-neutral-full").orElseThrow());
    LandmarkSet truth =
        LandmarkTable.read(
                FOLDER.resolve("lateral-neutral.landmarks.csv"),
                Readings.CATALOGUE.landmarks(),
                Locale.ENGLISH)
            .landmarks(file, film.radiograph(), true);
    for (Placement placement : truth.all()) {
      placement
          .point()
          .ifPresent(
              p ->
                  session.drag(
                      placement.landmark(), new ImagePoint(p.column() * factor, p.row() * factor)));
      session.endDrag();
    }
    moved = new LandmarkId("c2-inferior-endplate-anterior");
  }

  /** Prints the table. */
  public static void main(String[] arguments)
      throws DicomException, TableException, InterruptedException, InvocationTargetException {
    if (GraphicsEnvironment.isHeadless()) {
      System.err.println("needs a display; run under xvfb-run");
      System.exit(2);
    }
    new ImageJ(ImageJ.NO_SHOW);
    FrameTimeBenchmark benchmark = new FrameTimeBenchmark();
    SwingUtilities.invokeAndWait(benchmark::print);
    System.exit(0);
  }

  private void print() {
    int marks = model.session().landmarks().all().size();
    System.out.printf(
        Locale.ROOT,
        "%d x %d pixels, %d landmarks, canvas %d x %d, Java %s%n%n",
        image.radiograph().columns(),
        image.radiograph().rows(),
        marks,
        STAGE.width,
        STAGE.height,
        System.getProperty("java.version"));
    System.out.printf("%-34s %9s %9s %7s %7s%n", "frame", "ours/ms", "ImageJ/ms", "ratio", "reach");
    for (boolean whole : new boolean[] {true, false}) {
      ViewerCanvas ours = ours(whole);
      ImageCanvas theirs = theirs(ours);
      String zoom = String.format(Locale.ROOT, "%.0f %%", ours.getMagnification() * 100);
      print(
          "window/level, " + zoom,
          "0.30",
          range(
              ours,
              (low, high) -> ours.film().grey().show(new Window((low + high) / 2, high - low, ""))),
          range(theirs, ranges(theirs)));
      print(
          "landmark dragged, " + zoom,
          whole ? "0.15" : "-",
          new Frames(this::move, frame -> paint(ours)),
          new Frames(frame -> {}, frame -> paint(theirs)));
      print("panned, " + zoom, "-", pan(ours), pan(theirs));
      Objects.requireNonNull((Frame) SwingUtilities.getWindowAncestor(ours)).dispose();
      Objects.requireNonNull((Frame) SwingUtilities.getWindowAncestor(theirs)).dispose();
    }
    Frames evaluation = new Frames(frame -> {}, this::move);
    System.out.printf(
        Locale.ROOT,
        "%nall values of the protocol after a move of a landmark: %.2f ms%n",
        medians(evaluation, evaluation)[0]);
  }

  /** What is drawn again and again, and what happens before each time without being timed. */
  private record Frames(IntConsumer before, IntConsumer draw) {}

  /** Times both, one after the other, so that what else the machine does meets both. */
  private static void print(String name, String reach, Frames ours, Frames theirs) {
    double[] medians = medians(ours, theirs);
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.2f %9.2f %7.2f %7s%n",
        name,
        medians[0],
        medians[1],
        medians[2],
        reach);
  }

  /** Our canvas on the whole film, or on its middle one to one. */
  private ViewerCanvas ours(boolean whole) {
    Film film = new Film(image, "ours");
    ToolState tool = LandmarkTool.state();
    Settings settings = Settings.of(Locale.ENGLISH);
    ViewerCanvas canvas =
        new ViewerCanvas(
            film, model, tool, new ResultText(settings, Readings.CATALOGUE::landmarks));
    show(film.imp(), canvas);
    Rectangle part = whole ? all() : middle();
    place(canvas, part, whole ? wholeMagnification() : 1);
    return canvas;
  }

  /** A canvas of ImageJ on the same part with the same marks. */
  private ImageCanvas theirs(ViewerCanvas ours) {
    ImagePlus imp = new Film(image, "ImageJ").imp();
    ImagePlus plain = new ImagePlus("ImageJ", imp.getProcessor());
    plain.setOverlay(marks(ours.getMagnification()));
    ImageCanvas canvas = new ImageCanvas(plain);
    show(plain, canvas);
    place(canvas, new Rectangle(ours.getSrcRect()), ours.getMagnification());
    return canvas;
  }

  private static void show(ImagePlus imp, ImageCanvas canvas) {
    ImageWindow window = new ImageWindow(imp, canvas);
    window.remove(canvas);
    window.setLayout(null);
    window.add(canvas);
    window.setBounds(0, 0, STAGE.width + 40, STAGE.height + 60);
    window.setVisible(true);
  }

  private static void place(ImageCanvas canvas, Rectangle part, double magnification) {
    canvas.setBounds(
        20,
        40,
        (int) Math.round(part.width * magnification),
        (int) Math.round(part.height * magnification));
    canvas.setSize(
        (int) Math.round(part.width * magnification),
        (int) Math.round(part.height * magnification));
    canvas.setSourceRect(part);
    canvas.setMagnification(magnification);
  }

  private Rectangle all() {
    return new Rectangle(0, 0, image.radiograph().columns(), image.radiograph().rows());
  }

  private Rectangle middle() {
    Rectangle all = all();
    return new Rectangle(
        (all.width - STAGE.width) / 2, (all.height - STAGE.height) / 2, STAGE.width, STAGE.height);
  }

  private double wholeMagnification() {
    return Math.min(
        STAGE.width / (double) image.radiograph().columns(),
        STAGE.height / (double) image.radiograph().rows());
  }

  /** A ring and a label for each landmark, and the lines of the value that is drawn. */
  private Overlay marks(double magnification) {
    Overlay overlay = new Overlay();
    double radius = 5.5 / magnification;
    for (Placement placement : model.session().landmarks().all()) {
      if (placement.point().isPresent()) {
        ImagePoint p = placement.point().get();
        OvalRoi ring = new OvalRoi(p.column() - radius, p.row() - radius, 2 * radius, 2 * radius);
        ring.setStrokeColor(Look.LANDMARK);
        overlay.add(ring);
        TextRoi label =
            new TextRoi(p.column() + radius, p.row(), placement.landmark().value(), Look.font(11));
        label.setStrokeColor(Look.LANDMARK);
        overlay.add(label);
      }
    }
    for (Graphic graphic :
        model.drawn().orElseThrow().measurement().formula().graphics(model.session().subject())) {
      for (int i = 1; i < graphic.points().size(); i++) {
        ImagePoint a = graphic.points().get(i - 1);
        ImagePoint b = graphic.points().get(i);
        Line line = new Line(a.column(), a.row(), b.column(), b.row());
        line.setStrokeColor(Look.LINE);
        overlay.add(line);
      }
    }
    return overlay;
  }

  private static Ranges ranges(ImageCanvas canvas) {
    return (low, high) -> {
      canvas.getImage().setDisplayRange(low, high);
      canvas.getImage().updateAndDraw();
    };
  }

  /** Shows a display range. */
  private interface Ranges {
    void show(double low, double high);
  }

  private static Frames range(ImageCanvas canvas, Ranges ranges) {
    return new Frames(
        frame -> {},
        frame -> {
          ranges.show(200 + frame, 3000 - 2 * frame);
          paint(canvas);
        });
  }

  private void move(int frame) {
    ImagePoint now = model.session().landmarks().point(moved).orElseThrow();
    model.session().drag(moved, new ImagePoint(now.column() + frame % 2 * 2 - 1, now.row() + 0.5));
  }

  private static Frames pan(ImageCanvas canvas) {
    Rectangle part = new Rectangle(canvas.getSrcRect());
    double magnification = canvas.getMagnification();
    part.grow(-20, -20);
    return new Frames(
        frame -> {
          Rectangle moved = new Rectangle(part);
          moved.translate(frame % 15, frame % 9);
          place(canvas, moved, magnification);
        },
        frame -> paint(canvas));
  }

  private static void paint(ImageCanvas canvas) {
    Graphics g = canvas.getGraphics();
    canvas.update(g);
    g.dispose();
    Toolkit.getDefaultToolkit().sync();
  }

  /** The median times of both, and the median of how many times as long one takes as the other. */
  private static double[] medians(Frames one, Frames other) {
    double[][] times = new double[2][FRAMES];
    for (int i = -WARM_UP; i < FRAMES; i++) {
      int frame = Math.floorMod(i, FRAMES);
      for (int who = 0; who < 2; who++) {
        Frames frames = who == 0 ? one : other;
        frames.before().accept(frame);
        long start = System.nanoTime();
        frames.draw().accept(frame);
        times[who][frame] = (System.nanoTime() - start) / 1e6;
      }
    }
    double[] ratios = new double[FRAMES];
    Arrays.setAll(ratios, i -> times[0][i] / times[1][i]);
    return new double[] {median(times[0]), median(times[1]), median(ratios)};
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The same film with more pixels, each value repeated. */
  private static DicomImage enlarged(DicomImage film, double factor) {
    PixelFormat f = film.pixels().format();
    int columns = (int) Math.round(f.columns() * factor);
    int rows = (int) Math.round(f.rows() * factor);
    PixelFormat format =
        new PixelFormat(
            columns,
            rows,
            1,
            1,
            f.bitsAllocated(),
            f.bitsStored(),
            f.highBit(),
            f.signed(),
            f.photometricInterpretation(),
            f.transferSyntaxUid());
    int[] values = new int[columns * rows];
    for (int i = 0; i < values.length; i++) {
      int column = Math.min(f.columns() - 1, (int) (i % columns / factor));
      int row = Math.min(f.rows() - 1, (int) (Math.floorDiv(i, columns) / factor));
      values[i] = film.pixels().value(column, row);
    }
    Radiograph r = film.radiograph();
    Radiograph larger =
        new Radiograph(
            r.reference(),
            r.patient(),
            r.study(),
            r.modality(),
            format,
            r.scale(),
            r.orientation(),
            r.view(),
            r.viewDescription(),
            r.notices());
    return new DicomImage(film.file(), larger, new StoredPixels(format, values), film.greyScale());
  }
}
