package org.cervimark.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.report.Identification;
import org.cervimark.report.NoteTemplate;
import org.cervimark.report.pdf.PageSize;
import org.cervimark.terminology.Product;

/**
 * What an export is to write.
 *
 * @param paths where reports are looked for
 * @param store where the reader keeps results of media that cannot be written
 * @param folder where the results go
 * @param formats which results
 * @param notes which identifying fields notes, PDF and FHIR show
 * @param tables which identifying fields tables have
 * @param locale the language of notes and legends
 * @param paper the paper of PDFs
 * @param template the template of text notes
 * @param force whether existing results may be replaced
 */
record ExportOrders(
    List<Path> paths,
    Optional<ReportStore> store,
    Path folder,
    Set<Format> formats,
    Identification notes,
    Identification tables,
    Locale locale,
    PageSize paper,
    NoteTemplate template,
    boolean force) {

  /** What can be written. */
  enum Format {
    /** The note as text, for each study. */
    TEXT,
    /** Values, images and landmarks as tables of all reports. */
    CSV,
    /** All reports as JSON, one to a line. */
    JSON,
    /** The note as PDF, for each study. */
    PDF,
    /** A FHIR bundle for each study. */
    FHIR,
    /** ImageJ's RoiSet.zip for each image. */
    ROI,
    /** The annotated picture as PNG for each image. */
    PNG,
    /** The annotated picture as TIFF for each image. */
    TIFF;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a table of all reports, not a file for each. */
    boolean isTable() {
      return this == CSV || this == JSON;
    }
  }

  static List<String> formatIds() {
    return EnumSet.allOf(Format.class).stream().map(Format::id).toList();
  }

  /** Whether files are written for single studies. */
  boolean hasDocuments() {
    return formats.stream().anyMatch(f -> !f.isTable());
  }

  /** Whether pictures are needed. */
  boolean needsPictures() {
    return formats.contains(Format.PDF)
        || formats.contains(Format.PNG)
        || formats.contains(Format.TIFF);
  }

  /** By which an interrupted export knows that it is the same that goes on. */
  String fingerprint() {
    return String.join(
        " | ",
        Product.nameAndVersion(),
        formats.stream().map(Format::id).sorted().collect(Collectors.joining(",")),
        new TreeSet<>(notes.shown()).toString(),
        new TreeSet<>(tables.shown()).toString(),
        locale.getLanguage(),
        paper.id(),
        Integer.toHexString(template.hashCode()),
        store.map(s -> s.root().toAbsolutePath().normalize().toString()).orElse(""),
        paths.stream()
            .map(p -> p.toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(" ")));
  }
}
