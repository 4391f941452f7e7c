package org.cervimark.imagej;

import java.awt.Component;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;

/**
 * Opens a comparison of the image shown with the one that lies nearest; reads it off the screen.
 */
final class ComparisonOpener {

  private final ViewerModel model;
  private final ViewerParts parts;
  private final Dialogs dialogs;

  ComparisonOpener(ViewerModel model, ViewerParts parts, Dialogs dialogs) {
    this.model = model;
    this.parts = parts;
    this.dialogs = dialogs;
  }

  /** Opens it before a window. */
  void open(Component before) {
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
                                        new ComparisonWindow(
                                                new Comparison(
                                                    base,
                                                    Comparison.Side.of(
                                                        model.study(), entry, image)),
                                                model.study(),
                                                parts,
                                                dialogs)
                                            .showBefore(before));
                          } catch (DicomException e) {
                            parts
                                .eventThread()
                                .execute(() -> dialogs.problem(String.valueOf(e.getMessage())));
                          }
                        }));
  }
}
