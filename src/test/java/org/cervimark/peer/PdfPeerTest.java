package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cervimark.dicom.media.PdfStore;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Identification;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.cervimark.report.pdf.PageSize;
import org.cervimark.report.pdf.PdfNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's programs say of the note that is kept with the study. */
final class PdfPeerTest {

  @TempDir private Path folder;

  @Test
  void theNoteIsAnEncapsulatedPdfThatOthersTakeOutAgain() throws Exception {
    SavedPhantom saved =
        SavedPhantom.in(
            folder, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
    byte[] pdf =
        new PdfNote(Catalogue.builtIn(), Locale.KOREAN, Identification.FULL, PageSize.A4)
            .of(saved.report(), reading -> Optional.empty());
    PdfStore store =
        new PdfStore(
            Path.of("target", "test-installation", "installation.properties"), Clock.systemUTC());
    Path first = store.store(folder, folder, saved.report(), pdf);
    Path second = store.store(folder, folder, saved.report(), pdf);
    assertEquals("1", element(first, "0020,0013"));
    assertEquals("2", element(second, "0020,0013"));
    assertEquals(element(first, "0020,000e"), element(second, "0020,000e"));
    assertEquals("904", element(first, "0020,0011"));
    assertEquals(element(saved.film(), "0010,0020"), element(first, "0010,0020"), "the patient");
    Path extracted = folder.resolve("out.pdf");
    Peers.succeed("dcmtk", "dcm2pdf", first.toString(), extracted.toString());
    byte[] back = Files.readAllBytes(extracted);
    assertTrue(back.length == pdf.length || back.length == pdf.length + 1);
    try (PDDocument document = Loader.loadPDF(back)) {
      assertTrue(document.getNumberOfPages() > 0);
    }
    List<String> complaints =
        Peers.run("dicom3tools", "dciodvfy", "-new", first.toString()).lines();
    assertEquals(List.of("EncapsulatedPDF"), complaints);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(6, files.count(), "film, report, state, two notes, what was taken out");
    }
  }

  private static String element(Path file, String tag) {
    String line =
        Peers.succeed("dcmtk", "dcmdump", "+P", tag, "-s", file.toString())
            .lines()
            .filter(l -> l.startsWith("(" + tag + ")"))
            .findFirst()
            .orElseThrow();
    return line.replaceAll("^[^\\[]*\\[(.*)\\].*$", "$1");
  }
}
