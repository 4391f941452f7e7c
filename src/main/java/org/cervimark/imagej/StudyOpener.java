package org.cervimark.imagej;

import ij.gui.ImageWindow;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.dicom.media.SeriesStack;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyTree;
import org.cervimark.dicom.module.ScaleChoicesFile;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.reading.StoreException;
import org.cervimark.report.Wording;

/**
 * Opens a file or folder in a viewer. Files are read on the caller's thread, or on one of its own;
 * only windows are made on the event thread.
 */
final class StudyOpener {

  private final Catalogue catalogue;
  private final ReaderName readerName;
  private final Settings settings;
  private final Journal journal;
  private final ResultsFolder results;
  private final Optional<ScaleChoices> scales;

  /** An opener whose viewers keep no journal and write beside the images only. */
  StudyOpener(Catalogue catalogue, ReaderName readerName, Settings settings) {
    this(
        catalogue,
        readerName,
        settings,
        Journal.none(),
        new ResultsFolder(ResultsFolder.nowhere(), Optional::empty),
        Optional.empty());
  }

  StudyOpener(
      Catalogue catalogue,
      ReaderName readerName,
      Settings settings,
      Journal journal,
      ResultsFolder results,
      Optional<ScaleChoices> scales) {
    this.scales = scales;
    this.journal = journal;
    this.results = results;
    this.catalogue = catalogue;
    this.readerName = readerName;
    this.settings = settings;
  }

  /** An opener with the reader's definitions, in the language that the reader chose. */
  static StudyOpener standard() {
    Settings settings = Settings.inPreferences();
    return new StudyOpener(
        Definitions.read().catalogue(),
        ReaderName.inPreferences(),
        settings,
        JournalFolder.standard(),
        new ResultsFolder(
            ResultsFolder.inPreferences(),
            () -> PluginCommand.chooseFolder(settings.wording().get("store.title"))),
        Optional.of(ScaleChoicesFile.beside(JournalFolder.installation())));
  }

  /** Language and theme. */
  Settings settings() {
    return settings;
  }

  /** What is measured. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** The folder for what is made of the slices of a series. */
  Path resultsOf(SeriesStack series) {
    return results.forStudy(
        parent(series.files().get(0)), series.stack().slices().get(0).image().studyInstanceUid());
  }

  /** The texts in force. */
  Wording wording() {
    return settings.wording();
  }

  /** Opens a file or folder on a thread of its own, with a window in which to cancel. */
  void openLater(Path root) {
    Thread thread = new Thread(() -> openTelling(root), "CerviMark opens");
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a file or folder and tells of problems in windows; the caller's thread must wait. */
  Optional<ViewerWindow> openTelling(Path root) {
    Optional<ViewerWindow> window = openMade(root);
    if (window.isPresent() && ImageJRecorder.INSTANCE.isOn()) {
      String path = "path=" + MacroText.file(root.toAbsolutePath().toString());
      ImageJRecorder.INSTANCE.take("CerviMark Open Folder", path);
    }
    return window;
  }

  /** The same with a file that a command recorded already has made. */
  Optional<ViewerWindow> openMade(Path root) {
    OpeningProgress progress = OpeningProgress.begin(root, wording());
    try {
      return Optional.of(open(root, progress));
    } catch (OpeningProgress.CancelledException e) {
      return Optional.empty();
    } catch (DicomException e) {
      SwingUtilities.invokeLater(
          () -> ProblemWindow.show(List.of(sentence(e)), Optional.empty(), wording()));
      return Optional.empty();
    } finally {
      progress.end();
    }
  }

  /**
   * Opens a file or folder.
   *
   * @throws DicomException if it holds no image that can be read
   */
  ViewerWindow open(Path root, OpeningProgress progress)
      throws DicomException, OpeningProgress.CancelledException {
    StudyFolder folder =
        withKept(progress.orCancelled(StudyFolder.scan(root, catalogue, progress)));
    progress.check();
    List<String> problems = new ArrayList<>();
    folder.problems().forEach(p -> problems.add(p.sentence()));
    for (ImageEntry entry : folder.images()) {
      try {
        DicomImage image = DicomImages.read(entry.file(), 1);
        progress.check();
        ViewerWindow window = onEventThread(folder, entry, image);
        SwingUtilities.invokeLater(window.actions()::offerLeftBehind);
        if (!problems.isEmpty()) {
          SwingUtilities.invokeLater(
              () -> ProblemWindow.show(problems, Optional.of(window), wording()));
        }
        return window;
      } catch (DicomException e) {
        problems.add(sentence(e));
      }
    }
    throw new DicomException(
        problems.isEmpty()
            ? wording().get("open.nothing", root.toString())
            : String.join("\n", problems));
  }

  /**
   * Opens a file or folder for macros, without a window: its image becomes ImageJ's current one.
   *
   * @throws DicomException if it holds no image that can be read
   */
  void openWithoutWindow(Path root, Dialogs dialogs) throws DicomException {
    StudyFolder folder = StudyFolder.scan(root, catalogue);
    if (folder.images().isEmpty()) {
      throw new DicomException(
          folder.problems().isEmpty()
              ? wording().get("open.nothing", root.toString())
              : folder.problems().get(0).sentence());
    }
    List<String> problems = new ArrayList<>();
    for (ImageEntry entry : folder.images()) {
      try {
        DicomImage image = DicomImages.read(entry.file(), 1);
        showToMacros(new ViewerModel(sessions(folder, Journal.none()), entry, image), dialogs);
        return;
      } catch (DicomException e) {
        problems.add(sentence(e));
      }
    }
    throw new DicomException(String.join("\n", problems));
  }

  private void showToMacros(ViewerModel model, Dialogs dialogs) {
    ViewerActions actions =
        new ViewerActions(
            model,
            dialogs,
            readerName,
            new StudyNote(settings::note),
            Runnable::run,
            Runnable::run,
            Runnable::run);
    MacroViewer.open(actions, settings);
  }

  private StudySessions sessions(StudyFolder folder, Journal kept) {
    return new StudySessions(
        folder,
        catalogue,
        (file, inForce) ->
            new FolderStore(folder.root(), target(folder, file), inForce)
                .withKeyObjects(settings::keyObjects),
        kept,
        this::tellTrouble,
        scales
            .map(choices -> new ScaleMemory(choices, this::tellTrouble))
            .orElse(ScaleMemory.none()));
  }

  private ViewerWindow onEventThread(StudyFolder folder, ImageEntry entry, DicomImage image) {
    if (SwingUtilities.isEventDispatchThread()) {
      return window(folder, entry, image);
    }
    AtomicReference<ViewerWindow> made = new AtomicReference<>();
    try {
      SwingUtilities.invokeAndWait(() -> made.set(window(folder, entry, image)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while opening a window", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the viewer could not be shown", e.getCause());
    }
    return Objects.requireNonNull(made.get());
  }

  /** Shows a viewer on an image of a folder; called on the event thread. */
  ViewerWindow window(StudyFolder folder, ImageEntry entry, DicomImage image) {
    Executor background =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "CerviMark reads");
              thread.setDaemon(true);
              return thread;
            });
    Executor eventThread = SwingUtilities::invokeLater;
    StudySessions study = sessions(folder, journal);
    ViewerModel model = new ViewerModel(study, entry, image);
    ToolState tool = LandmarkTool.state();
    ResultText text = new ResultText(settings, () -> study.catalogue().landmarks());
    Film film = new Film(image, ViewerWindow.title(entry));
    ViewerCanvas canvas = new ViewerCanvas(film, model, tool, text);
    AtomicReference<ViewerCommands> commands = new AtomicReference<>();
    SwingDialogs dialogs =
        new SwingDialogs(
            () -> (Component) canvas,
            settings,
            study,
            () -> Objects.requireNonNull(commands.get()));
    ViewerActions actions =
        new ViewerActions(
            model,
            dialogs,
            readerName,
            new StudyNote(settings::note),
            background,
            eventThread,
            new BesideEventThread());
    new MacroRecording(actions, settings, ImageJRecorder.INSTANCE, new Pause());
    FramePlayer frames =
        new FramePlayer(
            actions, new ScreenTicker(canvas), System::nanoTime, background, eventThread);
    ViewerNavigation navigation = new ViewerNavigation(canvas, model, this, settings, frames);
    commands.set(new ViewerCommands(actions, tool, navigation));
    ViewerParts parts =
        new ViewerParts(
            actions,
            Objects.requireNonNull(commands.get()),
            tool,
            this,
            text,
            settings,
            background,
            eventThread);
    ComparisonOpener comparisons = new ComparisonOpener(parts, dialogs, canvas);
    navigation.onBrowse(
        () ->
            new StudyBrowser(
                    new StudyBrowserModel(
                        StudyTree.of(folder, settings.locale()),
                        listed -> study.saved(listed.radiograph()).isPresent()),
                    opening(actions, navigation.series()),
                    wording(),
                    background,
                    eventThread)
                .showBefore((Component) canvas, model.entry()));
    navigation.onCompare(comparisons::open);
    tool.activate();
    ImageWindow.centerNextImage();
    // Macros open the study, which needs no line that selects its image.
    Recorder.suspendRecording();
    try {
      return new ViewerWindow(canvas, parts);
    } finally {
      Recorder.resumeRecording();
    }
  }

  private static StudyBrowser.Opening opening(ViewerActions actions, SeriesActions series) {
    return new StudyBrowser.Opening() {
      @Override
      public void image(ImageEntry entry) {
        actions.show(entry);
      }

      @Override
      public void stack(List<ImageEntry> slices) {
        series.openStack(slices);
      }
    };
  }

  /** With the results that lie elsewhere, because nothing can be written beside the images. */
  private StudyFolder withKept(StudyFolder folder) throws DicomException {
    Optional<ReportStore> store = results.store();
    return store.isPresent() ? store.get().complete(folder, catalogue) : folder;
  }

  private Path target(StudyFolder folder, Path file) {
    return folder.images().stream()
        .filter(entry -> entry.file().equals(file))
        .findFirst()
        .map(e -> results.forStudy(parent(file), e.radiograph().reference().studyInstanceUid()))
        .orElseGet(() -> parent(file));
  }

  private void tellTrouble(JournalException e) {
    tell(wording().get("journal.trouble", e.place().toString()));
  }

  private void tellTrouble(StoreException e) {
    tell(Objects.requireNonNullElse(e.getMessage(), e.toString()));
  }

  private void tell(String sentence) {
    if (GraphicsEnvironment.isHeadless()) {
      PluginCommand.fail(sentence);
      return;
    }
    SwingUtilities.invokeLater(
        () -> ProblemWindow.show(List.of(sentence), Optional.empty(), wording()));
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static String sentence(DicomException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
