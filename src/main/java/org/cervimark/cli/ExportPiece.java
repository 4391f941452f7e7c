package org.cervimark.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFile;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.ReadingJson;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.table.LandmarkRows;
import org.cervimark.report.table.PassTable;
import org.cervimark.report.table.TidyTable;
import org.cervimark.report.table.WideTable;

/**
 * What came of one file of an export.
 *
 * @param file which
 * @param rows its rows for each table, in UTF-8
 * @param revision what is known of the report without holding it
 * @param image SOP Instance UID, if it is an image
 * @param imageStudy Study Instance UID, if it is an image
 * @param problems sentences for people
 * @param failed whether the file could not be read
 */
record ExportPiece(
    Path file,
    List<byte[]> rows,
    Optional<Revision> revision,
    Optional<String> image,
    Optional<String> imageStudy,
    List<String> problems,
    boolean failed) {

  /**
   * A revision without its content.
   *
   * @param study Study Instance UID
   * @param lineage the revisions among which the newest counts
   * @param number its number
   * @param documentUid its UID
   * @param savedAt when, in a form that sorts
   */
  record Revision(String study, String lineage, int number, String documentUid, String savedAt) {}

  /** Turns files into rows; may be used by several threads at once. */
  static final class Maker {

    private final Catalogue catalogue;
    private final boolean csv;
    private final boolean json;
    private final TidyTable values;
    private final WideTable images;
    private final LandmarkRows landmarks;
    private final PassTable passes;
    private final ReadingJson readings;

    Maker(Catalogue catalogue, ExportOrders orders) {
      this.catalogue = catalogue;
      this.csv = orders.formats().contains(ExportOrders.Format.CSV);
      this.json = orders.formats().contains(ExportOrders.Format.JSON);
      this.values = new TidyTable(catalogue, orders.tables());
      this.images = new WideTable(catalogue, orders.tables());
      this.landmarks = new LandmarkRows(orders.tables());
      this.passes = new PassTable(orders.tables());
      this.readings = new ReadingJson(catalogue, orders.tables());
    }

    /** The file names of the tables. */
    List<String> names() {
      List<String> names = new ArrayList<>();
      if (csv) {
        names.addAll(List.of("values.csv", "images.csv", "landmarks.csv", "passes.csv"));
      }
      if (json) {
        names.add("readings.jsonl");
      }
      return names;
    }

    /** The first lines of the tables. */
    List<String> headers() {
      List<String> headers = new ArrayList<>();
      if (csv) {
        headers.addAll(
            List.of(values.header(), images.header(), landmarks.header(), passes.header()));
      }
      if (json) {
        headers.add("");
      }
      return headers;
    }

    ExportPiece of(Path file) {
      try {
        StudyFile read = StudyFile.read(file, catalogue);
        return new ExportPiece(
            file,
            read.report()
                .map(report -> rows(file, ReportedStudy.of(report, catalogue)))
                .orElseGet(this::noRows),
            read.report()
                .map(
                    r ->
                        new Revision(
                            r.studyInstanceUid(),
                            r.lineage(),
                            r.revision(),
                            r.documentUid(),
                            r.savedAt().toString())),
            read.image(),
            read.imageStudy(),
            read.notices(),
            false);
      } catch (DicomException e) {
        return new ExportPiece(
            file,
            noRows(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(String.valueOf(e.getMessage())),
            true);
      }
    }

    /** The rows of a report for each table. */
    List<byte[]> rows(Path file, ReportedStudy study) {
      List<byte[]> rows = new ArrayList<>();
      if (csv) {
        rows.add(utf8(values.rows(file, study)));
        rows.add(utf8(images.rows(file, study)));
        rows.add(utf8(landmarks.rows(file, study.report())));
        rows.add(utf8(passes.rows(file, study)));
      }
      if (json) {
        rows.add(utf8(readings.line(file, study) + "\n"));
      }
      return rows;
    }

    /** A piece whose report is not asked for. */
    ExportPiece withoutReport(ExportPiece piece) {
      return new ExportPiece(
          piece.file(),
          noRows(),
          Optional.empty(),
          piece.image(),
          piece.imageStudy(),
          List.of(),
          false);
    }

    private List<byte[]> noRows() {
      return names().stream().map(name -> new byte[0]).toList();
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
