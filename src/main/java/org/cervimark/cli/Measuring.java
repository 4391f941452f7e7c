package org.cervimark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.FolderWalk;
import org.cervimark.dicom.media.KeyObjectStore;
import org.cervimark.dicom.media.StudyFile;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.ComparedFilms;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.ReadingJson;
import org.cervimark.report.TableException;
import org.cervimark.report.TextNote;

/**
 * Measures images in parallel and says and saves what came of them in their order; an image that
 * cannot be measured does not stop the rest.
 */
final class Measuring {

  /**
   * A file of which the header was read, or why not; neither if it lies in a folder that was named
   * and is no image.
   *
   * @param named whether the file itself was named, so that it must be measured
   */
  private record Header(
      Path image, boolean named, Optional<Radiograph> radiograph, Optional<Exception> failure) {}

  /** What came of an image: what is to be said first, and a reading with its data, or a failure. */
  private record Measured(
      Path image,
      String talk,
      Optional<Reading> reading,
      Optional<String> data,
      Optional<Exception> failure) {

    static Measured nothing(Path image, Optional<Exception> why) {
      return new Measured(image, "", Optional.empty(), Optional.empty(), why);
    }
  }

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

  /**
   * A film that may tell something together with others of its study. It is not held, but found.
   */
  private record Film(Path image, FilmRole role) {}

  private final Catalogue catalogue;
  private final LandmarkTable table;
  private final MeasureCommand.Orders orders;
  private final Console console;
  private final ReadingJson json;
  private final TextNote note;
  private final Map<String, Path> claimed = new HashMap<>();
  private final Map<String, List<Film>> studies = new LinkedHashMap<>();
  private final Map<String, SavedLast> savedLast = new LinkedHashMap<>();
  private final Set<String> unused;
  private int unnamed;
  private boolean inputFailed;
  private boolean outputFailed;

  Measuring(
      Catalogue catalogue, LandmarkTable table, MeasureCommand.Orders orders, Console console) {
    this.catalogue = catalogue;
    this.table = table;
    this.orders = orders;
    this.console = console;
    this.json = new ReadingJson(catalogue);
    this.note = new TextNote(catalogue, console.wording().locale());
    this.unused = new TreeSet<>(table.images());
    unused.remove("");
  }

  /**
   * Measures all images and returns the exit code.
   *
   * @param paths images, and folders with images of which those in the table are measured
   * @throws InputException if the program is to stop
   */
  int all(List<Path> paths) throws InputException {
    boolean only = paths.size() == 1 && !Files.isDirectory(paths.get(0));
    try (Workers workers = new Workers("measure")) {
      Deque<Future<Header>> headers = new ArrayDeque<>();
      Deque<Future<Measured>> ahead = new ArrayDeque<>();
      for (Path path : paths) {
        boolean named = !Files.isDirectory(path);
        FolderWalk walk = new FolderWalk(path);
        while (walk.hasNext()) {
          Path file = walk.next();
          headers.add(workers.start(() -> named ? header(file) : found(file)));
          if (headers.size() >= workers.ahead()) {
            ahead.add(claimed(headers.remove(), workers, false));
          }
          if (ahead.size() >= workers.ahead()) {
            finish(Workers.result(ahead.remove(), console));
          }
          walk.takeProblems().forEach(this::fail);
        }
        walk.takeProblems().forEach(this::fail);
      }
      while (!headers.isEmpty()) {
        ahead.add(claimed(headers.remove(), workers, only));
        if (ahead.size() >= workers.ahead()) {
          finish(Workers.result(ahead.remove(), console));
        }
      }
      while (!ahead.isEmpty()) {
        finish(Workers.result(ahead.remove(), console));
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
    studies.forEach(this::compare);
    if (unnamed > 0) {
      console.tell("measure.unnamed", Integer.toString(unnamed), table.file().toString());
    }
    if (!unused.isEmpty()) {
      console.tell("measure.unused", table.file().toString(), String.join(", ", unused));
    }
    if (outputFailed) {
      return ExitCode.OUTPUT_FAILED;
    }
    return inputFailed ? ExitCode.INPUT_FAILED : ExitCode.DONE;
  }

  private Header header(Path image) {
    try {
      return new Header(
          image,
          true,
          Optional.of(DicomImages.readHeader(image, orders.frame().orElse(1))),
          Optional.empty());
    } catch (DicomException e) {
      return new Header(image, true, Optional.empty(), Optional.of(e));
    }
  }

  /** A file in a folder that was named: what is no image is passed over, what is damaged is not. */
  private Header found(Path file) {
    try {
      if (StudyFile.read(file, catalogue).image().isEmpty()) {
        return new Header(file, false, Optional.empty(), Optional.empty());
      }
    } catch (DicomException e) {
      return new Header(file, false, Optional.empty(), Optional.of(e));
    }
    Header header = header(file);
    return new Header(file, false, header.radiograph(), header.failure());
  }

  private Future<Measured> claimed(Future<Header> future, Workers workers, boolean only)
      throws InputException {
    Header header = Workers.result(future, console);
    Path image = header.image();
    if (header.radiograph().isEmpty()) {
      return CompletableFuture.completedFuture(Measured.nothing(image, header.failure()));
    }
    Radiograph radiograph = header.radiograph().get();
    try {
      List<String> names = table.names(image, radiograph);
      if (names.isEmpty() && !header.named()) {
        unnamed++;
        return CompletableFuture.completedFuture(Measured.nothing(image, Optional.empty()));
      }
      claim(names, image);
      names.forEach(unused::remove);
    } catch (InputException e) {
      return CompletableFuture.completedFuture(Measured.nothing(image, Optional.of(e)));
    }
    return workers.start(() -> measured(image, radiograph, only));
  }

  /** Names in the table that mean an image; none of them may mean another image too. */
  private void claim(List<String> names, Path image) throws InputException {
    for (String name : names) {
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

  /** Says and saves what came of an image. */
  private void finish(Measured measured) {
    console.err().print(measured.talk());
    if (measured.failure().isPresent()) {
      fail(measured.failure().get());
      return;
    }
    try {
      if (measured.reading().isPresent()) {
        Reading reading = measured.reading().get();
        Optional<StudyReport> saved = save(measured.image(), reading);
        FilmRole.of(reading.view())
            .ifPresent(
                role ->
                    studies
                        .computeIfAbsent(reading.image().studyInstanceUid(), s -> new ArrayList<>())
                        .add(new Film(measured.image(), role)));
        console.data(measured.data().orElseGet(() -> data(measured.image(), reading, saved)));
      }
    } catch (StoreException e) {
      console.say(e);
      outputFailed = true;
    }
  }

  private void fail(StudyFolder.Problem problem) {
    console.say(problem.sentence());
    inputFailed = true;
  }

  private void fail(Exception failure) {
    console.say(failure);
    inputFailed = true;
  }

  /** What a thread has to say of an image is said when it is the image's turn. */
  private Measured measured(Path image, Radiograph radiograph, boolean only) {
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    Optional<Reading> reading = Optional.empty();
    Optional<String> data = Optional.empty();
    Optional<Exception> failure = Optional.empty();
    try (PrintStream err = new PrintStream(talk, false, StandardCharsets.UTF_8)) {
      Reading made =
          new ImageMeasuring(
                  catalogue, table, orders, new Console(console.out(), err, console.wording()))
              .measure(image, radiograph, only);
      reading = Optional.of(made);
      if (orders.saving().isEmpty()) {
        data = Optional.of(data(image, made, Optional.empty()));
      }
    } catch (TableException | InputException e) {
      failure = Optional.of(e);
    }
    return new Measured(image, talk.toString(StandardCharsets.UTF_8), reading, data, failure);
  }

  private String data(Path image, Reading reading, Optional<StudyReport> saved) {
    return orders.json() ? json.line(image, reading, saved) : image + "\n" + note.of(reading);
  }

  /**
   * What films of a study tell together. They are measured once more, because which study has more
   * than one of them is known only after the last image.
   */
  private void compare(String studyInstanceUid, List<Film> films) {
    if (films.stream().map(Film::role).distinct().count() < 2) {
      return;
    }
    List<Reading> readings = new ArrayList<>();
    for (Film film : films) {
      Header header = header(film.image());
      Measured again =
          header
              .radiograph()
              .map(radiograph -> measured(film.image(), radiograph, false))
              .orElseGet(() -> Measured.nothing(film.image(), header.failure()));
      again.reading().ifPresent(readings::add);
      again.failure().ifPresent(this::fail);
    }
    List<ComparedFilms> compared = ComparedFilms.of(readings, catalogue);
    if (orders.json()) {
      if (!compared.isEmpty()) {
        console.data(json.line(studyInstanceUid, compared));
      }
      return;
    }
    compared.forEach(together -> console.data(note.of(together)));
  }

  private Optional<StudyReport> save(Path image, Reading reading) throws StoreException {
    if (orders.saving().isEmpty()) {
      return Optional.empty();
    }
    MeasureCommand.Saving saving = orders.saving().get();
    Path beside = SavedReports.folderOf(image);
    Path folder = folder(saving, beside, reading.image().studyInstanceUid());
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

  /** Where a reading is saved; the study's folder in a store is made if it is not there. */
  private static Path folder(MeasureCommand.Saving saving, Path beside, String studyInstanceUid)
      throws StoreException {
    if (saving.store().isEmpty()) {
      return saving.folder().orElse(beside);
    }
    try {
      return saving.store().get().makeFolderOf(studyInstanceUid);
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private void keyObject(SavedLast last) throws StoreException {
    Path file =
        new KeyObjectStore(
                catalogue, last.saving().installationFile(), Clock.system(ZoneId.systemDefault()))
            .store(last.images(), last.folder(), last.report());
    console.tell("measure.key-object", file.toString(), Integer.toString(last.report().revision()));
  }
}
