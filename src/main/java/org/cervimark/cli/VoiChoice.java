package org.cervimark.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.Voi;
import org.cervimark.image.Window;
import org.cervimark.report.Wording;

/** Which of the windows and VOI tables to show an image with, as the options ask for. */
final class VoiChoice {

  private static final Option WINDOW = new Option("--window", 2, 2);
  private static final Option FUNCTION = Option.value("--function");
  private static final Option VOI = Option.value("--voi");
  private static final Option AUTO = Option.flag("--auto");

  /** The options that are understood. */
  static final Set<Option> OPTIONS = Set.of(WINDOW, FUNCTION, VOI, AUTO);

  private final Arguments arguments;
  private final Wording wording;
  private final Window.Function function;

  /**
   * Checks what can be checked before the image is read.
   *
   * @throws UsageException for options that exclude each other or have impossible values
   */
  VoiChoice(Arguments arguments, Wording wording) throws UsageException {
    this.arguments = arguments;
    this.wording = wording;
    long given = List.of(WINDOW, VOI, AUTO).stream().filter(o -> arguments.has(o.name())).count();
    if (given > 1 || (arguments.has(FUNCTION.name()) && !arguments.has(WINDOW.name()))) {
      throw new UsageException(wording.get("usage.voi.several"));
    }
    function = function();
    if (arguments.has(WINDOW.name())) {
      window();
    }
    if (arguments.has(VOI.name())) {
      number();
    }
  }

  /**
   * The choice for an image: what the header offers first if nothing was asked for.
   *
   * @throws InputException if the image does not offer what was asked for
   */
  Voi of(DicomImage image) throws UsageException, InputException {
    if (arguments.has(WINDOW.name())) {
      return window();
    }
    if (arguments.has(AUTO.name())) {
      return GreyRenderer.automaticWindow(image.pixels(), image.greyScale());
    }
    if (!arguments.has(VOI.name())) {
      return image.initialVoi();
    }
    List<Voi> vois = image.greyScale().vois();
    int number = number();
    if (number > vois.size()) {
      throw new InputException(
          wording.get(
              "render.voi",
              image.file().toString(),
              Integer.toString(number),
              Integer.toString(vois.size()),
              list(vois)));
    }
    return vois.get(number - 1);
  }

  private static String list(List<Voi> vois) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < vois.size(); i++) {
      list.append(i == 0 ? ": " : ", ").append(i + 1);
      Voi voi = vois.get(i);
      if (!voi.explanation().isEmpty()) {
        list.append(' ').append(voi.explanation());
      } else if (voi instanceof Window window) {
        list.append(String.format(Locale.ROOT, " (%.5g %.5g)", window.centre(), window.width()));
      }
    }
    return list.toString();
  }

  private int number() throws UsageException {
    String value = arguments.value(VOI.name()).orElse("");
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new UsageException(wording.get("usage.voi", value));
    }
    return Integer.parseInt(value);
  }

  private Window.Function function() throws UsageException {
    String name = arguments.value(FUNCTION.name()).orElse("linear");
    for (Window.Function known : Window.Function.values()) {
      if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return known;
      }
    }
    throw new UsageException(wording.get("usage.function", name));
  }

  private Window window() throws UsageException {
    List<String> values = arguments.values(WINDOW.name());
    try {
      return new Window(
          Double.parseDouble(values.get(0)), Double.parseDouble(values.get(1)), function, "");
    } catch (IllegalArgumentException e) {
      throw new UsageException(wording.get("usage.window", values.get(0), values.get(1)));
    }
  }
}
