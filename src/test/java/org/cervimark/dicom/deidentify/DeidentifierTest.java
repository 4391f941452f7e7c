package org.cervimark.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.peer.Peers;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class DeidentifierTest {

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("EUC-KR"),
          Charset.forName("ISO-2022-KR"));

  @TempDir private Path folder;
  private final SampleCr image = new SampleCr();
  private StoreFixture fixture;
  private Path out;

  @BeforeEach
  void aStudyWithAReport() throws Exception {
    fixture = new StoreFixture(folder);
    out = folder.resolve("out");
    image.set(Tag.InstitutionName, VR.LO, "Seoul Spine Hospital 서울병원");
    image.set(Tag.InstitutionAddress, VR.ST, "Teheran-ro 7, Gangnam");
    image.set(Tag.StationName, VR.SH, "XRAY-ROOM-9");
    image.set(Tag.OperatorsName, VR.PN, "Choi^Minsu=崔^民秀=최^민수");
    image.set(Tag.DeviceSerialNumber, VR.LO, "SN-4711-0815");
    image.set(Tag.OtherPatientIDs, VR.LO, "OLD-77777", "RRN-700101");
    image.set(Tag.PatientAddress, VR.LO, "Dokseodang-ro 12");
    image.set(Tag.PatientComments, VR.LT, "mother of Hong Gildong called");
    image.set(Tag.PixelSpacingCalibrationDescription, VR.LO, "ball of 25 mm");
    image.set(Tag.AcquisitionDate, VR.DA, "20260114");
    image.set(Tag.AcquisitionTime, VR.TM, "101507");
    image.set(Tag.DateOfLastCalibration, VR.DA, "20251224");
    Sequence requests = image.header().newSequence(Tag.RequestAttributesSequence, 1);
    Attributes request = new Attributes();
    request.setString(Tag.ScheduledProcedureStepID, VR.SH, "SPS-31415");
    requests.add(request);
    Sequence sources = image.header().newSequence(Tag.SourceImageSequence, 1);
    Attributes source = new Attributes();
    source.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1");
    source.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.3680043.9.99.271828");
    Sequence purposes = source.newSequence(Tag.PurposeOfReferenceCodeSequence, 1);
    Attributes purpose = code("121320", "Uncompressed predecessor");
    purpose.setString(0x00110010, VR.LO, "NESTED HONG");
    purpose.setString(0x00111001, VR.LO, "Hong in a nested private attribute");
    purposes.add(purpose);
    sources.add(source);
    image.header().setString(0x00190010, VR.LO, "ACME 1.1");
    image.header().setString(0x00191001, VR.LO, "Hong^Gildong private");
    image
        .header()
        .setBytes(0x60003000, VR.OW, "HONG GILDONG overlay".getBytes(StandardCharsets.US_ASCII));
    image.header().setString(0x60004000, VR.LT, "overlay of Hong");
    fixture.write(image, "film.dcm");
    Reading example = SampleReading.example(image);
    fixture.store().withKeyObjects(() -> true).save(example, StoreFixture.READER);
    fixture.store().save(example, StoreFixture.READER);
  }

  @Test
  void noIdentifierIsLeftAnywhereInTheBytes(TestReporter reporter) throws Exception {
    SortedSet<String> identifiers = new TreeSet<>();
    for (Path original : originals()) {
      gather(DataSetReader.readHeader(original).dataSet(), identifiers);
    }
    identifiers.addAll(
        List.of("Hong", "HONG", "Gildong", "길동", "洪", "Younghee", "영희", "Choi", "민수", "철수", "서울"));
    Deidentified.Exported exported = export(DateRule.remove());

    assertEquals(6, exported.files().size());
    List<String> left = new ArrayList<>();
    for (Deidentified.FileReport file : exported.files()) {
      byte[] bytes = withoutPixels(file.target());
      for (String identifier : identifiers) {
        for (Charset charset : CHARSETS) {
          if (charset.newEncoder().canEncode(identifier)
              && contains(bytes, identifier.getBytes(charset))) {
            left.add(file.target().getFileName() + ": " + identifier);
          }
        }
      }
    }
    reporter.publishEntry(
        "identifiers", "searched " + identifiers.size() + ", found " + left.size());
    assertTrue(identifiers.size() > 50, identifiers.toString());
    assertEquals(List.of(), left);
  }

  /** The search finds what is there: in the originals nearly all of them. */
  @Test
  void theSearchIsWorthSomething() throws Exception {
    byte[] film = withoutPixels(fixture.images().resolve("film.dcm"));
    for (String identifier : List.of("Hong", "길동", "TEST-0001", "19700101", "SN-4711-0815")) {
      assertTrue(contains(film, identifier.getBytes(StandardCharsets.UTF_8)), identifier);
    }
  }

  @Test
  void theCopiesReopenWithTheSameMeasurements() throws Exception {
    StudyReport before =
        StudyFolder.scan(fixture.target(), SmallCatalogue.get()).reports().get(0).report();
    export(DateRule.remove());
    StudyFolder copies = StudyFolder.scan(out, SmallCatalogue.get());

    assertEquals(List.of(), copies.problems());
    assertEquals(1, copies.images().size());
    assertEquals(2, copies.reports().size());
    StudyReport after = copies.reports().get(0).report();
    Reading was = before.readings().get(0);
    Reading is = after.reading(copies.images().get(0).radiograph().reference()).orElseThrow();
    assertEquals(was.values(), is.values());
    assertEquals(was.landmarks(), is.landmarks());
    assertEquals(was.scale().columnSpacing(), is.scale().columnSpacing());
    assertEquals(was.orientation(), is.orientation());
    assertEquals("CASE0001", after.patient().id());
    StudyReport first = copies.reports().get(1).report();
    StudyReport second = after.revision() == 2 ? after : first;
    StudyReport replaced = after.revision() == 2 ? first : after;
    assertEquals(Optional.of(replaced.documentUid()), second.predecessor());
    assertEquals(replaced.lineage(), second.lineage());
  }

  @Test
  void pixelsAndWhatTheyMeanAreTheSame() throws Exception {
    Deidentified.Exported exported = export(DateRule.remove());
    DicomFile was = DataSetReader.readWhole(fixture.images().resolve("film.dcm"));
    DicomFile is = copy(exported, "CR");
    assertArrayEquals(was.dataSet().getBytes(Tag.PixelData), is.dataSet().getBytes(Tag.PixelData));
    for (int tag : new int[] {Tag.Rows, Tag.Columns, Tag.BitsStored}) {
      assertEquals(was.dataSet().getInt(tag, 0), is.dataSet().getInt(tag, -1));
    }
    assertArrayEquals(
        was.dataSet().getStrings(Tag.PixelSpacing), is.dataSet().getStrings(Tag.PixelSpacing));
    assertEquals("YES", is.dataSet().getString(Tag.PatientIdentityRemoved));
    assertEquals("REMOVED", is.dataSet().getString(Tag.LongitudinalTemporalInformationModified));
    List<String> methods = new ArrayList<>();
    is.dataSet()
        .getSequence(Tag.DeidentificationMethodCodeSequence)
        .forEach(c -> methods.add(c.getString(Tag.CodeValue)));
    assertEquals(List.of("113100", "113103", "113104"), methods);
    assertTrue(exported.files().get(0).mayShowIdentity());
  }

  @Test
  void shiftedDatesKeepTheirDistances() throws Exception {
    Deidentified.Exported exported = export(DateRule.shift(-100));
    Attributes film = copy(exported, "CR").dataSet();
    assertEquals("20251006", film.getString(Tag.StudyDate));
    assertEquals("20251006", film.getString(Tag.AcquisitionDate));
    assertEquals("101500", film.getString(Tag.StudyTime));
    assertFalse(film.containsValue(Tag.PatientBirthDate));
    assertEquals("MODIFIED", film.getString(Tag.LongitudinalTemporalInformationModified));
    assertEquals("20251007", copy(exported, "SR").dataSet().getString(Tag.ContentDate));
    assertEquals(
        "20251007", copy(exported, "PR").dataSet().getString(Tag.PresentationCreationDate));
  }

  /** Within a patient intervals stay, and nobody learns them across patients. */
  @Test
  void eachPatientIsShiftedByDaysOfItsOwn() throws Exception {
    for (int patient = 2; patient <= 5; patient++) {
      SampleCr first = new SampleCr().set(Tag.PatientID, VR.LO, "TEST-000" + patient);
      first.set(Tag.PatientName, VR.PN, "Kang^Person" + patient);
      fixture.write(first, patient + "-first.dcm");
      SampleCr later = SampleCr.ofSameStudy(first).set(Tag.StudyDate, VR.DA, "20260214");
      later.set(Tag.PatientID, VR.LO, "TEST-000" + patient);
      later.set(Tag.PatientName, VR.PN, "Kang^Person" + patient);
      fixture.write(later, patient + "-later.dcm");
    }
    SortedMap<String, SortedSet<String>> dates = new TreeMap<>();
    for (Deidentified.FileReport file : export(DateRule.shiftEach()).files()) {
      Attributes copy = DataSetReader.readHeader(file.target()).dataSet();
      dates
          .computeIfAbsent(copy.getString(Tag.PatientID), id -> new TreeSet<>())
          .add(copy.getString(Tag.StudyDate));
      assertEquals("MODIFIED", copy.getString(Tag.LongitudinalTemporalInformationModified));
    }
    assertEquals(5, dates.size());
    Set<LocalDate> firsts = new HashSet<>();
    for (SortedSet<String> shifted : dates.values()) {
      LocalDate first = LocalDate.parse(shifted.first(), DateTimeFormatter.BASIC_ISO_DATE);
      LocalDate last = LocalDate.parse(shifted.last(), DateTimeFormatter.BASIC_ISO_DATE);
      assertTrue(first.isBefore(LocalDate.of(2025, 1, 15)), first.toString());
      assertEquals(shifted.size() == 1 ? first : first.plusDays(31), last);
      firsts.add(first);
    }
    assertTrue(firsts.size() > 1, firsts.toString());
  }

  /** What a Key Object points at are the copies, under their new names. */
  @Test
  void aKeyObjectPointsAtTheCopies() throws Exception {
    Deidentified.Exported exported = export(DateRule.remove());
    Attributes keyObject = copy(exported, "KO").dataSet();
    Set<String> copies = new HashSet<>();
    for (Deidentified.FileReport file : exported.files()) {
      copies.add(DataSetReader.readHeader(file.target()).dataSet().getString(Tag.SOPInstanceUID));
    }
    Set<String> named = new HashSet<>();
    gatherReferences(keyObject, named);
    assertEquals(3, named.size(), "image, presentation state and report");
    assertTrue(copies.containsAll(named), named.toString());
  }

  private static void gatherReferences(Attributes level, Set<String> named) {
    for (int tag : level.tags()) {
      if (tag == Tag.ReferencedSOPInstanceUID) {
        named.add(level.getString(tag));
      }
      Sequence items = level.getSequence(tag);
      if (items != null) {
        items.forEach(item -> gatherReferences(item, named));
      }
    }
  }

  @Test
  void keptDatesAreKept() throws Exception {
    Attributes film = copy(export(DateRule.keep()), "CR").dataSet();
    assertEquals("20260114", film.getString(Tag.StudyDate));
    assertFalse(film.containsValue(Tag.PatientBirthDate));
  }

  /** A note may say anything, and so it goes, whether it names anybody or not. */
  @Test
  void freeNotesAreNotExported() throws Exception {
    DicomFile report = fixture.objects("SR").get(1);
    Attributes note = new Attributes();
    note.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
    note.setString(Tag.ValueType, VR.CS, "TEXT");
    note.newSequence(Tag.ConceptNameCodeSequence, 1).add(code("121106", "Comment"));
    note.setString(Tag.TextValue, VR.UT, "blurred corner here");
    report.dataSet().getSequence(Tag.ContentSequence).add(note);
    fixture.replace(report);
    for (Deidentified.FileReport file : export(DateRule.remove()).files()) {
      assertFalse(
          contains(withoutPixels(file.target()), "blurred".getBytes(StandardCharsets.US_ASCII)),
          file.target().toString());
    }
  }

  @Test
  void aNameInATextThatStaysStopsTheExport() throws Exception {
    for (String text : List.of("knee of Gildong", "길동", "see TEST-0001", "born 1970-01-01")) {
      SampleCr another = SampleCr.ofSameStudy(image);
      another.set(Tag.ViewPosition, VR.CS, "LL");
      another.set(Tag.ImageComments, VR.LT, "removed with " + text);
      another.set(Tag.ManufacturerModelName, VR.LO, text);
      Path file = fixture.write(another, "second.dcm");

      Deidentified outcome =
          new Deidentifier(DateRule.remove(), Optional.empty()).export(folder, out);

      Deidentified.Stopped stopped = assertInstanceOf(Deidentified.Stopped.class, outcome, text);
      assertEquals(List.of(new Deidentified.Place(file, "(0008,1090)")), stopped.places());
      try (Stream<Path> files = Files.list(out)) {
        assertEquals(0, files.count());
      }
      Files.delete(file);
    }
  }

  @Test
  void nothingIsMixedOrOverwritten() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");
    assertThrows(DicomException.class, () -> export(DateRule.remove()));
    assertEquals("mine", Files.readString(out.resolve("mine.txt")));
  }

  @Test
  void dciodvfyAcceptsTheCopies() throws Exception {
    for (Deidentified.FileReport file : export(DateRule.remove()).files()) {
      List<String> errors =
          Peers.run("dicom3tools", "dciodvfy", "-new", file.target().toString()).lines().stream()
              .filter(l -> l.startsWith("Error"))
              .toList();
      assertEquals(List.of(), errors, file.target().toString());
    }
  }

  private static Attributes code(String value, String meaning) {
    Attributes code = new Attributes();
    code.setString(Tag.CodeValue, VR.SH, value);
    code.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
    code.setString(Tag.CodeMeaning, VR.LO, meaning);
    return code;
  }

  private Deidentified.Exported export(DateRule dates) throws DicomException {
    return assertInstanceOf(
        Deidentified.Exported.class, new Deidentifier(dates, Optional.empty()).export(folder, out));
  }

  private List<Path> originals() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".dcm")).toList();
    }
  }

  private static DicomFile copy(Deidentified.Exported exported, String modality) throws Exception {
    for (Deidentified.FileReport file : exported.files()) {
      if (file.target().getFileName().toString().startsWith(modality)) {
        return DataSetReader.readWhole(file.target());
      }
    }
    throw new AssertionError("no " + modality);
  }

  /** All values of the originals that the profile must not leave: by their representations. */
  private static void gather(Attributes level, SortedSet<String> identifiers) {
    for (int tag : level.tags()) {
      VR vr = level.getVR(tag);
      if (vr == VR.SQ) {
        Sequence sequence = level.getSequence(tag);
        if (sequence != null) {
          sequence.forEach(item -> gather(item, identifiers));
        }
        continue;
      }
      boolean personal =
          vr == VR.PN
              || vr == VR.DA
              || (tag >>> 16) % 2 == 1
              || List.of(
                      Tag.PatientID,
                      Tag.OtherPatientIDs,
                      Tag.IssuerOfPatientID,
                      Tag.AccessionNumber,
                      Tag.InstitutionName,
                      Tag.InstitutionAddress,
                      Tag.StationName,
                      Tag.DeviceSerialNumber,
                      Tag.PatientAddress,
                      Tag.PatientComments,
                      Tag.StudyDescription,
                      Tag.ScheduledProcedureStepID)
                  .contains(tag);
      String[] values = vr == VR.UI || personal ? level.getStrings(tag) : null;
      for (String value : values == null ? new String[0] : values) {
        if (value != null
            && value.length() > 2
            && !value.startsWith("1.2.840.10008.")
            && !isOfTheProgram(tag)) {
          identifiers.add(value);
          if (vr == VR.PN) {
            identifiers.addAll(
                Arrays.stream(value.split("[\\^=]", -1)).filter(p -> p.length() > 1).toList());
          }
        }
      }
    }
  }

  /** UIDs of schemes and of programs name nobody. */
  private static boolean isOfTheProgram(int tag) {
    return tag == Tag.CodingSchemeUID || tag == Tag.ImplementationClassUID;
  }

  private static byte[] withoutPixels(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    DicomFile header = DataSetReader.readHeader(file);
    return header.pixelData().isPresent()
        ? Arrays.copyOf(bytes, (int) header.pixelData().get().position())
        : bytes;
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
