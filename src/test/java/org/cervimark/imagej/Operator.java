package org.cervimark.imagej;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import org.cervimark.image.ImagePoint;

/** Works a viewer as a person does: with the mouse and the keys of the screen. */
final class Operator {

  private static final long PATIENCE = 15_000_000_000L;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** So many looks in a row that find nothing moved mean that the window is at rest. */
  private static final int QUIET = 5;

  private static final int QUIET_MILLISECONDS = 60;

  private final Robot robot;
  private final ViewerWindow window;

  Operator(ViewerWindow window) throws AWTException {
    this.window = window;
    this.robot = new Robot();
    robot.setAutoDelay(8);
    await("the canvas shows", () -> window.getCanvas().isShowing());
    awaitRest();
  }

  /**
   * Waits until the window has come to rest: a window manager frames it some time after it shows,
   * which takes room from the image and changes its magnification.
   */
  private void awaitRest() {
    int quiet = 0;
    Object before = "not seen yet";
    while (quiet < QUIET) {
      robot.delay(QUIET_MILLISECONDS);
      robot.waitForIdle();
      Object now = onEventThread(() -> List.of(canvas().view(), canvas().getLocationOnScreen()));
      quiet = now.equals(before) ? quiet + 1 : 0;
      before = now;
    }
  }

  ViewerCanvas canvas() {
    return (ViewerCanvas) window.getCanvas();
  }

  /** The screen pixel of the canvas in which an image position lies. */
  Point pixel(ImagePoint point) {
    Point2D.Double p = onEventThread(() -> canvas().view().toScreen(point));
    return new Point((int) Math.floor(p.x), (int) Math.floor(p.y));
  }

  /** Moves the pointer to an image position. */
  void pointAt(ImagePoint point) {
    Point p = pixel(point);
    Point corner = onEventThread(() -> canvas().getLocationOnScreen());
    robot.mouseMove(corner.x + p.x, corner.y + p.y);
    robot.waitForIdle();
  }

  /** Clicks on an image position. */
  void click(ImagePoint point) {
    pointAt(point);
    click();
  }

  private void click() {
    try (Arrival release = Arrival.of(MouseEvent.MOUSE_RELEASED)) {
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      release.await();
    }
    robot.waitForIdle();
  }

  /** Drags from one image position to another; does something before letting go. */
  void drag(ImagePoint from, ImagePoint to, Runnable beforeRelease) {
    drag(InputEvent.BUTTON1_DOWN_MASK, from, to, beforeRelease);
  }

  /** The same with the right button. */
  void dragRight(ImagePoint from, ImagePoint to) {
    drag(InputEvent.BUTTON3_DOWN_MASK, from, to, () -> {});
  }

  private void drag(int button, ImagePoint from, ImagePoint to, Runnable beforeRelease) {
    pointAt(from);
    try (Arrival press = Arrival.of(MouseEvent.MOUSE_PRESSED)) {
      robot.mousePress(button);
      press.await();
    }
    pointAt(ImagePoint.midpoint(from, to));
    Point end = pixel(to);
    try (Arrival last =
        Arrival.of(
            e ->
                e.getID() == MouseEvent.MOUSE_DRAGGED
                    && e.getSource() == canvas()
                    && ((MouseEvent) e).getPoint().equals(end))) {
      pointAt(to);
      last.await();
    }
    robot.waitForIdle();
    beforeRelease.run();
    try (Arrival release = Arrival.of(MouseEvent.MOUSE_RELEASED)) {
      robot.mouseRelease(button);
      release.await();
    }
    robot.waitForIdle();
  }

  /** Clicks in the middle of a component. */
  void click(Component component) {
    click(area(component).orElseThrow(() -> new AssertionError("not shown: " + component)));
  }

  /** Clicks on a line of a list. */
  void clickCell(JList<?> list, int index) {
    click(
        onEventThread(
            () -> {
              list.ensureIndexIsVisible(index);
              Rectangle cell = list.getCellBounds(index, index);
              Point corner = list.getLocationOnScreen();
              cell.translate(corner.x, corner.y);
              return cell;
            }));
  }

  /** What the screen shows of a component. */
  int[] pixels(Component component) {
    robot.waitForIdle();
    Rectangle area = area(component).orElseThrow();
    return robot
        .createScreenCapture(area)
        .getRGB(0, 0, area.width, area.height, null, 0, area.width);
  }

  private void click(Rectangle area) {
    robot.mouseMove(area.x + area.width / 2, area.y + area.height / 2);
    robot.waitForIdle();
    click();
  }

  /** What a component covers of the screen while it is shown. */
  private static Optional<Rectangle> area(Component component) {
    return onEventThread(
        () ->
            component.isShowing()
                ? Optional.of(new Rectangle(component.getLocationOnScreen(), component.getSize()))
                : Optional.empty());
  }

  /** Turns the wheel away from the operator (positive) or toward him. */
  void wheel(int notches) {
    int[] turned = {0};
    try (Arrival all =
        Arrival.of(
            e ->
                e instanceof MouseWheelEvent turn
                    && (turned[0] += Math.abs(turn.getWheelRotation())) >= Math.abs(notches))) {
      robot.mouseWheel(-notches);
      all.await();
    }
    robot.waitForIdle();
  }

  /**
   * Presses keys together, the modifiers first, and lets them go at once: the screen repeats a key
   * that is held while a busy program is waited for.
   */
  void keys(int... codes) {
    try (Arrival release =
        Arrival.of(
            e -> e.getID() == KeyEvent.KEY_RELEASED && ((KeyEvent) e).getKeyCode() == codes[0])) {
      for (int code : codes) {
        robot.keyPress(code);
      }
      for (int i = codes.length - 1; i >= 0; i--) {
        robot.keyRelease(codes[i]);
      }
      release.await();
    }
    robot.waitForIdle();
  }

  /** Opens a menu of the viewer and chooses a line of it, each by its name. */
  void choose(String menu, String line) {
    click(named(menu));
    AtomicReference<Optional<Component>> item = new AtomicReference<>(Optional.empty());
    await(
        "a line " + line,
        () -> {
          for (Window open : Window.getWindows()) {
            if (open.isShowing() && item.get().isEmpty()) {
              item.set(find(open, line).filter(c -> c instanceof JMenuItem && c.isShowing()));
            }
          }
          return item.get().isPresent();
        });
    click(item.get().get());
  }

  /** The component of this name in the viewer. */
  Component named(String name) {
    return find(window, name).orElseThrow(() -> new AssertionError("no component " + name));
  }

  /** The component of this name in a container. */
  static Optional<Component> find(Container container, String name) {
    for (Component child : container.getComponents()) {
      if (name.equals(child.getName())) {
        return Optional.of(child);
      }
      if (child instanceof Container inner) {
        Optional<Component> found = find(inner, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Waits for a button with this text in any window, and clicks it until the window is gone: one
   * that has just appeared may be shown before it takes clicks. Without a window manager the
   * program may not know where its dialog lies; then the button is pressed for the operator.
   */
  void answer(String text) {
    AtomicReference<Optional<JButton>> button = new AtomicReference<>(Optional.empty());
    await(
        "a button " + text,
        () -> {
          for (Window open : Window.getWindows()) {
            if (open.isShowing() && open != window) {
              button.set(buttonWith(open, text));
              if (button.get().isPresent()) {
                return true;
              }
            }
          }
          return false;
        });
    JButton pressed = button.get().get();
    long patience = System.nanoTime() + PATIENCE / 3;
    for (Optional<Rectangle> area = area(pressed); area.isPresent(); area = area(pressed)) {
      if (System.nanoTime() > patience) {
        SwingUtilities.invokeLater(pressed::doClick);
        await("the question goes away: " + text, () -> !pressed.isShowing());
      } else {
        click(area.get());
        robot.delay(100);
      }
    }
  }

  private static Optional<JButton> buttonWith(Container container, String text) {
    for (Component child : container.getComponents()) {
      if (child instanceof JButton button && text.equals(button.getText())) {
        return Optional.of(button);
      }
      if (child instanceof Container inner) {
        Optional<JButton> found = buttonWith(inner, text);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Waits until something holds. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!onEventThread(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw gaveUp("waited in vain: " + what);
      }
      robot.waitForIdle();
    }
  }

  /** The failure, with the screen as it was kept as target/screenshots/gave-up.png. */
  private AssertionError gaveUp(String message) {
    try {
      screenshot("gave-up");
    } catch (IOException e) {
      return new AssertionError(message, e);
    }
    return new AssertionError(message);
  }

  /** Keeps what the screen shows as target/screenshots/NAME.png. */
  void screenshot(String name) throws IOException {
    robot.waitForIdle();
    Files.createDirectories(SCREENSHOTS);
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(
        robot.createScreenCapture(screen), "png", SCREENSHOTS.resolve(name + ".png").toFile());
  }

  /** Asks something on the event thread. */
  static <T> T onEventThread(Supplier<T> question) {
    AtomicReference<T> answer = new AtomicReference<>();
    try {
      SwingUtilities.invokeAndWait(() -> answer.set(question.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    return answer.get();
  }
}
