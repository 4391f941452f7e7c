package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.reading.Verification;
import org.cervimark.report.TextNote;
import org.cervimark.report.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at what is saved, signing it and merging it, with a study on disk and no window. */
class RevisionActionsTest {

  private static final PersonName LEE = PersonName.parse("Lee^Younghee");
  private static final PersonName PARK = PersonName.parse("Park^Minsu");
  private static final Signature SIGNATURE = new Signature(PARK, "Test hospital");
  private static final Path PHANTOM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  @TempDir private Path folder;

  private final Told told = new Told();
  private final MemoryReaderName readerName = new MemoryReaderName(Optional.of(LEE));

  @BeforeEach
  void copyOnePhantom() throws Exception {
    Files.copy(PHANTOM, folder.resolve("film.dcm"));
  }

  @Test
  void aSignatureIsAskedForStoredAndSeenInTheSavedState() throws Exception {
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    told.signature = Optional.of(SIGNATURE);
    actions.revisions().sign();

    assertEquals("saved with the study · revision 2 · signed", saved(actions));
    assertEquals("Test hospital", readerName.organization());
    assertEquals(Optional.of(LEE), readerName.get(), "who signs need not be who reads");
    Verification stored = newest(open()).flatMap(StudyReport::verification).orElseThrow();
    assertEquals("Park^Minsu", stored.observer().alphabetic());
    assertEquals("Test hospital", stored.organization());
    assertEquals(StudyHistory.Signing.SIGNED, history(actions).signing());

    place(actions, 0, new ImagePoint(710, 800));
    actions.save();
    assertEquals("saved with the study · revision 3", saved(actions));
  }

  @Test
  void nothingIsSignedThatIsNotSavedOrNotSeen() throws Exception {
    told.signature = Optional.of(SIGNATURE);
    ViewerActions one = open();
    one.revisions().sign();
    assertEquals("sign.no.NOTHING", message(one));
    place(one, 0, new ImagePoint(700, 800));
    one.revisions().sign();
    assertEquals("sign.no.UNSAVED", message(one));
    one.save();
    ViewerActions other = open();
    place(one, 1, new ImagePoint(900, 800));
    one.save();
    other.revisions().sign();
    assertEquals("sign.no.UNSEEN", message(other));
    assertEquals(0, told.asked, "nobody is asked in vain");
    assertFalse(newest(open()).orElseThrow().isVerified());
  }

  @Test
  void whatSomebodySavesWhileTheQuestionIsOpenIsNotSigned() throws Exception {
    ViewerActions one = open();
    place(one, 0, new ImagePoint(700, 800));
    one.save();
    ViewerActions other = open();
    place(other, 1, new ImagePoint(900, 800));
    told.signature = Optional.of(SIGNATURE);
    told.meanwhile = other::save;
    one.revisions().sign();
    assertEquals(1, told.asked);
    assertEquals("sign.no.UNSEEN", message(one));
    assertFalse(newest(open()).orElseThrow().isVerified());
  }

  @Test
  void remarksAreSavedAtOnceAndLeaveUnsavedMarksAlone() throws Exception {
    StudyRemarks said =
        new StudyRemarks(
            List.of("Osteophyte C5", "\uc804\ub9cc \uc720\uc9c0"),
            Optional.of("Film again in six weeks"),
            Optional.of(new TimePoint("first visit", Optional.of(TimePoint.Type.BASELINE))));
    ViewerActions actions = open();
    told.says.add(said);
    actions.revisions().remark();
    assertEquals("remarks.first", message(actions));
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    place(actions, 1, new ImagePoint(900, 800));
    actions.revisions().remark();

    assertEquals("remarks.done", message(actions));
    assertEquals(List.of(StudyRemarks.NONE), told.offered);
    StudyReport saved = newest(open()).orElseThrow();
    assertEquals(said, saved.remarks());
    assertEquals(2, saved.revision());
    assertEquals(1, saved.readings().get(0).landmarks().all().size());
    assertTrue(actions.model().session().isModified());
    actions.save();
    StudyReport last = newest(open()).orElseThrow();
    assertEquals(said, last.remarks());
    assertEquals(2, last.readings().get(0).landmarks().all().size());
    assertTrue(new TextNote(Readings.CATALOGUE, Locale.ENGLISH).of(last).contains("six weeks"));
  }

  @Test
  void remarksThatNameThePatientAreAskedForAgainAndNotLost() throws Exception {
    StudyRemarks naming =
        new StudyRemarks(List.of("Hong Gildong sleeps badly"), Optional.empty(), Optional.empty());
    told.says.add(naming);
    told.mayFail = true;
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    actions.revisions().remark();

    assertEquals(List.of(StudyRemarks.NONE, naming), told.offered);
    assertEquals(1, told.problems.size());
    assertEquals(StudyRemarks.NONE, newest(open()).orElseThrow().remarks());
  }

  @Test
  void aCancelledSignatureChangesNothing() throws Exception {
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    actions.revisions().sign();
    assertEquals(1, told.asked);
    assertEquals("saved with the study · revision 1", saved(actions));
    assertEquals("", readerName.organization());
  }

  @Test
  void theHistoryTellsWhoMovedWhatAndHowFarNewestFirst() throws Exception {
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    place(actions, 0, new ImagePoint(730, 840));
    actions.save();
    actions.revisions().history();

    StudyHistory history = told.histories.get(0);
    assertEquals(
        List.of(2, 1), history.entries().stream().map(e -> e.report().revision()).toList());
    RevisionWords words = words(Locale.ENGLISH);
    String heading = words.revision(history.entries().get(0).report());
    assertTrue(heading.startsWith("Revision 2 · ") && heading.endsWith("Lee Younghee"), heading);
    String changes = String.join("\n", words.changes(history.entries().get(0)));
    assertTrue(changes.contains("50 px"), changes);
    assertTrue(changes.contains("moved"), changes);
    assertTrue(changes.contains("Image film.dcm, "), changes);
    assertEquals(StudyHistory.Signing.POSSIBLE, history.signing());
    assertEquals("The newest revision is not signed.", words.state(history));
    String korean = String.join("\n", words(Locale.KOREAN).changes(history.entries().get(0)));
    assertTrue(korean.contains("옮김"), korean);
  }

  @Test
  void theHistoryIsShownAgainAfterASignature() throws Exception {
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    actions.save();
    told.signature = Optional.of(SIGNATURE);
    told.answers.add(Dialogs.HistoryAnswer.SIGN);
    actions.revisions().history();
    assertEquals(
        List.of(StudyHistory.Signing.POSSIBLE, StudyHistory.Signing.SIGNED),
        told.histories.stream().map(StudyHistory::signing).toList());
  }

  @Test
  void ofTwoRevisionsTheNewerCountsUnlessTheReaderSaysOtherwise() throws Exception {
    contradict();
    assertEquals("saved with the study · revision 3 · conflict: see History", saved(open()));
    ViewerActions actions = open();
    assertEquals(StudyHistory.Signing.CONFLICT, history(actions).signing());
    told.merging =
        choice -> {
          assertEquals(2, choice.conflicts().size());
          RevisionMerge.Conflict first = choice.conflicts().get(0);
          assertEquals(choice.newer(), choice.chosen(first.subject()));
          assertEquals(50, first.pixels().orElseThrow(), 1e-9);
          Side older = choice.newer() == Side.ONE ? Side.OTHER : Side.ONE;
          RevisionWords words = words(Locale.ENGLISH);
          assertEquals("column 700, row 800 · placed", words.side(choice, first.subject(), older));
          assertEquals(
              "column 730, row 840 · placed", words.side(choice, first.subject(), choice.newer()));
          assertTrue(words.subject(choice, first).endsWith("50 px apart"));
          choice.choose(first.subject(), older);
        };
    actions.revisions().merge();

    assertEquals("merge.done", message(actions));
    assertEquals(List.of(new ImagePoint(700, 800), new ImagePoint(1000, 1100)), points(actions));
    assertFalse(actions.model().session().isModified());
    ViewerActions reopened = open();
    assertEquals(points(actions), points(reopened));
    assertFalse(reopened.model().study().isContested(reopened.model().radiograph()));
    assertEquals(StudyHistory.Signing.POSSIBLE, history(reopened).signing());
  }

  @Test
  void nothingIsMergedWhileMarksAreNotSavedOrWithoutAConflict() throws Exception {
    ViewerActions single = open();
    single.revisions().merge();
    assertEquals("merge.nothing", message(single));
    contradict();
    ViewerActions actions = open();
    place(actions, 2, new ImagePoint(500, 600));
    actions.revisions().merge();
    assertEquals("merge.unsaved", message(actions));
    assertTrue(history(actions).isConflict());
  }

  @Test
  void aMergeThatIsCancelledLeavesBothRevisions() throws Exception {
    contradict();
    told.joins = false;
    ViewerActions actions = open();
    actions.revisions().merge();
    assertTrue(history(actions).isConflict());
  }

  @Test
  void nothingSavedIsShownDuringABlindedReading() throws Exception {
    ViewerActions actions = open();
    place(actions, 0, new ImagePoint(700, 800));
    assertTrue(actions.revisions().isOpen());
    actions.repeat();
    assertFalse(actions.revisions().isOpen());
  }

  /** Two viewers of the same study that move two landmarks, each in its own way. */
  private void contradict() throws Exception {
    ViewerActions before = open();
    place(before, 0, new ImagePoint(600, 700));
    place(before, 1, new ImagePoint(900, 1000));
    before.save();
    ViewerActions one = open();
    ViewerActions other = open();
    place(one, 0, new ImagePoint(700, 800));
    place(one, 1, new ImagePoint(1040, 1130));
    one.save();
    place(other, 0, new ImagePoint(730, 840));
    place(other, 1, new ImagePoint(1000, 1100));
    other.save();
  }

  private static void place(ViewerActions actions, int landmark, ImagePoint point) {
    actions.model().session().place(landmark(landmark), point);
  }

  private static LandmarkId landmark(int index) {
    return Readings.QUICK.landmarks().get(index);
  }

  private static List<ImagePoint> points(ViewerActions actions) {
    return List.of(
        actions.model().session().landmarks().point(landmark(0)).orElseThrow(),
        actions.model().session().landmarks().point(landmark(1)).orElseThrow());
  }

  private static String message(ViewerActions actions) {
    return actions.model().message().orElseThrow().key();
  }

  private static String saved(ViewerActions actions) {
    return new StudyWords(Wording.of(Settings.class, Locale.ENGLISH)).saved(actions.model());
  }

  private static Optional<StudyReport> newest(ViewerActions actions) {
    return actions.model().study().newest(actions.model().radiograph());
  }

  private static StudyHistory history(ViewerActions actions) throws Exception {
    return actions.model().study().history(actions.model().radiograph(), Runnable::run);
  }

  private static RevisionWords words(Locale locale) {
    return new RevisionWords(
        Readings.CATALOGUE, Wording.of(Settings.class, locale), image -> "film.dcm");
  }

  private ViewerActions open() throws Exception {
    StudyFolder scanned = StudyFolder.scan(folder);
    ImageEntry entry = scanned.images().get(0);
    StudySessions study =
        new StudySessions(
            scanned, Readings.CATALOGUE, (file, uid) -> new FolderStore(folder, folder));
    return new ViewerActions(
        new ViewerModel(study, entry, DicomImages.read(entry.file(), 1)),
        told,
        readerName,
        new StudyNote(() -> NoteChoice.in(Locale.ENGLISH)),
        Runnable::run,
        Runnable::run,
        Runnable::run);
  }

  /** Answers as the test says and keeps what it was shown. */
  private static final class Told implements Dialogs {

    private final List<StudyHistory> histories = new ArrayList<>();
    private final Deque<HistoryAnswer> answers = new ArrayDeque<>();
    private Optional<Signature> signature = Optional.empty();
    private Runnable meanwhile = () -> {};
    private Consumer<MergeChoice> merging = choice -> {};
    private boolean joins = true;
    private int asked;
    private final Deque<StudyRemarks> says = new ArrayDeque<>();
    private final List<StudyRemarks> offered = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean mayFail;

    @Override
    public Optional<StudyRemarks> remarks(StudyRemarks remarks) {
      offered.add(remarks);
      return Optional.ofNullable(says.poll());
    }

    @Override
    public HistoryAnswer history(StudyHistory history) {
      histories.add(history);
      return answers.isEmpty() ? HistoryAnswer.CLOSE : answers.remove();
    }

    @Override
    public Optional<Signature> signature(
        StudyReport revision, Optional<PersonName> reader, String organization) {
      asked++;
      meanwhile.run();
      return signature;
    }

    @Override
    public boolean merge(MergeChoice choice) {
      merging.accept(choice);
      return joins;
    }

    @Override
    public Unsaved unsaved(int images) {
      return Unsaved.CANCEL;
    }

    @Override
    public Optional<PersonName> reader() {
      return Optional.empty();
    }

    @Override
    public Optional<String> words() {
      return Optional.empty();
    }

    @Override
    public Optional<CalibrationObject> object() {
      return Optional.empty();
    }

    @Override
    public void problem(String sentence) {
      problems.add(sentence);
      assertTrue(mayFail, sentence);
    }

    @Override
    public void unwritable(Path file) {
      throw new AssertionError("nothing is written here");
    }

    @Override
    public void note(OpenNote note) {
      throw new AssertionError("no note is asked for");
    }

    @Override
    public void help() {
      throw new AssertionError("no help is asked for");
    }
  }
}
