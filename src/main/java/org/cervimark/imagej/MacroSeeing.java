package org.cervimark.imagej;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Identification;
import org.cervimark.report.pdf.PageSize;

/**
 * How macros make an image look, one method for each command. Needs neither a window nor a display:
 * without one the state is the same and nobody sees it.
 */
final class MacroSeeing {

  private final ViewerModel model;
  private final GreyView grey;
  private final Settings settings;

  MacroSeeing(InFront front) {
    this.model = front.actions().model();
    this.grey = front.grey();
    this.settings = front.settings();
  }

  /**
   * Shows the image in other greys: {@code centre=C width=W} or {@code voi=N} of the header, {@code
   * [gamma=G] [inverted=yes] [enhanced=yes]}; what is not given is as opened.
   */
  void window(MacroOptions options) throws MacroException {
    OptionalInt voi = OptionalInt.empty();
    double centre = 0;
    double width = 1;
    if (options.of("voi").isPresent()) {
      voi = OptionalInt.of(options.whole("voi", 1, grey.vois()));
    } else {
      centre = options.number("centre");
      width = options.number("width");
    }
    double gamma = options.of("gamma").isEmpty() ? 1 : options.number("gamma");
    if (width < 1) {
      throw options.wrong("width");
    }
    if (gamma <= 0) {
      throw options.wrong("gamma");
    }
    grey.show(
        new GreyState(
            centre,
            width,
            voi,
            gamma,
            options.of("inverted").isPresent(),
            options.of("enhanced").isPresent()));
  }

  /** Lays the image on the screen: {@code quarters=0} to {@code 3} [{@code mirrored=yes}]. */
  void turn(MacroOptions options) throws MacroException {
    model.lay(new Turn(options.of("mirrored").isPresent(), options.whole("quarters", 0, 3)));
  }

  /**
   * Shows a part of the image: {@code column=X row=Y magnification=M}, the position in the middle
   * and the screen pixels for each image column; or {@code part=whole}.
   */
  void view(MacroOptions options) throws MacroException {
    model.look(isWhole(options) ? Optional.empty() : Optional.of(options.part()));
  }

  /** Whether the whole image is asked for. */
  static boolean isWhole(MacroOptions options) throws MacroException {
    return options.choice("part", List.of("whole")).isPresent();
  }

  /**
   * Shows or hides what lies over the image or beside it: {@code [loupe=on|off] [covers=on|off]
   * [panel=on|off] [measurement=ID|none]}.
   */
  void display(MacroOptions options) throws MacroException {
    Optional<Boolean> loupe = options.onOff("loupe");
    Optional<Boolean> covers = options.onOff("covers");
    Optional<Boolean> panel = options.onOff("panel");
    Optional<String> measurement = options.of("measurement");
    if (measurement.isPresent()
        && !measurement.get().equals("none")
        && model.results().stream()
            .map(Result::measurement)
            .noneMatch(m -> m.id().equals(measurement.get()))) {
      throw options.wrong("measurement");
    }
    if (loupe.isPresent() && loupe.get() != model.isLoupeOn()) {
      model.toggleLoupe();
    }
    if (covers.isPresent() && covers.get() != model.isCoverOn()) {
      model.toggleCover();
    }
    if (panel.isPresent() && panel.get() != model.isPanelShown()) {
      model.togglePanel();
    }
    Optional<String> wanted = measurement.filter(m -> !m.equals("none"));
    if (measurement.isPresent() && !model.highlighted().equals(wanted)) {
      wanted.or(model::highlighted).ifPresent(model::highlight);
    }
  }

  /**
   * Changes what the reader can choose in the menu of settings: {@code [language=en|ko]
   * [theme=light|dark] [keyobject=on|off]}, and how notes are written: {@code [identify=FIELDS]
   * [paper=a4|letter]}.
   */
  void settings(MacroOptions options) throws MacroException {
    Optional<String> language = options.choice("language", List.of("en", "ko"));
    Optional<String> theme = options.choice("theme", List.of("light", "dark"));
    Optional<Boolean> keyObjects = options.onOff("keyobject");
    Optional<Identification> shown = options.of("identify").flatMap(Identification::parse);
    Optional<PageSize> paper = options.of("paper").flatMap(NoteChoice::paper);
    if (shown.isPresent() != options.of("identify").isPresent()) {
      throw options.wrong("identify");
    }
    if (paper.isPresent() != options.of("paper").isPresent()) {
      throw options.wrong("paper");
    }
    shown.ifPresent(settings::setShown);
    paper.ifPresent(settings::setPaper);
    language.map(Locale::forLanguageTag).ifPresent(settings::speak);
    theme.map("dark"::equals).ifPresent(settings::setDark);
    keyObjects.ifPresent(settings::setKeyObjects);
  }
}
