package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.LandmarkTable;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros recorded in a viewer and replayed in a virtual machine without a display. */
class MacroTest {

  private static final Path FILMS = Path.of("test-images/hong/2026-01-14");
  private static final PersonName LEE = PersonName.parse("Lee^Younghee");

  @TempDir private Path folder;

  private final MacroTape recorded = new MacroTape();
  private final Settings settings = Settings.of(Locale.ENGLISH);
  private Path here;
  private Path there;

  @BeforeEach
  void copyTheFilmsTwice() throws IOException {
    here = folder.resolve("here");
    there = folder.resolve("there");
    for (Path copy : List.of(here, there)) {
      Files.createDirectories(copy);
      for (String film : List.of("lateral-flexion.dcm", "lateral-neutral.dcm")) {
        Files.copy(FILMS.resolve(film), copy.resolve(film));
      }
    }
  }

  @Test
  void aRecordedSessionReplayedWithoutADisplaySavesTheSameReading() throws Exception {
    ViewerActions actions = open(here);
    ViewerModel model = actions.model();
    new MacroRecording(actions, settings, recorded, Runnable::run);
    Path film = model.entry().file();
    LandmarkSet truth =
        LandmarkTable.read(
                FILMS.resolve(film.getFileName().toString().replace(".dcm", ".landmarks.csv")),
                Readings.CATALOGUE.landmarks(),
                Locale.ENGLISH)
            .landmarks(film, model.radiograph(), true);
    ReadingSession session = model.session();
    List<LandmarkId> order = session.protocol().landmarks();
    for (LandmarkId id : order.subList(0, order.size() - 1)) {
      session.placeTarget(truth.point(id).orElseThrow());
    }
    actions.markNotVisible();
    session.setVisibility(order.get(1), Visibility.ESTIMATED);
    ImagePoint moved = truth.point(order.get(2)).orElseThrow();
    session.drag(order.get(2), new ImagePoint(moved.column() + 3.3, moved.row() - 7.1));
    session.endDrag();
    session.remove(order.get(3));
    actions.save();

    List<String> lines = new ArrayList<>(recorded.macro());
    lines.add("return call(\"org.cervimark.imagej.MacroCommand.value\", \"c2-slope\");");
    lines.add(0, "run(\"CerviMark Open Folder\", \"path=[" + there + "]\");");
    Path macro = folder.resolve("recorded.ijm");
    Files.write(
        macro, lines.stream().map(l -> l.replace(here.toString(), there.toString())).toList());
    String output = ForkedJvm.run(HeadlessMacro.class, macro.toString());

    assertFalse(StudyFolder.scan(there).reports().isEmpty(), output);
    StudyReport first = saved(here);
    StudyReport second = saved(there);
    assertEquals(first.readings().get(0).landmarks(), second.readings().get(0).landmarks(), output);
    assertEquals(first.readings().get(0).values(), second.readings().get(0).values());
    assertEquals(first.readings().get(0).protocol(), second.readings().get(0).protocol());
    double value = Double.parseDouble(output.lines().reduce((a, b) -> b).orElseThrow());
    assertEquals(
        new MacroScript(MacroTape.front(actions, settings)).value("c2-slope", MacroTape.english()),
        Double.toString(value));
    assertFalse(Double.isNaN(value));
  }

  @Test
  void aDragIsOneCommandAndWhatIsNotChangedIsNotRecorded() throws DicomException {
    ViewerActions actions = open(here);
    ViewerModel model = actions.model();
    new MacroRecording(actions, settings, recorded, Runnable::run);
    LandmarkId first = model.session().protocol().landmarks().get(0);
    ViewTransform view = new ViewTransform(0, 0, 1);
    model.marking().press(view, 300, 400);
    model.marking().release(view, 300, 400);
    model.marking().press(view, 300, 400);
    for (int x = 300; x < 340; x++) {
      model.marking().drag(view, x, 410);
    }
    model.marking().release(view, 339, 410);
    model.marking().choose(first);
    assertEquals(
        List.of(
            "CerviMark Place landmark=" + first + " column=300.5 row=400.5",
            "CerviMark Place landmark=" + first + " column=339.5 row=410.5"),
        recorded.lines());
  }

  @Test
  void nothingIsRecordedWhileNobodyRecordsAndNothingOfItLater() throws DicomException {
    ViewerActions actions = open(here);
    ViewerModel model = actions.model();
    recorded.on = false;
    new MacroRecording(actions, settings, recorded, Runnable::run);
    model.session().placeTarget(new ImagePoint(10, 10));
    recorded.on = true;
    model.session().undo();
    assertEquals(
        List.of("CerviMark Remove landmark=" + model.session().target().orElseThrow()),
        recorded.lines());
  }

  @Test
  void whatAMacroCannotHaveIsOneSentence() throws DicomException {
    MacroScript script = new MacroScript(MacroTape.front(open(here), settings));
    String landmark = "c2-inferior-endplate-anterior";
    refused("landmark=c9-tip", () -> script.place(options("landmark", "c9-tip")));
    refused("column", () -> script.place(options("landmark", landmark)));
    refused(
        "row=NaN", () -> script.place(options("landmark", landmark, "column", "5", "row", "NaN")));
    refused(
        "outside the image",
        () -> script.place(options("landmark", landmark, "column", "5", "row", "99999")));
    refused(
        "visibility=not-visible",
        () ->
            script.place(
                options(
                    "landmark", landmark, "column", "5", "row", "5", "visibility", "not-visible")));
    refused("protocol=none", () -> script.chooseProtocol(options("protocol", "none")));
    refused("column=P", () -> script.orient(options("row", "A", "column", "P")));
    refused("path=", () -> script.show(options("path", "elsewhere.dcm")));
    refused("measurement=nothing", () -> script.value("nothing", MacroTape.english()));
  }

  private static void refused(String part, Macro macro) {
    MacroException e = assertThrows(MacroException.class, macro::run);
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  /** A command of a macro. */
  private interface Macro {
    void run() throws MacroException;
  }

  private static MacroOptions options(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return MacroTape.options(map);
  }

  private static ViewerActions open(Path root) throws DicomException {
    StudyFolder films = StudyFolder.scan(root);
    StudySessions study =
        new StudySessions(films, Readings.CATALOGUE, (f, c) -> new FolderStore(root, root));
    ViewerModel model =
        new ViewerModel(
            study, films.images().get(0), DicomImages.read(films.images().get(0).file(), 1));
    return new ViewerActions(
        model,
        new MacroDialogs(MacroTape.english()),
        new MemoryReaderName(Optional.of(LEE)),
        new StudyNote(() -> NoteChoice.in(Locale.ENGLISH)),
        Runnable::run,
        Runnable::run,
        Runnable::run);
  }

  private static StudyReport saved(Path root) throws DicomException {
    return StudyFolder.scan(root).reports().get(0).report();
  }
}
