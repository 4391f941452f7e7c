package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.followup.Bone;
import org.cervimark.followup.Superimposition;
import org.cervimark.followup.ValuePair;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.reading.ReadingSession;

/**
 * Two films of a study folder beside or over each other, without widgets: which ones, by which bone
 * they are laid over each other, and the part that is seen of both. Lives on the event thread.
 */
final class Comparison {

  /** How the films are shown. */
  enum Layout {
    /** One beside the other, moved and enlarged together. */
    BESIDE,
    /** The first one with the landmarks of both. */
    OVER
  }

  /**
   * A film with what is marked on it.
   *
   * @param entry as listed in the study folder
   * @param image what was read
   * @param film its pixels
   * @param session its landmarks, also those not saved
   */
  record Side(ImageEntry entry, DicomImage image, Film film, ReadingSession session) {

    /** A side of a comparison. */
    static Side of(StudySessions study, ImageEntry entry, DicomImage image) {
      return new Side(
          entry,
          image,
          new Film(image, entry.file().getFileName().toString()),
          study.session(image.radiograph()));
    }

    /** Height of a pixel divided by its width, by the scale that counts. */
    double aspect() {
      return session.scale().aspect();
    }
  }

  private static final double LEAST = 0.02;
  private static final double MOST = 32;

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Side base;
  private Side other;
  private Layout layout = Layout.BESIDE;
  private Optional<Bone> bone;
  private boolean otherFilm;
  private double magnification = 1;
  private ImagePoint centre;
  private boolean whole = true;

  /** Compares two films, laid over each other by the lowest vertebra that both have. */
  Comparison(Side base, Side other) {
    this.base = base;
    this.other = other;
    this.bone = lowest();
    Radiograph radiograph = base.session().radiograph();
    this.centre = new ImagePoint(radiograph.columns() / 2.0, radiograph.rows() / 2.0);
  }

  /**
   * The image to compare with if the reader has not said: the same view of another day, else the
   * same plane, else any other one; the closest before and after in the order of display.
   */
  static Optional<ImageEntry> proposal(List<ImageEntry> images, ImageEntry shown) {
    int at = images.indexOf(shown);
    return IntStream.range(0, images.size())
        .filter(i -> i != at)
        .boxed()
        .min(
            Comparator.comparing((Integer i) -> !isSameViewOfAnotherDay(images.get(i), shown))
                .thenComparing(i -> !plane(images.get(i)).equals(plane(shown)))
                .thenComparing(i -> Math.abs(i - at)))
        .map(images::get);
  }

  private static boolean isSameViewOfAnotherDay(ImageEntry one, ImageEntry shown) {
    Radiograph a = one.radiograph();
    Radiograph b = shown.radiograph();
    return a.view().isPresent()
        && a.view().equals(b.view())
        && !a.study().date().equals(b.study().date());
  }

  private static Optional<?> plane(ImageEntry entry) {
    return entry.radiograph().view().map(v -> v.projection());
  }

  /** The film compared. */
  Side base() {
    return base;
  }

  /** The film it is compared with. */
  Side other() {
    return other;
  }

  /** Compares with another film. */
  void compareWith(Side newOther) {
    other = newOther;
    if (bone.isEmpty() || !bones().contains(bone.get())) {
      bone = lowest();
    }
    changed();
  }

  /** How the films are shown. */
  Layout layout() {
    return layout;
  }

  /** Shows the films in another way. */
  void lay(Layout newLayout) {
    layout = newLayout;
    otherFilm = false;
    changed();
  }

  /** Whether the other film is seen in the place of the first. */
  boolean isOtherFilmSeen() {
    return otherFilm && superimposition() instanceof Superimposition.Registered;
  }

  /** Shows the other film in the place of the first, or the first. */
  void showOther(boolean shown) {
    otherFilm = shown;
    changed();
  }

  /** Whether the other film was asked for in the place of the first. */
  boolean isOtherFilmWanted() {
    return otherFilm;
  }

  /** Exchanges the films that are laid over each other, so that changes catch the eye. */
  void blink() {
    layout = Layout.OVER;
    otherFilm = !otherFilm;
    changed();
  }

  /** The bones by which these films can be laid over each other, from the head down. */
  List<Bone> bones() {
    return new ArrayList<>(Bone.common(base.session().landmarks(), other.session().landmarks()));
  }

  /** The bone that coincides; empty if the films have none in common. */
  Optional<Bone> bone() {
    return bone;
  }

  /** Lays the films over each other by another bone. */
  void layBy(Bone newBone) {
    bone = Optional.of(newBone);
    changed();
  }

  /** How the other film lies over the first one. */
  Superimposition superimposition() {
    return bone.map(b -> Superimposition.of(base.session().subject(), other.session().subject(), b))
        .orElseGet(() -> new Superimposition.Refused(Superimposition.Reason.NO_COMMON_LANDMARKS));
  }

  /** The values of both films. */
  List<ValuePair> values() {
    return ValuePair.of(base.session().results(), other.session().results());
  }

  /** Screen pixels for each column of the first film. */
  double magnification() {
    return magnification;
  }

  /** Screen pixels for each column of the other film, so that both are equally large. */
  double otherMagnification() {
    double columns =
        superimposition() instanceof Superimposition.Registered laid
            ? laid.movement().factor()
                * laid.other().scale().columnSpacing()
                / laid.base().scale().columnSpacing()
            : base.session().radiograph().columns()
                / (double) other.session().radiograph().columns();
    return magnification * columns;
  }

  /** The position of the first film in the middle. */
  ImagePoint centre() {
    return centre;
  }

  /** The position of the other film in the middle: the same place of the anatomy, if known. */
  ImagePoint otherCentre() {
    if (superimposition() instanceof Superimposition.Registered laid) {
      return laid.toOther(centre);
    }
    Radiograph from = base.session().radiograph();
    Radiograph to = other.session().radiograph();
    return new ImagePoint(
        centre.column() * to.columns() / from.columns(), centre.row() * to.rows() / from.rows());
  }

  /** Whether the whole first film is to be seen, however large the window is. */
  boolean isWhole() {
    return whole;
  }

  /** Shows the whole first film. */
  void showWhole() {
    whole = true;
    changed();
  }

  /** The part of the first film that is seen; empty for the whole one. */
  Optional<Part> part() {
    return whole ? Optional.empty() : Optional.of(new Part(centre, magnification));
  }

  /** Shows a part of the first film. */
  void look(Part part) {
    look(part.centre(), Math.max(LEAST, Math.min(MOST, part.magnification())));
  }

  /** Moves what is seen of both films by screen pixels. */
  void pan(double right, double down) {
    double rows = magnification * base.aspect();
    look(
        new ImagePoint(centre.column() - right / magnification, centre.row() - down / rows),
        magnification);
  }

  /**
   * Enlarges both films about a place of the first one.
   *
   * @param right screen pixels from the middle of its view to that place
   * @param down the same downward
   */
  void zoom(double factor, double right, double down) {
    double next = Math.max(LEAST, Math.min(MOST, magnification * factor));
    double change = 1 / magnification - 1 / next;
    look(
        new ImagePoint(
            centre.column() + right * change, centre.row() + down * change / base.aspect()),
        next);
  }

  /** Makes the first film as large as an area of the screen allows, if it is to be seen whole. */
  void fit(int width, int height) {
    if (whole) {
      Radiograph radiograph = base.session().radiograph();
      centre = new ImagePoint(radiograph.columns() / 2.0, radiograph.rows() / 2.0);
      magnification =
          Math.min(
              width / (double) radiograph.columns(), height / (radiograph.rows() * base.aspect()));
    }
  }

  /** Runs something after each change. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void look(ImagePoint newCentre, double newMagnification) {
    Radiograph radiograph = base.session().radiograph();
    centre =
        new ImagePoint(
            Math.max(0, Math.min(radiograph.columns(), newCentre.column())),
            Math.max(0, Math.min(radiograph.rows(), newCentre.row())));
    magnification = newMagnification;
    whole = false;
    changed();
  }

  private Optional<Bone> lowest() {
    List<Bone> bones = bones();
    return bones.isEmpty() ? Optional.empty() : Optional.of(bones.get(bones.size() - 1));
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
