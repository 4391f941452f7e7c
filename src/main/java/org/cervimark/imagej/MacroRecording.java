package org.cervimark.imagej;

import org.cervimark.dicom.media.StudyFolder.ImageEntry;

/**
 * Writes what a reader does in a viewer as commands of a macro. It compares what there is with what
 * it wrote last, so that a drag is one command and undoing is recorded as what it does.
 */
final class MacroRecording implements ViewerModel.Listener {

  /** Where commands go; ImageJ's recorder in the program. */
  interface Recorder {
    /** Whether somebody records now. */
    boolean isOn();

    /** Takes a command with its options. */
    void take(String command, String options);
  }

  private final ViewerModel model;
  private final Recorder recorder;
  private ImageEntry entry;
  private int frame;
  private boolean frameTold = true;
  private MacroState told;

  /** Records what happens to a model from now on. */
  MacroRecording(ViewerModel model, Recorder recorder) {
    this.model = model;
    this.recorder = recorder;
    this.entry = model.entry();
    this.frame = frame();
    this.told = MacroState.of(model);
    model.addListener(this);
  }

  @Override
  public void changed() {
    if (model.marking().dragged().isPresent()) {
      return;
    }
    boolean on = recorder.isOn();
    MacroState now = MacroState.of(model);
    if (!model.entry().equals(entry) || frame() != frame) {
      // Frames that only pass by are not told.
      frameTold = !model.entry().equals(entry) && frame() == 1;
      entry = model.entry();
      frame = frame();
      told = now;
      if (frameTold && on) {
        recorder.take("CerviMark Show", path());
      }
      return;
    }
    for (MacroState.Command command : now.since(told)) {
      if (on) {
        tellFrame();
        recorder.take(command.name(), command.options());
      }
    }
    told = now;
  }

  private void tellFrame() {
    if (!frameTold) {
      frameTold = true;
      recorder.take("CerviMark Show", path() + " frame=" + frame);
    }
  }

  private String path() {
    return "path=" + MacroText.file(entry.file().toString());
  }

  private int frame() {
    return model.radiograph().reference().frame();
  }
}
