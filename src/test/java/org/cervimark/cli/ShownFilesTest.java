package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that leaves the program, from every kind of film, kept below target to look at. */
final class ShownFilesTest {

  private static final Path SHOWN = Path.of("target", "export-samples");
  private static final Path VISIT = Phantoms.LATERAL.getParent();
  private static final String ALL = "text,csv,json,pdf,fhir,roi,png";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "quick,en,a4",
    "full,ko,a4",
    "full,en,letter",
    "bending,en,a4",
    "open-mouth,ko,a4",
    "nasium,en,a4",
    "vertex,en,letter",
    "ap,en,a4",
    "no-scale,en,a4",
    "rows-apart,en,a4",
    "unsure,ko,letter",
    "unsure,en,a4"
  })
  void everyFormOfEveryKindOfFilm(String what, String language, String paper) throws Exception {
    save(what);
    Path out = SHOWN.resolve(what + "-" + language);
    empty(out);
    CommandRun.of(
            "export", folder, "--out", out, "--format", ALL, "--lang", language, "--paper", paper)
        .ends(ExitCode.DONE);
    List<String> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        assertTrue(Files.size(file) > 0, file.toString());
        kinds.add(file.getFileName().toString().replaceFirst("^[^.]*(-RoiSet)?\\.", ""));
      }
    }
    pages(out, language);
    for (String kind : List.of("txt", "csv", "jsonl", "pdf", "fhir.json", "zip", "png")) {
      assertTrue(kinds.contains(kind), kind);
    }
  }

  /** The pages are numbered, and nothing on them lies over anything else or stands lonely. */
  private static void pages(Path out, String language) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      Path pdf = files.filter(f -> f.toString().endsWith(".pdf")).findFirst().orElseThrow();
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        assertEquals(List.of(), PageLook.flaws(document));
        PDFTextStripper stripper = new PDFTextStripper();
        int pages = document.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
          stripper.setStartPage(page);
          stripper.setEndPage(page);
          String number =
              language.equals("ko") ? page + " / " + pages + " 쪽" : "Page " + page + " of " + pages;
          assertTrue(stripper.getText(document).contains(number), number);
        }
      }
    }
  }

  private void save(String what) throws Exception {
    switch (what) {
      case "quick" -> save(Phantoms.LATERAL, only("lateral-neutral-quick"));
      case "full" -> save(Phantoms.LATERAL, lateral());
      case "bending" -> {
        for (String film : List.of("lateral-flexion.dcm", "lateral-extension.dcm")) {
          save(VISIT.resolve(film), Phantoms.session(VISIT.resolve(film), Optional.empty()));
        }
      }
      case "open-mouth" -> save(Phantoms.OPEN_MOUTH, frontal(Phantoms.OPEN_MOUTH));
      case "nasium" -> save(Phantoms.NASIUM, frontal(Phantoms.NASIUM));
      case "vertex" -> {
        Path vertex = Phantoms.NASIUM.resolveSibling("vertex.dcm");
        save(vertex, frontal(vertex));
      }
      case "ap" -> save(Phantoms.NASIUM, ap());
      case "no-scale" -> {
        Path film = withoutScale();
        save(film, Phantoms.session(film, Optional.empty()));
      }
      case "rows-apart" -> {
        Path film = Path.of("test-images/bravo/lateral-neutral-left.dcm");
        save(film, Phantoms.session(film, Optional.empty()));
      }
      case "unsure" -> unsure();
      default -> throw new IllegalArgumentException(what);
    }
  }

  private void save(Path film, ReadingSession session) throws Exception {
    SavedPhantom.in(folder, film, session);
  }

  private static ReadingSession lateral() throws Exception {
    return Phantoms.session(Phantoms.LATERAL, Optional.empty());
  }

  private static ReadingSession frontal(Path film) throws Exception {
    return Phantoms.session(film, Optional.of(PatientOrientation.frontal(false)));
  }

  /** The neutral film with the landmarks of one protocol. */
  private static ReadingSession only(String protocol) throws Exception {
    ReadingSession session = lateral();
    session.chooseProtocol(Catalogue.builtIn().protocol(protocol).orElseThrow());
    List<LandmarkId> wanted = session.protocol().landmarks();
    session.landmarks().all().stream()
        .map(p -> p.landmark())
        .filter(l -> !wanted.contains(l))
        .toList()
        .forEach(session::remove);
    return session;
  }

  /** A frontal film with the landmarks of the whole neck, placed by eye. */
  private static ReadingSession ap() throws Exception {
    ReadingSession session = frontal(Phantoms.NASIUM);
    session.landmarks().all().stream().map(p -> p.landmark()).toList().forEach(session::remove);
    session.chooseProtocol(Catalogue.builtIn().protocol("ap").orElseThrow());
    double[][] places = {
      {420, 900},
      {985, 890},
      {640, 1180},
      {770, 1176},
      {705, 1182},
      {630, 1560},
      {785, 1568},
      {712, 1640}
    };
    for (int i = 0; i < places.length; i++) {
      session.place(
          session.protocol().landmarks().get(i), new ImagePoint(places[i][0], places[i][1]));
    }
    return session;
  }

  /** The neutral film with nothing in its header that gives a length. */
  private Path withoutScale() throws Exception {
    Path source = Files.createDirectories(folder.resolve("../" + folder.getFileName() + "-source"));
    Path film = source.resolve("lateral-neutral.dcm");
    String bytes = new String(Files.readAllBytes(Phantoms.LATERAL), StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains("0.143\\0.143"));
    Files.write(
        film, bytes.replace("0.143\\0.143", " ".repeat(11)).getBytes(StandardCharsets.ISO_8859_1));
    Files.copy(Phantoms.table(Phantoms.LATERAL), Phantoms.table(film));
    return film;
  }

  /** Half of the landmarks estimated or not seen, long words of the reader's, a signature. */
  private void unsure() throws Exception {
    ReadingSession session = lateral();
    List<LandmarkId> all = session.landmarks().all().stream().map(p -> p.landmark()).toList();
    for (int i = 0; i < all.size(); i += 3) {
      session.setVisibility(all.get(i), Visibility.ESTIMATED);
    }
    session.setVisibility(all.get(1), Visibility.UNCERTAIN);
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    session.markNotVisible(new LandmarkId("c7-inferior-endplate-posterior"));
    save(Phantoms.LATERAL, session);
    FolderStore store =
        new FolderStore(
            folder,
            folder,
            Catalogue.builtIn(),
            Path.of("target", "test-installation", "installation.properties"),
            java.time.Clock.systemUTC());
    String uid = session.radiograph().reference().studyInstanceUid();
    String first =
        "제5-6경추 추간판 높이가 위아래보다 낮고 제5경추 하종판 앞쪽에 골극이 보이며, 전굴 영상과 비교하여 움직임이"
            + " 줄어 있습니다. 환자는 오른쪽 팔의 저림을 호소하였고 검사 당일 통증은 10점 중 6점이라고 하였습니다.";
    StudyRemarks remarks =
        new StudyRemarks(
            List.of(
                first, "경추 전만은 유지되어 있습니다. " + first, "Osteophyte at C5, anterior inferior corner."),
            Optional.of("6주 뒤 같은 자세로 다시 촬영하고, 그동안의 운동 일지를 가져오시도록 안내함."),
            Optional.of(new TimePoint("치료 6주차", Optional.of(TimePoint.Type.POSTTREATMENT))));
    store.save(
        new RevisionDraft(uid, List.of(), Optional.of(remarks), Optional.empty()),
        PersonName.parse("Lee^Younghee=李^英姬=이^영희"));
    store.sign(uid, PersonName.parse("Park^Minsu==박^민수"), "서울 시험병원 영상의학과");
  }

  private static void empty(Path out) throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> old = Files.walk(out)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
