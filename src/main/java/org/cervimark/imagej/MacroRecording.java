package org.cervimark.imagej;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImageReference;

/**
 * Writes what a reader does in a viewer as commands of a macro. It compares what there is with what
 * it wrote last, so that a drag is one command and undoing is recorded as what it does. Frames and
 * parts of the image that only pass by are not told: only what is seen when something else is done,
 * or when the reader pauses.
 */
final class MacroRecording implements ViewerModel.Listener, Comparisons.Listener {

  /** Where commands go; ImageJ's recorder in the program. */
  interface Recorder {
    /** Whether somebody records now. */
    boolean isOn();

    /** Takes a command with its options. */
    void take(String command, String options);
  }

  private final ViewerModel model;
  private final Comparisons comparisons;
  private final Settings settings;
  private final Recorder recorder;
  private final Consumer<Runnable> pause;
  private final Set<ImageReference> visited = new HashSet<>();
  private final Map<Comparison, MacroComparison> compared = new LinkedHashMap<>();
  private ImageReference image;
  private ImageReference toldImage;
  private MacroState marked;
  private MacroLook look;
  private MacroSettings set;

  /**
   * Records what happens in a viewer from now on.
   *
   * @param pause runs something once nothing has asked for that for a moment
   */
  MacroRecording(
      ViewerActions actions, Settings settings, Recorder recorder, Consumer<Runnable> pause) {
    this.model = actions.model();
    this.comparisons = actions.comparisons();
    this.settings = settings;
    this.recorder = recorder;
    this.pause = pause;
    this.image = reference();
    this.toldImage = image;
    this.marked = marked();
    this.look = MacroLook.of(model);
    this.set = MacroSettings.of(settings);
    visited.add(image);
    model.addListener(this);
    comparisons.addListener(this);
    settings.onChange(this::changed);
  }

  @Override
  public void changed() {
    // While it is being saved, what is saved comes first; a drag counts when it ends.
    if (!model.session().isDragging() && !model.isSaving()) {
      tell();
    }
  }

  private void tell() {
    goTo(reference());
    MacroState nowMarked = marked();
    MacroLook nowLook = MacroLook.of(model);
    MacroSettings nowSet = MacroSettings.of(settings);
    List<MacroStep> marks = nowMarked.since(marked);
    List<MacroStep> looks = nowLook.since(look);
    List<MacroStep> sets = nowSet.since(set);
    marked = nowMarked;
    look = nowLook;
    set = nowSet;
    sets.forEach(this::take);
    if (!marks.isEmpty() || !looks.isEmpty()) {
      tellImage(image);
    }
    looks.forEach(this::take);
    marks.forEach(this::take);
    comparisons.open().forEach(this::tell);
  }

  /** Another image is shown; only another frame of the same one may be passing by. */
  private void goTo(ImageReference now) {
    if (now.equals(image)) {
      return;
    }
    boolean another = !now.sopInstanceUid().equals(image.sopInstanceUid());
    image = now;
    look = MacroLook.of(model);
    marked = marked();
    if (visited.add(now)) {
      // Whoever opens the study anew finds what is saved, not what was restored here.
      marked = MacroState.of(model.study().unopened(model.radiograph()), model.answeredFor());
    }
    if (another || !recorder.isOn()) {
      tellImage(now);
    } else {
      pause.accept(this::paused);
    }
  }

  @Override
  public void lookedElsewhere() {
    pause.accept(this::paused);
  }

  /** Tells what is seen. */
  private void paused() {
    changed();
    if (!model.isSaving()) {
      tellImage(image);
    }
  }

  @Override
  public void did(Deed deed) {
    if (!model.isSaving()) {
      changed();
    }
    if (deed instanceof Deed.Saved saved) {
      tellImage(saved.image());
    }
    take(MacroStep.of(deed));
    if (model.isSaving() && reference().equals(image) && !model.session().isModified()) {
      // What was taken over from others comes with the deed.
      marked = marked();
    }
  }

  @Override
  public void opened(Comparison comparison) {
    changed();
    compared.put(comparison, MacroComparison.begun(comparison));
    take(
        new MacroStep(
            "CerviMark Compare",
            "path=" + MacroText.file(comparison.other().entry().file().toString())));
    tell(comparison);
  }

  @Override
  public void closed(Comparison comparison) {
    int number = List.copyOf(compared.keySet()).indexOf(comparison) + 1;
    compared.remove(comparison);
    take(new MacroStep("CerviMark Close Comparison", "number=" + number));
  }

  @Override
  public void changed(Comparison comparison) {
    MacroComparison before = compared.get(comparison);
    if (before != null && MacroComparison.of(comparison).isElsewhere(before)) {
      pause.accept(this::paused);
    } else {
      tell(comparison);
    }
  }

  private void tell(Comparison comparison) {
    MacroComparison before = compared.get(comparison);
    if (before != null) {
      MacroComparison now = MacroComparison.of(comparison);
      compared.put(comparison, now);
      now.since(before, comparisons.open().indexOf(comparison) + 1).ifPresent(this::take);
    }
  }

  private void take(MacroStep step) {
    if (recorder.isOn()) {
      recorder.take(step.command(), step.options());
    }
  }

  /** Makes an image the one that the macro works on. */
  private void tellImage(ImageReference wanted) {
    if (wanted.equals(toldImage)) {
      return;
    }
    toldImage = wanted;
    String frame = wanted.frame() == 1 ? "" : " frame=" + wanted.frame();
    model.study().images().stream()
        .filter(e -> e.radiograph().reference().sopInstanceUid().equals(wanted.sopInstanceUid()))
        .map(ImageEntry::file)
        .findFirst()
        .ifPresent(
            file ->
                take(
                    new MacroStep(
                        "CerviMark Show", "path=" + MacroText.file(file.toString()) + frame)));
  }

  private MacroState marked() {
    return MacroState.of(model.session(), model.answeredFor());
  }

  private ImageReference reference() {
    return Objects.requireNonNull(model.radiograph().reference());
  }
}
