package org.cervimark.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.report.SavedWords;

/**
 * A viewer with all its commands and a recorder, but no window, in which a test is the hand; and
 * everything that a macro must do as the hand did it.
 */
final class Hands {

  static final String AWKWARD = "C5 [left] = \"worse\"\\u005d\n통증 at 40°";
  private static final PersonName LEE = PersonName.parse("Lee^Younghee=李^英姬=이^영희");

  final MacroTape tape = new MacroTape();
  final Settings settings = Settings.of(Locale.ENGLISH);
  final ViewerActions actions;
  final ViewerCommands commands;
  final ViewerCanvas canvas;
  private final Path root;
  private final Map<ImageEntry, Film> films = new HashMap<>();
  private ImageEntry shown;
  private final Answers answers = new Answers();

  /** A viewer of the films in a folder; the recorder does not run yet. */
  Hands(Path root) throws DicomException {
    this.root = root;
    StudyFolder folder = StudyFolder.scan(root);
    ImageEntry entry = folder.images().get(0);
    shown = entry;
    StudySessions study =
        new StudySessions(
            folder,
            Readings.CATALOGUE,
            (f, c) -> new FolderStore(root, root).withKeyObjects(settings::keyObjects));
    ViewerModel model = new ViewerModel(study, entry, DicomImages.read(entry.file(), 1));
    actions =
        new ViewerActions(
            model,
            answers,
            new MemoryReaderName(Optional.of(LEE)),
            new StudyNote(settings::note, Optional::empty),
            Runnable::run,
            Runnable::run,
            Runnable::run);
    ToolState tool = LandmarkTool.state();
    canvas =
        new ViewerCanvas(
            new Film(model.image(), ""),
            model,
            tool,
            new ResultText(settings, Readings.CATALOGUE::landmarks));
    canvas.setSize(600, 800);
    canvas.showWhole();
    StudyOpener opener =
        new StudyOpener(Readings.CATALOGUE, new MemoryReaderName(Optional.empty()), settings);
    FramePlayer frames =
        new FramePlayer(
            actions, new ScreenTicker(canvas), System::nanoTime, Runnable::run, Runnable::run);
    ViewerNavigation navigation = new ViewerNavigation(canvas, model, opener, settings, frames);
    navigation.onCompare(this::compare);
    commands = new ViewerCommands(actions, tool, navigation);
    films.put(entry, canvas.film());
    model.addListener(this::showFilm);
    tape.on = false;
    new MacroRecording(actions, settings, tape, Runnable::run);
  }

  /** Each image has a film of its own, as in a window. */
  private void showFilm() {
    ViewerModel model = actions.model();
    if (!model.entry().equals(shown)) {
      shown = model.entry();
      canvas.show(films.computeIfAbsent(shown, e -> new Film(model.image(), "")));
    }
  }

  private void compare() {
    ViewerModel model = actions.model();
    ImageEntry other = Comparison.proposal(model.study().images(), model.entry()).orElseThrow();
    try {
      actions
          .comparisons()
          .open(
              new Comparison(
                  Comparison.Side.of(model.study(), model.entry(), model.image()),
                  Comparison.Side.of(model.study(), other, DicomImages.read(other.file(), 1))));
    } catch (DicomException e) {
      throw new AssertionError(e);
    }
  }

  /** What macros work on. */
  InFront front() {
    return new InFront(actions, canvas.film().grey(), settings);
  }

  /** What was told and asked. */
  List<String> told() {
    return answers.told;
  }

  /** Everything that a macro must leave as the hand did, in words. */
  Map<String, String> state() throws Exception {
    ViewerModel model = actions.model();
    Map<String, String> state = new LinkedHashMap<>();
    state.put("image", name(model.entry().file()) + " " + model.radiograph().reference().frame());
    MacroState marked = MacroState.of(model.session(), model.answeredFor());
    state.put("protocol", marked.protocol());
    state.put("orientation", marked.orientation().toString());
    state.put("scale", marked.scale() + " " + model.session().scale());
    state.put("pass", marked.pass() + " " + marked.blinded());
    state.put("landmarks", model.session().landmarks().toString());
    state.put("replicates", model.session().replicates().toString());
    state.put("marks", SavedWords.of(marked.marks()));
    state.put("modified", Boolean.toString(model.session().isModified()));
    MacroLook look = MacroLook.of(model);
    state.put("turn", look.turn().toString());
    state.put("part", look.part().toString());
    state.put("greys", look.greys().map(Hands::rounded).orElse("unknown"));
    state.put(
        "display", look.highlighted() + " " + look.loupe() + " " + look.covers() + look.panel());
    state.put("settings", MacroSettings.of(settings).toString());
    state.put("comparisons", comparisons());
    state.put("told", answers.told.toString());
    StudyFolder saved = StudyFolder.scan(root);
    state.put("reports", Integer.toString(saved.reports().size()));
    model.study().newest(model.radiograph()).ifPresent(r -> state.put("newest", SavedWords.of(r)));
    try (Stream<Path> files = Files.list(root)) {
      state.put("files", Long.toString(files.count()));
    }
    return state;
  }

  private String comparisons() {
    StringBuilder all = new StringBuilder();
    for (Comparison open : actions.comparisons().open()) {
      MacroComparison now = MacroComparison.of(open);
      all.append(name(open.base().entry().file()))
          .append(" with ")
          .append(name(now.other()))
          .append(' ')
          .append(now.layout())
          .append(now.bone())
          .append(now.otherShown())
          .append(now.part())
          .append('\n');
    }
    return all.toString();
  }

  private static String rounded(GreyState greys) {
    return String.format(
        Locale.ROOT,
        "%.3f %.3f %s %.6f %s %s",
        greys.centre(),
        greys.width(),
        greys.voi(),
        greys.gamma(),
        greys.exchanged(),
        greys.enhanced());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Says yes to everything, in awkward words. */
  private static final class Answers implements Dialogs {

    private final List<String> told = new ArrayList<>();

    @Override
    public Unsaved unsaved(int images) {
      return Unsaved.SAVE;
    }

    @Override
    public Optional<PersonName> reader() {
      return Optional.of(LEE);
    }

    @Override
    public Optional<String> words() {
      return Optional.of(AWKWARD);
    }

    @Override
    public Optional<CalibrationObject> object() {
      return Optional.of(CalibrationObject.of(25, AWKWARD));
    }

    @Override
    public Optional<Signature> signature(
        StudyReport revision, Optional<PersonName> reader, String organization) {
      return Optional.of(new Signature(LEE, "Clinic [A] = 병원"));
    }

    @Override
    public Optional<StudyRemarks> remarks(StudyRemarks remarks) {
      return Optional.of(
          new StudyRemarks(
              AWKWARD.lines().toList(),
              Optional.of("plan = [wait]\nand see"),
              Optional.of(new TimePoint("six weeks ]", Optional.of(TimePoint.Type.BASELINE)))));
    }

    @Override
    public boolean merge(MergeChoice choice) {
      Side older = choice.newer() == Side.ONE ? Side.OTHER : Side.ONE;
      choice.conflicts().stream().skip(1).forEach(c -> choice.choose(c.subject(), older));
      return true;
    }

    @Override
    public void problem(String sentence) {
      told.add("problem: " + sentence);
    }

    @Override
    public void unwritable(Path file) {
      told.add("unwritable");
    }

    @Override
    public void note(OpenNote note) {
      told.add("note");
    }

    @Override
    public void help() {
      told.add("help");
    }
  }
}
