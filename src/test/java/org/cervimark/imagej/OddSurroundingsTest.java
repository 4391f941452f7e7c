package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.journal.FolderJournal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer on a tiny screen, and beside another copy of the plugin. */
@Tag("window")
class OddSurroundingsTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");

  @TempDir private Path folder;

  @BeforeAll
  static void needADisplay() {
    Display.require();
  }

  /** Opens a study on whatever screen there is, places a landmark and says what could be seen. */
  static final class OnThisScreen {

    private OnThisScreen() {}

    public static void main(String[] arguments) throws Exception {
      Display.startImageJ();
      ViewerWindow window = open(Path.of(arguments[0]));
      Operator operator = new Operator(window);
      Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
      tell("screen " + screen.width + " x " + screen.height);
      tell("inside " + new Rectangle(screen).contains(window.getBounds()));
      for (String name : List.of("open", "save", "menu.more", "saved", "next", "progress")) {
        JComponent component = (JComponent) operator.named(name);
        Rectangle seen = Operator.onEventThread(component::getVisibleRect);
        tell(name + " " + (seen.getSize().equals(component.getSize()) ? "whole" : seen));
      }
      operator.click(new ImagePoint(700, 700));
      operator.screenshot("33-tiny");
      int beside = stage(operator);
      operator.keys(KeyEvent.VK_F9);
      operator.await("the film has the room of the panel", () -> stage(operator) > 1.5 * beside);
      JComponent next = (JComponent) operator.named("next-line");
      tell("next " + Operator.onEventThread(next::getVisibleRect).getSize().equals(next.getSize()));
      operator.screenshot("34-tiny-film");
      operator.click(operator.named("panel-handle"));
      operator.await("the panel again", () -> stage(operator) == beside);
      tell("film " + (beside >= 400 ? "wide" : beside));
      tell("placed " + window.actions().model().session().done());
      System.exit(0);
    }

    /** How much of the screen's width the film may take. */
    private static int stage(Operator operator) {
      return operator.canvas().getParent().getWidth();
    }

    private static void tell(String line) {
      System.out.println(line);
    }
  }

  @Test
  void onATinyScreenEverythingNeededIsSeen() throws Exception {
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    List<String> command = new ArrayList<>(List.of("xvfb-run", "-a", "-s"));
    command.add("-screen 0 800x600x24 -r");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OnThisScreen.class.getName(), study.toString()));
    String output;
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      Assumptions.abort("SKIPPED: no second screen; install the package xvfb");
      return;
    }
    assertTrue(output.contains("screen 800 x 600\ninside true\n"), output);
    for (String name : List.of("open", "save", "menu.more", "saved", "next", "progress")) {
      assertTrue(output.contains("\n" + name + " whole\n"), output);
    }
    assertTrue(output.contains("placed 1"), output);
    assertTrue(output.contains("next true\nfilm wide\n"), output);
  }

  /** Loads our classes once more, as a second copy of the jar in another folder does. */
  private static final class OtherCopy extends URLClassLoader {

    OtherCopy(List<URL> places, ClassLoader parent) {
      super(places.toArray(new URL[0]), parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.cervimark.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }
  }

  @Test
  void twoCopiesOfThePluginShareTheToolAndStayApart() throws Exception {
    Display.startImageJ();
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    URL ours = ViewerWindow.class.getProtectionDomain().getCodeSource().getLocation();
    try (OtherCopy copy = new OtherCopy(List.of(ours), ViewerWindow.class.getClassLoader())) {
      ImageWindow theirs = opened(copy, study);
      assertNotSame(ViewerWindow.class, theirs.getClass());
      assertEquals(ViewerWindow.class.getName(), theirs.getClass().getName());
      IJ.redirectErrorMessages();
      new SaveCommand().run("");
      assertTrue(IJ.getErrorMessage().contains("CerviMark Open"), "one sentence says what to do");

      ViewerWindow window = open(study);
      Operator operator = new Operator(window);
      assertTrue(LandmarkTool.state().isActive(), "the tool of either copy is the tool");
      operator.click(new ImagePoint(700, 700));
      assertEquals(1, window.actions().model().session().done());
      Operator.onEventThread(
          () -> {
            for (ImageWindow open : List.of(window, theirs)) {
              Display.close(open);
            }
            return true;
          });
    }
  }

  @Test
  void whatAMacroOfImageJClosesKeepsItsUnsavedMarksInTheJournal() throws Exception {
    Display.startImageJ();
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    Path journal = folder.resolve("journal");
    ViewerWindow window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.empty()),
                Settings.of(Locale.ENGLISH),
                new FolderJournal(journal, Clock.systemUTC()),
                new ResultsFolder(ResultsFolder.nowhere(), Optional::empty),
                Optional.empty())
            .openTelling(study)
            .orElseThrow();
    Operator operator = new Operator(window);
    operator.click(new ImagePoint(700, 700));
    operator.await("a mark", () -> window.actions().model().session().done() == 1);
    Interpreter interpreter = new Interpreter();
    interpreter.setIgnoreErrors(true);
    interpreter.run("close(\"*\");", "");
    assertFalse(interpreter.wasError(), interpreter.getErrorMessage());
    operator.await("ImageJ has closed it", window::isClosed);
    try (Stream<Path> kept = Files.list(journal)) {
      assertEquals(1, kept.count(), "offered when the study is opened another day");
    }
    IJ.redirectErrorMessages();
    new SaveCommand().run("");
    assertTrue(IJ.getErrorMessage().contains("CerviMark Open"), "one sentence says what to do");
  }

  /** A study in a viewer of the other copy, which shares no class with ours but ImageJ's. */
  private static ImageWindow opened(ClassLoader copy, Path study) throws Exception {
    Class<?> type = Class.forName("org.cervimark.imagej.StudyOpener", true, copy);
    Method standard = type.getDeclaredMethod("standard");
    standard.setAccessible(true);
    Method open = type.getDeclaredMethod("openTelling", Path.class);
    open.setAccessible(true);
    Optional<?> window = (Optional<?>) open.invoke(standard.invoke(null), study);
    return (ImageWindow) window.orElseThrow();
  }

  private static ViewerWindow open(Path study) {
    return new StudyOpener(
            Readings.CATALOGUE,
            new MemoryReaderName(Optional.of(PersonName.parse("Lee^Younghee"))),
            Settings.of(Locale.ENGLISH))
        .openTelling(study)
        .orElseThrow();
  }
}
