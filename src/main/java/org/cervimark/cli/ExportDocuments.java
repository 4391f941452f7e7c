package org.cervimark.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.cervimark.cli.ExportOrders.Format;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.ReadingPictures;
import org.cervimark.dicom.media.StudyFile;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.AnnotatedPicture;
import org.cervimark.report.Identification;
import org.cervimark.report.TextNote;
import org.cervimark.report.fhir.FhirBundle;
import org.cervimark.report.pdf.PdfNote;
import org.cervimark.report.roi.RoiSet;

/** The files that an export writes for single studies. */
final class ExportDocuments {

  private static final Pattern NOT_FOR_NAMES = Pattern.compile("[^A-Za-z0-9-]");
  private static final int UID_LETTERS = 12;

  private final Catalogue catalogue;
  private final ExportOrders orders;
  private final Console console;
  private final ReadingPictures pictures;
  private final boolean replace;
  private final TextNote text;
  private final PdfNote pdf;
  private final FhirBundle fhir;
  private final RoiSet rois;
  private boolean complete;

  /**
   * Writes documents.
   *
   * @param images where images lie, by their SOP Instance UID
   * @param resumed whether an earlier export goes on, whose files may be written again
   */
  ExportDocuments(
      Catalogue catalogue,
      ExportOrders orders,
      Console console,
      Map<String, Path> images,
      boolean resumed) {
    this.catalogue = catalogue;
    this.orders = orders;
    this.console = console;
    this.pictures = new ReadingPictures(images, console::say);
    this.replace = orders.force() || resumed;
    this.text = new TextNote(catalogue, orders.locale(), orders.notes(), orders.template());
    this.pdf = new PdfNote(catalogue, orders.locale(), orders.notes(), orders.paper());
    this.fhir = new FhirBundle(catalogue, orders.locale(), orders.notes());
    this.rois = new RoiSet(catalogue);
  }

  /** Writes the documents of a report; false if something is missing, which has been told. */
  boolean write(Path file) {
    complete = true;
    try {
      Optional<StudyReport> report = StudyFile.read(file, catalogue).report();
      if (report.isPresent()) {
        write(report.get());
      }
    } catch (DicomException e) {
      console.say(e);
      complete = false;
    }
    return complete;
  }

  private void write(StudyReport report) {
    String stem = stem(report);
    if (has(Format.TEXT)) {
      put(stem + ".txt", out -> utf8(text.of(report), out));
    }
    if (has(Format.PDF)) {
      put(stem + ".pdf", out -> out.write(pdf.of(report, pictures::of)));
    }
    if (has(Format.FHIR)) {
      put(stem + ".fhir.json", out -> utf8(fhir.of(report), out));
    }
    int number = 1;
    for (Reading reading : report.readings()) {
      write(reading, stem + "-image" + number++);
    }
  }

  private void write(Reading reading, String stem) {
    if (has(Format.ROI)) {
      put(stem + "-RoiSet.zip", out -> rois.write(reading, out));
    }
    if (has(Format.PNG) || has(Format.TIFF)) {
      Optional<BufferedImage> grey = pictures.of(reading);
      if (grey.isEmpty()) {
        complete = false;
        return;
      }
      BufferedImage annotated =
          AnnotatedPicture.draw(grey.get(), reading, catalogue, orders.locale());
      if (has(Format.PNG)) {
        put(stem + ".png", out -> RenderCommand.png(annotated, out));
      }
      if (has(Format.TIFF)) {
        put(stem + ".tif", out -> tiff(annotated, out));
      }
    }
  }

  private void put(String name, OutputFile.Contents contents) {
    Path target = orders.folder().resolve(name);
    try {
      new OutputFile(target, replace, console.wording()).write(contents);
    } catch (OutputException e) {
      console.say(e);
      complete = false;
    }
  }

  private boolean has(Format format) {
    return orders.formats().contains(format);
  }

  /**
   * The beginning of the file names: the date of the study, if it may appear, the end of the
   * study's UID and the revision. No name of a file comes from a header unchanged.
   */
  private String stem(StudyReport report) {
    String date =
        orders.notes().shows(Identification.Field.STUDY_DATE)
            ? report.study().date().map(d -> safe(d) + "-").orElse("")
            : "";
    return date + last(report.lineage()) + "-r" + report.revision();
  }

  /** The end of a UID, with nothing in it but letters, digits and hyphens. */
  static String last(String uid) {
    String safe = safe(uid);
    return safe.substring(Math.max(0, safe.length() - UID_LETTERS));
  }

  private static String safe(String text) {
    return NOT_FOR_NAMES.matcher(text).replaceAll("");
  }

  private static void utf8(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void tiff(BufferedImage picture, OutputStream out) throws IOException {
    if (!ImageIO.write(picture, "tiff", out)) {
      throw new IOException("this Java writes no TIFF");
    }
  }
}
