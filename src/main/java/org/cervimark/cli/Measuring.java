package org.cervimark.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.KeyObjectStore;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.ProtocolChoice;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyFilms;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.FilmsSection;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.ReadingJson;
import org.cervimark.report.TableException;
import org.cervimark.report.TextNote;
import org.cervimark.report.Wording;

/** Measures one image after the other; an image that cannot be measured does not stop the rest. */
final class Measuring {

  private final Catalogue catalogue;
  private final LandmarkTable table;
  private final MeasureCommand.Orders orders;
  private final Console console;
  private final ReadingJson json;
  private final TextNote note;
  private final Map<String, Path> claimed = new HashMap<>();
  private final Map<String, List<Reading>> studies = new LinkedHashMap<>();
  private final Map<String, SavedLast> savedLast = new LinkedHashMap<>();

  /**
   * The last revision of a study that was saved.
   *
   * @param images where its images lie
   * @param folder where it was written
   * @param saving how
   * @param report what it says
   */
  private record SavedLast(
      Path images, Path folder, MeasureCommand.Saving saving, StudyReport report) {}

  Measuring(
      Catalogue catalogue, LandmarkTable table, MeasureCommand.Orders orders, Console console) {
    this.catalogue = catalogue;
    this.table = table;
    this.orders = orders;
    this.console = console;
    this.json = new ReadingJson(catalogue);
    this.note = new TextNote(catalogue, console.wording().locale());
  }

  /** Measures all images and returns the exit code. */
  int all(List<Path> images) {
    boolean inputFailed = false;
    boolean outputFailed = false;
    Set<String> unused = new TreeSet<>(table.images());
    unused.remove("");
    for (Path image : images) {
      try {
        Radiograph radiograph = DicomImages.readHeader(image, orders.frame().orElse(1));
        unused.removeAll(claim(image, radiograph));
        measure(image, radiograph, images.size() == 1);
      } catch (DicomException | TableException | InputException e) {
        console.say(e);
        inputFailed = true;
      } catch (StoreException e) {
        console.say(e);
        outputFailed = true;
      }
    }
    for (SavedLast last : savedLast.values()) {
      try {
        keyObject(last);
      } catch (StoreException e) {
        console.say(e);
        outputFailed = true;
      }
    }
    studies.values().forEach(this::compare);
    if (!unused.isEmpty()) {
      console.tell("measure.unused", table.file().toString(), String.join(", ", unused));
    }
    if (outputFailed) {
      return ExitCode.OUTPUT_FAILED;
    }
    return inputFailed ? ExitCode.INPUT_FAILED : ExitCode.DONE;
  }

  /** The names in the table that mean an image; none of them may mean another image too. */
  private Set<String> claim(Path image, Radiograph radiograph) throws InputException {
    Set<String> names = new HashSet<>();
    for (String name : table.images()) {
      if (!name.isEmpty() && LandmarkTable.names(name, image, radiograph)) {
        names.add(name);
        Path other = claimed.putIfAbsent(name, image);
        if (other != null) {
          throw new InputException(
              console
                  .wording()
                  .get(
                      "measure.ambiguous",
                      table.file().toString(),
                      name,
                      other.toString(),
                      image.toString()));
        }
      }
    }
    return names;
  }

  private void measure(Path image, Radiograph radiograph, boolean only)
      throws TableException, InputException, StoreException {
    LandmarkSet landmarks = table.landmarks(image, radiograph, only);
    radiograph.notices().forEach(notice -> console.say(image + ": " + notice));
    if (radiograph.pixelFormat().frames() > 1 && orders.frame().isEmpty()) {
      console.tell("measure.frames", image.toString());
    }
    ReadingSession session =
        new ReadingSession(radiograph, catalogue, protocol(image, radiograph, landmarks));
    LandmarkTable.place(landmarks, session);
    orders.scale().applyTo(image, session, console);
    confirm(image, session);
    Reading reading = session.toReading();
    Optional<StudyReport> saved = save(image, reading);
    studies
        .computeIfAbsent(reading.image().studyInstanceUid(), s -> new ArrayList<>())
        .add(reading);
    if (orders.json()) {
      console.data(json.line(image, reading, saved));
    } else {
      console.data(image + "\n" + note.of(reading));
    }
  }

  /** What two films of a study tell together. */
  private void compare(List<Reading> readings) {
    StudyFilms films = StudyFilms.of(readings);
    if (orders.json()) {
      if (!films.results(catalogue).isEmpty()) {
        console.data(json.line(films));
      }
      return;
    }
    List<String> lines =
        new FilmsSection(catalogue, Wording.of(FilmsSection.class, console.wording().locale()))
            .lines(readings);
    if (!lines.isEmpty()) {
      console.data(String.join("\n", lines) + "\n");
    }
  }

  private Protocol protocol(Path image, Radiograph radiograph, LandmarkSet landmarks)
      throws InputException {
    if (orders.protocol().isPresent()) {
      return orders.protocol().get();
    }
    Optional<Protocol> best = ProtocolChoice.bestFor(catalogue, radiograph.view(), landmarks);
    if (best.isEmpty()) {
      throw new InputException(
          console
              .wording()
              .get("measure.protocol.none", image.toString(), table.file().toString()));
    }
    String reason = radiograph.view().equals(Optional.of(best.get().view())) ? "view" : "landmarks";
    console.tell(
        "measure.protocol." + reason,
        image.toString(),
        best.get().id(),
        radiograph.view().map(View::id).orElse("-"));
    return best.get();
  }

  private void confirm(Path image, ReadingSession session) {
    Radiograph radiograph = session.radiograph();
    Projection projection = session.protocol().view().projection();
    Optional<PatientOrientation> stated =
        projection == Projection.LATERAL
            ? orders.facing().map(PatientOrientation::lateral)
            : orders
                .mirrored()
                .map(
                    mirrored ->
                        projection == Projection.FRONTAL
                            ? PatientOrientation.frontal(mirrored)
                            : PatientOrientation.transverse(mirrored));
    stated.ifPresent(session::confirmOrientation);
    if (projection == Projection.LATERAL
        ? orders.mirrored().isPresent()
        : orders.facing().isPresent()) {
      console.tell("measure.orientation.unused." + OutcomeText.id(projection), image.toString());
    }
    if (stated.isPresent()
        && radiograph.orientation().filter(o -> o.projection() == projection).isPresent()
        && !radiograph.orientation().equals(stated)) {
      console.tell("measure.orientation.header", image.toString());
    }
    if (session.orientation() instanceof Orientations.Unconfirmed unconfirmed) {
      console.tell("measure.orientation." + OutcomeText.id(unconfirmed.reason()), image.toString());
    }
  }

  private Optional<StudyReport> save(Path image, Reading reading) throws StoreException {
    if (orders.saving().isEmpty()) {
      return Optional.empty();
    }
    MeasureCommand.Saving saving = orders.saving().get();
    Path beside = SavedReports.folderOf(image);
    Path folder = saving.folder().orElse(beside);
    FolderStore store =
        new FolderStore(
            beside,
            folder,
            catalogue,
            saving.installationFile(),
            Clock.system(ZoneId.systemDefault()));
    FolderStore.Saved saved = store.write(reading, saving.reader());
    console.tell("measure.saved", image.toString(), Integer.toString(saved.report().revision()));
    saved.files().forEach(file -> console.say(file.toString()));
    if (saving.keyObject()) {
      savedLast.put(
          saved.report().studyInstanceUid(), new SavedLast(beside, folder, saving, saved.report()));
    }
    return Optional.of(saved.report());
  }

  private void keyObject(SavedLast last) throws StoreException {
    Path file =
        new KeyObjectStore(
                catalogue, last.saving().installationFile(), Clock.system(ZoneId.systemDefault()))
            .store(last.images(), last.folder(), last.report());
    console.tell("measure.key-object", file.toString(), Integer.toString(last.report().revision()));
  }
}
