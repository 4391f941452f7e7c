package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;

/**
 * What macros do with comparisons, one method for each command. Needs neither window nor display.
 */
final class MacroComparisons {

  private final ViewerModel model;
  private final Comparisons comparisons;

  MacroComparisons(InFront front) {
    this.model = front.actions().model();
    this.comparisons = front.actions().comparisons();
  }

  /** Compares the image shown with another one of the study: {@code path=FILE}. */
  void open(MacroOptions options) throws MacroException {
    Comparison.Side base = Comparison.Side.of(model.study(), model.entry(), model.image());
    comparisons.open(new Comparison(base, side(options)));
  }

  /**
   * Changes a comparison: {@code [number=N] [path=FILE] [layout=beside|over] [bone=C7]
   * [film=first|other]} and what is seen of it, {@code column=X row=Y magnification=M} or {@code
   * part=whole}.
   */
  void change(MacroOptions options) throws MacroException {
    Comparison comparison = comparison(options);
    Optional<String> layout = options.choice("layout", List.of("beside", "over"));
    Optional<String> film = options.choice("film", List.of("first", "other"));
    boolean whole = MacroSeeing.isWhole(options);
    Optional<Part> part =
        options.of("magnification").isPresent() ? Optional.of(options.part()) : Optional.empty();
    if (options.of("path").isPresent()) {
      comparison.compareWith(side(options));
    }
    Optional<String> name = options.of("bone");
    if (name.isPresent()) {
      comparison.layBy(
          comparison.bones().stream()
              .filter(b -> b.label().equalsIgnoreCase(name.get()))
              .findFirst()
              .orElseThrow(() -> options.wrong("bone")));
    }
    layout.ifPresent(
        l -> comparison.lay(l.equals("over") ? Comparison.Layout.OVER : Comparison.Layout.BESIDE));
    film.ifPresent(f -> comparison.showOther(f.equals("other")));
    if (whole) {
      comparison.showWhole();
    }
    part.ifPresent(comparison::look);
  }

  /** Closes a comparison: {@code [number=N]}. */
  void close(MacroOptions options) throws MacroException {
    comparisons.close(comparison(options));
  }

  private Comparison comparison(MacroOptions options) throws MacroException {
    List<Comparison> open = comparisons.open();
    if (open.isEmpty()) {
      throw options.refused("macro.noComparison");
    }
    boolean last = options.of("number").isEmpty();
    return open.get((last ? open.size() : options.whole("number", 1, open.size())) - 1);
  }

  private Comparison.Side side(MacroOptions options) throws MacroException {
    ImageEntry entry = entry(model, options);
    try {
      return Comparison.Side.of(model.study(), entry, DicomImages.read(entry.file(), 1));
    } catch (DicomException e) {
      throw new MacroException(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /** The image of the study that an option names by its file. */
  static ImageEntry entry(ViewerModel model, MacroOptions options) throws MacroException {
    Path wanted = Path.of(options.required("path")).toAbsolutePath().normalize();
    return model.study().images().stream()
        .filter(e -> e.file().toAbsolutePath().normalize().equals(wanted))
        .findFirst()
        .orElseThrow(() -> options.wrong("path"));
  }
}
