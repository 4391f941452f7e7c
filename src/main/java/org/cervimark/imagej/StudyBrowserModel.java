package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyTree;
import org.cervimark.dicom.media.StudyTree.PatientNode;
import org.cervimark.dicom.media.StudyTree.SeriesNode;
import org.cervimark.dicom.media.StudyTree.StudyNode;
import org.cervimark.image.Patient;

/** What a study browser lists, without widgets: studies by patient, and the images of one study. */
final class StudyBrowserModel {

  /**
   * A study in the list.
   *
   * @param patient whose it is
   * @param study its series and reports
   * @param firstOfPatient whether the studies above it are another patient's
   * @param measured whether measurements are saved on one of its images
   */
  record Row(Patient patient, StudyNode study, boolean firstOfPatient, boolean measured) {}

  /**
   * An image of a study.
   *
   * @param entry its file and header
   * @param series the series it belongs to
   * @param measured whether measurements are saved on it or on one of its frames
   */
  record Picture(ImageEntry entry, SeriesNode series, boolean measured) {}

  private final StudyTree tree;
  private final Predicate<ImageEntry> savedSince;
  private String wanted = "";

  /**
   * The studies of a tree.
   *
   * @param savedSince whether measurements have been saved on an image after the tree was made
   */
  StudyBrowserModel(StudyTree tree, Predicate<ImageEntry> savedSince) {
    this.tree = tree;
    this.savedSince = savedSince;
  }

  /** Lists only patients whose name, in any script, or ID contains a text. */
  void find(String text) {
    wanted = text.strip().toLowerCase(Locale.ROOT);
  }

  /** The studies in the order of the patients' names, the newest of each first. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (PatientNode patient : tree.patients()) {
      if (isWanted(patient.patient())) {
        boolean first = true;
        for (StudyNode study : patient.studies()) {
          rows.add(new Row(patient.patient(), study, first, isMeasured(study)));
          first = false;
        }
      }
    }
    return rows;
  }

  /** The images of a study, series by series. */
  List<Picture> pictures(StudyNode study) {
    List<Picture> pictures = new ArrayList<>();
    for (SeriesNode series : study.series()) {
      for (ImageEntry entry : series.images()) {
        pictures.add(new Picture(entry, series, isMeasured(study, entry)));
      }
    }
    return pictures;
  }

  /** How many slices of a series lie in the patient, frames counted: what a stack is made of. */
  static int slices(SeriesNode series) {
    return SeriesOpener.slices(series.images());
  }

  /** The row of the study of an image, if it is listed. */
  Optional<Integer> rowOf(ImageEntry entry) {
    List<Row> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).study().uid().equals(entry.radiograph().reference().studyInstanceUid())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private boolean isMeasured(StudyNode study) {
    return study.isMeasured()
        || study.series().stream().flatMap(s -> s.images().stream()).anyMatch(savedSince);
  }

  private boolean isMeasured(StudyNode study, ImageEntry entry) {
    return !study.measuredFrames(entry).isEmpty() || savedSince.test(entry);
  }

  private boolean isWanted(Patient patient) {
    return wanted.isEmpty()
        || patient.name().toDicom().replace('^', ' ').toLowerCase(Locale.ROOT).contains(wanted)
        || patient.id().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
