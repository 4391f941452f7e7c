package org.cervimark.imagej;

import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.Scale;

/** An image of the study as this window shows it: its ImageJ image and its greys. */
final class Film {

  private final FilmImage imp;
  private final GreyView grey;
  private final Tone tone;
  private final double aspect;

  /** The film of an image. */
  Film(DicomImage image, String title) {
    imp = ImagePluses.of(image, title);
    grey = new GreyView(imp, image);
    imp.changes = false;
    Scale scale = image.radiograph().scale();
    tone = Tone.ofDicom(image);
    aspect = scale.rowSpacing() / scale.columnSpacing();
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

  /** Height of a pixel divided by its width. */
  double aspect() {
    return aspect;
  }
}
