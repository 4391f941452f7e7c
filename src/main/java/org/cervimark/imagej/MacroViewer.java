package org.cervimark.imagej;

import java.util.HashMap;
import java.util.Map;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.ImageReference;

/**
 * A viewer without a window, for macros where there is no display: the image that its model shows
 * is ImageJ's current one. As in a window each image keeps its greys while others are shown.
 */
final class MacroViewer {

  private final ViewerActions actions;
  private final Settings settings;
  private final Map<ImageEntry, Film> films = new HashMap<>();
  private ImageReference shown;

  private MacroViewer(ViewerActions actions, Settings settings) {
    this.actions = actions;
    this.settings = settings;
    this.shown = actions.model().radiograph().reference();
  }

  /** Shows to macros what a model shows, from now on. */
  static void open(ViewerActions actions, Settings settings) {
    MacroViewer viewer = new MacroViewer(actions, settings);
    viewer.show();
    actions.model().addListener(viewer::update);
  }

  private void update() {
    ImageReference now = actions.model().radiograph().reference();
    if (!now.equals(shown)) {
      shown = now;
      show();
    }
  }

  private void show() {
    ViewerModel model = actions.model();
    String title = model.entry().file().getFileName().toString();
    Film film = films.computeIfAbsent(model.entry(), e -> new Film(model.image(), title));
    if (!film.take(model.image())) {
      film = new Film(model.image(), title);
      films.put(model.entry(), film);
    }
    film.imp().showToMacros(new InFront(actions, film.grey(), settings));
    film.tellGreys(model);
  }
}
