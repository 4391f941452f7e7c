package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyTree;
import org.junit.jupiter.api.Test;

/** What the study browser lists of the phantoms, and which pictures it makes. */
class StudyBrowserModelTest {

  private static final Path FILMS = Path.of("test-images");

  @Test
  void studiesStandUnderTheirPatientTheNewestFirst() throws DicomException {
    StudyFolder folder = StudyFolder.scan(FILMS);
    StudyBrowserModel model =
        new StudyBrowserModel(StudyTree.of(folder, Locale.KOREAN), e -> false);
    List<StudyBrowserModel.Row> rows = model.rows();
    assertEquals(
        folder.images().stream()
            .map(i -> i.radiograph().reference().studyInstanceUid())
            .distinct()
            .count(),
        rows.size());
    model.find("길동");
    List<StudyBrowserModel.Row> hong = model.rows();
    assertEquals(
        List.of("20260225", "20260114"),
        hong.stream().map(r -> r.study().study().date().orElseThrow()).toList());
    assertEquals(List.of(true, false), hong.stream().map(r -> r.firstOfPatient()).toList());
    assertEquals(4, model.pictures(hong.get(1).study()).size());
    model.find("HONG");
    assertEquals(hong, model.rows());
    model.find("nobody");
    assertTrue(model.rows().isEmpty());
    assertEquals(Optional.empty(), model.rowOf(folder.images().get(0)));
  }

  @Test
  void whatIsSavedWhileTheFolderIsOpenCountsAsMeasured() throws DicomException {
    StudyFolder folder = StudyFolder.scan(FILMS);
    StudyFolder.ImageEntry saved = folder.images().get(0);
    StudyBrowserModel model =
        new StudyBrowserModel(StudyTree.of(folder, Locale.KOREAN), saved::equals);
    List<StudyBrowserModel.Row> measured =
        model.rows().stream().filter(StudyBrowserModel.Row::measured).toList();
    assertEquals(1, measured.size());
    assertEquals(
        List.of(saved),
        model.pictures(measured.get(0).study()).stream()
            .filter(StudyBrowserModel.Picture::measured)
            .map(StudyBrowserModel.Picture::entry)
            .toList());
  }

  @Test
  void onlyTheLastPicturesAskedForAreMade() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    List<Path> made = new ArrayList<>();
    Thumbnails thumbnails =
        new Thumbnails(
            file -> {
              made.add(file);
              return Optional.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
            },
            tasks::add,
            Runnable::run,
            () -> {});
    for (int i = 0; i < 5000; i++) {
      assertFalse(thumbnails.of(Path.of("image" + i)).isPresent());
    }
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
    assertEquals(1 + Thumbnails.PENDING, made.size(), "what was scrolled away is not made");
    assertEquals(Path.of("image0"), made.get(0), "what is begun is finished");
    assertEquals(Path.of("image4999"), made.get(1), "what is seen comes next");
    assertTrue(thumbnails.of(Path.of("image4999")).isPresent());
    thumbnails.of(Path.of("image3"));
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
    assertTrue(thumbnails.of(Path.of("image3")).isPresent(), "asked again, it is made");
  }
}
