package org.cervimark.report.pdf;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Annotations;
import org.cervimark.report.Identification;
import org.cervimark.report.NoteHeading;
import org.cervimark.report.NoteSection;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.ValueSection;
import org.cervimark.report.Wording;

/**
 * The note on paper: the same words and numbers as {@link org.cervimark.report.TextNote}, with each
 * picture, its annotations drawn over it as lines, and the values beside published ones. PDF/A-1b.
 */
public final class PdfNote {

  private static final double BODY = 8.5;

  /** How high a heading is with the gap below it. */
  private static final double HEADLINE = 22;

  private final Catalogue catalogue;
  private final Locale locale;
  private final Wording words;
  private final NoteHeading heading;
  private final Identification identification;
  private final PageSize size;

  /**
   * Notes in a language.
   *
   * @param locale Korean, or any other for English
   * @param identification which identifying fields appear
   */
  public PdfNote(Catalogue catalogue, Locale locale, Identification identification, PageSize size) {
    this.catalogue = catalogue;
    this.locale = locale;
    this.words = Wording.of(NoteHeading.class, locale);
    this.heading = new NoteHeading(catalogue, locale, identification);
    this.identification = identification;
    this.size = size;
  }

  /**
   * The bytes of the note of a saved revision.
   *
   * @param pictures the image of a reading as it is to be seen, if it is at hand
   */
  public byte[] of(StudyReport report, Function<Reading, Optional<BufferedImage>> pictures) {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(report.savedAt().hashCode() & 0xFFFFFFFFL);
      NoteFont font = new NoteFont(document);
      PageFlow flow = new PageFlow(document, font, size);
      title(flow, report);
      list(flow, words.get("note.findings"), report.remarks().findings());
      list(flow, words.get("note.plan"), report.remarks().plan().stream().toList());
      Set<Outcome.Interval.Basis> bases = new LinkedHashSet<>();
      Set<String> sources = new LinkedHashSet<>();
      boolean scaleIncluded = false;
      int number = 1;
      for (NoteSection section :
          NoteSection.of(ReportedStudy.of(report, catalogue), catalogue, locale)) {
        section(flow, number, section, figure(report.readings(), number - 1, pictures));
        number++;
        bases.addAll(section.values().bases());
        scaleIncluded |= section.values().scaleIncluded();
        sources.addAll(section.values().sources());
      }
      explanation(flow, bases, scaleIncluded);
      list(
          flow,
          words.get("note.sources"),
          sources.stream().map(k -> "[" + k + "] " + catalogue.source(k).orElse("")).toList());
      flow.skip(10);
      flow.need(40);
      flow.paragraph(
          words.get("note.disclaimer"), flow.left(), flow.width(), BODY + 0.5, PageFlow.INK);
      flow.finish(
          List.of(
              words.get("pdf.footer", heading.program(report.catalogueVersion())),
              words.get("pdf.document", report.documentUid())),
          (page, pages) -> words.get("pdf.page", Integer.toString(page), Integer.toString(pages)));
      Archival.complete(document, words.get("pdf.title"), locale.getLanguage(), report.savedAt());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      // Everything is written into memory.
      throw new UncheckedIOException(e);
    }
  }

  private void title(PageFlow flow, StudyReport report) throws IOException {
    flow.canvas().text(words.get("pdf.title"), flow.left(), flow.y() + 16, 17, true, PageFlow.INK);
    flow.skip(26);
    flow.canvas().box(flow.left(), flow.y(), flow.width(), 2, PageFlow.ACCENT);
    flow.skip(12);
    for (List<String> row : heading.of(report).rows()) {
      labelled(flow, row.get(0), row.get(1), flow.left(), flow.width(), 70);
    }
    if (!identification.showsPatient()) {
      flow.paragraph(words.get("pdf.anonymous"), flow.left(), flow.width(), BODY, PageFlow.QUIET);
    }
  }

  /** What is seen of the image of a section; sections of several films have none. */
  private Optional<Figure> figure(
      List<Reading> readings, int index, Function<Reading, Optional<BufferedImage>> pictures) {
    return readings.stream()
        .skip(index)
        .findFirst()
        .map(r -> new Figure(r, new Annotations(r, catalogue, locale), pictures.apply(r)));
  }

  private void section(PageFlow flow, int number, NoteSection section, Optional<Figure> figure)
      throws IOException {
    if (number > 1) {
      flow.newPage();
    } else {
      flow.skip(10);
    }
    ValueSection values = section.values();
    List<Color> colours =
        figure.map(Figure::colours).orElse(Collections.nCopies(values.rows().size(), Color.WHITE));
    Optional<Figure> seen = figure.filter(Figure::isSeen);
    Optional<Figure> crowded = seen.filter(Figure::hasParts);
    String title = number + ". " + section.heading();
    if (seen.isPresent()) {
      BesidePicture beside =
          new BesidePicture(flow, words, section, crowded.map(Figure::numbers).orElse(List.of()));
      flow.need(Figure.wanted(flow, beside) + HEADLINE);
      headline(flow, title, 12);
      Rectangle2D picture = seen.get().whole(flow);
      double x = picture.getMaxX() + Figure.BESIDE;
      beside.draw(x, flow.right() - x, colours);
      flow.moveTo(Math.max(flow.y(), picture.getMaxY()) + 12);
    } else {
      headline(flow, title, 12);
      facts(flow, section);
    }
    values(flow, values, colours);
    if (crowded.isPresent()) {
      flow.skip(12);
      flow.need(HEADLINE + crowded.get().rowHeight(flow));
      headline(flow, words.get("pdf.details"), 10);
      crowded.get().parts(flow);
    }
    list(flow, words.get("note.marks"), section.marks());
    list(flow, words.get("note.screening"), values.screenings());
    list(flow, words.get("note.unmeasured"), values.unmeasured());
    list(flow, words.get("note.uncertain"), section.uncertainLandmarks());
    list(
        flow,
        words.get("note.remarks"),
        values.remarks().stream()
            .map(r -> (r.mark().equals("-") ? "" : r.mark() + "  ") + r.text())
            .toList());
    list(flow, words.get("note.warnings"), values.warnings());
    list(flow, words.get("note.references"), values.references());
  }

  private static void facts(PageFlow flow, NoteSection section) throws IOException {
    for (List<String> fact : section.facts().rows()) {
      labelled(flow, fact.get(0), fact.get(1), flow.left(), flow.width(), 70);
    }
    if (section.preface().isPresent()) {
      flow.skip(4);
      flow.paragraph(section.preface().get(), flow.left(), flow.width(), BODY, PageFlow.INK);
    }
    flow.skip(12);
  }

  private void values(PageFlow flow, ValueSection values, List<Color> colours) throws IOException {
    List<ValueSection.Row> rows = values.rows();
    if (rows.isEmpty()) {
      flow.paragraph(
          words.get("note.values.none"), flow.left(), flow.width(), BODY + 0.5, PageFlow.INK);
      return;
    }
    new ValueGrid(flow, words).draw(rows, colours);
    new DeviationPlot(flow, words).draw(values.beside());
  }

  private void explanation(PageFlow flow, Set<Outcome.Interval.Basis> bases, boolean scaleIncluded)
      throws IOException {
    OutcomeText text = new OutcomeText(locale, catalogue.landmarks());
    List<String> items = new ArrayList<>();
    bases.forEach(basis -> items.add("±  " + text.basis(basis)));
    if (scaleIncluded) {
      items.add("±  " + text.scaleIncluded());
    }
    items.add(words.get("note.tiers"));
    list(flow, words.get("note.explanation"), items);
  }

  private static void headline(PageFlow flow, String text, double size) throws IOException {
    flow.need(size + 40);
    flow.heading(text, flow.left(), size);
    flow.skip(2);
  }

  private static void list(PageFlow flow, String title, List<String> items) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    flow.skip(9);
    headline(flow, title, 10);
    for (String item : items) {
      flow.need(BODY * 1.4);
      flow.canvas().box(flow.left() + 2, flow.y() + BODY * 0.62, 2.2, 2.2, PageFlow.QUIET);
      flow.paragraph(item, flow.left() + 11, flow.width() - 11, BODY, PageFlow.INK);
      flow.skip(1.5);
    }
  }

  private static void labelled(
      PageFlow flow, String label, String text, double x, double width, double indent)
      throws IOException {
    flow.canvas().text(label, x, flow.y() + BODY + 0.5, BODY + 0.5, false, PageFlow.QUIET);
    flow.paragraph(text, x + indent, width - indent, BODY + 0.5, PageFlow.INK);
    flow.skip(1.5);
  }
}
