package org.cervimark.image;

import java.util.List;
import java.util.Optional;

/**
 * What lies over the greys of an image: overlay planes, and over everything the shutter.
 *
 * @param overlays planes from the lowest group upward
 * @param shutter the display shutter, if there is one
 */
public record GreyCover(List<OverlayPlane> overlays, Optional<Shutter> shutter) {

  /** Nothing. */
  public static final GreyCover NONE = new GreyCover(List.of(), Optional.empty());

  private static final byte WHITE = (byte) 255;

  /** Copies the list. */
  public GreyCover {
    overlays = List.copyOf(overlays);
  }

  /** Without the overlay planes. */
  public GreyCover withoutOverlays() {
    return new GreyCover(List.of(), shutter);
  }

  /** Without the shutter. */
  public GreyCover withoutShutter() {
    return new GreyCover(overlays, Optional.empty());
  }

  /** Puts it over a grey picture; overlays are white. */
  public void draw(byte[] grey, int width, int height) {
    overlays.forEach(plane -> plane.draw(grey, width, height, WHITE));
    shutter.ifPresent(shut -> shut.cover(grey, width, height));
  }
}
