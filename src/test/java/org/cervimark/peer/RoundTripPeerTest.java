package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cervimark.dicom.sr.RandomStudy;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a study says comes back bit for bit after other people's programs have had it in their
 * hands. More studies with {@code -Dcervimark.roundtrips.peers=50}.
 */
class RoundTripPeerTest {

  private static final int STUDIES = Integer.getInteger("cervimark.roundtrips.peers", 4);
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @TempDir private Path folder;

  @Test
  void dcmconvMayWriteItInAnyOtherSyntax() throws Exception {
    Map<String, String> syntaxes =
        Map.of("+ti", "implicit", "+tb", "big endian", "+td", "deflated");
    for (RandomStudy study : studies(11)) {
      Path file = study.write(folder.resolve("report.dcm"));
      for (Map.Entry<String, String> syntax : syntaxes.entrySet()) {
        Path other = folder.resolve("other.dcm");
        Peers.succeed("dcmtk", "dcmconv", syntax.getKey(), file.toString(), other.toString());
        assertEquals(study.report(), RandomStudy.read(other, CATALOGUE), syntax.getValue());
        Files.delete(other);
      }
      Files.delete(file);
    }
  }

  @Test
  void orthancMayStoreItAndGiveItBackInEveryWay() throws Exception {
    List<RandomStudy> studies = studies(12);
    try (Orthanc orthanc = Orthanc.start(folder)) {
      for (RandomStudy study : studies) {
        Path file = study.write(folder.resolve("report.dcm"));
        Peers.succeed(
            "dcmtk",
            "storescu",
            "-aec",
            "ORTHANC",
            "127.0.0.1",
            orthanc.dicomPort(),
            file.toString());
        Files.delete(file);
        StudyReport report = study.report();
        assertEquals(report, RandomStudy.read(byCGet(orthanc, report), CATALOGUE), "C-GET");
        assertEquals(report, RandomStudy.read(byWado(orthanc, report), CATALOGUE), "WADO-RS");
        assertEquals(report, RandomStudy.read(byJson(orthanc, report), CATALOGUE), "DICOM JSON");
      }
      assertEquals(
          studies.size(),
          new String(orthanc.get("/instances", "application/json"), StandardCharsets.UTF_8)
              .split(",", -1)
              .length);
    }
  }

  private Path byCGet(Orthanc orthanc, StudyReport report) throws Exception {
    Path target = Files.createTempDirectory(folder, "get");
    Peers.succeed(
        "dcmtk",
        "getscu",
        "-S",
        "-aec",
        "ORTHANC",
        "-od",
        target.toString(),
        "-k",
        "QueryRetrieveLevel=STUDY",
        "-k",
        "StudyInstanceUID=" + report.studyInstanceUid(),
        "127.0.0.1",
        orthanc.dicomPort());
    try (Stream<Path> files = Files.list(target)) {
      List<Path> found = files.toList();
      assertEquals(1, found.size(), "C-GET gave " + found);
      return found.get(0);
    }
  }

  private Path byWado(Orthanc orthanc, StudyReport report) throws Exception {
    byte[] multipart =
        orthanc.get(instance(report), "multipart/related; type=\"application/dicom\"");
    // One part: a line with the boundary, headers, an empty line, the file, the boundary again.
    String text = new String(multipart, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf("\r\n\r\n") + 4;
    String boundary = text.substring(text.indexOf("--"), text.indexOf("\r\n", text.indexOf("--")));
    int end = text.lastIndexOf("\r\n" + boundary);
    assertTrue(begin > 4 && end > begin, "not one part");
    Path file = Files.createTempFile(folder, "wado", ".dcm");
    Files.write(file, java.util.Arrays.copyOfRange(multipart, begin, end));
    return file;
  }

  private Path byJson(Orthanc orthanc, StudyReport report) throws Exception {
    Path json = Files.createTempFile(folder, "report", ".json");
    Files.write(json, orthanc.get(instance(report) + "/metadata", "application/dicom+json"));
    Path file = folder.resolve("from-json.dcm");
    Peers.Answer answer =
        Peers.runNodeScript(
            Path.of("src/test/peers/json-to-dicom.mjs"), json.toString(), file.toString());
    assertEquals(0, answer.exit(), answer.output());
    return file;
  }

  private static String instance(StudyReport report) {
    return "/dicom-web/studies/"
        + report.studyInstanceUid()
        + "/series/"
        + report.lineage()
        + "/instances/"
        + report.documentUid();
  }

  private static List<RandomStudy> studies(long seed) {
    Random lot = new Random(seed);
    List<RandomStudy> studies = new ArrayList<>();
    for (int i = 0; i < STUDIES; i++) {
      studies.add(new RandomStudy(lot, CATALOGUE));
    }
    return studies;
  }
}
