package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.cervimark.dicom.media.ScanWatch;
import org.cervimark.report.Wording;

/** Says that something is being opened, once that takes a moment, and lets the reader cancel it. */
final class OpeningProgress implements ScanWatch {

  /** The reader cancelled. */
  static final class CancelledException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final int PATIENCE_MILLISECONDS = 400;

  /** Between two changes of the bar. */
  private static final long BETWEEN_NANOSECONDS = 100_000_000;

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final JProgressBar bar = new JProgressBar();
  private Optional<JDialog> dialog = Optional.empty();
  private long toldAt;

  private OpeningProgress() {
    bar.setIndeterminate(true);
  }

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

  @Override
  public void progress(int done, int total) {
    long now = System.nanoTime();
    if (done == total || now - toldAt > BETWEEN_NANOSECONDS) {
      toldAt = now;
      SwingUtilities.invokeLater(() -> show(done, total));
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  /** Stops what is being opened, between two files. */
  void cancel() {
    cancelled.set(true);
  }

  /** What a scan has found, unless the reader stopped it. */
  <T> T orCancelled(Optional<T> found) throws CancelledException {
    return found.orElseThrow(CancelledException::new);
  }

  private void show(int done, int total) {
    bar.setIndeterminate(total == 0);
    bar.setMaximum(Math.max(1, total));
    bar.setValue(done);
    bar.setStringPainted(total > 0);
    bar.setString(done + " / " + total);
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
    panel.setBackground(Look.PAPER);
    JLabel what = new JLabel(wording.get("open.progress", String.valueOf(root.getFileName())));
    what.setFont(Look.font(13));
    what.setForeground(Look.TEXT);
    panel.add(what, BorderLayout.NORTH);
    bar.setFont(Look.font(12));
    bar.setPreferredSize(new Dimension(Look.scaled(280), Look.scaled(20)));
    panel.add(bar, BorderLayout.CENTER);
    FlatButton cancel = new FlatButton(wording.get("answer.cancel"), "");
    cancel.addActionListener(
        e -> {
          cancel();
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
