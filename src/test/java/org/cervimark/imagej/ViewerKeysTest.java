package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JPanel;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holding a key down is one press; a press after the focus has been elsewhere is another. */
class ViewerKeysTest {

  private static final Path PHANTOM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  @TempDir private Path folder;

  private final Component canvas = new JPanel();
  private final AtomicInteger runs = new AtomicInteger();
  private ViewerKeys keys;

  @BeforeEach
  void makeKeys() throws Exception {
    StudyFolder scanned = StudyFolder.scan(PHANTOM);
    ImageEntry entry = scanned.images().get(0);
    StudySessions study =
        new StudySessions(
            scanned, Readings.CATALOGUE, (file, uid) -> new FolderStore(folder, folder));
    ViewerCommand command =
        new ViewerCommand(
            "history",
            List.of(),
            ViewerCommand.Scope.WINDOW,
            () -> true,
            () -> false,
            runs::incrementAndGet,
            Optional::empty);
    keys =
        new ViewerKeys(
            e -> Optional.of(command),
            new ViewerModel(study, entry, DicomImages.read(entry.file(), 1)),
            new NoTool());
  }

  @Test
  void holdingAKeyDownIsOnePress() {
    press(1000);
    press(1030);
    press(1060);
    assertEquals(1, runs.get());
    release(1090);
    press(1090);
    assertEquals(1, runs.get(), "under X a held key is released and pressed again at once");
    release(1100);
    press(1300);
    assertEquals(2, runs.get());
  }

  @Test
  void aKeyThatIsLetGoInADialogCountsWhenItIsPressedAgain() {
    press(1000);
    // The dialog has the focus when the key is let go: no release arrives here.
    keys.focusLost(new FocusEvent(canvas, FocusEvent.FOCUS_LOST));
    press(5000);
    assertEquals(2, runs.get());
  }

  private void press(long when) {
    keys.keyPressed(event(KeyEvent.KEY_PRESSED, when));
  }

  private void release(long when) {
    keys.keyReleased(event(KeyEvent.KEY_RELEASED, when));
  }

  private KeyEvent event(int id, long when) {
    return new KeyEvent(canvas, id, when, 0, KeyEvent.VK_F3, KeyEvent.CHAR_UNDEFINED);
  }

  /** Another tool of ImageJ is in use. */
  private static final class NoTool implements ToolState {

    @Override
    public boolean isActive() {
      return false;
    }

    @Override
    public void activate() {
      throw new AssertionError("nobody asks for the tool");
    }

    @Override
    public void deactivate() {
      throw new AssertionError("nobody leaves the tool");
    }

    @Override
    public Runnable onChange(Runnable listener) {
      return () -> {};
    }
  }
}
