package org.cervimark.imagej;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StudyRemarks;

/**
 * A command of a macro.
 *
 * @param command as in ImageJ's menus
 * @param options as in macros, possibly empty
 */
record MacroStep(String command, String options) {

  /** The command that does what was done. */
  static MacroStep of(Deed deed) {
    if (deed instanceof Deed.Saved saved) {
      return new MacroStep("CerviMark Save", reader(saved.reader()));
    }
    if (deed instanceof Deed.Signed signed) {
      return new MacroStep(
          "CerviMark Sign",
          reader(signed.signature().observer())
              + " organization="
              + MacroText.quoted(signed.signature().organization()));
    }
    if (deed instanceof Deed.Remarked remarked) {
      return new MacroStep(
          "CerviMark Remarks", said(remarked.remarks()) + reader(remarked.reader()));
    }
    if (deed instanceof Deed.Merged merged) {
      return new MacroStep("CerviMark Merge", sides(merged.choice()) + reader(merged.reader()));
    }
    if (deed instanceof Deed.NoteKept kept) {
      return new MacroStep("CerviMark Keep Note", kept.choice().options());
    }
    if (deed instanceof Deed.NoteWritten written) {
      return new MacroStep("CerviMark Note", "path=" + MacroText.file(written.file().toString()));
    }
    if (deed instanceof Deed.PdfWritten written) {
      return new MacroStep(
          "CerviMark Note PDF",
          "path=" + MacroText.file(written.file().toString()) + " " + written.choice().options());
    }
    if (deed instanceof Deed.StackOpened stack) {
      return new MacroStep(
          "CerviMark Open Series", "path=" + MacroText.file(stack.file().toString()));
    }
    if (deed instanceof Deed.PlaneOpened plane) {
      return new MacroStep(
          "CerviMark Open Series",
          "path="
              + MacroText.file(plane.file().toString())
              + " plane="
              + (plane.projection() == Projection.LATERAL ? "sagittal" : "coronal")
              + plane.position().stream()
                  .mapToObj(p -> " position=" + p)
                  .collect(Collectors.joining()));
    }
    return new MacroStep("CerviMark Note", "");
  }

  private static String reader(PersonName reader) {
    return "reader=" + MacroText.quoted(reader.toDicom());
  }

  /** All that is said, so that what is not mentioned is not said any more. */
  private static String said(StudyRemarks remarks) {
    String findings = String.join("\n", remarks.findings());
    return (findings.isEmpty() ? "" : "findings=" + MacroText.quoted(findings) + " ")
        + remarks.plan().map(p -> "plan=" + MacroText.quoted(p) + " ").orElse("")
        + remarks
            .timePoint()
            .map(
                t ->
                    "moment="
                        + MacroText.quoted(t.label())
                        + " "
                        + t.type()
                            .map(y -> "type=" + y.name().toLowerCase(Locale.ROOT) + " ")
                            .orElse(""))
            .orElse("");
  }

  /** Which side counts for which conflict. */
  private static String sides(MergeChoice choice) {
    StringBuilder options = new StringBuilder();
    Map<String, RevisionMerge.Subject> named = choice.named();
    for (RevisionMerge.Side side : RevisionMerge.Side.values()) {
      List<String> names =
          named.entrySet().stream()
              .filter(e -> choice.chosen(e.getValue()) == side)
              .map(Map.Entry::getKey)
              .toList();
      if (!names.isEmpty()) {
        options
            .append(side == RevisionMerge.Side.ONE ? "one=" : "other=")
            .append(MacroText.quoted(String.join(",", names)))
            .append(' ');
      }
    }
    return options.toString();
  }

  /** What is on, with a space before it. */
  static String flag(String name, boolean on) {
    return on ? " " + name + "=yes" : "";
  }

  /** Points as one option. */
  static String points(List<ImagePoint> points) {
    return points.stream()
        .map(p -> p.column() + " " + p.row())
        .collect(Collectors.joining(" ", "[", "]"));
  }

  /** Where the middle of a part of an image lies and how large it is shown. */
  static String part(Part part) {
    return "column="
        + part.centre().column()
        + " row="
        + part.centre().row()
        + " magnification="
        + part.magnification();
  }
}
