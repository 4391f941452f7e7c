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
import org.cervimark.reading.JournalException;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.SessionDraft;

/**
 * One user whose program is killed again and again, each time to be started anew. Several films are
 * open in it, and each kill ends the sessions of all of them at once. Afterwards the same steps are
 * done here without any journal, and what can be recovered must be what the program had said it
 * did, or the one step more that it had no time to say.
 */
final class KillSeries {

  /** How many films are open in the program; the start of a process is what a kill costs. */
  private static final int WINDOWS = Integer.getInteger("cervimark.windows", 4);

  private static final int LIVES_OF_A_FILM = 6;
  private static final int MOST_LINES = 10;
  private static final int LONGEST_START_MS = 400;

  /** What was tried and what came of it. */
  static final class Count {
    int programs;
    int sessions;
    int steps;
    int saves;
    int withMarksOnlyInJournal;
    int landmarksCompared;
    int landmarksLost;
    int filesRead;
    int filesTorn;
    final List<String> faults = new ArrayList<>();

    void add(Count other) {
      programs += other.programs;
      sessions += other.sessions;
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
          "sessions killed %d in %d programs (%d with unsaved marks), steps said %d, saves %d,"
              + " landmarks compared %d, lost %d, DICOM files read %d, torn %d",
          sessions,
          programs,
          withMarksOnlyInJournal,
          steps,
          saves,
          landmarksCompared,
          landmarksLost,
          filesRead,
          filesTorn);
    }
  }

  /** A film in one of the windows. */
  private static final class Window {
    final Path film;
    final byte[] digest;
    Draft held;
    int lives = LIVES_OF_A_FILM;
    int steps;

    Window(Path film, Draft held) throws Exception {
      this.film = film;
      this.digest = digest(film);
      this.held = held;
    }
  }

  private final Path folder;
  private final Path journal;
  private final KilledProgram program;
  private final Random lot;
  private final Catalogue catalogue = SmallCatalogue.get();
  private final Count count = new Count();
  private int films;

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
    Process process = series.start(List.of(series.window()), 1, 40);
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new AssertionError("the program does not run");
    }
    return program;
  }

  Count run(int sessions) throws Exception {
    List<Window> windows = new ArrayList<>();
    while (count.sessions < sessions) {
      windows.removeIf(window -> window.lives == 0);
      while (windows.size() < WINDOWS) {
        windows.add(window());
      }
      List<Window> open = windows.subList(0, Math.min(WINDOWS, sessions - count.sessions));
      long seed = lot.nextLong();
      kill(open, seed);
      for (Window window : open) {
        Random script = ScriptedReader.script(seed, open.indexOf(window));
        window.held = compare(window, script);
        window.lives--;
        checkFiles(window.film.getParent());
        if (!Arrays.equals(window.digest, digest(window.film))) {
          count.faults.add("a kill changed the film " + window.film);
        }
      }
    }
    return count;
  }

  private void kill(List<Window> windows, long seed) throws Exception {
    // Some die while they start and take over what the one before left behind; the others at some
    // moment after they said a number of things.
    boolean early = lot.nextInt(10) == 0;
    int lines = early ? 0 : 1 + lot.nextInt(MOST_LINES * windows.size());
    long moment = lot.nextInt(early ? LONGEST_START_MS * 1000 : 6000);
    windows.forEach(window -> window.steps = 0);
    Process process = start(windows, seed, Integer.MAX_VALUE);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      boolean alive = true;
      for (int read = 0; ; read++) {
        if (read == lines) {
          if (process.waitFor(moment, TimeUnit.MICROSECONDS)) {
            throw new AssertionError("ended by itself, seed " + seed);
          }
          // SIGKILL where there are signals; through the handle, which leaves the pipe open.
          process.toHandle().destroyForcibly();
          process.waitFor();
          alive = false;
        }
        String line = out.readLine();
        if (line == null) {
          break;
        }
        hear(line, windows);
      }
      if (alive) {
        throw new AssertionError("ended by itself, seed " + seed);
      }
    }
    count.programs++;
    count.sessions += windows.size();
  }

  private void hear(String line, List<Window> windows) {
    int space = line.indexOf(' ');
    Window window = windows.get(Integer.parseInt(line.substring(0, space)));
    String said = line.substring(space + 1);
    if (said.startsWith(ScriptedReader.DONE)) {
      window.steps = Integer.parseInt(said.substring(ScriptedReader.DONE.length()));
      count.steps++;
    } else if (said.startsWith(ScriptedReader.SAVED)) {
      count.saves++;
    }
  }

  private Draft compare(Window window, Random script) throws Exception {
    ReadingSession expected = session(window.film);
    SessionDraft.restore(SessionDraft.of(expected).changesTo(window.held), expected);
    for (int i = 0; i < window.steps; i++) {
      ScriptedReader.step(expected, script);
      script.nextInt(ScriptedReader.SAVE_EVERY);
    }
    Draft said = SessionDraft.of(expected);
    Set<Draft> possible = new HashSet<>(Set.of(said));
    expected.addListener(() -> possible.add(SessionDraft.of(expected)));
    ScriptedReader.step(expected, script);
    ReadingSession session = saved(window.film);
    Draft saved = SessionDraft.of(session);
    for (Journal.Kept kept : kept(session)) {
      SessionDraft.restore(kept.changes(), session);
    }
    Draft found = SessionDraft.of(session);
    if (!found.equals(saved)) {
      count.withMarksOnlyInJournal++;
    }
    count.landmarksCompared += SessionDraft.marks(said.changesTo(new Draft(new TreeMap<>())));
    if (!possible.contains(found)) {
      count.landmarksLost += Math.max(1, SessionDraft.marks(found.changesTo(said)));
      count.faults.add(
          "after step " + window.steps + " of " + window.film + ": " + found.changesTo(said));
    }
    return found;
  }

  private List<Journal.Kept> kept(ReadingSession session) throws JournalException {
    return new FolderJournal(journal, Clock.systemUTC())
        .kept(session.radiograph().reference().studyInstanceUid());
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

  private Process start(List<Window> windows, long seed, int steps) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                journal.toString(),
                installation().toString(),
                Long.toString(seed),
                Integer.toString(steps)));
    windows.forEach(window -> words.add(window.film.toString()));
    return program.start(words);
  }

  private Window window() throws Exception {
    Path study = Files.createDirectories(folder.resolve("study" + films++));
    Path film = new SampleCr().writeTo(study.resolve("film.dcm"));
    return new Window(film, SessionDraft.of(session(film)));
  }

  private Path installation() {
    return folder.resolve("installation.properties");
  }

  private static byte[] digest(Path file) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
  }
}
