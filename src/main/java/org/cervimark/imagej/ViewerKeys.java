package org.cervimark.imagej;

import ij.IJ;
import ij.ImageJ;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a viewer: ours first, everything else goes to ImageJ as in any image window. Arrow
 * keys move the selected landmark by a pixel, with Shift by a tenth; holding one down is one step
 * to undo.
 */
final class ViewerKeys extends FocusAdapter implements KeyListener {

  private static final double FINE = 0.1;

  /** Milliseconds between release and press within which no finger can press a key again. */
  private static final long REPEAT_GAP = 3;

  private final Function<KeyEvent, Optional<ViewerCommand>> commands;
  private final ViewerModel model;
  private final ToolState tool;
  private boolean nudging;
  private int lastReleased;
  private long lastReleasedAt;
  private int held;

  /**
   * The keys of a viewer.
   *
   * @param commands the command that a key stands for now
   */
  ViewerKeys(
      Function<KeyEvent, Optional<ViewerCommand>> commands, ViewerModel model, ToolState tool) {
    this.commands = commands;
    this.model = model;
    this.tool = tool;
  }

  @Override
  public void keyPressed(KeyEvent e) {
    if (e.isConsumed()) {
      return;
    }
    if (nudge(e)) {
      e.consume();
      return;
    }
    Optional<ViewerCommand> command = commands.apply(e);
    if (command.isPresent()) {
      e.consume();
      if (!isRepeat(e)) {
        run(command.get());
      }
      return;
    }
    ImageJ host = host();
    if (host != null) {
      host.keyPressed(e);
    }
  }

  private void run(ViewerCommand command) {
    if (command.enabled().getAsBoolean()) {
      command.action().run();
    } else {
      command.hindrance().get().ifPresent(model::tell);
    }
  }

  /**
   * Whether a key is being held down, which must not mark one landmark after the other as not
   * visible: a press without a release, or, under X, right upon the release.
   */
  private boolean isRepeat(KeyEvent e) {
    boolean repeat =
        held == e.getKeyCode()
            || (lastReleased == e.getKeyCode() && e.getWhen() - lastReleasedAt <= REPEAT_GAP);
    held = e.getKeyCode();
    return repeat;
  }

  @Override
  public void keyReleased(KeyEvent e) {
    held = KeyEvent.VK_UNDEFINED;
    lastReleased = e.getKeyCode();
    lastReleasedAt = e.getWhen();
    if (isArrow(e.getKeyCode())) {
      endNudge();
    }
    ImageJ host = host();
    if (host != null) {
      host.keyReleased(e);
    }
  }

  /** Whatever is held is let go elsewhere, as in a dialog that a key has opened. */
  @Override
  public void focusLost(FocusEvent e) {
    held = KeyEvent.VK_UNDEFINED;
    endNudge();
  }

  @Override
  public void keyTyped(KeyEvent e) {
    ImageJ host = host();
    if (host != null) {
      host.keyTyped(e);
    }
  }

  private boolean nudge(KeyEvent e) {
    if (!tool.isActive()
        || !isArrow(e.getKeyCode())
        || e.isControlDown()
        || model.marking().selected().isEmpty()) {
      return false;
    }
    double by = e.isShiftDown() ? FINE : 1;
    nudging = true;
    switch (e.getKeyCode()) {
      case KeyEvent.VK_LEFT, KeyEvent.VK_KP_LEFT -> nudge(-by, 0);
      case KeyEvent.VK_RIGHT, KeyEvent.VK_KP_RIGHT -> nudge(by, 0);
      case KeyEvent.VK_UP, KeyEvent.VK_KP_UP -> nudge(0, -by);
      default -> nudge(0, by);
    }
    return true;
  }

  /** An arrow moves the landmark the way it points, however the film lies. */
  private void nudge(double right, double down) {
    Point2D.Double way = model.turn().stored(right, down);
    model.marking().nudge(way.x, way.y);
  }

  private void endNudge() {
    if (nudging) {
      nudging = false;
      model.marking().endNudge();
    }
  }

  private static boolean isArrow(int code) {
    return switch (code) {
      case KeyEvent.VK_LEFT,
          KeyEvent.VK_KP_LEFT,
          KeyEvent.VK_RIGHT,
          KeyEvent.VK_KP_RIGHT,
          KeyEvent.VK_UP,
          KeyEvent.VK_KP_UP,
          KeyEvent.VK_DOWN,
          KeyEvent.VK_KP_DOWN ->
          true;
      default -> false;
    };
  }

  private static @Nullable ImageJ host() {
    return IJ.getInstance();
  }
}
