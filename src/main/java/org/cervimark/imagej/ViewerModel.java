package org.cervimark.imagej;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.reading.ScaleChoices;

/**
 * Everything one viewer window shows, without widgets: the study, the image shown, what is selected
 * and highlighted. Lives on the event thread.
 */
final class ViewerModel {

  /** Told after every change. */
  @FunctionalInterface
  interface Listener {
    /** What is to be shown has changed. */
    void changed();

    /** The reader has done something that need not show. */
    default void did(Deed deed) {}

    /** Another part of the image is seen, perhaps only in passing. */
    default void lookedElsewhere() {}
  }

  /**
   * Something to tell the reader in passing.
   *
   * @param key the key of its text
   * @param values what is put in the places of the text
   */
  record Message(String key, List<String> values) {
    /** Copies the list. */
    Message {
      values = List.copyOf(values);
    }
  }

  /**
   * What is asked while drawing; empty answers mean that the reader thought better of it.
   *
   * @param words the text of a note
   * @param object an object of known length
   */
  record Questions(
      Supplier<Optional<String>> words, Supplier<Optional<CalibrationObject>> object) {}

  private final StudySessions study;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ReadingSession.Listener sessionListener = this::sessionChanged;
  private ExpectedPosition expected;
  private final Map<ImageEntry, Turn> turns = new HashMap<>();
  private ImageEntry entry;
  private DicomImage image;
  private ReadingSession session;
  private Marking marking;
  private Drawing drawing;
  private Questions questions = new Questions(Optional::empty, Optional::empty);
  private List<Result> results;
  private Optional<String> highlighted = Optional.empty();
  private boolean loupe = true;
  private boolean panel = true;
  private boolean cover = true;
  private boolean saving;
  private Optional<Message> message = Optional.empty();
  private PointerJob job = PointerJob.LANDMARKS;
  private Optional<GreyState> greys = Optional.empty();
  private Optional<Part> part = Optional.empty();
  private Consumer<Optional<Part>> screen = this::see;
  private ScaleChoices.Extent answeredFor = ScaleChoices.Extent.STUDY;

  /** A viewer of a study that begins with one of its images. */
  ViewerModel(StudySessions study, ImageEntry entry, DicomImage image) {
    this.study = study;
    this.expected = new ExpectedPosition(study.catalogue().landmarks());
    this.entry = entry;
    this.image = image;
    this.session = study.session(image.radiograph());
    this.marking = new Marking(session, this::notifyListeners);
    this.drawing = draw(session);
    this.results = session.results();
    session.addListener(sessionListener);
  }

  /** Goes on with another catalogue; what is placed stays. */
  void use(Catalogue catalogue) {
    study.use(catalogue);
    expected = new ExpectedPosition(study.catalogue().landmarks());
    sessionChanged();
  }

  /** Shows another image of the study. */
  void show(ImageEntry newEntry, DicomImage newImage) {
    marking.cancel();
    session.removeListener(sessionListener);
    if (!newEntry.equals(entry)) {
      greys = Optional.empty();
      part = Optional.empty();
    }
    entry = newEntry;
    image = newImage;
    session = study.session(newImage.radiograph());
    marking = new Marking(session, this::notifyListeners);
    drawing = draw(session);
    job = PointerJob.LANDMARKS;
    highlighted = Optional.empty();
    session.addListener(sessionListener);
    sessionChanged();
  }

  /** The study. */
  StudySessions study() {
    return study;
  }

  /** The image shown, as listed in the study. */
  ImageEntry entry() {
    return entry;
  }

  /** The image shown. */
  DicomImage image() {
    return image;
  }

  /** What the header of the image shown says. */
  Radiograph radiograph() {
    return image.radiograph();
  }

  /** The session of the image shown. */
  ReadingSession session() {
    return session;
  }

  /** What pointer and keys do to it. */
  Marking marking() {
    return marking;
  }

  /** What pointer and keys do to marks beside the protocol. */
  Drawing drawing() {
    return drawing;
  }

  /** Whom to ask for what cannot be clicked. */
  void ask(Questions asking) {
    questions = asking;
  }

  /** The results as they stand, computed once for each change. */
  List<Result> results() {
    return results;
  }

  /** The id of the measurement that the reader highlighted. */
  Optional<String> highlighted() {
    return highlighted;
  }

  /** Highlights a measurement; the same again takes the highlight away. */
  void highlight(String measurement) {
    highlighted =
        highlighted.filter(measurement::equals).isPresent()
            ? Optional.empty()
            : Optional.of(measurement);
    notifyListeners();
  }

  /** The result drawn on the image: the highlighted one, else the first with a value. */
  Optional<Result> drawn() {
    return highlighted.isPresent()
        ? results.stream()
            .filter(r -> highlighted.equals(Optional.of(r.measurement().id())))
            .filter(r -> r.outcome() instanceof Outcome.Value)
            .findFirst()
        : results.stream().filter(r -> r.outcome() instanceof Outcome.Value).findFirst();
  }

  /** Where the target is expected, if that can be guessed. */
  Optional<ImagePoint> expectedTarget() {
    return session
        .target()
        .filter(t -> session.landmarks().find(t).isEmpty())
        .flatMap(t -> expected.of(t, session.subject()))
        .filter(p -> p.isWithin(radiograph().columns(), radiograph().rows()));
  }

  /** Whether the loupe follows the pointer. */
  boolean isLoupeOn() {
    return loupe;
  }

  /** Shows or hides the loupe. */
  void toggleLoupe() {
    loupe = !loupe;
    notifyListeners();
  }

  /** Whether the panel beside the image is shown. */
  boolean isPanelShown() {
    return panel;
  }

  /** Puts the panel beside the image away, or brings it back. */
  void togglePanel() {
    panel = !panel;
    notifyListeners();
  }

  /** Whether overlays and shutter of the header lie over the image. */
  boolean isCoverOn() {
    return cover;
  }

  /** Lays overlays and shutter over the image, or puts them away. */
  void toggleCover() {
    cover = !cover;
    notifyListeners();
  }

  /** Whether something is being saved at the moment. */
  boolean isSaving() {
    return saving;
  }

  /** Says that saving has begun or ended. */
  void setSaving(boolean now) {
    saving = now;
    notifyListeners();
  }

  /** What the reader is told in passing, until the next change. */
  Optional<Message> message() {
    return message;
  }

  /** Tells the reader something in passing. */
  void tell(String key, String... values) {
    message = Optional.of(new Message(key, List.of(values)));
    notifyListeners();
  }

  /** How the image lies on the screen. */
  Turn turn() {
    return turns.getOrDefault(entry, Turn.AS_STORED);
  }

  /** Lays the image on the screen in another way, and shows all of it. */
  void lay(Turn turn) {
    turns.put(entry, turn);
    look(Optional.empty());
    notifyListeners();
  }

  /** The part of the image that is seen; empty for all of it. */
  Optional<Part> part() {
    return part;
  }

  /** Shows a part of the image, or all of it. */
  void look(Optional<Part> wanted) {
    screen.accept(wanted);
  }

  /** The screen that shows the image; it takes note of what it shows with {@link #see}. */
  void showOn(Consumer<Optional<Part>> newScreen) {
    screen = newScreen;
  }

  /** Takes note of the part of the image that is seen now. */
  void see(Optional<Part> seen) {
    if (!seen.equals(part)) {
      part = seen;
      listeners.forEach(Listener::lookedElsewhere);
    }
  }

  /** Tells that the reader has done something. */
  void did(Deed deed) {
    listeners.forEach(l -> l.did(deed));
  }

  /** Answers what the header leaves open on the scale, for all images for which that holds. */
  void answerScale(String answer, ScaleChoices.Extent extent) {
    answeredFor = extent;
    study.answerScale(session, answer, extent);
  }

  /** For what the last answer on a scale holds. */
  ScaleChoices.Extent answeredFor() {
    return answeredFor;
  }

  /** How the greys of the image are shown, once that is known. */
  Optional<GreyState> greys() {
    return greys;
  }

  /** Says how the greys of the image are shown. */
  void setGreys(GreyState state) {
    greys = Optional.of(state);
    notifyListeners();
  }

  /** What the left button of the mouse does on the image. */
  PointerJob job() {
    return job;
  }

  /** Gives the left button a job; the same again gives it back to the landmarks. */
  void toggle(PointerJob newJob) {
    marking.cancel();
    job = job == newJob ? PointerJob.LANDMARKS : newJob;
    if (job.draws().isPresent()) {
      PointerJob begun = job;
      drawing.begin(job.draws().get(), points -> drawn(begun, points));
    } else {
      drawing.end();
    }
  }

  /** Selects a placed landmark, or makes an open one the target. */
  void choose(LandmarkId landmark) {
    marking.choose(landmark);
  }

  /** Adds a listener. */
  void addListener(Listener listener) {
    listeners.add(listener);
  }

  private void sessionChanged() {
    message = Optional.empty();
    results = session.results();
    notifyListeners();
  }

  private Drawing draw(ReadingSession on) {
    return new Drawing(on, this::notifyListeners);
  }

  private void drawn(PointerJob begun, List<ImagePoint> points) {
    switch (begun) {
      case CALIBRATE -> questions.object().get().ifPresent(object -> calibrate(points, object));
      case NOTE ->
          questions
              .words()
              .get()
              .filter(w -> !w.isBlank())
              .ifPresent(w -> drawing.put(FreeMark.of(FreeMark.Kind.NOTE, points, w)));
      default -> begun.draws().ifPresent(k -> drawing.put(FreeMark.of(k, points, "")));
    }
  }

  private void calibrate(List<ImagePoint> ends, CalibrationObject object) {
    Optional<CalibrationObject.Flaw> flaw =
        object.flaw(ends.get(0), ends.get(1), radiograph().scale().aspect());
    if (flaw.isPresent()) {
      tell("calibration.flaw." + flaw.get().name());
      return;
    }
    session.calibrate(ends.get(0), ends.get(1), object);
    tell(
        session
            .calibrationDoubt()
            .map(doubt -> "calibration.doubt." + doubt.name())
            .orElse("calibration.done"));
  }

  private void notifyListeners() {
    listeners.forEach(Listener::changed);
  }
}
