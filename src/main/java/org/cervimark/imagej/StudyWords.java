package org.cervimark.imagej;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/** What is said of images and studies in header, strip and status line. */
final class StudyWords {

  private final Wording wording;

  StudyWords(Wording wording) {
    this.wording = wording;
  }

  /** The patient with year of birth and sex. */
  String patient(Patient patient) {
    List<String> parts = new ArrayList<>();
    String name = PlainText.harmless(patient.name().display()).strip();
    parts.add(name.isEmpty() ? wording.get("patient.unnamed") : name);
    if (!patient.id().isBlank()) {
      parts.add(PlainText.harmless(patient.id()).strip());
    }
    patient.birthDate().filter(d -> d.length() >= 4).ifPresent(d -> parts.add(d.substring(0, 4)));
    patient.sex().filter(s -> !s.isBlank()).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** The date of the study, year-month-day. */
  String date(Radiograph radiograph) {
    return radiograph
        .study()
        .date()
        .filter(d -> d.matches("[0-9]{8}"))
        .map(d -> d.substring(0, 4) + "-" + d.substring(4, 6) + "-" + d.substring(6))
        .orElse(wording.get("study.undated"));
  }

  /** The view that the header states, in its own words if the catalogue does not know it. */
  String view(Radiograph radiograph) {
    return radiograph
        .view()
        .map((View v) -> v.name(wording.locale()))
        .orElseGet(
            () ->
                radiograph.viewDescription().isBlank()
                    ? wording.get("view.unknown")
                    : PlainText.harmless(radiograph.viewDescription()));
  }

  /** Which frame of how many, to stand behind something else; empty for a single frame. */
  String frame(Radiograph radiograph) {
    int frames = radiograph.pixelFormat().frames();
    return frames > 1
        ? " · "
            + wording.get(
                "frame", Integer.toString(radiograph.reference().frame()), Integer.toString(frames))
        : "";
  }

  /** The scale with its provenance. */
  String scale(Scale scale) {
    String source = scale.source().description(wording.locale());
    if (!scale.isCalibrated()) {
      return wording.get("scale.none", source);
    }
    String column = spacing(scale.columnSpacing());
    String row = spacing(scale.rowSpacing());
    return column.equals(row)
        ? wording.get("scale.isotropic", column, source)
        : wording.get("scale.anisotropic", column, row, source);
  }

  private static String spacing(double millimetres) {
    return new BigDecimal(millimetres)
        .round(new MathContext(4, RoundingMode.HALF_UP))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** How the pixels are coded. */
  String pixels(Radiograph radiograph) {
    PixelFormat format = radiograph.pixelFormat();
    return wording.get(
        "pixels",
        radiograph.modality(),
        Integer.toString(format.columns()),
        Integer.toString(format.rows()),
        Integer.toString(format.bitsStored()),
        format.photometricInterpretation());
  }

  /** Whether the image is saved, and as which revision of its study. */
  String saved(ViewerModel model) {
    Optional<StudyReport> report = model.study().newest(model.radiograph());
    if (model.isSaving()) {
      return wording.get("saved.saving");
    }
    if (model.session().isModified()) {
      return wording.get("saved.modified");
    }
    if (report.isPresent() && model.study().saved(model.radiograph()).isPresent()) {
      String saved = wording.get("saved.revision", Integer.toString(report.get().revision()));
      if (model.study().isContested(model.radiograph())) {
        return saved + " · " + wording.get("saved.conflict");
      }
      return report.get().isVerified() ? saved + " · " + wording.get("saved.signed") : saved;
    }
    return wording.get("saved.nothing");
  }

  /** Who reads. */
  String reader(Optional<PersonName> reader) {
    return reader
        .map(r -> wording.get("reader", PlainText.harmless(r.display())))
        .orElse(wording.get("reader.unknown"));
  }
}
