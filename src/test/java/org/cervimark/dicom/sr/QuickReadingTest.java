package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quick way to read a report says what the thorough one says, or leaves it to that. More
 * damages with {@code -Dcervimark.damages=5000}.
 */
class QuickReadingTest {

  private static final int STUDIES = 40;
  private static final int DAMAGES = Integer.getInteger("cervimark.damages", 200);

  @TempDir private Path folder;
  private final Catalogue catalogue = Catalogue.builtIn();
  private final SrReader reader = new SrReader(catalogue);

  @Test
  void bothWaysReadEveryStudyAlike() throws Exception {
    Random lot = new Random(20260217);
    for (int run = 0; run < STUDIES; run++) {
      Path file = new RandomStudy(lot, catalogue).write(folder.resolve(run + ".dcm"));

      Optional<SrReader.Said> quick = reader.readReport(file);

      assertTrue(quick.isPresent(), "left to the thorough way");
      assertEquals(thorough(file), quick);
    }
  }

  @Test
  void whatIsDamagedIsNeverReadOtherwise() throws Exception {
    Random lot = new Random(20260218);
    Path whole = new RandomStudy(lot, catalogue).write(folder.resolve("whole.dcm"));
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("damaged.dcm");
    int read = 0;
    int left = 0;
    for (int run = 0; run < DAMAGES; run++) {
      byte[] damaged = bytes.clone();
      for (int i = 0; i <= run % 3; i++) {
        damaged[132 + lot.nextInt(bytes.length - 132)] = (byte) lot.nextInt(256);
      }
      Files.write(file, damaged);

      Optional<SrReader.Said> quick;
      try {
        quick = reader.readReport(file);
      } catch (DicomException e) {
        quick = Optional.empty();
      }

      if (quick.isPresent()) {
        assertEquals(thorough(file), quick, "damage " + run);
        read++;
      } else {
        left++;
      }
    }
    assertTrue(read > DAMAGES / 50 && left > DAMAGES / 50, read + " read, " + left + " left");
  }

  @Test
  void textsInAnyCharacterSetAreDecoded() throws Exception {
    Path written = new RandomStudy(new Random(5), catalogue).write(folder.resolve("utf8.dcm"));
    Attributes document = DataSetReader.readWhole(written).dataSet();
    Attributes korean = new Attributes(document);
    korean.setString(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 149");
    korean.setString(Tag.PatientName, VR.PN, "Hong^Gildong==홍^길동");
    addFinding(korean, "경추 전만 감소");
    Path file = folder.resolve("korean.dcm");
    DataSetWriter.write(file, korean);

    StudyReport report = reader.readReport(file).orElseThrow().report();

    assertEquals("홍^길동", report.patient().name().phonetic());
    assertTrue(report.remarks().findings().contains("경추 전만 감소"), "the finding");
    assertEquals(thorough(file).orElseThrow().report(), report);
  }

  private static void addFinding(Attributes document, String text) {
    Attributes evaluations =
        document.getSequence(Tag.ContentSequence).stream()
            .filter(
                item ->
                    ContentDecoder.code(item, Tag.ConceptNameCodeSequence)
                        .filter(Concepts.QUALITATIVE_EVALUATIONS::sameConceptAs)
                        .isPresent())
            .findFirst()
            .orElseThrow();
    Attributes item = new Attributes(8);
    evaluations.getSequence(Tag.ContentSequence).add(item);
    item.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
    item.setString(Tag.ValueType, VR.CS, "TEXT");
    Attributes name = new Attributes(3);
    item.newSequence(Tag.ConceptNameCodeSequence, 1).add(name);
    name.setString(Tag.CodeValue, VR.SH, Concepts.FINDING.value());
    name.setString(Tag.CodingSchemeDesignator, VR.SH, Concepts.FINDING.scheme());
    name.setString(Tag.CodeMeaning, VR.LO, Concepts.FINDING.meaning());
    item.setString(Tag.TextValue, VR.UT, text);
  }

  private Optional<SrReader.Said> thorough(Path file) throws DicomException {
    return reader
        .read(DataSetReader.readWhole(file))
        .map(document -> new SrReader.Said(document.report(), document.notices()));
  }
}
