package org.cervimark.dicom.sr;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.module.ReportClass;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Study;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.cervimark.terminology.PrivateScheme;

/** Reads reports of ours, and tells them from those of others by the UID of our coding scheme. */
public final class SrReader {

  private static final Pattern DATE_DIGITS = Pattern.compile("[0-9]{8}");
  private static final Pattern TIME_DIGITS = Pattern.compile("[0-9]{2,6}(\\.[0-9]{1,6})?");

  private final Catalogue catalogue;

  /** With the catalogue that knows the codes of landmarks and measurements. */
  public SrReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What a file says.
   *
   * @return empty if it is not a report of ours
   * @throws DicomException if it is one but damaged
   */
  public Optional<SrDocument> read(DicomFile file) throws DicomException {
    return read(file.dataSet(), file.path());
  }

  /**
   * What a data set says.
   *
   * @param file where it was read from, for messages
   * @return empty if it is not a report of ours
   * @throws DicomException if it is one but damaged
   */
  public Optional<SrDocument> read(Attributes document, Path file) throws DicomException {
    return ToolkitCall.reading(
        file, () -> isOurs(document) ? Optional.of(ours(document, file)) : Optional.empty());
  }

  /**
   * What a report says, without what only the next revision needs.
   *
   * @param report what it says
   * @param notices sentences on what in it contradicts itself
   */
  public record Said(StudyReport report, List<String> notices) {}

  /**
   * What a file says, read in a fraction of the time that {@link #read} takes.
   *
   * @return empty if it is not a report of ours, or is encoded in another way than our writer does
   * @throws DicomException if it is one but damaged
   */
  public Optional<Said> readReport(Path file) throws DicomException {
    Optional<DataSetReader.Part> part =
        DataSetReader.readBefore(Tag.ContentSequence, ReportClass.uids(), file);
    return part.isEmpty()
        ? Optional.empty()
        : ToolkitCall.reading(file, () -> said(part.get(), file));
  }

  private Optional<Said> said(DataSetReader.Part part, Path file) throws DicomException {
    Attributes head = part.file().dataSet();
    if (!isOurs(head)) {
      return Optional.empty();
    }
    TreeLimits limits = new TreeLimits(file);
    limits.enter(1);
    Optional<List<ContentItem>> children =
        ContentBytes.children(part.rest(), part.length(), new TextBytes(head), limits);
    if (children.isEmpty()) {
      return Optional.empty();
    }
    ItemDraft draft = ContentDecoder.root(head, limits);
    draft.children = children.get();
    ContentItem root = draft.made();
    SrContent content = new SrContent(root, head, new Evidence(head), catalogue, file);
    return Optional.of(new Said(report(head, root, content, file), content.notices()));
  }

  private static boolean isOurs(Attributes document) {
    boolean report =
        ReportClass.withUid(document.getString(Tag.SOPClassUID, "")).isPresent()
            && ContentDecoder.code(document, Tag.ConceptNameCodeSequence)
                .filter(Concepts.IMAGING_MEASUREMENT_REPORT::sameConceptAs)
                .isPresent();
    Sequence schemes = document.getSequence(Tag.CodingSchemeIdentificationSequence);
    return report
        && schemes != null
        && schemes.stream()
            .anyMatch(s -> PrivateScheme.UID.equals(s.getString(Tag.CodingSchemeUID)));
  }

  private SrDocument ours(Attributes document, Path file) throws DicomException {
    ContentItem root = ContentDecoder.decodeRoot(document, file);
    SrContent content = new SrContent(root, document, new Evidence(document), catalogue, file);
    StudyReport report = report(document, root, content, file);
    return new SrDocument(
        report,
        required(document, Tag.SOPClassUID, file, "SOP Class UID"),
        new SrDocument.SeriesFacts(
            document.getInt(Tag.SeriesNumber, 0),
            dateTime(document, Tag.SeriesDate, Tag.SeriesTime).orElse(report.savedAt())),
        new SrDocument.Equipment(
            document.getString(Tag.Manufacturer, ""),
            document.getString(Tag.ManufacturerModelName, ""),
            document.getString(Tag.DeviceSerialNumber, ""),
            document.getString(Tag.SoftwareVersions, "")),
        predecessors(document),
        content);
  }

  private static StudyReport report(
      Attributes document, ContentItem root, SrContent content, Path file) throws DicomException {
    LocalDateTime savedAt =
        dateTime(document, Tag.ContentDate, Tag.ContentTime)
            .orElseThrow(() -> damaged(file, "Content Date"));
    int revision = document.getInt(Tag.InstanceNumber, 0);
    if (revision < 1) {
      throw damaged(file, "Instance Number");
    }
    return new StudyReport(
        required(document, Tag.StudyInstanceUID, file, "Study Instance UID"),
        new Patient(
            PersonName.parse(document.getString(Tag.PatientName, "")),
            document.getString(Tag.PatientID, ""),
            optional(document, Tag.PatientBirthDate),
            optional(document, Tag.PatientSex)),
        new Study(
            optional(document, Tag.StudyDate),
            optional(document, Tag.StudyTime),
            optional(document, Tag.StudyDescription)),
        required(document, Tag.SeriesInstanceUID, file, "Series Instance UID"),
        required(document, Tag.SOPInstanceUID, file, "SOP Instance UID"),
        revision,
        List.copyOf(predecessors(document)),
        savedAt,
        root.child(ContentItem.Person.class, Concepts.PERSON_NAME)
            .map(ContentItem.Person::value)
            .orElseGet(() -> PersonName.parse("")),
        Groups.text(root, Qualifiers.CATALOGUE_VERSION).orElse(""),
        content.readings(),
        content.filmValues(),
        RemarkItems.read(root),
        VerificationModule.read(document));
  }

  private static Set<String> predecessors(Attributes document) {
    Set<String> uids = new LinkedHashSet<>();
    Sequence studies = document.getSequence(Tag.PredecessorDocumentsSequence);
    if (studies != null) {
      for (Attributes study : studies) {
        Sequence series = study.getSequence(Tag.ReferencedSeriesSequence);
        if (series != null) {
          series.forEach(item -> addInstances(item, uids));
        }
      }
    }
    return uids;
  }

  private static void addInstances(Attributes series, Set<String> uids) {
    Sequence instances = series.getSequence(Tag.ReferencedSOPSequence);
    if (instances != null) {
      for (Attributes instance : instances) {
        optional(instance, Tag.ReferencedSOPInstanceUID).ifPresent(uids::add);
      }
    }
  }

  private static Optional<LocalDateTime> dateTime(Attributes dataset, int dateTag, int timeTag) {
    String date = dataset.getString(dateTag, "");
    String time = dataset.getString(timeTag, "");
    if (!DATE_DIGITS.matcher(date).matches() || !TIME_DIGITS.matcher(time).matches()) {
      return Optional.empty();
    }
    int point = time.indexOf('.');
    String seconds = ((point < 0 ? time : time.substring(0, point)) + "0000").substring(0, 6);
    int nanos = point < 0 ? 0 : number(time.substring(point + 1) + "00000000", 0, 9);
    try {
      return Optional.of(
          LocalDateTime.of(
              number(date, 0, 4),
              number(date, 4, 6),
              number(date, 6, 8),
              number(seconds, 0, 2),
              number(seconds, 2, 4),
              number(seconds, 4, 6),
              nanos));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, 10);
  }

  private static Optional<String> optional(Attributes dataset, int tag) {
    return Optional.ofNullable(dataset.getString(tag)).filter(s -> !s.isEmpty());
  }

  private static String required(Attributes dataset, int tag, Path file, String name)
      throws DicomException {
    return optional(dataset, tag).orElseThrow(() -> damaged(file, name));
  }

  private static DicomException damaged(Path file, String attribute) {
    return new DicomException(DicomMessages.text("report.incomplete", file, attribute));
  }
}
