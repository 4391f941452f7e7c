package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.cervimark.report.Wording;

/** Says that something is being opened, once that takes a moment, and lets the reader cancel it. */
final class OpeningProgress {

  /** The reader cancelled. */
  static final class CancelledException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final int PATIENCE_MILLISECONDS = 400;

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private Optional<JDialog> dialog = Optional.empty();

  private OpeningProgress() {}

  /** Begins; a window appears if it takes long. */
  static OpeningProgress begin(Path root, Wording wording) {
    OpeningProgress progress = new OpeningProgress();
    if (!GraphicsEnvironment.isHeadless()) {
      SwingUtilities.invokeLater(
          () -> {
            Timer timer = new Timer(PATIENCE_MILLISECONDS, e -> progress.appear(root, wording));
            timer.setRepeats(false);
            timer.start();
          });
    }
    return progress;
  }

  /** Goes on, unless the reader has cancelled. */
  void check() throws CancelledException {
    if (cancelled.get()) {
      throw new CancelledException();
    }
  }

  /** Ends, and takes the window away. */
  void end() {
    ended.set(true);
    SwingUtilities.invokeLater(() -> dialog.ifPresent(JDialog::dispose));
  }

  private void appear(Path root, Wording wording) {
    if (ended.get()) {
      return;
    }
    JDialog window = new JDialog((JFrame) null, wording.get("product"), false);
    JPanel panel = new JPanel(new BorderLayout(10, 10));
    panel.setBorder(BorderFactory.createEmptyBorder(14, 16, 14, 16));
    panel.add(
        new JLabel(wording.get("open.progress", String.valueOf(root.getFileName()))),
        BorderLayout.NORTH);
    JProgressBar bar = new JProgressBar();
    bar.setIndeterminate(true);
    panel.add(bar, BorderLayout.CENTER);
    JButton cancel = new JButton(wording.get("open.cancel"));
    cancel.addActionListener(
        e -> {
          cancelled.set(true);
          window.dispose();
        });
    panel.add(cancel, BorderLayout.EAST);
    window.add(panel);
    window.pack();
    window.setLocationRelativeTo(null);
    window.setVisible(true);
    dialog = Optional.of(window);
  }
}
