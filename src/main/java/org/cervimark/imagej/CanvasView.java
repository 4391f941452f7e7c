package org.cervimark.imagej;

import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;

/** What the commands of a viewer need of its window. */
interface CanvasView {
  /** Opens another file or folder. */
  void open();

  /** Shows patients, studies and images of what was opened. */
  void browse();

  /** Whether there is an image to compare with. */
  boolean canCompare();

  /** Shows the image beside another one. */
  void compare();

  /** Language and theme. */
  Settings settings();

  /** How the grey values of the image in front are shown. */
  GreyView grey();

  /** Chooses the window by the selection, else by the part of the image that is seen. */
  void windowPart();

  /** The windows offered by name. */
  List<GreyPresets.Preset> presets();

  /** Shows one of the windows offered, counted from 0; does nothing if there are fewer. */
  default void showPreset(int index) {
    List<GreyPresets.Preset> presets = presets();
    if (index < presets.size()) {
      grey().show(presets.get(index).voi());
    }
  }

  /** Steps through the frames of the image in front and plays them. */
  FramePlayer frames();

  /** What can be done with the series of the image in front. */
  SeriesActions series();

  /** Shows the whole image. */
  void showWhole();

  /** Shows one screen pixel for each image pixel. */
  void oneToOne();

  /** Whether lengths on the image are known, so that they can be shown as they are. */
  boolean hasTrueSize();

  /** Shows a millimetre of the image as a millimetre on the screen. */
  void trueSize();

  /** How far from a landmark an edge may lie to be taken for its own, in image pixels. */
  double snapRadius();

  /** The place on the image under the pointer, if it is over the image. */
  Optional<ImagePoint> pointedAt();

  /** How the image lies. */
  Turn turn();

  /** Lays the image in another way. */
  void lay(Turn turn);

  /** Enlarges the neighbourhood in which the next landmark is expected. */
  void zoomToTarget();
}
