package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer's note has the site's layout. */
class StudyNoteTest {

  private static final Path FOLDER = Path.of("test-images/hong/2026-01-14");

  @TempDir private Path site;
  private ViewerModel model;

  @BeforeEach
  void open() throws Exception {
    StudyFolder folder = StudyFolder.scan(FOLDER);
    ImageEntry entry = folder.images().get(0);
    model =
        new ViewerModel(
            new StudySessions(
                folder, Readings.CATALOGUE, (f, c) -> new FolderStore(FOLDER, FOLDER)),
            entry,
            DicomImages.read(entry.file(), 1));
  }

  @Test
  void theSiteLaysItOut() throws Exception {
    Path template =
        Files.writeString(site.resolve("note.txt"), "Spine clinic: {patient.name}\n{disclaimer}\n");

    String note = note(Optional.of(template));

    assertTrue(note.startsWith("Spine clinic: Hong"), note);
  }

  @Test
  void aTemplateThatMakesNoSenseIsNamedAndOurLayoutTaken() throws Exception {
    Path template = Files.writeString(site.resolve("note.txt"), "{nonsense}\n{disclaimer}\n");

    String note = note(Optional.of(template));

    assertTrue(note.lines().findFirst().orElseThrow().contains(template.toString()), note);
    assertTrue(note.endsWith(note(Optional.empty())), note);
  }

  @Test
  void withoutASiteItIsOurs() {
    assertEquals(
        new StudyNote(() -> NoteChoice.in(Locale.ENGLISH)).of(model), note(Optional.empty()));
  }

  private String note(Optional<Path> template) {
    return new StudyNote(() -> NoteChoice.in(Locale.ENGLISH), () -> template).of(model);
  }
}
