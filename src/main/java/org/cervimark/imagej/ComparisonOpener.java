package org.cervimark.imagej;

import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;

/**
 * Opens a comparison of the image shown with the one that lies nearest; reads it off the screen.
 * Each comparison that is open has a window.
 */
final class ComparisonOpener implements Comparisons.Listener {

  private final ViewerModel model;
  private final Comparisons comparisons;
  private final ViewerParts parts;
  private final Dialogs dialogs;
  private final Component before;
  private final Map<Comparison, ComparisonWindow> windows = new HashMap<>();

  /**
   * Opens windows.
   *
   * @param before what they are shown before
   */
  ComparisonOpener(ViewerParts parts, Dialogs dialogs, Component before) {
    this.model = parts.actions().model();
    this.comparisons = parts.actions().comparisons();
    this.parts = parts;
    this.dialogs = dialogs;
    this.before = before;
    comparisons.addListener(this);
  }

  /** Opens a comparison. */
  void open() {
    Comparison.Side base = Comparison.Side.of(model.study(), model.entry(), model.image());
    Comparison.proposal(model.study().images(), model.entry())
        .ifPresent(
            entry ->
                parts
                    .background()
                    .execute(
                        () -> {
                          try {
                            DicomImage image = DicomImages.read(entry.file(), 1);
                            parts
                                .eventThread()
                                .execute(
                                    () ->
                                        comparisons.open(
                                            new Comparison(
                                                base,
                                                Comparison.Side.of(model.study(), entry, image))));
                          } catch (DicomException e) {
                            parts
                                .eventThread()
                                .execute(() -> dialogs.problem(String.valueOf(e.getMessage())));
                          }
                        }));
  }

  @Override
  public void opened(Comparison comparison) {
    ComparisonWindow window = new ComparisonWindow(comparison, model.study(), parts, dialogs);
    windows.put(comparison, window);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent e) {
            comparisons.close(comparison);
          }
        });
    window.showBefore(before);
  }

  @Override
  public void closed(Comparison comparison) {
    Optional.ofNullable(windows.remove(comparison)).ifPresent(ComparisonWindow::dispose);
  }
}
