package org.cervimark.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;

/**
 * An image window of ImageJ with the study on its left and the protocol on its right. Shows one
 * image of the study at a time; each is an {@link ImagePlus} of its own, so that selections and
 * overlays of ImageJ stay with their image.
 */
@SuppressWarnings("serial")
public final class ViewerWindow extends ImageWindow {

  private static final int USUAL_WIDTH = 1720;
  private static final int USUAL_HEIGHT = 1040;

  private final transient ViewerActions actions;
  private final transient Map<ImageEntry, Film> films = new LinkedHashMap<>();
  private final transient Runnable stopListening;
  private final ViewerCanvas canvas;
  private final transient ViewerParts parts;
  private final ViewerContent content;
  private transient ViewerPanels panels;
  private boolean assembled;
  private transient ImageEntry shown;

  /** Shows a viewer on an image; the window opens at once. Called on the event thread. */
  ViewerWindow(ViewerCanvas canvas, ViewerParts parts) {
    super(canvas.film().imp(), canvas);
    this.canvas = canvas;
    this.parts = parts;
    this.actions = parts.actions();
    ViewerModel model = actions.model();
    this.shown = model.entry();
    this.films.put(shown, canvas.film());
    this.panels = new ViewerPanels(parts, canvas);
    this.content = new ViewerContent(new Stage(canvas), panels, model);

    remove(canvas);
    removeKeyListener(ij);
    removeMouseWheelListener(this);
    setLayout(new BorderLayout());
    Panel heavyweight = new Panel(new BorderLayout());
    JRootPane root = new JRootPane();
    root.setContentPane(content);
    heavyweight.add(root, BorderLayout.CENTER);
    assembled = true;
    add(heavyweight);
    ViewerKeys keys = new ViewerKeys(parts.commands()::forKey, model, parts.tool());
    addKeyListener(keys);
    canvas.addKeyListener(keys);
    addFocusListener(keys);
    canvas.addFocusListener(keys);
    FileDrop.install(this, parts.opener());
    FileDrop.install(canvas, parts.opener());
    stopListening = parts.tool().onChange(this::update);
    model.addListener(this::update);
    parts.settings().onChange(this::rebuild);

    Rectangle screen = freeScreen();
    Dimension size =
        new Dimension(
            Math.min(Math.max(Look.scaled(USUAL_WIDTH), screen.width * 17 / 20), screen.width),
            Math.min(Math.max(Look.scaled(USUAL_HEIGHT), screen.height * 17 / 20), screen.height));
    setBounds(
        screen.x + (screen.width - size.width) / 2,
        screen.y + (screen.height - size.height) / 2,
        size.width,
        size.height);
    if (!Interpreter.isBatchMode()) {
      setVisible(true);
      canvas.requestFocus();
    }
    update();
  }

  /** The screen without the strip that ImageJ's main window takes at its top. */
  private Rectangle freeScreen() {
    Rectangle screen = GUI.getMaxWindowBounds(ij == null ? this : ij);
    if (ij != null && ij.isShowing()) {
      int below = ij.getY() + ij.getHeight();
      if (below > screen.y && below - screen.y < screen.height / 5) {
        screen.height -= below - screen.y;
        screen.y = below;
      }
    }
    return screen;
  }

  /** Goes on with another catalogue; what is placed stays. */
  void use(Catalogue catalogue) {
    parts.actions().model().use(catalogue);
    rebuild();
  }

  /** Makes the panels anew, in another language or theme; everything shown is in the model. */
  private void rebuild() {
    if (!isClosed()) {
      panels = panels.anew(parts, canvas);
      content.surround(panels);
      validate();
      update();
      canvas.requestFocusInWindow();
    }
  }

  /** What a reader can do here. */
  ViewerActions actions() {
    return actions;
  }

  /** What menu commands and macros work on. */
  InFront inFront() {
    return new InFront(actions, canvas.film().grey(), parts.settings());
  }

  /** The command with an id. */
  ViewerCommand command(String id) {
    return parts.commands().get(id);
  }

  /** Shows the state of the model. */
  private void update() {
    if (isClosed()) {
      return;
    }
    ViewerModel model = actions.model();
    if (!model.entry().equals(shown)) {
      swap(model.entry(), model.image());
    } else if (!canvas.film().shows(model.image())) {
      if (!canvas.film().take(model.image())) {
        swap(model.entry(), model.image());
      }
      setTitle(title(canvas.film(), model.radiograph()));
    }
    content.update();
    canvas.scaleChanged();
    canvas.repaint();
  }

  private void swap(ImageEntry entry, DicomImage image) {
    ImagePlus before = imp;
    shown = entry;
    Film next = films.computeIfAbsent(entry, e -> new Film(image, title(e)));
    if (!next.take(image)) {
      next = new Film(image, next.imp().getTitle());
      films.put(entry, next);
    }
    setImage(next.imp());
    before.setWindow(null);
    canvas.show(next);
    WindowManager.setCurrentWindow(this);
    setTitle(title(next, image.radiograph()));
  }

  /** The title with the number of the frame. */
  private static String title(Film film, Radiograph radiograph) {
    int frames = radiograph.pixelFormat().frames();
    String title = film.imp().getTitle();
    return frames > 1 ? title + " (" + radiograph.reference().frame() + "/" + frames + ")" : title;
  }

  /** The title of the window and the image in ImageJ. */
  static String title(ImageEntry entry) {
    return WindowManager.getUniqueName(entry.file().getFileName().toString());
  }

  /**
   * Closes the window, after asking about unsaved marks unless a macro closes it.
   *
   * @return whether it is closed
   */
  @Override
  public boolean close() {
    if (isClosed()) {
      return true;
    }
    if (!Interpreter.isBatchMode() && !IJ.isMacro() && !mayClose()) {
      return false;
    }
    if (!super.close()) {
      return false;
    }
    stopListening.run();
    films.values().forEach(f -> f.imp().flush());
    if (isDisplayable()) {
      // ImageJ leaves its windows to the end of the program when it quits; that may not come.
      SwingUtilities.invokeLater(this::dispose);
    }
    return true;
  }

  private boolean mayClose() {
    if (SwingUtilities.isEventDispatchThread()) {
      return actions.mayClose();
    }
    AtomicBoolean answer = new AtomicBoolean();
    try {
      SwingUtilities.invokeAndWait(() -> answer.set(actions.mayClose()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("asking about unsaved marks failed", e);
    }
    return answer.get();
  }

  @Override
  public void windowClosing(WindowEvent e) {
    if (ij == null) {
      close();
    } else {
      super.windowClosing(e);
    }
  }

  /** Nothing: the canvas has its own wheel, and the panels scroll themselves. */
  @Override
  public synchronized void mouseWheelMoved(MouseWheelEvent e) {}

  /** ImageJ packs its windows when the magnification changes; this one keeps its size. */
  @Override
  public void pack() {
    if (assembled) {
      validate();
    }
  }

  /** ImageJ shows a window while it is constructed; this one waits until it is assembled. */
  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public void show() {
    if (assembled) {
      super.show();
    }
  }

  @Override
  public void maximize() {
    validate();
  }

  @Override
  public Rectangle getMaximumBounds() {
    return GUI.getMaxWindowBounds(this);
  }

  @Override
  public Insets getInsets() {
    return getInsets(false);
  }

  @Override
  public void updateImage(ImagePlus changed) {
    setImage(changed);
    canvas.showWhole();
  }

  @Override
  public void paint(Graphics g) {
    // No subtitle and no frame around the canvas; the children paint themselves.
  }
}
