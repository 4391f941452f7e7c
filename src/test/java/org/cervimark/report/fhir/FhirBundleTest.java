package org.cervimark.report.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged by the HAPI FHIR validator with the definitions of R4, without any server. */
final class FhirBundleTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final FhirContext R4 = FhirContext.forR4();
  private static final Path SAMPLE = Path.of("target", "export-samples", "fhir.json");

  private static FhirValidator validator;
  private static StudyReport report;
  private static StudyReport small;

  @BeforeAll
  static void prepare(@TempDir Path folder) throws Exception {
    ValidationSupportChain definitions =
        new ValidationSupportChain(
            new R4Definitions(R4),
            new CommonCodeSystemsTerminologyService(R4),
            new InMemoryTerminologyServerValidationSupport(R4));
    validator = R4.newValidator().registerValidatorModule(new FhirInstanceValidator(definitions));
    small =
        SavedPhantom.in(folder, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)))
            .report();
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    LandmarkSet first = session.landmarks();
    session.beginPass();
    LandmarkTable.place(first, session);
    session.revealPasses();
    session.put(
        FreeMark.of(
            FreeMark.Kind.DISTANCE,
            List.of(new ImagePoint(100, 200), new ImagePoint(300, 420)),
            "gap"));
    report = SavedPhantom.in(folder, Phantoms.LATERAL, session).report();
  }

  @Test
  void isValidWithAndWithoutNames() throws Exception {
    String full = bundle(report, Identification.FULL);
    Files.createDirectories(SAMPLE.getParent());
    Files.writeString(SAMPLE, full);
    assertEquals(Set.of(), complaints(full));
    String nameless = bundle(small, Identification.parse("none").orElseThrow());
    assertEquals(Set.of(), complaints(nameless));
    for (String word : List.of("Gildong", "홍", "PHANTOM-A", "1974", "Younghee", "2026-01-14")) {
      assertFalse(nameless.contains(word), word);
    }
  }

  /** The validator would see it if something were wrong. */
  @Test
  void theValidatorRejectsWhatIsWrong() {
    String full = bundle(small, Identification.FULL);
    assertFalse(
        complaints(full.replace("\"status\": \"preliminary\"", "\"status\": \"x\"")).isEmpty());
    assertFalse(complaints(full.replace("\"valueQuantity\"", "\"valueQuantum\"")).isEmpty());
    assertFalse(complaints(full.replace("\"Device\"", "\"Group\"")).isEmpty());
  }

  @Test
  void theDictionaryOfOurCodesIsValid() throws Exception {
    String dictionary =
        Files.readString(
            Path.of("src/main/resources/org/cervimark/terminology/99CERVIMARK.codesystem.json"));
    assertEquals(Set.of(), complaints(dictionary));
    assertFalse(complaints(dictionary.replace("\"complete\"", "\"whole\"")).isEmpty());
  }

  @Test
  void othersReadEveryValueAndReason() {
    Bundle bundle =
        R4.newJsonParser().parseResource(Bundle.class, bundle(report, Identification.FULL));
    List<Observation> observations =
        bundle.getEntry().stream()
            .filter(e -> e.getResource() instanceof Observation)
            .map(e -> (Observation) e.getResource())
            .toList();
    Observation cobb =
        observations.stream()
            .filter(o -> o.hasMethod() && o.getMethod().getText().startsWith("c2-c7-cobb,"))
            .findFirst()
            .orElseThrow();
    assertEquals(18, cobb.getValueQuantity().getValue().doubleValue(), 0.01);
    assertEquals("deg", cobb.getValueQuantity().getCode());
    assertEquals("http://unitsofmeasure.org", cobb.getValueQuantity().getSystem());
    assertEquals("285285000", cobb.getCode().getCodingFirstRep().getCode());
    assertTrue(cobb.getReferenceRange().size() >= 3);
    assertTrue(cobb.getReferenceRangeFirstRep().getText().contains("[YUKAWA2012"));
    assertEquals(1, cobb.getComponent().size());
    assertTrue(
        observations.stream()
            .anyMatch(o -> o.getCode().getText().equals("Distance, drawn freely")));
    assertEquals("Observation", type(bundle, cobb.getDerivedFrom().get(1).getReference()));
    assertEquals("ImagingStudy", type(bundle, cobb.getDerivedFrom().get(0).getReference()));
    assertEquals("Patient", type(bundle, cobb.getSubject().getReference()));
    Observation refused =
        observations.stream()
            .filter(o -> o.hasMethod() && o.getMethod().getText().startsWith("redlund-johnell,"))
            .findFirst()
            .orElseThrow();
    assertFalse(refused.hasValue());
    assertTrue(refused.getDataAbsentReason().getText().startsWith("missing-landmarks: "));
    DiagnosticReport diagnostic =
        (DiagnosticReport) bundle.getEntry().get(bundle.getEntry().size() - 1).getResource();
    assertEquals(observations.size(), diagnostic.getResult().size());
    assertEquals(DiagnosticReport.DiagnosticReportStatus.PRELIMINARY, diagnostic.getStatus());
    String note =
        new String(diagnostic.getPresentedFormFirstRep().getData(), StandardCharsets.UTF_8);
    assertTrue(note.contains("CERVICAL SPINE MEASUREMENTS"), note);
  }

  private static String type(Bundle bundle, String address) {
    return bundle.getEntry().stream()
        .filter(e -> e.getFullUrl().equals(address))
        .map(e -> e.getResource().fhirType())
        .findFirst()
        .orElse("nothing");
  }

  private static String bundle(StudyReport report, Identification identification) {
    return new FhirBundle(CATALOGUE, Locale.ENGLISH, identification).of(report);
  }

  private static Set<String> complaints(String json) {
    Set<String> complaints = new TreeSet<>();
    for (SingleValidationMessage message : validator.validateWithResult(json).getMessages()) {
      if (message.getSeverity() == ResultSeverityEnum.ERROR
          || message.getSeverity() == ResultSeverityEnum.FATAL) {
        complaints.add(message.getLocationString() + ": " + message.getMessage());
      }
    }
    return complaints;
  }
}
