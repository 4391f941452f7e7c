package org.cervimark.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.StudyReport;

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
  private String protocol;
  private Optional<PatientOrientation> orientation;
  private Map<LandmarkId, Placement> placed;
  private int revision;

  /** Records what happens to a model from now on. */
  MacroRecording(ViewerModel model, Recorder recorder) {
    this.model = model;
    this.recorder = recorder;
    this.entry = model.entry();
    this.frame = frame();
    this.protocol = model.session().protocol().id();
    this.orientation = orientation();
    this.placed = placements();
    this.revision = revision();
    model.addListener(this);
  }

  @Override
  public void changed() {
    if (model.marking().dragged().isPresent()) {
      return;
    }
    boolean on = recorder.isOn();
    if (!model.entry().equals(entry) || frame() != frame) {
      // Frames that only pass by are not told.
      frameTold = !model.entry().equals(entry) && frame() == 1;
      entry = model.entry();
      frame = frame();
      protocol = model.session().protocol().id();
      orientation = orientation();
      placed = placements();
      revision = revision();
      if (frameTold) {
        take(on, "CerviMark Show", "path=" + quoted(entry.file().toString()));
      }
    }
    String newProtocol = model.session().protocol().id();
    if (!newProtocol.equals(protocol)) {
      protocol = newProtocol;
      take(on, "CerviMark Protocol", "protocol=" + protocol);
    }
    Optional<PatientOrientation> newOrientation = orientation();
    if (!newOrientation.equals(orientation)) {
      orientation = newOrientation;
      orientation.ifPresent(
          o ->
              take(
                  on,
                  "CerviMark Orientation",
                  "row=" + o.row().letter() + " column=" + o.column().letter()));
    }
    landmarks(on);
    int newRevision = revision();
    if (newRevision != revision) {
      revision = newRevision;
      model
          .study()
          .newest(model.radiograph())
          .ifPresent(r -> take(on, "CerviMark Save", "reader=" + quoted(r.reader().toDicom())));
    }
  }

  private void landmarks(boolean on) {
    Map<LandmarkId, Placement> now = placements();
    for (LandmarkId gone : placed.keySet()) {
      if (!now.containsKey(gone)) {
        take(on, "CerviMark Remove", "landmark=" + gone.value());
      }
    }
    now.forEach(
        (id, placement) -> {
          if (!placement.equals(placed.get(id))) {
            take(on, command(placement), options(placement));
          }
        });
    placed = now;
  }

  private static String command(Placement placement) {
    return placement.point().isPresent() ? "CerviMark Place" : "CerviMark Not Visible";
  }

  private static String options(Placement placement) {
    String options = "landmark=" + placement.landmark().value();
    if (placement.point().isPresent()) {
      ImagePoint point = placement.point().get();
      options += " column=" + point.column() + " row=" + point.row();
      if (placement.visibility() != Visibility.CLEAR) {
        options += " visibility=" + placement.visibility().id();
      }
    }
    return options;
  }

  private void take(boolean on, String command, String options) {
    if (on) {
      if (!frameTold) {
        frameTold = true;
        recorder.take(
            "CerviMark Show", "path=" + quoted(entry.file().toString()) + " frame=" + frame);
      }
      recorder.take(command, options);
    }
  }

  /** A value with its spaces, as macros write it. */
  static String quoted(String value) {
    return "[" + value.replace('\\', '/') + "]";
  }

  private int frame() {
    return model.radiograph().reference().frame();
  }

  private int revision() {
    return model.study().newest(model.radiograph()).map(StudyReport::revision).orElse(0);
  }

  private Map<LandmarkId, Placement> placements() {
    Map<LandmarkId, Placement> all = new LinkedHashMap<>();
    model.session().landmarks().all().forEach(p -> all.put(p.landmark(), p));
    return all;
  }

  /** What the reader said; what the header or the landmarks say is found again by itself. */
  private Optional<PatientOrientation> orientation() {
    return model.session().orientation() instanceof Orientations.Known known
            && known.source() == OrientationSource.READER
        ? Optional.of(known.orientation())
        : Optional.empty();
  }
}
