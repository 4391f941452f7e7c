package org.cervimark.reading;

import java.util.List;
import org.cervimark.image.ImageReference;

/** Keeps nothing. */
final class NoJournal implements Journal {

  private static final Page BLANK =
      new Page() {
        @Override
        public void record(Draft now, boolean settled) {
          // Nothing is kept.
        }

        @Override
        public void clear(Draft base) {
          // There is nothing to forget.
        }
      };

  @Override
  public Page page(ImageReference image, Draft base) {
    return BLANK;
  }

  @Override
  public List<Kept> kept(String studyInstanceUid) {
    return List.of();
  }

  @Override
  public void discard(Kept kept) {
    // There is nothing to remove.
  }
}
