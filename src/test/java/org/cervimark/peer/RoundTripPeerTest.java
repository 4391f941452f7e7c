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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cervimark.dicom.sr.RandomStudy;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
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
  void dcmconvMayWriteItInAnyOtherSyntax(TestReporter reporter) throws Exception {
    Map<String, String> syntaxes =
        Map.of("+ti", "implicit", "+tb", "big endian", "+td", "deflated");
    Tally tally = new Tally();
    for (RandomStudy study : studies(11)) {
      Path file = study.write(folder.resolve("report.dcm"));
      for (Map.Entry<String, String> syntax : syntaxes.entrySet()) {
        Path other = folder.resolve("other.dcm");
        Peers.succeed("dcmtk", "dcmconv", syntax.getKey(), file.toString(), other.toString());
        tally.count("dcmconv " + syntax.getValue(), study, other);
        Files.delete(other);
      }
      Files.delete(file);
    }
    tally.publish(reporter);
  }

  @Test
  void orthancMayStoreItAndGiveItBackInEveryWay(TestReporter reporter) throws Exception {
    List<RandomStudy> studies = studies(12);
    Tally tally = new Tally();
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
        tally.count("Orthanc C-STORE, C-GET", study, byCGet(orthanc, report));
        tally.count("Orthanc C-STORE, WADO-RS", study, byWado(orthanc, report));
        tally.count("DICOM JSON", study, byJson(orthanc, report));
      }
      assertEquals(
          studies.size(),
          new String(orthanc.get("/instances", "application/json"), StandardCharsets.UTF_8)
              .split(",", -1)
              .length);
    }
    tally.publish(reporter);
  }

  /** How often each way was tried, and how often the study came back equal. */
  private static final class Tally {
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<String, Integer> equal = new TreeMap<>();

    void count(String way, RandomStudy study, Path file) throws Exception {
      tried.merge(way, 1, Integer::sum);
      if (study.saysTheSameAs(RandomStudy.read(file, CATALOGUE))) {
        equal.merge(way, 1, Integer::sum);
      }
    }

    void publish(TestReporter reporter) {
      tried.forEach(
          (way, count) ->
              reporter.publishEntry(
                  way, "tried " + count + ", equal " + equal.getOrDefault(way, 0)));
      assertEquals(tried, equal);
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
