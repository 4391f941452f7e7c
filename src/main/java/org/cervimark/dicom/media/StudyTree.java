package org.cervimark.dicom.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonNameOrder;
import org.cervimark.image.Study;
import org.cervimark.reading.Reading;

/**
 * What lies in a folder as people look for it: patients, their studies, series and images, and
 * which of these have saved measurements.
 *
 * @param patients the patients in the order of their names
 */
public record StudyTree(List<PatientNode> patients) {

  /**
   * A patient. Images with the same Patient ID and the same name are of one patient; where one of
   * them differs, nothing is joined that might be two people.
   *
   * @param patient as the newest image names the patient
   * @param studies newest first
   */
  public record PatientNode(Patient patient, List<StudyNode> studies) {

    /** Copies the list. */
    public PatientNode {
      studies = List.copyOf(studies);
    }
  }

  /**
   * A study.
   *
   * @param uid Study Instance UID (0020,000D)
   * @param study its date, time and description
   * @param series in the order of their numbers
   * @param reports our reports on it, newest first
   */
  public record StudyNode(
      String uid, Study study, List<SeriesNode> series, List<ReportEntry> reports) {

    /** Copies the lists. */
    public StudyNode {
      series = List.copyOf(series);
      reports = List.copyOf(reports);
    }

    /** The frames of an image that have saved measurements, counted from 1. */
    public SortedSet<Integer> measuredFrames(ImageEntry image) {
      SortedSet<Integer> frames = new TreeSet<>();
      String uid = image.radiograph().reference().sopInstanceUid();
      for (ReportEntry report : reports) {
        for (Reading reading : report.report().readings()) {
          if (reading.image().sopInstanceUid().equals(uid)) {
            frames.add(reading.image().frame());
          }
        }
      }
      return frames;
    }

    /** Whether any of its images has saved measurements. */
    public boolean isMeasured() {
      return series.stream()
          .flatMap(s -> s.images().stream())
          .anyMatch(i -> !measuredFrames(i).isEmpty());
    }
  }

  /**
   * A series.
   *
   * @param uid Series Instance UID (0020,000E)
   * @param modality Modality (0008,0060)
   * @param facts its number and description
   * @param images in the order of their numbers
   */
  public record SeriesNode(
      String uid, String modality, StudyFolder.SeriesFacts facts, List<ImageEntry> images) {

    /** Copies the list. */
    public SeriesNode {
      images = List.copyOf(images);
    }

    /** How many frames its images have together. */
    public int frames() {
      return images.stream().mapToInt(i -> i.radiograph().pixelFormat().frames()).sum();
    }
  }

  private static final Comparator<StudyNode> NEWEST_FIRST =
      Comparator.comparing((StudyNode s) -> s.study().date().orElse(""))
          .thenComparing(s -> s.study().time().orElse(""))
          .reversed()
          .thenComparing(StudyNode::uid);

  /** Copies the list. */
  public StudyTree {
    patients = List.copyOf(patients);
  }

  /**
   * The tree of a folder.
   *
   * @param locale whose alphabet orders the names of patients
   */
  public static StudyTree of(StudyFolder folder, Locale locale) {
    Map<String, List<ReportEntry>> reports =
        grouped(folder.reports(), r -> r.report().studyInstanceUid());
    List<PatientNode> patients = new ArrayList<>();
    for (List<ImageEntry> ofPatient :
        grouped(folder.images(), i -> identity(i.radiograph().patient())).values()) {
      List<StudyNode> studies = new ArrayList<>();
      grouped(ofPatient, i -> i.radiograph().reference().studyInstanceUid())
          .forEach(
              (uid, images) ->
                  studies.add(
                      new StudyNode(
                          uid,
                          images.get(0).radiograph().study(),
                          series(images),
                          reports.getOrDefault(uid, List.of()))));
      studies.sort(NEWEST_FIRST);
      // Images come oldest study first.
      patients.add(
          new PatientNode(ofPatient.get(ofPatient.size() - 1).radiograph().patient(), studies));
    }
    PersonNameOrder byName = new PersonNameOrder(locale);
    patients.sort(
        Comparator.comparing((PatientNode p) -> p.patient().name(), byName)
            .thenComparing(p -> p.patient().id()));
    return new StudyTree(patients);
  }

  private static List<SeriesNode> series(List<ImageEntry> images) {
    List<SeriesNode> series = new ArrayList<>();
    grouped(images, i -> i.radiograph().reference().seriesInstanceUid())
        .forEach(
            (uid, entries) ->
                series.add(
                    new SeriesNode(
                        uid,
                        entries.get(0).radiograph().modality(),
                        entries.get(0).series(),
                        entries)));
    return series;
  }

  /** Who a patient is: the ID, and the name without what devices spell differently. */
  private static String identity(Patient patient) {
    String name =
        patient.name().toDicom().replaceAll("[\\^=\\s]+", " ").strip().toUpperCase(Locale.ROOT);
    return patient.id()
        + "\n"
        + name
        + (patient.id().isEmpty() ? "\n" + patient.birthDate().orElse("") : "");
  }

  private static <T> Map<String, List<T>> grouped(List<T> items, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    items.forEach(i -> groups.computeIfAbsent(key.apply(i), k -> new ArrayList<>()).add(i));
    return groups;
  }
}
