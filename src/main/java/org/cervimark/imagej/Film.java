package org.cervimark.imagej;

import org.cervimark.dicom.image.DicomImage;

/** An image of the study as this window shows it: its ImageJ image and its greys. */
final class Film {

  private final FilmImage imp;
  private DicomImage shown;
  private final GreyView grey;
  private final Tone tone;

  /** The film of an image. */
  Film(DicomImage image, String title) {
    shown = image;
    imp = ImagePluses.of(image, title);
    grey = new GreyView(imp, image);
    imp.changes = false;
    tone = Tone.ofDicom(image);
  }

  /** Whether this is a frame of an image, rather than another one of it. */
  boolean shows(DicomImage image) {
    return image.radiograph().reference().equals(shown.radiograph().reference());
  }

  /**
   * Shows another frame of the same image in the same way.
   *
   * @return whether it does; frames with greys or a scale of their own need a film of their own
   */
  boolean take(DicomImage frame) {
    if (shows(frame)) {
      return true;
    }
    if (!frame.greyScale().equals(shown.greyScale())
        || !frame.pixels().format().equals(shown.pixels().format())
        || !frame.radiograph().scale().equals(shown.radiograph().scale())) {
      return false;
    }
    shown = frame;
    boolean changes = imp.changes;
    ImagePluses.exchange(imp, frame);
    grey.pixelsChanged();
    imp.updateAndDraw();
    imp.changes = changes;
    return true;
  }

  /** Tells a model how the greys are shown, now and whenever they have changed. */
  void tellGreys(ViewerModel model) {
    grey.onSettled(() -> model.setGreys(grey.state()));
    grey.settle();
  }

  /** The image in ImageJ. */
  FilmImage imp() {
    return imp;
  }

  /** How its grey values are shown. */
  GreyView grey() {
    return grey;
  }

  /** How its values become colours. */
  Tone tone() {
    return tone;
  }
}
