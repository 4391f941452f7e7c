package org.cervimark.imagej;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import org.cervimark.dicom.DicomException;
import org.cervimark.report.Wording;

/**
 * What the menu commands share: options of macros, the viewer in front, and one-sentence errors.
 */
final class PluginCommand {

  private PluginCommand() {}

  /**
   * Opens the path of the macro, or the one that the reader chooses.
   *
   * @param command the name of the command that does so
   */
  static void open(String command, int mode) {
    Optional<Path> path = option("path").map(Path::of);
    if (path.isEmpty() && hasDisplay()) {
      Wording wording = wording();
      path = onEventThreadAsking(() -> PathChooser.choose(null, mode, wording));
    }
    path.ifPresent(
        p -> {
          ImageJRecorder.INSTANCE.takeChosen(command, "path=" + MacroText.file(p.toString()));
          open(p);
        });
  }

  /** Opens a path; a macro that names one that cannot be opened ends with the sentence why. */
  private static void open(Path path) {
    StudyOpener opener = StudyOpener.standard();
    OpeningProgress progress = OpeningProgress.begin(path, opener.wording());
    try {
      if (GraphicsEnvironment.isHeadless()) {
        opener.openWithoutWindow(path, new MacroDialogs(wording()));
      } else {
        opener.open(path, progress);
      }
    } catch (OpeningProgress.CancelledException e) {
      IJ.showStatus(wording().get("open.cancelled"));
    } catch (DicomException e) {
      fail(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    } finally {
      progress.end();
    }
  }

  /**
   * Does something, on the event thread, with the study in front: that of the viewer, or without a
   * display the one that a macro has opened. Says so if there is none.
   */
  static void inFront(Consumer<ViewerActions> action) {
    withImage(front -> action.accept(front.actions()));
  }

  /** The same with the image in front. */
  static void withImage(Consumer<InFront> action) {
    if (GraphicsEnvironment.isHeadless()) {
      Optional<InFront> opened =
          WindowManager.getCurrentImage() instanceof FilmImage image
              ? image.inFront()
              : Optional.empty();
      opened.ifPresentOrElse(action, () -> fail(wording().get("command.headless")));
      return;
    }
    Window window = WindowManager.getCurrentWindow();
    if (window instanceof ViewerWindow viewer) {
      onEventThread(() -> action.accept(viewer.inFront()));
    } else {
      fail(wording().get("command.noViewer"));
    }
  }

  /** Whether there is a display; says so if there is none. */
  static boolean hasDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      fail(wording().get("command.headless"));
      return false;
    }
    return true;
  }

  /** The value of a macro option; empty outside macros. */
  static Optional<String> option(String key) {
    String options = Macro.getOptions();
    return options == null ? Optional.empty() : value(options, key);
  }

  /** The options of the macro command that runs. */
  static MacroOptions options(Wording wording) {
    String options = Objects.requireNonNullElse(Macro.getOptions(), "");
    return new MacroOptions(key -> value(options, key), wording);
  }

  private static Optional<String> value(String options, String key) {
    return Optional.of(MacroText.plain(Macro.getValue(options, key, ""))).filter(v -> !v.isBlank());
  }

  /** Runs something on the event thread and waits for it. */
  static void onEventThread(Runnable action) {
    if (SwingUtilities.isEventDispatchThread()) {
      action.run();
      return;
    }
    try {
      SwingUtilities.invokeAndWait(action);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a command failed", e.getCause());
    }
  }

  /** Asks for a folder, from whatever thread. */
  static Optional<Path> chooseFolder(String title) {
    return onEventThreadAsking(
        () -> PathChooser.choose(null, JFileChooser.DIRECTORIES_ONLY, title));
  }

  /** Says in one sentence what went wrong. */
  static void fail(String sentence) {
    IJ.error(wording().get("product"), sentence);
  }

  private static Wording wording() {
    return Settings.inPreferences().wording();
  }

  private static Optional<Path> onEventThreadAsking(Supplier<Optional<Path>> question) {
    AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    onEventThread(() -> answer.set(question.get()));
    return Objects.requireNonNull(answer.get());
  }
}
