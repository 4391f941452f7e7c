package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of a viewer is done by hand and recorded, and what was recorded is done in another
 * viewer of the same films, which must then be as the first one is. What macros leave out is listed
 * here with the reason.
 */
class EveryCommandInMacrosTest {

  /** What is no matter of macros, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("open", "asks for a path; opening it is recorded as CerviMark Open Folder"),
          Map.entry("browse", "shows what there is; what is chosen there is recorded"),
          Map.entry("history", "shows what is saved; signing and merging there are recorded"),
          Map.entry("help", "shows the keys and changes nothing"),
          Map.entry("landmark", "macro commands work whatever tool of ImageJ is in use"),
          Map.entry("next", "chooses a landmark; macro commands name theirs"),
          Map.entry("previous", "chooses a landmark; macro commands name theirs"),
          Map.entry("window", "says what the mouse does next; what it does is recorded"),
          Map.entry("angle", "says what the mouse does next; what it draws is recorded"),
          Map.entry("cobb", "says what the mouse does next; what it draws is recorded"),
          Map.entry("distance", "says what the mouse does next; what it draws is recorded"),
          Map.entry("text", "says what the mouse does next; what it writes is recorded"),
          Map.entry("calibrate", "says what the mouse does next; what it marks is recorded"),
          Map.entry("giveUp", "takes back what the mouse does next, before it is done"),
          Map.entry("playFrames", "frames pass by; the one at which it stops is recorded"));

  /**
   * What needs a screen or threads of its own, and the test that records it. True size is replayed
   * there, too, stacks and sagittal planes in OpenSeriesTest.
   */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "trueSize", "MacroWindowTest: asks the screen for its resolution",
          "stack", "MacroWindowTest: opens an image of ImageJ",
          "sagittal", "MacroWindowTest: opens a viewer",
          "coronal", "MacroWindowTest: opens a viewer");

  /** Where else in a window a reader acts, and what macros make of it. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("ComparisonView", "CerviMark Comparison"),
          Map.entry("ComparisonWindow", "CerviMark Comparison, CerviMark Close Comparison"),
          Map.entry("GuidePanel", "CerviMark Protocol"),
          Map.entry("HistoryDialog", "CerviMark Sign, CerviMark Merge"),
          Map.entry("LandmarkList", "chooses a landmark; macro commands name theirs"),
          Map.entry("MenuLine", "the commands of the viewer"),
          Map.entry("MergeForm", "CerviMark Merge"),
          Map.entry("NextLine", "chooses a landmark; macro commands name theirs"),
          Map.entry("NoteWindow", "CerviMark Note; copying to the clipboard changes nothing here"),
          Map.entry("OpeningProgress", "only cancels; what was not opened is not recorded"),
          Map.entry("OrientationBar", "CerviMark Orientation"),
          Map.entry("PanelHandle", "the commands of the viewer"),
          Map.entry("ProblemWindow", "is closed, which changes nothing"),
          Map.entry("ProgressSegments", "chooses a landmark; macro commands name theirs"),
          Map.entry("QuestionDialog", "what is done with the answer is recorded"),
          Map.entry("ResultsPanel", "CerviMark Display"),
          Map.entry("ScaleBar", "CerviMark Scale"),
          Map.entry("SchematicView", "chooses a landmark; macro commands name theirs"),
          Map.entry("ShownFields", "CerviMark Settings"),
          Map.entry("SideTabs", "turns the pages of the panel, which show what there is"),
          Map.entry("StudyBrowser", "CerviMark Show, CerviMark Open Series"),
          Map.entry("StudyStrip", "CerviMark Show"),
          Map.entry("ToolMenu", "the commands of the viewer"),
          Map.entry("ToolStrip", "the commands of the viewer"),
          Map.entry("ViewerCanvas", "CerviMark View"),
          Map.entry(
              "ViewerWindow", "keys: the commands of the viewer, and CerviMark Place for arrows"));

  private static final Path FILMS = Path.of("test-images/hong/2026-01-14");

  @TempDir private Path folder;

  /** Makes a command possible in a viewer whose films were prepared. */
  private interface Scene {
    void set(Hands hands) throws Exception;
  }

  @AfterEach
  void lightAgain() {
    ThemedColour.setDark(false);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandIsRecordedAndReplayedOrLeftOutWithAReason() throws Exception {
    Path films = films("list");
    List<String> ids = new Hands(films).commands.all().stream().map(ViewerCommand::id).toList();
    Set<String> listed = new TreeSet<>(LEFT_OUT.keySet());
    listed.addAll(ELSEWHERE.keySet());
    listed.removeAll(ids);
    assertEquals(Set.of(), listed, "listed, but no command any more");
    return ids.stream()
        .filter(id -> !ELSEWHERE.containsKey(id))
        .map(id -> DynamicTest.dynamicTest(id, () -> tryOut(id)));
  }

  private void tryOut(String id) throws Exception {
    Path made = made(id);
    Path here = copy(made, id + "-here");
    Hands hand = new Hands(here);
    scene(id).set(hand);
    ViewerCommand command = hand.commands.get(id);
    hand.tape.on = true;
    if (LEFT_OUT.containsKey(id)) {
      if (!id.equals("open")) {
        command.action().run();
      }
      assertEquals(List.of(), hand.tape.lines(), "recorded although it is listed as left out");
      return;
    }
    assertTrue(
        command.enabled().getAsBoolean(),
        id + " cannot be done: give it a scene in EveryCommandInMacrosTest.scene");
    Map<String, String> before = hand.state();
    boolean dark = ThemedColour.isDark();
    command.action().run();
    Map<String, String> after = hand.state();
    assertFalse(
        hand.tape.steps.isEmpty(),
        id
            + " is not recorded in macros. Record it (MacroState, MacroLook, MacroSettings, or a"
            + " Deed with its MacroStep), replay it (MacroCommand), or list it with the reason in"
            + " EveryCommandInMacrosTest.LEFT_OUT.");
    assertNotEquals(before, after, "nothing was done: the scene shows nothing");
    ThemedColour.setDark(dark);
    Path there = copy(made, id + "-there");
    Hands replay = new Hands(there);
    scene(id).set(replay);
    hand.tape.play(replay.front(), here, there);
    assertSame(after, replay, hand.tape.lines().toString());
  }

  /** The folder of films with what is saved of them before the scene begins. */
  private Path made(String id) throws Exception {
    Path made = films(id);
    switch (id) {
      case "adopt" -> ViewerMarksTest.writeForeignPresentation(made, "a.dcm");
      case "previousFrame", "nextFrame", "playFrames" -> {
        for (String film : List.of("a.dcm", "b.dcm")) {
          Files.delete(made.resolve(film));
        }
        Files.copy(SharedFiles.get(FramePlayerTest.RUN), made.resolve("run.dcm"));
      }
      case "preset5", "cover" -> withTwoWindowsAndAnOverlay(made.resolve("a.dcm"));
      case "merge" -> {
        Hands one = new Hands(made);
        place(one, 4);
        one.actions.save();
        Hands another = new Hands(made);
        Hands third = new Hands(made);
        for (int i = 0; i < 3; i++) {
          move(another, i, 10);
          move(third, i, -10);
        }
        another.actions.save();
        third.actions.save();
      }
      case "sign", "remarks", "keepNote" -> {
        Hands one = new Hands(made);
        place(one, 6);
        one.actions.save();
      }
      default -> {}
    }
    return made;
  }

  private static void withTwoWindowsAndAnOverlay(Path film) throws Exception {
    DicomFile read = DataSetReader.readWhole(film);
    Attributes header = read.dataSet();
    header.setDouble(Tag.WindowCenter, VR.DS, 2000, 1500);
    header.setDouble(Tag.WindowWidth, VR.DS, 4000, 900);
    header.remove(Tag.WindowCenterWidthExplanation);
    header.setInt(Tag.OverlayRows, VR.US, 8);
    header.setInt(Tag.OverlayColumns, VR.US, 8);
    header.setString(Tag.OverlayType, VR.CS, "G");
    header.setInt(Tag.OverlayOrigin, VR.SS, 1, 1);
    header.setInt(Tag.OverlayBitsAllocated, VR.US, 1);
    header.setInt(Tag.OverlayBitPosition, VR.US, 0);
    header.setBytes(Tag.OverlayData, VR.OW, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    Files.delete(film);
    DataSetWriter.write(film, header, TransferSyntax.of(read.transferSyntaxUid()).orElseThrow());
  }

  private static Scene scene(String id) {
    return switch (id) {
      case "adopt" -> hands -> hands.canvas.pointer = Optional.of(at(hands, 290, 410));
      case "previousFrame", "nextFrame", "playFrames", "merge", "sign", "remarks", "keepNote" ->
          hands -> {};
      case "previousImage" -> hands -> hands.actions.step(1);
      case "redo" ->
          hands -> {
            place(hands, 5);
            hands.actions.undo();
          };
      case "estimated", "uncertain", "snap", "back" ->
          hands -> {
            place(hands, 5);
            move(hands, 1, 2);
            hands.actions.model().choose(order(hands).get(1));
          };
      case "removeCalibration" ->
          hands ->
              hands
                  .actions
                  .model()
                  .session()
                  .calibrate(
                      new ImagePoint(100, 100),
                      new ImagePoint(300, 100),
                      CalibrationObject.of(25, "ball"));
      case "asStored" -> hands -> hands.actions.model().lay(new Turn(true, 1));
      case "whole", "oneToOne" -> hands -> hands.canvas.zoomTo(new ImagePoint(500, 500), 2.5);
      case "windowReset" -> hands -> hands.canvas.film().grey().invert();
      case "preset1" -> hands -> hands.canvas.film().grey().fit(new Rectangle(500, 500, 90, 90));
      case "english" -> hands -> hands.settings.speak(Locale.KOREAN);
      case "compare" ->
          hands -> {
            place(hands, 8);
            hands.actions.step(1);
            place(hands, 8);
          };
      case "windowPart" -> hands -> hands.canvas.zoomTo(new ImagePoint(700, 700), 3);
      default -> hands -> place(hands, order(hands).size() - 2);
    };
  }

  @Test
  void whatAMouseDoesIsRecordedAndReplayed() throws Exception {
    List<Scene> doings = new ArrayList<>();
    doings.add(hands -> hands.canvas.zoomIn(120, 150));
    doings.add(hands -> hands.canvas.zoomTo(new ImagePoint(400.5, 611.25), 3.3));
    doings.add(hands -> hands.canvas.scroll(30, 41));
    doings.add(
        hands -> hands.canvas.film().grey().drag(hands.canvas.film().grey().window(), 31, 7));
    doings.add(hands -> hands.canvas.film().grey().settle());
    doings.add(
        hands ->
            hands.actions.model().results().stream()
                .filter(r -> r.outcome() instanceof Outcome.Value)
                .skip(1)
                .findFirst()
                .ifPresent(r -> hands.actions.model().highlight(r.measurement().id())));
    for (PointerJob job :
        List.of(
            PointerJob.ANGLE,
            PointerJob.COBB,
            PointerJob.DISTANCE,
            PointerJob.NOTE,
            PointerJob.CALIBRATE)) {
      doings.add(
          hands -> {
            hands.actions.model().toggle(job);
            ViewTransform view = new ViewTransform(0, 0, 1);
            for (int i = 0; i < 4 && hands.actions.model().job() == job; i++) {
              int x = 300 + 90 * i;
              int y = 500 + 170 * (i % 2) + 20 * i;
              hands.actions.model().drawing().press(view, x, y);
              if (hands.actions.model().drawing().release(view, x, y)) {
                hands.actions.model().toggle(job);
              }
            }
          });
    }
    doings.add(hands -> hands.actions.model().marking().choose(order(hands).get(2)));
    doings.add(
        hands -> {
          hands.actions.model().marking().nudge(0.1, 0);
          hands.actions.model().marking().nudge(0, -1);
          hands.actions.model().marking().endNudge();
        });
    doings.add(hands -> hands.actions.step(1));
    doings.add(hands -> place(hands, 3));
    doings.add(hands -> hands.actions.step(-1));
    doings.add(
        hands ->
            hands
                .actions
                .model()
                .session()
                .confirmOrientation(
                    org.cervimark.image.PatientOrientation.lateral(
                        org.cervimark.image.Facing.LEFT)));
    doings.add(hands -> hands.actions.undo());
    doings.add(
        hands ->
            hands
                .actions
                .model()
                .session()
                .chooseProtocol(hands.actions.model().study().catalogue().protocols().get(1)));
    replays(doings, 6);
  }

  @Test
  void whatIsDoneInAComparisonIsRecordedAndReplayed() throws Exception {
    List<Scene> doings = new ArrayList<>();
    doings.add(hands -> hands.commands.get("compare").action().run());
    doings.add(hands -> last(hands).lay(Comparison.Layout.OVER));
    doings.add(hands -> last(hands).layBy(last(hands).bones().get(0)));
    doings.add(hands -> last(hands).blink());
    doings.add(hands -> last(hands).zoom(1.7, 20, -30));
    doings.add(hands -> last(hands).pan(11, 13));
    doings.add(hands -> hands.commands.get("compare").action().run());
    doings.add(hands -> last(hands).blink());
    doings.add(hands -> last(hands).lay(Comparison.Layout.BESIDE));
    doings.add(
        hands -> hands.actions.comparisons().close(hands.actions.comparisons().open().get(0)));
    doings.add(hands -> last(hands).zoom(0.5, 0, 0));
    doings.add(hands -> last(hands).showWhole());
    replays(doings, 1);
  }

  /**
   * Does everything by hand, one after the other, and compares after each what macros make of it.
   */
  private void replays(List<Scene> doings, int recordedAtLeast) throws Exception {
    Path made = films("made");
    Hands hand = new Hands(copy(made, "here"));
    Hands replay = new Hands(copy(made, "there"));
    for (Hands hands : List.of(hand, replay)) {
      place(hands, 8);
      hands.actions.step(1);
      place(hands, 8);
      hands.actions.step(-1);
    }
    hand.tape.on = true;
    Set<String> commands = new HashSet<>();
    for (int i = 0; i < doings.size(); i++) {
      doings.get(i).set(hand);
      List<String> lines = hand.tape.lines();
      hand.tape.play(replay.front(), folder.resolve("here"), folder.resolve("there"));
      assertSame(hand.state(), replay, "doing " + i + ": " + lines);
      hand.tape.steps.forEach(s -> commands.add(s.command()));
      hand.tape.steps.clear();
    }
    assertTrue(commands.size() >= recordedAtLeast, commands.toString());
  }

  @Test
  void everyPlaceWhereAReaderActsSaysWhatMacrosMakeOfIt() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/cervimark/imagej"))) {
      for (Path file : files.toList()) {
        String source = Files.readString(file);
        if (source.matches(
            "(?s).*(add(Action|Mouse|MouseWheel|Key|Item|ListSelection|Change)Listener\\(|"
                + "registerKeyboardAction\\().*")) {
          found.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertEquals(
        new TreeSet<>(PLACES.keySet()),
        found,
        "a place where a reader acts is recorded in macros, or says why not, in PLACES");
  }

  @Test
  void everyCommandOfTheMenuIsKnownAndInReadme() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Hands hands = new Hands(films("menu"));
    for (Map.Entry<String, String> command : new LinkedHashMap<>(MacroTape.commands()).entrySet()) {
      assertTrue(readme.contains("`" + command.getKey() + "`"), command.getKey());
      try {
        MacroCommand.run(command.getValue(), hands.front(), MacroTape.options(Map.of()));
      } catch (MacroException e) {
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
      }
    }
    assertEquals(25, MacroTape.commands().size());
  }

  private static void assertSame(Map<String, String> hand, Hands replay, String told)
      throws Exception {
    Map<String, String> other = replay.state();
    hand.forEach((what, value) -> assertEquals(value, other.get(what), what + " after " + told));
    assertEquals(hand.keySet(), other.keySet(), told);
  }

  private static Comparison last(Hands hands) {
    List<Comparison> open = hands.actions.comparisons().open();
    return open.get(open.size() - 1);
  }

  private static Point at(Hands hands, int column, int row) {
    java.awt.geom.Point2D p = hands.canvas.view().toScreen(new ImagePoint(column, row));
    return new Point((int) p.getX(), (int) p.getY());
  }

  private static List<LandmarkId> order(Hands hands) {
    return hands.actions.model().session().protocol().landmarks();
  }

  /** Places the first landmarks of the protocol where they are. */
  private static void place(Hands hands, int count) throws Exception {
    ViewerModel model = hands.actions.model();
    Path film = model.entry().file();
    String name = film.endsWith("a.dcm") ? "lateral-neutral" : "lateral-flexion";
    LandmarkSet truth =
        LandmarkTable.read(
                FILMS.resolve(name + ".landmarks.csv"),
                Readings.CATALOGUE.landmarks(),
                Locale.ENGLISH)
            .landmarks(film, model.radiograph(), true);
    ReadingSession session = model.session();
    for (LandmarkId id : session.protocol().landmarks().subList(0, count)) {
      session.place(id, truth.point(id).orElseThrow());
    }
  }

  private static void move(Hands hands, int landmark, int by) {
    ReadingSession session = hands.actions.model().session();
    LandmarkId id = order(hands).get(landmark);
    ImagePoint point = session.landmarks().point(id).orElseThrow();
    session.place(id, new ImagePoint(point.column() + by, point.row() + by));
  }

  private Path films(String name) throws IOException {
    Path films = Files.createDirectories(folder.resolve(name));
    Files.copy(FILMS.resolve("lateral-neutral.dcm"), films.resolve("a.dcm"));
    Files.copy(FILMS.resolve("lateral-flexion.dcm"), films.resolve("b.dcm"));
    return films;
  }

  private Path copy(Path from, String name) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }
}
