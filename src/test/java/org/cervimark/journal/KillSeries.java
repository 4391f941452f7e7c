package org.cervimark.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Draft;
import org.cervimark.reading.Journal;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.SessionDraft;

/**
 * One user whose program is killed again and again, each time to be started anew. After each kill
 * the same steps are done here without any journal, and what can be recovered must be what the
 * program had said it did, or the one step more that it had no time to say.
 */
final class KillSeries {

  private static final int KILLS_PER_FILM = 6;
  private static final int MOST_LINES = 10;
  private static final int LONGEST_START_MS = 400;

  /** What was tried and what came of it. */
  static final class Count {
    int kills;
    int steps;
    int saves;
    int withMarksOnlyInJournal;
    int landmarksCompared;
    int landmarksLost;
    int filesRead;
    int filesTorn;
    final List<String> faults = new ArrayList<>();

    void add(Count other) {
      kills += other.kills;
      steps += other.steps;
      saves += other.saves;
      withMarksOnlyInJournal += other.withMarksOnlyInJournal;
      landmarksCompared += other.landmarksCompared;
      landmarksLost += other.landmarksLost;
      filesRead += other.filesRead;
      filesTorn += other.filesTorn;
      faults.addAll(other.faults);
    }

    @Override
    public String toString() {
      return String.format(
          "kills %d (%d with unsaved marks), steps said %d, saves %d, landmarks compared %d, lost"
              + " %d, DICOM files read %d, torn %d",
          kills,
          withMarksOnlyInJournal,
          steps,
          saves,
          landmarksCompared,
          landmarksLost,
          filesRead,
          filesTorn);
    }
  }

  private final Path folder;
  private final Path journal;
  private final KilledProgram program;
  private final Random lot;
  private final Catalogue catalogue = SmallCatalogue.get();
  private final Count count = new Count();

  KillSeries(Path folder, Path journal, KilledProgram program, long seed) {
    this.folder = folder;
    this.journal = journal;
    this.program = program;
    this.lot = new Random(seed);
  }

  /** Lets the program run to an end once, so that its classes are known. */
  static KilledProgram rehearse(Path folder) throws Exception {
    KilledProgram program = KilledProgram.in(folder);
    KillSeries series = new KillSeries(folder, folder.resolve("journal"), program, 1);
    Process process = series.start(series.film(0), 1, 40);
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new AssertionError("the program does not run");
    }
    return program;
  }

  Count run(int kills) throws Exception {
    Path film = folder;
    byte[] filmBytes = {};
    Draft held = new Draft(new TreeMap<>());
    for (int i = 0; i < kills; i++) {
      if (i % KILLS_PER_FILM == 0) {
        film = film(i / KILLS_PER_FILM);
        filmBytes = digest(film);
        held = SessionDraft.of(session(film));
      }
      held = kill(film, held);
      checkFiles(film.getParent());
      if (!Arrays.equals(filmBytes, digest(film))) {
        count.faults.add("kill " + i + " changed the film");
      }
    }
    return count;
  }

  private Draft kill(Path film, Draft held) throws Exception {
    long seed = lot.nextLong();
    // Some die while they start and take over what the one before left behind; the others at some
    // moment after they said a number of things.
    boolean early = lot.nextInt(10) == 0;
    int lines = early ? 0 : 1 + lot.nextInt(MOST_LINES);
    long moment = lot.nextInt(early ? LONGEST_START_MS * 1000 : 6000);
    Process process = start(film, seed, Integer.MAX_VALUE);
    int steps = 0;
    int saves = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      boolean alive = true;
      for (int read = 0; ; read++) {
        if (read == lines) {
          if (process.waitFor(moment, TimeUnit.MICROSECONDS)) {
            throw new AssertionError("ended by itself after step " + steps + " of " + seed);
          }
          // SIGKILL where there are signals; through the handle, which leaves the pipe open.
          process.toHandle().destroyForcibly();
          process.waitFor();
          alive = false;
        }
        String line = out.readLine();
        if (line == null) {
          break;
        } else if (line.startsWith(ScriptedReader.DONE)) {
          steps = Integer.parseInt(line.substring(ScriptedReader.DONE.length()));
        } else if (line.startsWith(ScriptedReader.SAVED)) {
          saves++;
        }
      }
      if (alive) {
        throw new AssertionError("ended by itself after step " + steps + " of " + seed);
      }
    }
    count.kills++;
    count.steps += steps;
    count.saves += saves;
    return compare(film, held, seed, steps);
  }

  private Draft compare(Path film, Draft held, long seed, int steps) throws Exception {
    ReadingSession expected = session(film);
    SessionDraft.restore(SessionDraft.of(expected).changesTo(held), expected);
    Random script = new Random(seed);
    for (int i = 0; i < steps; i++) {
      ScriptedReader.step(expected, script);
      script.nextInt(ScriptedReader.SAVE_EVERY);
    }
    Draft said = SessionDraft.of(expected);
    Set<Draft> possible = new HashSet<>(Set.of(said));
    expected.addListener(() -> possible.add(SessionDraft.of(expected)));
    ScriptedReader.step(expected, script);
    Draft saved = SessionDraft.of(saved(film));
    Draft found = recovered(film);
    if (!found.equals(saved)) {
      count.withMarksOnlyInJournal++;
    }
    count.landmarksCompared += SessionDraft.marks(said.changesTo(new Draft(new TreeMap<>())));
    if (!possible.contains(found)) {
      count.landmarksLost += Math.max(1, SessionDraft.marks(found.changesTo(said)));
      count.faults.add("after step " + steps + " of seed " + seed + ": " + found.changesTo(said));
    }
    return found;
  }

  private Draft recovered(Path film) throws Exception {
    ReadingSession session = saved(film);
    for (Journal.Kept kept :
        new FolderJournal(journal, Clock.systemUTC())
            .kept(session.radiograph().reference().studyInstanceUid())) {
      SessionDraft.restore(kept.changes(), session);
    }
    return SessionDraft.of(session);
  }

  private ReadingSession saved(Path film) throws Exception {
    Radiograph radiograph = DicomImages.readHeader(film);
    FolderStore store =
        new FolderStore(film, film.getParent(), catalogue, installation(), Clock.systemUTC());
    return ScriptedReader.begin(radiograph, store, catalogue);
  }

  private ReadingSession session(Path film) throws DicomException {
    return new ReadingSession(
        DicomImages.readHeader(film), catalogue, catalogue.protocols().get(0));
  }

  /** Everything with the name of a DICOM file can be read to its end. */
  private void checkFiles(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).toList()) {
        count.filesRead++;
        try {
          DataSetReader.readWhole(file);
        } catch (DicomException e) {
          count.filesTorn++;
          count.faults.add(e.getMessage());
        }
      }
    }
  }

  private Process start(Path film, long seed, int steps) throws IOException {
    return program.start(
        List.of(
            film.toString(),
            film.getParent().toString(),
            journal.toString(),
            installation().toString(),
            Long.toString(seed),
            Integer.toString(steps)));
  }

  private Path film(int number) throws Exception {
    Path study = Files.createDirectories(folder.resolve("study" + number));
    return new SampleCr().writeTo(study.resolve("film.dcm"));
  }

  private Path installation() {
    return folder.resolve("installation.properties");
  }

  private static byte[] digest(Path file) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
  }
}
